"""The dates of rows, as EDTF and as the days they span."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from factlint.documents.periods import edtf_of
from factlint.errors import ValueProblem
from factlint.values.base import Context, DateValue

OPEN = ".."


def edtf(text: str, date_order: str = "", place: str = "") -> str:
    """Write a row's date (EDTF, a statistical period or printed words) as EDTF; an empty one is open.

    Raises the FL3xx errors, naming the row's ``place``.
    """
    if text in ("", OPEN):
        return OPEN
    try:
        return _read(text, date_order)
    except ValueProblem as error:
        raise type(error)(f"{place}: {error.message}" if place else error.message, hint=error.hint) from None


@lru_cache(maxsize=4096)
def _read(text: str, date_order: str) -> str:
    from factlint.values.dates import parse

    return parse(edtf_of(text), Context(date_order=date_order)).edtf


def start_of(day: str) -> date:
    """Return the first day that an EDTF date may mean; the beginning of time for an open one."""
    return date.min if day == OPEN else _value(day).start or date.min


def end_of(day: str) -> date:
    """Return the last day that an EDTF date may mean; the end of time for an open one."""
    return date.max if day == OPEN else _value(day).end or date.max


def covers(interval: tuple[str, str], day: date) -> bool:
    """Say whether a validity interval of EDTF dates covers ``day``: up to, but not on, its last day.

    On the day of a change the successor holds. Where the end is only known as a month or a year, that
    whole month or year is covered; an interval within one day covers that day.
    """
    first, last = start_of(interval[0]), _until(interval[1])
    return first <= day and (day < last or day == first)


def changes(intervals: list[tuple[str, str]]) -> list[date]:
    """Return the days on which any of the intervals starts or ends, in order."""
    days = {start_of(first) for first, _ in intervals}
    days |= {_until(last) for _, last in intervals} - {date.max}
    return sorted(days)


def _until(day: str) -> date:
    """Return the first day that is no longer covered."""
    end = end_of(day)
    if end == date.max or _value(day).precision == "day":
        return end
    return date.fromordinal(end.toordinal() + 1)


@lru_cache(maxsize=4096)
def _value(day: str) -> DateValue:
    from factlint.values.edtf import parse_edtf

    return parse_edtf(day)
