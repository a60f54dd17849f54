"""How two dates lie to each other, as stretches of days. A side that is open has no end; a date whose days are
not known (no bound on either side) relates to nothing."""

from __future__ import annotations

from datetime import date

from factlint.values.base import DateValue


def _days(value: DateValue) -> tuple[date, date] | None:
    """Return the first and last day, the open side at the calendar's end; None if they aren't known."""
    if value.start is None and value.end is None:
        return None
    return value.start or date.min, value.end or date.max


def within(inner: DateValue, outer: DateValue) -> bool:
    """Say whether every day that ``inner`` may mean is one of ``outer``'s."""
    few, many = _days(inner), _days(outer)
    return bool(few and many and many[0] <= few[0] and few[1] <= many[1])


def overlaps(one: DateValue, other: DateValue) -> bool:
    """Say whether the two have a day in common."""
    first, second = _days(one), _days(other)
    return bool(first and second and first[0] <= second[1] and second[0] <= first[1])


def before(one: DateValue, other: DateValue) -> bool:
    """Say whether ``one`` is over before ``other`` begins."""
    first, second = _days(one), _days(other)
    return bool(first and second and first[1] < second[0])


def same(one: DateValue, other: DateValue) -> bool:
    """Say whether the two mean the same days."""
    return _days(one) is not None and _days(one) == _days(other)
