"""Days and periods counted from the reference date: yesterday, last Tuesday, next month, the past two weeks.

Conventions: "last"/"past" and a weekday is the latest such day before the reference date, "next" the one of the
following ISO week, "previous" the one of the ISO week before; "last year" is the calendar year. A count of
units ("the past two weeks") runs to the reference day, or from the day after it; quarters that are counted, and
decades to come, are calendar ones. "The previous …", "the following …" and "the next day" are told from within a story,
not from the reference date, and stay without bounds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factlint.values.base import DateValue
from factlint.values.calendar import bounds, shift, week_bounds
from factlint.values.dates.absolute import FISCAL, SCHOOL, fiscal, month_name
from factlint.values.dates.lengths import WAY, Length, calendar_unit, direction, run, stretch
from factlint.values.dates.parts import UNKNOWN_DAY, Found, Moment, Part, days, resolved, unresolved
from factlint.values.dates.rules import NUMBERS, Rule
from factlint.values.dates.tense import looks_ahead
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import ANY_WEEKDAY, CLOCK_UNITS, SEASONS, UNITS, WEEKDAYS

_NAMED_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}


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


def _after_next(t: Tokens, i: int) -> Found:
    """Read "the week after next", "the year before last"."""
    j = t.skip(i, "the")
    unit = UNITS.get(t.at(j), "")
    way = 2 if t.phrase(j + 1, "after", "next") else -2 if t.phrase(j + 1, "before", "last") else 0
    if not way or unit not in ("week", "month", "quarter", "year", "decade"):
        return None
    return (calendar_unit(t.today, unit, way) if t.today else unresolved(unit)), j + 3


def _the_weekend(t: Tokens, i: int) -> Found:
    """Read "the weekend" after "over", "at", "on": the one past, or to come where the sentence looks ahead."""
    if not t.phrase(i, "the", "weekend") or t.at(i - 1) not in (
        "over",
        "at",
        "on",
        "during",
        "of",
        "by",
        "since",
    ):
        return None
    if t.today is None:
        return unresolved("interval"), i + 2
    past = t.today.isoweekday() < 6 and not looks_ahead(t, i)
    return _weekend(t, -1 if past else 0, ""), i + 2


def directed(t: Tokens, i: int) -> Found:
    """Read "last Tuesday", "next month", "this year", "last September", "next summer", "last weekend"."""
    led = direction(t, i)
    if not led:
        return None
    way, word, j = led
    if t.at(j) in WEEKDAYS or (t.at(j) in ANY_WEEKDAY and t.capital(j)):
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
    the = "the" in (t.at(i), t.at(i - 1))
    if the and word in ("last", "past", "next", "coming") and t.at(j + 1) == "of":
        return None
    if word == "past" or (the and word == "last"):
        unit = UNITS.get(t.at(j), "")
        long = ("decade", "century") if word == "past" else ()
        if unit in ("week", "month", "year", *long) and t.at(j) in UNITS and not t.at(j).endswith("s"):
            return stretch(t, Length(((1, unit),)), -1), j + 1
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
    if t.at(i) in FISCAL and t.at(i + 1) == "year":
        value = (
            fiscal(t.today.year + way, t.at(i) in SCHOOL)
            if t.today and word != "story"
            else unresolved("year")
        )
        return value, i + 2
    j = t.skip(i, "calendar")
    unit = t.at(j)
    if unit in ("weekend", "weekends"):
        return _weekend(t, way, word), j + 1
    unit = UNITS.get(unit, "")
    if not unit or unit in CLOCK_UNITS or t.at(j) in ("night", "nights", "h") or t.at(j).endswith("s"):
        return None
    story = word == "story" or (unit == "day" and word == "next")
    if unit == "day" and word not in ("next", "story", "following", "previous"):
        return None
    if unit == "fortnight":
        return stretch(t, Length(((1, unit),)), way), j + 1
    return (unresolved(unit) if story or t.today is None else calendar_unit(t.today, unit, way)), j + 1


def _weekend(t: Tokens, way: int, word: str) -> DateValue:
    week = week_bounds(t.today, way) if t.today and word != "story" else None
    saturday = shift(week[0], 5, "day") if week else None
    return (days((saturday, week[1])) if week and saturday else None) or unresolved("interval")


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


_UNITS_ALONE = {"week", "month", "quarter", "year", "decade"}
RELATIVE: tuple[Rule[Moment], ...] = (
    Rule(_named_day, {*_NAMED_DAYS, "day"}, the=True),
    Rule(_weekday_of_week, {*ANY_WEEKDAY, *WAY}, the=True),
    Rule(directed, WAY, the=True),
    Rule(_after_next, _UNITS_ALONE, the=True),
    Rule(_the_weekend, {"weekend"}, the=True),
    Rule(run, {"within", *WAY, *NUMBERS}, the=True, then=frozenset({"past"})),
)
