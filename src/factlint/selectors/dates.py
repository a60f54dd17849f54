"""The dates of rows, as the days they span."""

from __future__ import annotations

from datetime import date

from factlint.values.base import DateValue

OPEN = ("", "..")


def row_date(text: str) -> DateValue:
    """Read the date of a row. Raises the FL3xx errors."""
    from factlint.values.edtf import parse_edtf

    return parse_edtf(text)


def start_of(text: str) -> date:
    """Return the first day that a date may mean; the beginning of time for an open one."""
    return date.min if text in OPEN else row_date(text).start or date.min


def covers(interval: tuple[str, str], day: date) -> bool:
    """Say whether a validity interval covers ``day``: from its first day, up to but not on its last.

    On the day of a change the successor holds. Where the end is only known as a month or a year, that
    whole month or year is covered; an interval within one day covers that day.
    """
    first, last = start_of(interval[0]), _until(interval[1])
    return first <= day and (last is None or day < last or day == first)


def changes(intervals: list[tuple[str, str]]) -> list[date]:
    """Return the days on which any of the intervals starts or ends, in order."""
    days = {start_of(first) for first, _ in intervals}
    days |= {end for _, last in intervals if (end := _until(last))}
    return sorted(days)


def _until(text: str) -> date | None:
    if text in OPEN:
        return None
    value = row_date(text)
    if value.precision == "day" or value.end is None or value.end == date.max:
        return value.end
    return date.fromordinal(value.end.toordinal() + 1)
