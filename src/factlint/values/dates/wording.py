"""Print a date in words, in the style of the words that it is to replace.

``parse(format_date(value, like), context)`` gives the same value again. What has no words in that style (years
before 1000, one-of sets, southern seasons) is printed as its EDTF text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.values.base import DateValue
from factlint.values.dates.words import MONTH_NAMES

_PIECE = re.compile(r"(XXXX|[12]\d{3}|[12]\dXX|[12]\d{2}X)(?:-(\d\d))?(?:-(\d\d))?\Z")
_MONTH = "|".join(name[:3] for name in MONTH_NAMES)
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_NTH = ("first", "second", "third", "fourth")
_THIRDS = {37: "early ", 38: "mid-", 39: "late "}


@dataclass(frozen=True, slots=True)
class Style:
    """How a date is printed: month before day, months abbreviated (with a full stop), the year left out."""

    month_first: bool = False
    short: str = ""
    year_less: bool = False
    fall: bool = False
    spelt_quarter: bool = False
    iso: bool = False

    def month(self, number: int) -> str:
        """Return the month's name; those of four letters or fewer aren't abbreviated."""
        name = MONTH_NAMES[number - 1]
        if not self.short or len(name) <= 4:
            return name
        return f"{'Sept' if number == 9 else name[:3]}{self.short.strip()}"


def style_of(like: str) -> Style:
    """Return the style of ``like``."""
    abbreviated = re.search(rf"\b(?:{_MONTH}|Sept)\b(\.?)", like.replace("May", ""))
    return Style(
        month_first=bool(re.search(rf"\b(?:{_MONTH})[a-z]*\.? \d", like))
        and not re.search(r"\d (?:of )?[A-Z]", like),
        short=(abbreviated[1] or " ") if abbreviated else "",
        year_less=bool(re.search(rf"\b(?:{_MONTH})", like)) and not re.search(r"\d{4}", like),
        fall="fall" in like.lower(),
        spelt_quarter="quarter" in like.lower(),
        iso=bool(re.search(r"\d{4}-\d\d", like)),
    )


def format_date(value: DateValue, like: str | None = None) -> str:
    """Print ``value`` in the style of ``like`` ("Feb. 24, 2022", "3 September", "2022-02-24"), day first and in
    full by default. Words without a year are only right beside the reference date they were read with."""
    style = style_of(like or "")
    first, last = _sides(value.edtf)
    if style.iso or first is None or last is None:
        return value.edtf
    start, end = _words(first, style), _words(last, style)
    if start is None or end is None:
        return value.edtf
    if "/" not in value.edtf:
        return f"around {start}" if value.edtf.endswith("~") else start
    if not start or not end:
        return f"since {start}" if start else f"until {end}"
    return f"from {_begun(start, end)} to {end}"


def _begun(start: str, end: str) -> str:
    """Leave out of ``start`` the year that ``end`` repeats: from 3 May to 4 June 2022."""
    same = start[-4:].isdecimal() and start[-4:] == end[-4:] and start[:1].isdecimal() and end[:1].isdecimal()
    return start[:-5] if same and len(start) > 4 < len(end) else start


def _sides(edtf: str) -> tuple[str | None, str | None]:
    """Return the two ends of an EDTF text without their hedge, "" for an open one, None if it has no words."""
    if edtf[:1] in ("[", "{") or "?" in edtf or "%" in edtf or ("~" in edtf and "/" in edtf):
        return None, None
    first, sign, last = edtf.rstrip("~").partition("/")
    return ("" if first == ".." else first), ("" if last == ".." else last if sign else first)


def _words(piece: str, style: Style) -> str | None:
    """Print one EDTF date; None if it has no words."""
    if not piece:
        return ""
    match = _PIECE.match(piece)
    if not match or (match[1] == "XXXX" and not match[2]):
        return None
    if "X" in match[1] and match[1] != "XXXX":
        return None if match[2] else _long_period(match[1])
    year = "" if match[1] == "XXXX" or (style.year_less and match[2]) else match[1]
    if match[2] is None:
        return year if int(year) < 2200 else None
    month = int(match[2])
    if month > 12:
        return _part_of_year(year, month, style)
    return _day(year, month, match[3], style)


def _day(year: str, month: int, day: str | None, style: Style) -> str:
    name = style.month(month)
    if day is None:
        return f"{name} {year}".strip()
    if style.month_first:
        return f"{name} {int(day)}" + (f", {year}" if year else "")
    return f"{int(day)} {name} {year}".strip()


def _long_period(digits: str) -> str | None:
    """Print a decade or century; "the 1900s" would be the century."""
    if not digits.endswith("XX"):
        return f"the {digits[:3]}0s" if digits[2] != "0" or digits == "200X" else None
    number = int(digits[:2]) + 1
    suffix = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{suffix} century"


def _part_of_year(year: str, group: int, style: Style) -> str | None:
    if not year or int(year) >= 2200:
        return None
    if group in _SEASONS:
        return f"{'fall' if style.fall and group == 23 else _SEASONS[group]} {year}"
    if group in _THIRDS:
        return f"{_THIRDS[group]}{year}"
    if 33 <= group <= 36:
        return f"the {_NTH[group - 33]} quarter of {year}" if style.spelt_quarter else f"Q{group - 32} {year}"
    return f"the {_NTH[group - 40]} half of {year}" if group in (40, 41) else None
