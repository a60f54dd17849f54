"""Extended Date/Time Format (Library of Congress, ISO 8601-2): levels 0 and 1, and of level 2 the sub-year
groupings (quarters, thirds, halves), one-of sets ``[a..b]``, decades ``193X`` and qualified components.

A date is read into the first and last day that it may mean. ``X`` stands for any digit. A year before 1 (``-0043``)
is kept as text, without days.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factlint.errors import UnreadableValueError
from factlint.values.base import DateValue
from factlint.values.calendar import GROUPS, bounds

_DATE = re.compile(
    r"([?~%]?)([0-9X]{4})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?\Z"
)
_BEFORE_CHRIST = re.compile(r"-[0-9]{4}\Z")
_LONGEST = 64
HINT = "write 2025-08-28, 2025-08, 2025, 2022/2024, 2006/.., 193X or [2025-08-28..2025-08-29]"


def looks_like_edtf(text: str) -> bool:
    """Say whether ``text`` is made of EDTF's characters only, so that prose can be tried otherwise."""
    return bool(re.fullmatch(r"\[[0-9X?~%,. -]*\]|\{[0-9X?~%,. -]*\}|[0-9X?~%./-]*", text[: _LONGEST + 1]))


def parse_edtf(text: str) -> DateValue:
    """Read one EDTF text; ``text`` of the value is as given.

    Raises UnreadableValueError for anything else, and for days that don't exist (2025-02-30).
    """
    edtf = text.strip()
    if len(edtf) > _LONGEST:
        raise UnreadableValueError("this text is too long for a date", hint=HINT)
    if edtf[:1] in ("[", "{"):
        return replace(_set(edtf), text=text)
    if "/" in edtf:
        return replace(_interval(edtf), text=text)
    return replace(_single(edtf), text=text)


def edtf_date(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Write a date, month (or grouping 21-41) or year; unknown parts before a known one become X."""
    parts = ["XXXX" if year is None else f"{year:04d}"]
    if month is not None or day is not None:
        parts.append("XX" if month is None else f"{month:02d}")
    if day is not None:
        parts.append(f"{day:02d}")
    return "-".join(parts)


def edtf_interval(start: str, end: str) -> str:
    """Join two EDTF dates to an interval; an empty side is open (``..``). Equal sides stay one date."""
    if start == end:
        return start
    return f"{start or '..'}/{end or '..'}"


def _single(edtf: str) -> DateValue:
    if _BEFORE_CHRIST.match(edtf):
        return DateValue(None, None, "year", edtf, False, edtf)
    match = _DATE.match(edtf)
    if not match:
        raise UnreadableValueError(f"{edtf!r} is no date", hint=HINT)
    year, month, day = match.group(2, 5, 8)
    first, last = _edge(year, month, day, "0"), _edge(year, month, day, "9")
    if "X" not in edtf and (first is None or last is None):
        raise UnreadableValueError(f"{edtf} doesn't exist in the calendar", hint=HINT)
    hedged = any(match.group(1, 3, 4, 6, 7, 9))
    return DateValue(first, last, _precision(year, month, day), edtf, hedged, edtf)


def _edge(year: str, month: str | None, day: str | None, fill: str) -> date | None:
    """Return the first (fill 0) or last (fill 9) day that a date with X may mean; None if the year is
    wholly unknown or there is no such day."""
    if year == "XXXX":
        return None
    years = int(year.replace("X", fill)) or int("X" in year)
    if day == "XX":
        day = None
    if month == "XX":
        month = day and ("01" if fill == "0" else "12")
    months = None if month is None else _filled(month, fill, 12)
    whole = bounds(years, months)
    if day is None or whole is None:
        return whole and whole[fill == "9"]
    found = bounds(years, months, _filled(day, fill, whole[1].day))
    return found and found[0]


def _filled(digits: str, fill: str, most: int) -> int:
    if "X" not in digits:
        return int(digits)
    return min(max(int(digits.replace("X", fill)), 1), most)


def _precision(year: str, month: str | None, day: str | None) -> str:
    if day is not None and day != "XX":
        return "day"
    if month is not None and month != "XX":
        return GROUPS[int(month)][2] if month.isdigit() and int(month) in GROUPS else "month"
    return {0: "year", 1: "decade", 2: "century"}.get(year.count("X"), "interval" if "X" in year else "year")


def _interval(edtf: str) -> DateValue:
    first, _, last = edtf.partition("/")
    if first in ("", "..") and last in ("", ".."):
        raise UnreadableValueError(f"{edtf!r} is open on both sides", hint=HINT)
    if first == last:
        return _single(first)
    start = None if first in ("", "..") else _single(first)
    end = None if last in ("", "..") else _single(last)
    if start and end and start.start and end.end and start.start > end.end:
        raise UnreadableValueError(f"{edtf!r} ends before it starts", hint=HINT)
    return DateValue(
        start.start if start else None,
        end.end if end else None,
        "interval",
        edtf_interval(start.edtf if start else "", end.edtf if end else ""),
        bool(start and start.approximate) or bool(end and end.approximate),
        edtf,
    )


def _set(edtf: str) -> DateValue:
    if edtf[-1] != {"[": "]", "{": "}"}[edtf[0]]:
        raise UnreadableValueError(f"{edtf!r} has no closing bracket", hint=HINT)
    inner = edtf[1:-1].replace(" ", "")
    members = [side for item in inner.split(",") for side in item.split("..", 1)]
    days = [_single(member) for member in members if member]
    if not days:
        raise UnreadableValueError(f"{edtf!r} holds no date", hint=HINT)
    starts, ends = [day.start for day in days], [day.end for day in days]
    open_start, open_end = not members[0], not members[-1]
    start = None if open_start or None in starts else min(day for day in starts if day)
    end = None if open_end or None in ends else max(day for day in ends if day)
    hedged = any(day.approximate for day in days)
    return DateValue(start, end, "interval", f"{edtf[0]}{inner}{edtf[-1]}", hedged, edtf)
