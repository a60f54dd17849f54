"""Translate factlint's dates and times to the notation of the Recognizers-Text cases (TIMEX and friends).

Only notation is translated here; all reading is done by ``factlint.values.scan``. Where the suite knows
more than one way to write what we hold as a stretch of whole days, the candidates are all given:

- our bounds are inclusive days; the suite ends a period on the day after it, but a stretch between two named
  ends on the start of the second one, and "after 15 June" starts on the named day itself;
- hours of parts of the day are a convention (ours: morning from 6, the suite's: from 8), so the part's name is
  translated and not its hours; likewise the thirds of a year or month ("late 2024", "early March");
- a count of weeks, months or years ("two months ago") is a stretch around a middle day for us; the suite has the
  middle day alone.

Left out on purpose, because a careful editor of news would not read them so:

- told from within a story, where the suite counts from the reference date: "a fortnight later", "30 min later",
  "the next day", "the previous three quarters", "the following quarter";
- words that name no time: "now", "the day", "the week" ("partner of the week"), "any year", "any weekend", a bare
  "afternoon", "morning" or "night" before a noun ("night markets"), "summer" with no year or article;
- numbers that are rather something else: "on 5.12", "between 0930-0730", "next month at 6", "week 10" and "week 23"
  with no year (sport, pregnancies and trials count weeks so), "from two thirty to two forty five";
- meals as hours ("after dinner", "at lunch"), "year greater than 2012" (a query, not prose), "till date";
- a holiday and its hour are one moment ("Christmas Eve at 6 p.m."), where the suite has two values;
- other conventions: "later this week" is what is left of it, not its second half; the past fortnight is the 14 days
  to the reference date, and the last three weeks of a year end with it, not with an ISO week; "between the end of
  2007 and …" begins within 2007; a week that commences on 4 February begins then, and not on the Monday before;
- lengths of time that count nothing in figures or number words ("all week", "another day"), or in code ("10D").
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from factlint.values import scan
from factlint.values.base import Context, DateValue, Quantity, Reading, Recurrence, TimeValue
from factlint.values.edtf import parse_edtf

Result = tuple[int, int, str, object]
_PARTS = {
    "morning": ("TMO", 8, 12),
    "afternoon": ("TAF", 12, 16),
    "evening": ("TEV", 16, 20),
    "night": ("TNI", 20, 24),
    "overnight": ("TNI", 20, 24),
}
_DURATIONS = {
    "second": ("TS", 1),
    "minute": ("TM", 60),
    "hour": ("TH", 3600),
    "day": ("D", 86400),
    "week": ("W", 7 * 86400),
    "month": ("M", 30 * 86400),
    "year": ("Y", 365 * 86400),
    "decade": ("0Y", 3650 * 86400),
}
_MODS = {"early": "start", "mid": "mid", "late": "end"}


def extract(text: str, model: str, ref: datetime | None = None) -> list[Result]:
    """The scorer's contract, for dates alone."""
    return extract_dates(text, ref) if model == "DateTime" else []


def extract_dates(text: str, ref: datetime | None) -> list[Result]:
    """Return (start, end, type, candidates) for every date, time and recurrence; the suite is American."""
    context = Context(locale="en", reference=ref, date_order="mdy")
    found = (_translated(reading) for reading in scan(text, context))
    return [result for result in found if result]


def _translated(reading: Reading) -> Result | None:
    value = reading.value
    if isinstance(value, Quantity):
        lasting = _duration(value)
        return (reading.start, reading.end, "duration", lasting) if lasting else None
    if isinstance(value, Recurrence):
        return reading.start, reading.end, "set", [{"timex": value.rule}]
    if isinstance(value, TimeValue):
        kind, candidates = _time(value)
    elif isinstance(value, DateValue):
        kind, candidates = _date(value)
    else:
        return None
    return reading.start, reading.end, kind, candidates


