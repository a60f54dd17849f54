"""Days that have a name, where the name means one day the world over or in the English-speaking press.

Days whose date depends on the country (Independence Day, Labour Day, Mother's Day) are read only where the
declared date order is the American one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from factlint.values.base import DateValue
from factlint.values.calendar import Bounds, distance, easter, nth_weekday, shift, week_bounds
from factlint.values.dates.numerals import year_number
from factlint.values.dates.parts import UNKNOWN_DAY, Found, Moment, Part, days
from factlint.values.dates.rules import Rule
from factlint.values.dates.tokens import Tokens

_FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "xmas": (12, 25), "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year ' s day": (1, 1), "new year ' s": (1, 1), "new year day": (1, 1), "new year": (1, 1),
    "new year ' s eve": (12, 31), "new year eve": (12, 31), "hogmanay": (12, 31), "halloween": (10, 31),
    "valentine ' s day": (2, 14), "juneteenth": (6, 19), "earth day": (4, 22), "international women ' s day": (3, 8),
    "international workers ' day": (5, 1), "may day": (5, 1), "bastille day": (7, 14), "st patrick ' s day": (3, 17),
    "armistice day": (11, 11), "human rights day": (12, 10), "world aids day": (12, 1),
}  # fmt: skip
_FROM_EASTER = {
    "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7, "ash wednesday": -46,
    "shrove tuesday": -47, "ascension day": 39, "pentecost": 49, "whit monday": 50, "maundy thursday": -3,
}  # fmt: skip
_AFTER_THANKSGIVING = {"thanksgiving": 0, "thanksgiving day": 0, "black friday": 1, "cyber monday": 4}
_LONGEST_NAME = 5
_BEFORE_NEW_YEAR = ("before", "after", "until", "since", "by", "at", "on")
# Where month-day order is declared, the press is American and so are these days.
_AMERICAN = {
    "independence day": lambda year: date(year, 7, 4),
    "veterans day": lambda year: date(year, 11, 11),
    "flag day": lambda year: date(year, 6, 14),
    "groundhog day": lambda year: date(year, 2, 2),
    "cinco de mayo": lambda year: date(year, 5, 5),
    "freedom day": lambda year: date(year, 6, 19),
    "jubilee day": lambda year: date(year, 6, 19),
    "labor day": lambda year: _nth(year, 9, 1, 1),
    "memorial day": lambda year: _nth(year, 5, 1, -1),
    "martin luther king day": lambda year: _nth(year, 1, 1, 3),
    "mlk day": lambda year: _nth(year, 1, 1, 3),
    "presidents day": lambda year: _nth(year, 2, 1, 3),
    "columbus day": lambda year: _nth(year, 10, 1, 2),
    "mother ' s day": lambda year: _nth(year, 5, 7, 2),
    "mothers day": lambda year: _nth(year, 5, 7, 2),
    "father ' s day": lambda year: _nth(year, 6, 7, 3),
    "fathers day": lambda year: _nth(year, 6, 7, 3),
}


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    return nth_weekday(year, month, weekday, nth) or date(year, month, 1)


def _thanksgiving(year: int, later: int) -> date:
    fourth = nth_weekday(year, 11, 4, 4)
    return (fourth or date(year, 11, 25)) + timedelta(days=later)


def _rule(name: str, american: bool) -> Callable[[int], date] | None:
    if name in _FROM_EASTER:
        return lambda year: easter(year) + timedelta(days=_FROM_EASTER[name])
    if name in _AFTER_THANKSGIVING:
        return lambda year: _thanksgiving(year, _AFTER_THANKSGIVING[name])
    if american and name in _AMERICAN:
        return _AMERICAN[name]
    if name in _FIXED:
        return lambda year: date(year, *_FIXED[name])
    return None


def holiday(t: Tokens, i: int) -> Found:
    """Read a named day with or without its year: "Christmas Eve", "Good Friday 2024", "last Easter"."""
    way = {"last": -1, "next": 1, "this": 0}.get(t.at(i))
    start = i + (way is not None)
    named = _name(t, t.skip(start, "the") if way is None else start)
    if not named:
        return None
    rule, j, fixed = named
    if t.at(j) == "weekend":
        return _weekend(t, rule, j + 1)
    found = year_number(t, t.skip(t.skip(j, ","), "of", "in"))
    if found and way is None and 1583 <= found[0] <= 2999:
        return _on(rule(found[0])), found[1]
    if t.today is None:
        return (Part(month=fixed[0], day=fixed[1]) if fixed else UNKNOWN_DAY), j
    return _on(_year_less(rule, t.today, way)), j


def _name(t: Tokens, i: int) -> tuple[Callable[[int], date], int, tuple[int, int] | None] | None:
    """Return the rule of the longest name at ``i``, the index past it and its month and day if they're fixed."""
    if not t.capital(i) and (
        t.at(i) in ("good", "may") or (t.at(i) == "new" and t.at(i - 1) not in _BEFORE_NEW_YEAR)
    ):
        return None
    for size in range(_LONGEST_NAME, 0, -1):
        name = " ".join(t.words[i : i + size]).replace("’", "'")
        rule = _rule(name, t.order == "mdy")
        if rule and not (name == "new year" and t.at(i + size) in ("-", "resolution", "resolutions")):
            return rule, i + size, _FIXED.get(name)
    return None


def _weekend(t: Tokens, rule: Callable[[int], date], i: int) -> Found:
    """Read what follows a name in "Halloween weekend 2021"."""
    found = year_number(t, t.skip(i, "of"))
    if not found and t.today is None:
        return DateValue(None, None, "interval", "XXXX"), i
    day = rule(found[0]) if found else _year_less(rule, t.today or date.max, None)
    value = days(weekend_of(day))
    return (value, found[1] if found else i) if value else None


def weekend_of(day: date) -> Bounds | None:
    """Return the weekend of a holiday: Saturday and Sunday of its week, and the days that join it to them."""
    before = day.isoweekday() == 1
    week = week_bounds(day, -1 if before else 0)
    saturday = shift(week[0], 5, "day") if week else None
    if not week or not saturday:
        return None
    return min(saturday, day) if day.isoweekday() >= 4 else saturday, max(week[1], day)


def _year_less(rule: Callable[[int], date], today: date, way: int | None) -> date:
    years = range(max(today.year - 2, 1583), min(today.year + 3, 2999))
    options = [rule(year) for year in years] or [today]
    if way == -1:
        options = [day for day in options if day < today] or options
        return options[-1]
    if way == 1:
        return next((day for day in options if day > today), options[-1])
    return min(options, key=lambda day: distance(today, (day, day)))


def _on(day: date) -> DateValue:
    return replace(UNKNOWN_DAY, start=day, end=day, edtf=day.isoformat())


_NAMES = (*_FIXED, *_FROM_EASTER, *_AFTER_THANKSGIVING, *_AMERICAN)
HOLIDAYS: Rule[Moment] = Rule(
    holiday, {"last", "next", "this", *(name.split()[0] for name in _NAMES)}, the=True
)
