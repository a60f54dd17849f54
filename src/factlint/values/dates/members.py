"""Days, weeks and months counted within a period: the last week of July, the first Monday of next month, the first
three months of 2024, the 3rd of next month. Weeks of a month are those of their Thursday, as in ISO 8601.
"""

from __future__ import annotations

from datetime import date, timedelta

from factlint.values.base import DateValue
from factlint.values.calendar import iso_week, nth_weekday, shift, week_bounds, week_of_month
from factlint.values.dates.holidays import weekend_of
from factlint.values.dates.lengths import Length, length
from factlint.values.dates.narrowed import WHOLE, whole
from factlint.values.dates.numerals import count, ordinal, year_number
from factlint.values.dates.parts import Found, Moment, Part, days, resolved, unresolved
from factlint.values.dates.rules import LENGTH_BEHIND, NUMBERS, ORDINALS, Rule
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import ANY_WEEKDAY, UNITS


def _week_of(t: Tokens, i: int) -> Found:
    """Read "the last week of July", "the week of 4 February", "the week ending 6 May", "the weekend of 4 May"."""
    j = t.skip(i, "the")
    number = ordinal(t, j) or ((-1, j + 1) if t.at(j) in ("last", "final") else None)
    if number and t.at(number[1]) in ("week", "weekend") and t.at(number[1] + 1) in ("of", "in"):
        return _week_in(t, number[0], number[1] + 2, weekend=t.at(number[1]) == "weekend")
    if t.at(j) not in ("week", "weekend") or t.at(j + 1) not in (
        "of",
        "commencing",
        "beginning",
        "starting",
        "ending",
        "ended",
    ):
        return None
    found = WHOLE.read(t, j + 2)
    day = resolved(found[0], t.today) if found else None
    if not found or not day or day.precision != "day":
        return None
    if day.start is None:
        return unresolved("interval"), found[1]
    return _week_at(day.start, t.at(j), t.at(j + 1)), found[1]


def _week_at(day: date, unit: str, word: str) -> DateValue:
    if unit == "weekend":
        return days(weekend_of(day)) or unresolved("interval")
    week = week_bounds(day)
    first, last = shift(day, -6, "day"), shift(day, 6, "day")
    if word in ("ending", "ended"):
        week = (first, day) if first else None
    elif word != "of":
        week = (day, last) if last else None
    return days(week) or unresolved("interval")


def _week_in(t: Tokens, number: int, i: int, *, weekend: bool) -> Found:
    found = whole(t, i)
    value = resolved(found[0], t.today) if found else None
    if not found or not value or value.precision not in ("month", "year"):
        return None
    if value.start is None or value.end is None:
        return unresolved("interval"), found[1]
    month = value.start.month if number > 0 else value.end.month
    if weekend:
        saturday = nth_weekday(value.start.year, month, 6, number)
        return (days((saturday, saturday + timedelta(days=1))) or value, found[1]) if saturday else None
    week = (
        week_of_month(value.start.year, month, number) if value.precision == "month" or number < 5 else None
    )
    return (days(week) or unresolved("interval"), found[1]) if week else None


def _nth(t: Tokens, i: int) -> Found:
    """Read "the first Monday of next month", "the last Friday in June", "the third month of 2021"."""
    j = t.skip(i, "the")
    number = ordinal(t, j) or ((-1, j + 1) if t.at(j) == "last" else None)
    if not number or t.at(number[1] + 1) not in ("of", "in"):
        return None
    weekday, month = ANY_WEEKDAY.get(t.at(number[1])), t.at(number[1]) == "month"
    found = whole(t, number[1] + 2) if weekday or month else None
    value = resolved(found[0], t.today) if found else None
    if (
        not found
        or not value
        or value.precision not in ("month", "year")
        or (month and value.precision == "month")
    ):
        return None
    if value.start is None:
        return unresolved("month" if month else "day"), found[1]
    if month:
        at = 12 if number[0] < 0 else number[0]
        return (Part(value.start.year, at), found[1]) if at <= 12 else None
    if weekday is None or value.precision != "month":
        return None
    day = nth_weekday(value.start.year, value.start.month, weekday, number[0])
    return (days((day, day)) or value, found[1]) if day else None


def _numbered_week(t: Tokens, i: int) -> Found:
    """Read "week 31 of 2018" (ISO 8601)."""
    year = year_number(t, t.skip(t.skip(i + 2, ","), "of", "in"))
    if not year or not t.at(i + 1).isdecimal() or len(t.at(i + 1)) > 2:
        return None
    value = days(iso_week(year[0], int(t.at(i + 1))))
    return (value, year[1]) if value else None


