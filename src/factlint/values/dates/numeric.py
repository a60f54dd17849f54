"""Dates in figures: ISO 8601, 24/02/22 in a declared order, 24.02.2022."""

from __future__ import annotations

from datetime import date

from factlint.values.base import DateValue
from factlint.values.calendar import bounds
from factlint.values.dates.numerals import full_year, year_number
from factlint.values.dates.parts import Found, Part
from factlint.values.dates.tokens import Tokens

_CUES = frozenset("on from between by until till since before after for to".split())


def numeric_date(t: Tokens, i: int, *, cued: bool = False) -> Found:
    """Read a date in figures at ``i``. A year-less one (24/2) needs a declared order and a word such as "on"
    before it, or ``cued``."""
    if not t.at(i).isdecimal() or _clings(t, i):
        return None
    if len(t.at(i)) == 8:
        return _compact(t, i)
    sign = t.at(i + 1)
    if sign.isdecimal():
        return _spaced(t, i)
    if sign not in ("-", "/", ".") or not (t.glued(i + 1) and t.glued(i + 2) and t.at(i + 2).isdecimal()):
        return None
    if t.at(i + 3) == sign and t.glued(i + 3) and t.glued(i + 4) and t.at(i + 4).isdecimal():
        return None if _goes_on(t, i + 5, sign) else _three(t, i, (t.at(i), t.at(i + 2), t.at(i + 4)))
    return None if _goes_on(t, i + 3, sign) else _two(t, i, sign, cued)


def _three(t: Tokens, i: int, figures: tuple[str, str, str]) -> Found:
    sizes = tuple(len(item) for item in figures)
    first, second, third = (int(item[:4]) for item in figures)
    if sizes[0] == 4 and max(sizes[1:]) <= 2:
        return Part(first, second, third), i + 5
    if max(sizes[:2]) > 2 or sizes[2] not in (2, 4):
        return None
    year = third if sizes[2] == 4 else full_year(third)
    if t.order == "ymd" and sizes == (2, 2, 2):
        return Part(full_year(first), second, third), i + 5
    options = [
        Part(year, month, day) for month, day in _orders(first, second, t.order) if bounds(year, month, day)
    ]
    if not options or (sizes[2] == 2 and t.at(i + 1) == "." and not t.order):
        return None
    return (options[0] if len(options) == 1 else _either(options)), i + 5


def _two(t: Tokens, i: int, sign: str, cued: bool) -> Found:
    head, tail = t.at(i), t.at(i + 2)
    if len(head) == 4 and len(tail) == 2 and sign in "-/" and 1 <= int(tail) <= 12 and head[0] in "12":
        return (Part(int(head), int(tail)), i + 3) if sign == "-" and not _season(t, i) else None
    if len(tail) == 4 and sign == "/" and 1 <= int(head[:3]) <= 12 and tail[:2] in ("19", "20"):
        return (Part(int(tail), int(head)), i + 3) if len(head) <= 2 else None
    cued = cued or (sign == "/" and (t.at(i - 1) in _CUES or _joined(t, i)))
    if max(len(head), len(tail)) > 2 or not cued or sign == "." or not t.order:
        return None
    orders = [order for order in _orders(int(head), int(tail), t.order) if bounds(2000, *order)]
    if len(orders) != 1:
        return None
    year = year_number(t, i + 4) if t.at(i + 3) == "," else None
    return Part(year[0] if year else None, *orders[0]), year[1] if year else i + 3


def _joined(t: Tokens, i: int) -> bool:
    """Say whether the figures at ``i`` are one end of a stretch such as 10/1-11/7."""
    after = t.at(i + 3) == "-" and t.at(i + 5) == "/" and t.at(i + 6).isdecimal()
    before = t.at(i - 1) == "-" and t.at(i - 3) == "/" and t.at(i - 2).isdecimal()
    return after or before


def _season(t: Tokens, i: int) -> bool:
    """Say whether 2008-09 is two years: an article stands before it, or "season" after it."""
    following = int(t.at(i + 2)) == (int(t.at(i)) + 1) % 100
    return following and (t.at(i - 1) == "the" or t.at(i + 3) in ("season", "winter", "campaign"))


def _orders(first: int, second: int, order: str) -> list[tuple[int, int]]:
    """Return the (month, day) readings: the declared order, or whichever is possible where it is not."""
    day_first, month_first = (second, first), (first, second)
    if first == second:
        return [day_first]
    if order == "mdy":
        return [month_first] if first <= 12 else [day_first]
    if order in ("dmy", "ymd"):
        return [day_first] if second <= 12 else [month_first]
    return [reading for reading in (day_first, month_first) if reading[0] <= 12]


def _either(options: list[Part]) -> DateValue:
    """Return a date that may be any of ``options``: no bounds, an EDTF one-of set."""
    texts = sorted(date(part.year or 1, part.month or 1, part.day or 1).isoformat() for part in options)
    return DateValue(None, None, "day", f"[{','.join(texts)}]")


def _compact(t: Tokens, i: int) -> Found:
    figures = t.at(i)
    year, month, day = int(figures[:4]), int(figures[4:6]), int(figures[6:])
    return (Part(year, month, day), i + 1) if 1900 <= year <= 2099 and bounds(year, month, day) else None


def _spaced(t: Tokens, i: int) -> Found:
    """Read "2016 10 16"."""
    sizes = len(t.at(i)), len(t.at(i + 1)), len(t.at(i + 2))
    if sizes != (4, 2, 2) or not t.at(i + 2).isdecimal() or t.at(i + 3).isdecimal() or t.glued(i + 1):
        return None
    part = Part(int(t.at(i)), int(t.at(i + 1)), int(t.at(i + 2)))
    return (
        (part, i + 3)
        if t.at(i)[:2] in ("19", "20") and bounds(part.year or 0, part.month, part.day)
        else None
    )


def _clings(t: Tokens, i: int) -> bool:
    """Say whether the figures go on to the left, as in 133-03-03-2020 or v1.2.2020."""
    if not t.glued(i):
        return False
    before = t.at(i - 1)
    if before == "-" and t.at(i - 3) == "/" == t.at(i + 1):
        return False
    return (
        before.isalnum() or before == "_" or (before in "-/.," and t.glued(i - 1) and t.at(i - 2).isalnum())
    )


def _goes_on(t: Tokens, i: int, sign: str) -> bool:
    """Say whether the figures go on to the right; a dash may join two dates written with another sign."""
    if not t.glued(i) or (t.at(i) == "-" and sign == "/"):
        return False
    return (t.at(i).isalnum() and t.at(i) != "t") or (
        t.at(i) in "-/." and t.glued(i + 1) and t.at(i + 1).isdecimal()
    )
