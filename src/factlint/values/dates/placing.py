"""Put the times of a day on that day: the values of moments and of parts of the day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from factlint.values.base import DateValue, TimeValue
from factlint.values.dates.clock import Clock
from factlint.values.dates.daytimes import Span
from factlint.values.dates.words import PARTS_OF_DAY


def placed(span: Span, day: DateValue | None) -> TimeValue:
    """Return the value of ``span`` on ``day``."""
    start = day.start if day else None
    if span.part:
        return part_value(span.part, start, day.edtf if day else "")
    first, last = _on(span.first, start, day), _on(span.last, start, day)
    if isinstance(first, datetime) and isinstance(last, datetime) and last < first:
        last = last + timedelta(days=1) if last.date() < date.max else None
    sides = [f"{day.edtf if day else ''}{side.iso()}" if side else ".." for side in (span.first, span.last)]
    told = [side for side in (span.first, span.last) if side]
    return TimeValue(
        first,
        last,
        sides[0] if sides[0] == sides[1] else "/".join(sides),
        told[-1].precision,
        "",
        not all(side.known or side.hour > 12 for side in told),
        next((side.zone for side in told if side.zone), ""),
        span.hedged or bool(day and day.approximate),
    )


def _on(side: Clock | None, start: date | None, day: DateValue | None) -> time | datetime | None:
    if side is None:
        return None
    if start:
        return datetime.combine(start, side.at())
    return side.at() if day is None else None


def part_value(part: str, start: date | None, edtf: str) -> TimeValue:
    """Return the hours of a part of the day by convention; thirds of them for "early", "mid" and "late"."""
    late, _, name = ("", "", part) if part in PARTS_OF_DAY else part.rpartition(" ")
    first, last = PARTS_OF_DAY[name]
    size = (last - first) % 24
    if late:
        which = ("early", "mid", "late").index(late)
        first, last = first + size * which // 3, first + size * (which + 1) // 3
    else:
        last = first + size
    text = f"{edtf}T{first % 24:02d}/{edtf}T{last % 24:02d}"
    if start is None or start == date.max:
        known = not edtf
        return TimeValue(
            time(first % 24) if known else None, time(last % 24) if known else None, text, "part", part
        )
    begin = datetime.combine(start, time()) + timedelta(hours=first)
    end = datetime.combine(start, time()) + timedelta(hours=last)
    return TimeValue(begin, end, f"{begin.isoformat()[:13]}/{end.isoformat()[:13]}", "part", part)