def _duration(value: Quantity) -> list[dict[str, str]]:
    """Write a length of time as the suite does: 365 days to the year, 30 to the month."""
    letter, seconds = _DURATIONS.get(value.unit, ("", 0))
    figure = value.low if value.low is not None else value.high
    if not letter or figure is None:
        return []
    amount = f"{float(figure):g}"
    time, digits = ("T", letter[-1]) if letter.startswith("T") else ("", letter)
    return [{"timex": f"P{time}{amount}{digits}", "value": f"{float(figure * seconds):.12g}"}]


def _date(value: DateValue) -> tuple[str, list[dict[str, str]]]:
    if value.precision == "day":
        day = value.start.isoformat() if value.start else ""
        return "date", [{"timex": value.edtf, "value": day}]
    if value.start and value.end and "~/" in value.edtf:
        middle = value.start + (value.end - value.start) / 2
        return "date", [{"timex": middle.isoformat(), "value": middle.isoformat()}]
    return "daterange", _period(value)


def _period(value: DateValue) -> list[dict[str, str]]:
    if value.start and not value.end:
        starts = {value.start, value.start - timedelta(days=1)}
        return [{"start": day.isoformat(), "end": "None"} for day in sorted(starts)]
    if value.end and not value.start:
        return [{"start": "None", "end": day.isoformat()} for day in (_next(value.end), value.end)]
    if not value.start or not value.end:
        return [{"timex": value.edtf}]
    if value.edtf.startswith("["):
        letter = "SY" if value.start.month == 7 else "FY"
        return [{"timex": f"{letter}{value.start.year + 1}"}]
    ends = {_next(value.end), value.end, _last_start(value.edtf)} - {None}
    found = [{"start": value.start.isoformat(), "end": end.isoformat()} for end in sorted(ends)]
    return found + _thirds(value)


def _thirds(value: DateValue) -> list[dict[str, str]]:
    """Write mid-2023 (EDTF 2023-38) and early March (its first ten days) as the period with a "Mod"."""
    year, _, group = value.edtf.partition("-")
    mod = {"37": "start", "38": "mid", "39": "end"}.get(group)
    if mod:
        return [{"timex": year, "Mod": mod}]
    first, last = value.start, value.end
    if first is None or last is None or first.month != last.month:
        return []
    days = (first.day, 31 if _next(last).day == 1 else last.day)
    mod = {(1, 10): "start", (11, 20): "mid", (21, 31): "end"}.get(days)
    return [{"timex": f"{first:%Y-%m}", "Mod": mod}] if mod else []


def _last_start(edtf: str) -> date | None:
    """Return the first day of the second end of an interval: where the suite ends it."""
    return parse_edtf(edtf.partition("/")[2]).start if "/" in edtf else None


def _next(day: date) -> date:
    return day + timedelta(days=1)


def _time(value: TimeValue) -> tuple[str, list[dict[str, str]]]:
    if value.part:
        return _part(value)
    kind = "datetime" if isinstance(value.start or value.end, datetime) else "time"
    if value.start == value.end and value.start:
        return kind, [{"timex": value.iso, "value": _stamp(value.start)}]
    sides = {"start": _stamp(value.start), "end": _stamp(value.end)}
    return f"{kind}range", [sides if value.start or value.end else {"timex": value.iso}]


def _stamp(moment: time | datetime | None) -> str:
    if moment is None:
        return "None"
    return f"{moment:%Y-%m-%d %H:%M:%S}" if isinstance(moment, datetime) else f"{moment:%H:%M:%S}"


def _part(value: TimeValue) -> tuple[str, list[dict[str, str]]]:
    late, _, name = value.part.rpartition(" ")
    timex, first, last = _PARTS.get(name, ("", 0, 0))
    day = f"{value.start:%Y-%m-%d}" if isinstance(value.start, datetime) else ""
    keys = {"timex": f"{day}{timex}"} | ({"Mod": _MODS[late]} if late in _MODS else {})
    found = [keys]
    if day and not late:
        end = f"{last:02d}:00:00" if last < 24 else "23:59:59"
        found.append({"start": f"{day} {first:02d}:00:00", "end": f"{day} {end}"})
    return "datetimerange" if day else "timerange", found
