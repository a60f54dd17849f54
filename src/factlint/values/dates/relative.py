"""Days and periods counted from the reference date: yesterday, last Tuesday, next month, the past two weeks.

Conventions: "last"/"past" and a weekday is the latest such day before the reference date, "next" the one of the
following ISO week, "previous" the one of the ISO week before; "last year" is the calendar year. A count of
units ("the past two weeks") runs to the reference day, or from the day after it; quarters and decades that are
counted are calendar ones. "The previous …", "the following …" and "the next day" are told from within a story,
not from the reference date, and stay without bounds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factlint.values.base import DateValue
from factlint.values.calendar import Bounds, bounds, month_bounds, shift, week_bounds
from factlint.values.dates.absolute import month_name
from factlint.values.dates.numerals import count
from factlint.values.dates.parts import UNKNOWN_DAY, Found, Moment, Part, days, longest, resolved, unresolved
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import ANY_WEEKDAY, CLOCK_UNITS, SEASONS, UNITS
from factlint.values.edtf import edtf_date

_NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_WAY = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "upcoming": 1,
    "this": 0, "current": 0,
}  # fmt: skip
_STORY = ("previous", "preceding", "following")
# Before these "last" is a verb: "the talks could last three days".
_VERBS_BEFORE = frozenset(
    {
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "must",
        "should",
        "shall",
        "to",
        "t",
        "not",
        "ll",
        "did",
    }
)


def relative(t: Tokens, i: int) -> Found:
    """Read a day or period relative to the reference date at ``i``."""
    return longest(_named_day(t, i), _weekday_of_week(t, i), directed(t, i), _counted(t, i))


def _named_day(t: Tokens, i: int) -> Found:
    word = t.at(i)
    if word in _NAMED_DAYS:
        if t.glued(i + 1) and t.at(i + 1) in ("'", "’") and t.at(i + 2) == "s" and t.capital(i + 3):
            return None
        return _day_off(t, _NAMED_DAYS[word]), i + 1
    j = t.phrase(t.skip(i, "the"), "day", "before", "yesterday")
    if j:
        return _day_off(t, -2), j
    j = t.phrase(t.skip(i, "the"), "day", "after", "tomorrow")
    return (_day_off(t, 2), j) if j else None


def _day_off(t: Tokens, offset: int) -> DateValue:
    day = shift(t.today, offset, "day") if t.today else None
    return _single(day)


def _single(day: date | None) -> DateValue:
    return DateValue(day, day, "day", day.isoformat()) if day else UNKNOWN_DAY


def direction(t: Tokens, i: int) -> tuple[int, str, int] | None:
    """Read "last", "this past", "the coming" …: its way, its word and the index past it."""
    j = t.skip(i, "the")
    if t.at(j) == "this" and t.at(j + 1) in ("past", "coming", "current"):
        return _WAY[t.at(j + 1)], t.at(j + 1), j + 2
    word = t.at(j)
    if word not in _WAY or (j > i and word in ("this",)):
        return None
    if word == "last" and j == i and t.at(i - 1) in _VERBS_BEFORE:
        return None
    told = word in _STORY and j > i
    return _WAY[word], "story" if told else word, j + 1


def directed(t: Tokens, i: int) -> Found:
    """Read "last Tuesday", "next month", "this year", "last September", "next summer", "last weekend"."""
    led = direction(t, i)
    if not led:
        return None
    way, word, j = led
    if t.at(j) in ANY_WEEKDAY:
        return _on(_weekday(t.today, way, word, ANY_WEEKDAY[t.at(j)])), j + 1
    if t.at(j) in SEASONS:
        return (
            (_toward(t, Part(month=SEASONS[t.at(j)]), way), j + 1)
            if word in ("last", "next", "this")
            else None
        )
    month = month_name(t, j)
    if month and t.capital(j):
        return _toward(t, Part(month=month[0]), way), month[1]
    return _unit(t, j, way, word)


def _on(value: DateValue | None) -> DateValue:
    return value or UNKNOWN_DAY


def _weekday(today: date | None, way: int, word: str, weekday: int) -> DateValue | None:
    if today is None or word == "story":
        return None
    ahead = (weekday - today.isoweekday()) % 7
    offset = ahead if word in ("coming", "upcoming") else weekday - today.isoweekday() + 7 * way
    if word in ("last", "past"):
        offset = ahead - 7
    if word in ("coming", "upcoming") and not ahead:
        offset = 7
    found = shift(today, offset, "day")
    return days((found, found)) if found else None


def _toward(t: Tokens, part: Part, way: int) -> Moment:
    """Return the month or season ``part`` that is over (-1), to come (1) or of this year (0)."""
    if t.today is None:
        return resolved(part, None)
    if way == 0:
        return resolved(part, t.today) if part.precision == "season" else replace(part, year=t.today.year)
    for offset in (0, -1, -2) if way < 0 else (0, 1):
        option = replace(part, year=t.today.year + offset)
        found = bounds(option.year or 0, option.month)
        if found and (found[1] < t.today if way < 0 else found[0] > t.today):
            return option
    return part


def _unit(t: Tokens, i: int, way: int, word: str) -> Found:
    """Read the unit after "last", "next", "this": a calendar period."""
    j = t.skip(i, "calendar")
    unit = t.at(j)
    if unit in ("weekend", "weekends"):
        return _weekend(t, way, word), j + 1
    unit = UNITS.get(unit, "")
    if not unit or unit in CLOCK_UNITS or t.at(j) in ("night", "nights", "h") or t.at(j).endswith("s"):
        return None
    story = word == "story" or (unit == "day" and word == "next")
    if unit == "day" and way == 0:
        return None
    if unit == "fortnight":
        return _run(t, ((1, unit),), way), j + 1
    return (unresolved(unit) if story or t.today is None else calendar_unit(t.today, unit, way)), j + 1


def _weekend(t: Tokens, way: int, word: str) -> DateValue:
    week = week_bounds(t.today, way) if t.today and word != "story" else None
    saturday = shift(week[0], 5, "day") if week else None
    return (days((saturday, week[1])) if week and saturday else None) or unresolved("interval")


def calendar_unit(today: date, unit: str, way: int) -> DateValue:
    """Return the calendar day, week, month, quarter, year, decade or century ``way`` units from ``today``'s."""
    moved = shift(today, way, unit)
    if moved is None:
        return unresolved(unit)
    if unit == "week":
        return days(week_bounds(moved)) or unresolved(unit)
    texts = {
        "day": moved.isoformat(),
        "month": edtf_date(moved.year, moved.month),
        "quarter": edtf_date(moved.year, 33 + (moved.month - 1) // 3),
        "year": edtf_date(moved.year),
        "decade": f"{moved.year // 10:03d}X",
        "century": f"{moved.year // 100:02d}XX",
    }
    found = _around(moved, unit)
    first, last = found or (None, None)
    return DateValue(first, last, unit, texts[unit])


def _around(day: date, unit: str) -> Bounds | None:
    if unit == "quarter":
        return month_bounds(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    size = {"decade": 10, "century": 100}.get(unit, 1)
    if size > 1:
        first = bounds(max(day.year // size * size, 1))
        last = bounds(day.year // size * size + size - 1)
        return (first[0], last[1]) if first and last else None
    return bounds(day.year, None if unit == "year" else day.month, day.day if unit == "day" else None)


def _counted(t: Tokens, i: int) -> Found:
    """Read "the past two weeks", "next 3 days", "last 3 months and 2 weeks", "5 past years"."""
    led = direction(t, t.skip(i, "within"))
    if led and led[0]:
        steps = counted_units(t, led[2])
        if not steps or t.at(led[2]) in ("a", "an"):
            return None
        return _run(t, steps[0], led[0], told=led[1] == "story", within=t.at(i) == "within"), steps[1]
    number = count(t, i)
    if (
        number
        and t.at(number[1]) in ("past", "last", "next")
        and UNITS.get(t.at(number[1] + 1), "hour") not in CLOCK_UNITS
    ):
        steps_one = ((number[0], UNITS[t.at(number[1] + 1)]),)
        return _run(t, steps_one, _WAY[t.at(number[1])]), number[1] + 2
    return None


def counted_units(t: Tokens, i: int) -> tuple[tuple[tuple[int, str], ...], int] | None:
    """Read one to four counts of days or longer units: "2 weeks and 2 days"."""
    steps: list[tuple[int, str]] = []
    j = i
    while len(steps) < 4:
        number = count(t, t.skip(j, "and", ",") if steps else j)
        unit = UNITS.get(t.at(t.skip(number[1], "-", "full", "whole"))) if number else None
        if not number or unit is None or unit in CLOCK_UNITS:
            break
        j = t.skip(number[1], "-", "full", "whole") + 1
        steps.append((number[0], unit))
    return (tuple(steps), j) if steps else None


def _run(
    t: Tokens, steps: tuple[tuple[int, str], ...], way: int, *, told: bool = False, within: bool = False
) -> DateValue:
    """Return the stretch of days from the reference day over ``steps``, towards the past (-1) or future."""
    if t.today is None or told:
        return unresolved("interval")
    number, unit = steps[0]
    if len(steps) == 1 and unit in ("quarter", "decade", "century"):
        near, far = calendar_unit(t.today, unit, way), calendar_unit(t.today, unit, way * number)
        pair = (near, far) if way > 0 else (far, near)
        return _between(pair[0].start, pair[1].end)
    edge: date | None = t.today
    for number, unit in steps:
        edge = shift(edge, way * number, unit) if edge else None
    if way < 0:
        return _between(edge, t.today)
    return _between(t.today if within else shift(t.today, 1, "day"), edge)


def _between(start: date | None, end: date | None) -> DateValue:
    return (days((start, end)) if start and end else None) or unresolved("interval")


def _weekday_of_week(t: Tokens, i: int) -> Found:
    """Read "next week on Tuesday", "Tuesday of next week", "Monday last week"."""
    weekday = ANY_WEEKDAY.get(t.at(i))
    if weekday is not None:
        week = _week(t, t.skip(i + 1, "of", ","))
        return (_day_of(week[0], weekday), week[1]) if week else None
    week = _week(t, i)
    if not week:
        return None
    j = t.skip(t.skip(week[1], ","), "on")
    weekday = ANY_WEEKDAY.get(t.at(j))
    return (_day_of(week[0], weekday), j + 1) if weekday is not None else None


def _week(t: Tokens, i: int) -> tuple[DateValue, int] | None:
    led = direction(t, i)
    if not led or t.at(led[2]) != "week":
        return None
    found = _unit(t, led[2], led[0], led[1])
    return (found[0], found[1]) if found and isinstance(found[0], DateValue) else None


def _day_of(week: DateValue, weekday: int) -> DateValue:
    day = shift(week.start, weekday - 1, "day") if week.start else None
    return _single(day)
