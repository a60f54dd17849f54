"""What a calendar expression says, part by part, and how missing parts are filled in.

``Part`` is a date whose year (month, …) may be missing; ``resolved`` gives the DateValue it stands for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from factlint.values.base import DateValue
from factlint.values.calendar import GROUPS, Bounds, bounds, distance, shift
from factlint.values.edtf import edtf_date, edtf_interval

UNKNOWN_DAY = DateValue(None, None, "day", "XXXX-XX-XX")


@dataclass(frozen=True, slots=True)
class Part:
    """A date as said: ``month`` may be an EDTF grouping (21-41); ``weekday`` is Monday=1 … Sunday=7;
    ``lean``: the words around tell that the date is to come (AHEAD), past for sure (BEHIND) or likely past (PAST)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    lean: int = 0

    @property
    def precision(self) -> str:
        """The smallest part said."""
        if self.day is not None or self.weekday is not None:
            return "day"
        if self.month is None:
            return "year"
        return GROUPS[self.month][2] if self.month in GROUPS else "month"


Moment = Part | DateValue
AHEAD, PAST, BEHIND = 1, -1, -2
_FARTHER = 3  # how much farther a day to come counts where the words tell of the past
_REMEMBERED = 4096  # dates worked out: a text names the same ones again and again
_OUTWARD = sorted(range(-15, 16), key=abs)
Found = tuple[Moment, int] | None  # what was read, and the index past its words


def longest(*found: Found) -> Found:
    """Return the reading that takes in the most words, the first of equals."""
    return max((item for item in found if item), key=lambda item: item[1], default=None)


def resolved(moment: Moment, today: date | None) -> DateValue:
    """Return the date meant: a missing year or month is the one nearest to ``today``; without ``today`` the
    value has no bounds, only its EDTF text."""
    return moment if isinstance(moment, DateValue) else _resolved(moment, today)


@lru_cache(maxsize=_REMEMBERED)
def _resolved(moment: Part, today: date | None) -> DateValue:
    if moment.year is None and today is not None:
        moment = _nearest(moment, today)
    found = bounds(moment.year, moment.month, moment.day) if moment.year is not None else None
    said = moment.year or moment.month or moment.day
    edtf = edtf_date(moment.year, moment.month, moment.day) if said else "XXXX-XX-XX"
    first, last = found or (None, None)
    return DateValue(first, last, moment.precision, edtf)


@lru_cache(maxsize=_REMEMBERED)
def joined(first: Moment, last: Moment, today: date | None) -> DateValue | None:
    """Return the interval from ``first`` to ``last``, each lending the other the parts that it lacks; None if
    it would end before it starts."""
    first, last = _lend(first, last)
    start, end = _resolved_pair(first, last, today)
    if start.start and end.end and start.start > end.end:
        return None
    if start.edtf == end.edtf:
        return start
    both = start.start is not None and end.end is not None
    hedged = start.approximate or end.approximate
    text = edtf_interval(_side(start, 0), _side(end, -1))
    return DateValue(start.start if both else None, end.end if both else None, "interval", text, hedged)


def _resolved_pair(first: Moment, last: Moment, today: date | None) -> tuple[DateValue, DateValue]:
    """Resolve both ends; a stretch that is to come may have begun."""
    near = replace(first, lean=0) if isinstance(first, Part) and first.lean > 0 else first
    start = resolved(_leading(near, last), today)
    end = resolved(_following(start, last), today)
    if near != first and today and end.end and end.end < today:
        start = resolved(_leading(first, last), today)
        end = resolved(_following(start, last), today)
    return start, end


@lru_cache(maxsize=_REMEMBERED)
def opened(
    value: DateValue, *, after: bool = False, before: bool = False, inclusive: bool = True
) -> DateValue:
    """Return the interval open to the future (``after``) or past of ``value``, with or without itself."""
    if value.start is None or value.end is None:
        text = edtf_interval(_side(value, 0), "") if after else edtf_interval("", _side(value, -1))
        return DateValue(None, None, "interval", text, value.approximate)
    if inclusive:
        start, end = value.start if after else None, value.end if before else None
        text = edtf_interval(_side(value, 0), "") if after else edtf_interval("", _side(value, -1))
        return DateValue(start, end, "interval", text, value.approximate)
    edge = shift(value.end, 1, "day") if after else shift(value.start, -1, "day")
    if edge is None:
        return replace(value, start=None, end=None, precision="interval")
    text = _edge_text(edge, value.precision) + ("~" if value.approximate else "")
    if after:
        return DateValue(edge, None, "interval", edtf_interval(text, ""), value.approximate)
    return DateValue(None, edge, "interval", edtf_interval("", text), value.approximate)


def days(found: Bounds | None, precision: str = "interval") -> DateValue | None:
    """Return the value of a stretch of whole days."""
    if found is None:
        return None
    text = edtf_interval(found[0].isoformat(), found[1].isoformat())
    return DateValue(*found, "day" if found[0] == found[1] else precision, text)


