"""Dates as stretches of days: what one may mean, and how two stand to each other."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction

from factlint.values.base import DateValue
from factlint.values.edtf import parse_edtf

_VAGUE = re.compile(
    r"\b(?:early|mid|late|last|this|next|past|recent|beginning|middle|end|weekend|overnight"
    r"|before|after|by|prior|earlier|later)\b",
    re.IGNORECASE,
)


class Standing(Enum):
    """How a found stretch of days stands to a claimed one."""

    WITHIN = "within"  # every day of it is accepted
    APART = "apart"
    AROUND = "around"  # it holds all of the claim's days and more
    ACROSS = "across"  # they share some


def is_span(value: DateValue) -> bool:
    """Whether the words mean the whole stretch (from 1939 to 1945, since 2006) rather than a day in it."""
    return "/" in value.edtf and not _VAGUE.search(value.text)


def ends(value: DateValue) -> tuple[DateValue | None, DateValue | None]:
    """Return the dates that a span starts and ends with, each as exact as it was stated."""
    first, _, last = value.edtf.partition("/")
    return _end(first), _end(last)


def _end(edtf: str) -> DateValue | None:
    return None if edtf in ("", "..") else parse_edtf(edtf)


def standing(claimed: DateValue, found: DateValue) -> Standing:
    """Relate two stretches; an open side reaches for ever."""
    ours, theirs = _days(claimed), _days(found)
    if theirs[1] < ours[0] or ours[1] < theirs[0]:
        return Standing.APART
    if ours[0] <= theirs[0] and theirs[1] <= ours[1]:
        return Standing.WITHIN
    if theirs[0] <= ours[0] and ours[1] <= theirs[1]:
        return Standing.AROUND
    return Standing.ACROSS


def _days(value: DateValue) -> tuple[date, date]:
    return value.start or date.min, value.end or date.max


def widened(value: DateValue, share: Fraction) -> DateValue:
    """Return an approximate date with a part of its own length added on either side."""
    if not value.approximate or value.start is None or value.end is None:
        return value
    margin = timedelta(days=round(share * ((value.end - value.start).days + 1)))
    start = max(value.start.toordinal() - margin.days, 1)
    end = min(value.end.toordinal() + margin.days, date.max.toordinal())
    return DateValue(
        date.fromordinal(start), date.fromordinal(end), value.precision, value.edtf, True, value.text
    )


def coarsened(value: DateValue, precision: str) -> DateValue:
    """Return the year or month that a day lies in; other dates, and other precisions, as they are."""
    start = value.start
    if start is None or value.precision not in ("day", "month") or precision not in ("month", "year"):
        return value
    return parse_edtf(f"{start:%Y}" if precision == "year" else f"{start:%Y-%m}")


def apart(claimed: DateValue, found: DateValue) -> str:
    """Say how far the claim is from the reference: ``8 days too early``; empty where they meet."""
    ours, theirs = _days(claimed), _days(found)
    if ours[1] < theirs[0]:
        return f"{_years(claimed, found) or _length((theirs[0] - ours[1]).days)} too early"
    if theirs[1] < ours[0]:
        return f"{_years(claimed, found) or _length((ours[0] - theirs[1]).days)} too late"
    return ""


def _years(claimed: DateValue, found: DateValue) -> str:
    """Return the difference in years of a claim that names a year."""
    if claimed.precision != "year" or claimed.start is None or found.start is None:
        return ""
    years = abs(claimed.start.year - found.start.year)
    return "1 year" if years == 1 else f"{years} years"


def _length(days: int) -> str:
    for unit, size, least in (("year", 365.25, 730), ("month", 30.4375, 60)):
        if days >= least:
            return f"{round(days / size)} {unit}s"
    return "1 day" if days == 1 else f"{days} days"
