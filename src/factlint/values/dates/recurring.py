"""Times that come back: every Monday, daily, once a week, each two days, the 19th of every month."""

from __future__ import annotations

from factlint.values.base import Recurrence
from factlint.values.dates.clock import BARE, clock, in_half
from factlint.values.dates.numerals import count, ordinal
from factlint.values.dates.rules import NUMBERS, ORDINALS, Grammar, Rule
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import ANY_WEEKDAY, MONTHS, UNITS, WEEKDAYS

_LETTERS = {
    "second": "T1S", "minute": "T1M", "hour": "T1H", "day": "1D", "week": "1W", "fortnight": "2W", "month": "1M",
    "quarter": "3M", "year": "1Y", "decade": "10Y", "century": "100Y",
}  # fmt: skip
_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "everyday": "P1D", "weekly": "P1W", "biweekly": "P2W",
    "fortnightly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
    "semiannual": "P0.5Y", "semiannually": "P0.5Y",
}  # fmt: skip
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
RecurrenceFound = tuple[Recurrence, int] | None


def _rule(count_of: int, unit: str) -> str:
    letters = _LETTERS[unit]
    time = "T" if letters[0] == "T" else ""
    digits = letters.strip("T")
    return f"P{time}{int(digits[:-1]) * count_of}{digits[-1]}"


def _adverb(t: Tokens, i: int) -> RecurrenceFound:
    """Read "daily"; with a capital it is the name of a paper."""
    rule = _ADVERBS.get(t.at(i))
    if rule is None or (t.capital(i) and t.capital(i + 1)) or (t.glued(i) and t.at(i - 1) == "-"):
        return None
    return _at(t, i + 1, rule) if t.at(i) == "everyday" else (Recurrence(rule), i + 1)


def _every(t: Tokens, i: int) -> RecurrenceFound:
    """Read "every Monday at 4pm", "each two days", "every other week", "every June", "all weekends"."""
    if t.at(i) == "all" and t.at(i + 1) in ("weekends",):
        return Recurrence("P1WE"), i + 2
    if t.at(i) not in ("every", "each"):
        return None
    j = t.skip(i + 1, "single")
    if t.at(j) == "other" and t.at(j + 1) in ANY_WEEKDAY:
        return Recurrence("P2W"), j + 2
    weekday = ANY_WEEKDAY.get(t.at(j))
    if weekday is not None:
        return _at(t, j + 1, f"XXXX-WXX-{weekday}")
    if t.at(j) == "weekend":
        return Recurrence("XXXX-WXX-WE"), j + 1
    if t.at(j) == "weekday":
        return _at(t, j + 1, "XXXX-WXX-WD")
    if t.at(j) in _PARTS:
        found = _at(t, j + 1, "P1D", t.at(j) != "morning")
        return found if found[1] > j + 1 else (Recurrence(_PARTS[t.at(j)]), j + 1)
    if t.at(j) in MONTHS and t.capital(j):
        return Recurrence(f"XXXX-{MONTHS[t.at(j)]:02d}"), j + 1
    return _every_unit(t, j)


def _every_unit(t: Tokens, i: int) -> RecurrenceFound:
    number = (2, i + 1) if t.at(i) == "other" else ordinal(t, i) or count(t, i) or (1, i)
    unit = UNITS.get(t.at(number[1]))
    if unit is None or (unit == "second" and number[1] == i) or t.at(number[1]) == "h":
        return None
    if (number[0], unit) == (1, "day"):
        return _at(t, number[1] + 1, "P1D")
    return Recurrence(_rule(number[0], unit)), number[1] + 1


def _timed_every(t: Tokens, i: int) -> RecurrenceFound:
    """Read "at 8pm every evening", "9 am each day"."""
    found = clock(t, t.skip(i, "at"))
    if not found or (found[0].sure == BARE and t.at(i) != "at") or t.at(found[1]) not in ("every", "each"):
        return None
    rule = _every(t, found[1])
    if not rule or "T" in rule[0].rule[1:]:
        return None
    day = "" if rule[0].rule in ("P1D", *_PARTS.values()) else rule[0].rule
    return Recurrence(f"{day}{found[0].iso()}"), rule[1]


def _at(t: Tokens, i: int, rule: str, afternoon: bool | None = None) -> tuple[Recurrence, int]:
    """Add the time of day that follows: "every Monday at 4pm", "every evening at 8"."""
    led = t.skip(i, "at")
    found = clock(t, led)
    if not found or (found[0].sure == BARE and led == i):
        return Recurrence(rule), i
    told = found[0] if afternoon is None or found[0].known else in_half(found[0], afternoon)
    return Recurrence(("" if rule == "P1D" else rule) + told.iso()), found[1]


def _once(t: Tokens, i: int) -> RecurrenceFound:
    """Read "once a week", "twice a year", "three times a day", "once every 3 days"."""
    if t.at(i) in _TIMES:
        times, j = _TIMES[t.at(i)], i + 1
    else:
        number = count(t, i)
        if not number or t.at(number[1]) != "times":
            return None
        times, j = number[0], number[1] + 1
    if t.at(j) in ("every", "each"):
        return _every(t, j)
    unit = UNITS.get(t.at(j + 1)) if t.at(j) in ("a", "an", "per") else None
    if unit is None or t.at(j + 1).endswith("s"):
        return None
    rule = _rule(1, unit)
    return Recurrence(rule if times == 1 else f"R{times}/{rule}"), j + 2


def _plural(t: Tokens, i: int) -> RecurrenceFound:
    """Read "on Mondays", "mornings", "weekends"."""
    word = t.at(i)
    day = WEEKDAYS.get(word[:-1]) if word.endswith("s") else None
    if day is not None:
        return Recurrence(f"XXXX-WXX-{day}"), i + 1
    if (
        word.endswith("s")
        and word[:-1] in _PARTS
        and word != "nights"
        and t.at(i - 1) not in ("the", "those")
    ):
        return Recurrence(_PARTS[word[:-1]]), i + 1
    return (Recurrence("XXXX-WXX-WE"), i + 1) if word == "weekends" else None


def _monthly(t: Tokens, i: int) -> RecurrenceFound:
    """Read "the 19th of every month", "19 June every year"."""
    day = ordinal(t, t.skip(i, "the"))
    j = (t.phrase(day[1], "of", "every", "month") or t.phrase(day[1], "of", "each", "month")) if day else 0
    return (Recurrence(f"XXXX-XX-{day[0]:02d}"), j) if day and j and day[0] <= 31 else None


_PLURALS = {*(f"{day}s" for day in WEEKDAYS), *(f"{part}s" for part in _PARTS), "weekends"}
RECURRING: Grammar[Recurrence] = Grammar(
    Rule(_adverb, _ADVERBS),
    Rule(_every, {"every", "each", "all"}),
    Rule(_once, {*NUMBERS, *_TIMES}, then=frozenset({"times"})),
    Rule(_plural, _PLURALS),
    Rule(_monthly, ORDINALS, the=True),
    Rule(_timed_every, {"at", *NUMBERS, "noon", "midnight"}),
)
