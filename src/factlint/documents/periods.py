"""Statistical time periods as EDTF."""

from __future__ import annotations

import re
from datetime import date, timedelta

_PERIOD = re.compile(r"(\d{4})(?:-?(A1|[SHBTQ]\d|M\d{2}|W\d{2}|D\d{3}))?$")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$")
_GROUPS = {"Q": 33, "T": 37, "S": 40, "H": 40, "B": 40}  # ISO 8601-2: quarters, thirds, halves of a year


def edtf_of(period: str) -> str:
    """Write an SDMX time period (``2024-Q1``, ``2024M05``, ``2024-W05`` …) as EDTF, a moment as its day.

    Other text is returned as it is.
    """
    moment = _MOMENT.match(period)
    if moment:
        return moment[1]
    match = _PERIOD.match(period)
    if not match or not match[2] or match[2] == "A1":
        return match[1] if match else period
    year, kind, number = int(match[1]), match[2][0], int(match[2][1:])
    if kind in _GROUPS:
        return f"{year}-{_GROUPS[kind] + number - 1}"
    if kind == "M":
        return f"{year}-{number:02d}"
    return _days(year, kind, number) or period


def _days(year: int, kind: str, number: int) -> str:
    try:
        if kind == "D":
            return (date(year, 1, 1) + timedelta(days=number - 1)).isoformat()
        return "/".join(date.fromisocalendar(year, number, day).isoformat() for day in (1, 7))
    except ValueError:
        return ""