def unresolved(precision: str) -> DateValue:
    """Return a date of which only the size is known."""
    text = {"day": "XXXX-XX-XX", "month": "XXXX-XX"}.get(precision, "XXXX")
    return DateValue(None, None, precision, text)


def _edge_text(edge: date, precision: str) -> str:
    """Write the day next to a period as coarsely as the period itself allows."""
    if precision == "year":
        return f"{edge.year:04d}"
    return edtf_date(edge.year, edge.month) if precision == "month" else edge.isoformat()


def _side(value: DateValue, side: int) -> str:
    """Return the EDTF of one end of ``value`` (0 first, -1 last)."""
    return re.split(r"/|,|\.\.", value.edtf.strip("[]{}"))[side]


def _nearest(part: Part, today: date) -> Part:
    """Fill in the year (and month) so that the period lies nearest to ``today``, the past winning a tie."""
    if part.month is None and part.day is None and part.weekday is not None:
        return _nearest_weekday(part, part.weekday, today)
    if part.month is None and part.day is not None:
        options = [_month_from(today, offset) for offset in _OUTWARD[: 31 if part.weekday else 3]]
    else:
        options = [(today.year + offset, part.month or 1) for offset in _OUTWARD[:3]]
        if part.month == 2 and part.day == 29:
            options = [(today.year + offset, 2) for offset in _OUTWARD]
    dated = [((year, month), bounds(year, month, part.day)) for year, month in options]
    real = [(option, found) for option, found in dated if found and _on_weekday(part, found)]
    fitting = [(option, found) for option, found in real if _leans(part.lean, found, today)] or real
    if not fitting:
        return part
    (year, month), _ = min(fitting, key=lambda item: _cost(part.lean, item[1], today))
    return replace(part, year=year, month=month)


def _on_weekday(part: Part, found: Bounds) -> bool:
    """Say whether a bare day of the month has its weekday; a month that is said outweighs the weekday."""
    return part.month is not None or not part.weekday or found[0].isoweekday() == part.weekday


def _leans(way: int, found: Bounds, today: date) -> bool:
    if way == AHEAD:
        return found[1] >= today
    return way != BEHIND or found[0] <= today


def _cost(way: int, found: Bounds, today: date) -> int:
    return distance(today, found) * (_FARTHER if way == PAST and found[0] > today else 1)


def _nearest_weekday(part: Part, weekday: int, today: date) -> Part:
    """Take the weekday of the week up to ``today``, or of the week from it on where the words look ahead."""
    days_ahead = (weekday - today.isoweekday()) % 7
    found = shift(today, days_ahead - (7 if days_ahead and part.lean < 1 else 0), "day") or today
    return replace(part, year=found.year, month=found.month, day=found.day)


def _month_from(today: date, offset: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 + offset, 12)
    return year, month + 1


def _lend(first: Moment, last: Moment) -> tuple[Moment, Moment]:
    """Fill a month or year said once in "3-12 September", "Nov 18-Dec 19, 2015", "June to August 1992"."""
    if not isinstance(first, Part) or not isinstance(last, Part):
        return first, last
    if first.day is not None and first.month is None:
        first = replace(first, month=last.month)
    if last.day is not None and last.month is None:
        last = replace(last, month=first.month)
    if first.year is None and last.year is not None and first.month is not None:
        late = (first.month, first.day or 0) > (last.month or 13, last.day or 31)
        first = replace(first, year=last.year - late)
    if last.year is None and first.year is not None and last.month is not None:
        early = (last.month, last.day or 31) < (first.month or 0, first.day or 0)
        last = replace(last, year=first.year + early)
    return first, last


def _leading(first: Moment, last: Moment) -> Moment:
    """Give ``first`` the last year in which it begins before ``last``."""
    if (
        not isinstance(first, Part)
        or first.year is not None
        or not isinstance(last, DateValue)
        or last.start is None
    ):
        return first
    if first.month is None:
        return first
    for year in (last.start.year, last.start.year - 1):
        found = bounds(year, first.month, first.day)
        if found and found[0] <= last.start:
            return replace(first, year=year)
    return first


def _following(start: DateValue, last: Moment) -> Moment:
    """Give ``last`` the first year in which it doesn't end before ``start``."""
    if not isinstance(last, Part) or last.year is not None or start.start is None:
        return last
    if last.month is None and last.weekday is not None and last.day is None:
        day = shift(start.start, (last.weekday - start.start.isoweekday()) % 7, "day")
        return days((day, day)) or last if day else last
    for offset in range(9 if last.month else 15):
        year, month = (
            (start.start.year + offset, last.month) if last.month else _month_from(start.start, offset)
        )
        found = bounds(year, month, last.day)
        if found and found[1] >= start.start:
            return replace(last, year=year, month=month)
    return last