def _day_of(t: Tokens, i: int) -> Found:
    """Read "the 3rd of next month"."""
    day = ordinal(t, t.skip(i, "the"))
    found = whole(t, day[1] + 1) if day and t.at(day[1]) == "of" else None
    return _day_in(found, day[0]) if found and day else None


def _first_day(t: Tokens, i: int) -> Found:
    """Read "the last day of March", "the first day of next month"."""
    j = t.skip(i, "the")
    if t.at(j) not in ("first", "last", "final") or t.at(j + 1) != "day" or t.at(j + 2) != "of":
        return None
    found = whole(t, j + 3)
    value = resolved(found[0], t.today) if found else None
    if not found or not value or value.precision == "day":
        return None
    day = value.start if t.at(j) == "first" else value.end
    return (days((day, day)) if day else None) or unresolved("day"), found[1]


def month_after(t: Tokens, i: int, day: int) -> Found:
    """Put a bare ``day`` into the month that follows at ``i``: "4 to 22 this month"."""
    found = whole(t, t.skip(i, "of", "in"))
    return _day_in(found, day) if found else None


def _day_in(found: tuple[Moment, int], day: int) -> Found:
    value = found[0]
    if not isinstance(value, DateValue) or value.precision != "month" or day > 31:
        return None
    if value.start is None:
        return unresolved("day"), found[1]
    return Part(value.start.year, value.start.month, day), found[1]


def _leading(t: Tokens, i: int) -> Found:
    """Read "the first three months of 2024", "the last 3 weeks of this year"."""
    j = t.skip(i, "the")
    if t.at(j) not in ("first", "last", "final", "opening", "closing"):
        return None
    number = count(t, j + 1)
    unit = UNITS.get(t.at(number[1]), "") if number else ""
    if not number or unit not in ("day", "week", "month", "year") or t.at(number[1] + 1) not in ("of", "in"):
        return None
    found = whole(t, number[1] + 2)
    value = resolved(found[0], t.today) if found else None
    if not found or not value or value.precision == "day":
        return None
    if value.start is None or value.end is None:
        return unresolved("interval"), found[1]
    return _leading_days(value, number[0], unit, t.at(j) in ("first", "opening")), found[1]


def _leading_days(value: DateValue, number: int, unit: str, first: bool) -> Moment:
    if value.start is None or value.end is None:
        return value
    if first:
        end = shift(value.start, number, unit)
        end = shift(end, -1, "day") if end else None
        return days((value.start, min(end or value.end, value.end))) or value
    after = shift(value.end, 1, "day")
    start = shift(after, -number, unit) if after else None
    return days((max(start or value.start, value.start), value.end)) or value


_ENDING = frozenset({"ending", "ended"})


def _ending(t: Tokens, i: int) -> Found:
    """Read "the year ending June", "the 12 months ended 31 March 2025": the whole units that end with a month or day.

    "The year to June" tells how a rate of June is counted, and stays June.
    """
    if _ENDING.isdisjoint(t.words[i + 1 : i + 7]):
        return None
    j = t.skip(i, "the")
    size = length(t, j) if UNITS.get(t.at(j)) is None else (Length(((1, UNITS[t.at(j)]),)), j + 1)
    at = size[1] if size else 0
    if not size or t.at(at) not in _ENDING or size[0].last_unit not in ("week", "month", "quarter", "year"):
        return None
    found = whole(t, t.skip(t.skip(at + 1, "in", "on"), "the", "end"))
    value = resolved(found[0], t.today) if found else None
    if not found or not value or value.precision not in ("day", "month"):
        return None
    after = shift(value.end, 1, "day") if value.end else None
    start = size[0].moved(after, -1)
    return (days((start, value.end)) if start and value.end else None) or unresolved("interval"), found[1]


MEMBERS: tuple[Rule[Moment], ...] = (
    Rule(_week_of, {*ORDINALS, "last", "final", "week", "weekend"}, the=True),
    Rule(_numbered_week, {"week"}),
    Rule(_nth, {*ORDINALS, "last"}, the=True),
    Rule(_day_of, ORDINALS, the=True),
    Rule(_first_day, {"first", "last", "final"}, the=True),
    Rule(_leading, {"first", "last", "final", "opening", "closing"}, the=True),
    Rule(_ending, {*NUMBERS, "year", "quarter", "month", "week"}, the=True, then=LENGTH_BEHIND),
)
