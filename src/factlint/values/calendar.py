"""Arithmetic on the proleptic Gregorian calendar: bounds of periods, shifts by units, movable feasts.

Functions return ``None`` where the result would leave the years 1 to 9999 that ``datetime.date`` holds.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

# EDTF sub-year groupings (ISO 8601-2, 4.8): code -> (first month, number of months, precision).
# Seasons follow the northern meteorological year; winter begins in December of its year.
GROUPS = {
    21: (3, 3, "season"),
    22: (6, 3, "season"),
    23: (9, 3, "season"),
    24: (12, 3, "season"),
    25: (3, 3, "season"),
    26: (6, 3, "season"),
    27: (9, 3, "season"),
    28: (12, 3, "season"),
    29: (9, 3, "season"),
    30: (12, 3, "season"),
    31: (3, 3, "season"),
    32: (6, 3, "season"),
    33: (1, 3, "quarter"),
    34: (4, 3, "quarter"),
    35: (7, 3, "quarter"),
    36: (10, 3, "quarter"),
    37: (1, 4, "interval"),
    38: (5, 4, "interval"),
    39: (9, 4, "interval"),
    40: (1, 6, "half"),
    41: (7, 6, "half"),
}

Bounds = tuple[date, date]


def month_bounds(year: int, month: int, count: int = 1) -> Bounds | None:
    """Return the first and last day of ``count`` months from ``month`` (which may run past December)."""
    last = month + count - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= last_year <= 9999:
        return None
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def bounds(year: int, month: int | None = None, day: int | None = None) -> Bounds | None:
    """Return the first and last day of a year, a month or sub-year grouping (21-41), or a day; ``None`` if
    there is no such day or period."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if month in GROUPS and day is None:
        first, count, _ = GROUPS[month]
        return month_bounds(year, first, count)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return month_bounds(year, month)
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day), date(year, month, day)


def shift(start: date, count: int, unit: str) -> date | None:
    """Return ``start`` moved by ``count`` days, weeks, months or years; the day is cut to the month's end."""
    if abs(count) > 4_000_000:
        return None
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is None:
        days = count * {"day": 1, "week": 7, "fortnight": 14}[unit]
        ordinal = start.toordinal() + days
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    year, month = divmod(start.year * 12 + start.month - 1 + count * months, 12)
    if not 1 <= year <= 9999:
        return None
    return start.replace(year=year, month=month + 1, day=min(start.day, monthrange(year, month + 1)[1]))


def week_bounds(day: date, shifted: int = 0) -> Bounds | None:
    """Return Monday and Sunday of the ISO 8601 week that holds ``day``, moved by ``shifted`` weeks."""
    monday = shift(day, shifted * 7 - day.weekday(), "day")
    sunday = monday and shift(monday, 6, "day")
    return (monday, sunday) if monday and sunday else None


def iso_week(year: int, week: int) -> Bounds | None:
    """Return Monday and Sunday of an ISO 8601 week."""
    try:
        return week_bounds(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def week_of_month(year: int, month: int, nth: int) -> Bounds | None:
    """Return the ``nth`` week (-1: the last) of a month; a week belongs to the month of its Thursday, as ISO
    8601 has it for years."""
    thursday = nth_weekday(year, month, 4, nth)
    return week_bounds(thursday) if thursday else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the ``nth`` (-1: the last) Monday=1 … Sunday=7 of a month."""
    days = month_bounds(year, month)
    if not days or not nth:
        return None
    first, last = days
    if nth < 0:
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    found = shift(first, (weekday - first.isoweekday()) % 7 + 7 * (nth - 1), "day")
    return found if found and found <= last else None


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Butcher's algorithm)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift_back = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift_back + 114, 31)
    return date(year, month, day + 1)


def distance(day: date, period: Bounds) -> int:
    """Return the days between ``day`` and the nearest day of ``period``; 0 inside it."""
    first, last = period
    return max((first - day).days, (day - last).days, 0)
