"""Moments told by their distance in hours, minutes or seconds: two hours ago, in the past 24 hours, within 2h.

They are resolved only where the reference is a moment and not a whole day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from fractions import Fraction

from factlint.values.base import TimeValue
from factlint.values.dates.lengths import direction
from factlint.values.dates.numerals import amount
from factlint.values.dates.rules import NUMBERS
from factlint.values.dates.tense import looks_ahead
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import UNITS

_COUNTS = NUMBERS | {"a", "an", "half", "couple", "dozen"}


def hours_away(t: Tokens, i: int) -> tuple[TimeValue, int] | None:
    """Read "two hours ago", "30 minutes from now", "in 5 minutes", "the past 24 hours", "within 2h"."""
    led = t.skip(i, "in", "within")
    toward = direction(t, led)
    if toward and toward[0]:
        size = clock_length(t, toward[2]) or _one_hour(t, toward[2])
        return (_reach(t, timedelta(seconds=size[0]) * toward[0]), size[1]) if size else None
    size = clock_length(t, led)
    if not size:
        return None
    if t.at(size[1]) == "past":
        return None
    reach, j = timedelta(seconds=size[0]), size[1]
    unit = UNITS.get(t.at(j - 1), "minute")
    if t.at(j) == "ago":
        return _moment(t, -reach, unit), j + 1
    now = t.phrase(j, "from", "now") or t.phrase(j, "’", "time") or t.phrase(j, "'", "time")
    if now:
        return _moment(t, reach, unit), now
    if led == i or not looks_ahead(t, i):
        return None
    if t.at(i) == "within":
        return (_reach(t, reach), j) if t.now else None
    return (_moment(t, reach, unit), j) if not t.at(j).isalnum() and unit != "second" else None


def at_present(t: Tokens, i: int) -> tuple[TimeValue, int] | None:
    """Read "at present", "at the moment": the reference moment."""
    j = (
        t.phrase(i, "at", "present")
        or t.phrase(i, "at", "the", "present", "time")
        or t.phrase(i, "at", "the", "moment")
    )
    return (_moment(t, timedelta(), "minute"), j) if j else None


def _one_hour(t: Tokens, i: int) -> tuple[int, int] | None:
    return (3600, i + 1) if t.at(i) == "hour" else None


_SECONDS = {"hour": 3600, "minute": 60, "second": 1}


def clock_length(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read up to three counts of hours, minutes or seconds ("3 hours and 30 minutes") as seconds."""
    if t.keys[i] not in _COUNTS:
        return None
    seconds: Fraction | int = 0
    j = i
    for _ in range(3):
        number = amount(t, t.skip(j, "and", ",") if seconds else j)
        size = _SECONDS.get(UNITS.get(t.at(number[1]), "")) if number else None
        if not number or not size:
            break
        seconds, j = seconds + number[0] * size, number[1] + 1
    return (int(seconds), j) if seconds else None


def _moment(t: Tokens, offset: timedelta, unit: str) -> TimeValue:
    try:
        at = t.now + offset if t.now else None
    except OverflowError:
        at = None
    return TimeValue(at, at, at.isoformat() if at else "XXXX-XX-XXTXX", unit)


def _reach(t: Tokens, offset: timedelta) -> TimeValue:
    moved = _moment(t, offset, "minute")
    if t.now is None or not isinstance(moved.start, datetime):
        return replace(moved, start=None, end=None, iso="XXXX-XX-XXTXX")
    first, last = sorted((t.now, moved.start))
    return TimeValue(first, last, f"{first.isoformat()}/{last.isoformat()}")
