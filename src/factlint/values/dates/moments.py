"""A time of day put on its day: Friday at 8 p.m., 13:00 on 28 February 2013, last night, two hours ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from factlint.values.base import DateValue, TimeValue
from factlint.values.calendar import shift
from factlint.values.dates.clock import BARE, SURE, Clock, clock, figures, in_half
from factlint.values.dates.cues import ends_here
from factlint.values.dates.daytimes import DAYTIME, Span, part_of_day, stands_alone
from factlint.values.dates.hours import hours_away
from factlint.values.dates.lengths import WAY
from factlint.values.dates.offsets import ANY, any_date
from factlint.values.dates.parts import UNKNOWN_DAY, resolved
from factlint.values.dates.rules import NUMBERS, Grammar, Rule
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import PARTS_OF_DAY

TimeFound = tuple[TimeValue, int] | None
_NIGHTS = {"tonight": 0, "tonite": 0}


def _day_first(t: Tokens, i: int) -> TimeFound:
    """Read "Friday at 8 p.m.", "3 May, 10:30-11:30", "2022-02-24T05:00Z", "Monday night"."""
    found = any_date(t, i)
    if not found:
        return None
    day = resolved(found[0], t.today)
    if day.precision != "day":
        return None
    j = found[1]
    if t.at(j) == "t" and t.glued(j) and t.glued(j + 1):
        return _iso(t, j + 1, day)
    cued = t.skip(j, ",", "@") > j or t.at(j) in (
        "at",
        "from",
        "between",
        "before",
        "after",
        "by",
        "no",
        "around",
        "about",
    )
    start = t.skip(j, ",", "@", "on")
    span = DAYTIME.read(t, start)
    if not span or (span[0].sure == BARE and not cued) or _is_part_only(t, start, span[0]):
        return None
    if span[0].sure == BARE and not _bare_fits(t, start, span):
        return None
    return _placed(span[0], day), span[1]


def _from_to(t: Tokens, i: int) -> TimeFound:
    """Read "from 10pm Saturday to 6am Monday": a stretch over days that are both said."""
    first = _day_first(t, i + 1) or _time_first(t, i + 1)
    if not first or t.at(first[1]) not in ("to", "until", "till", "through", "-", "–"):
        return None
    last = _day_first(t, first[1] + 1) or _time_first(t, first[1] + 1)
    begin, finish = first[0].start, last[0].end if last else None
    if not last or not isinstance(begin, datetime) or not isinstance(finish, datetime):
        return None
    while finish < begin and finish.date() < date.max - timedelta(days=7):
        finish += timedelta(days=7)
    return TimeValue(begin, finish, f"{begin.isoformat()[:16]}/{finish.isoformat()[:16]}"), last[1]


def _end_of_day(t: Tokens, i: int) -> TimeFound:
    """Read "end of the day", "the end of Sunday": its last second. "At the end of the day" is a figure of speech."""
    j = t.phrase(t.skip(i, "the"), "end", "of")
    if not j:
        return None
    k = t.phrase(t.skip(j, "the"), "day")
    if k:
        end = t.skip(i, "the")
        idiom = t.at(end - 1) == "the" and t.at(end - 2) == "at"
        day = None if idiom else _known(t.today)
    else:
        found = any_date(t, t.skip(j, "the"))
        day, k = (resolved(found[0], t.today), found[1]) if found else (None, 0)
    if not day or day.precision != "day":
        return None
    last = Clock(23, 59, 59, "second", known=True, sure=SURE)
    return _placed(Span(last, last), day), k


def _bare_fits(t: Tokens, i: int, span: tuple[Span, int]) -> bool:
    """Accept "at 5" and "from 2 to 4" after a day, not ", 12 people" or "at 5 schools"."""
    after = t.at(span[1])
    led = t.at(i) in ("at", "from", "between", "around", "before", "after", "by", "no", "@")
    ends = after in ("and", "or", "in", "on", "to") or not (after.isalnum() or after in ("%", "°", "/"))
    return led and ends


def _is_part_only(t: Tokens, i: int, span: Span) -> bool:
    """Refuse "Monday the morning"."""
    return bool(span.part) and t.at(i) == "the"


def _time_first(t: Tokens, i: int) -> TimeFound:
    """Read "13:00 on 28 February 2013", "8.30pm today", "the evening of 3 May", or a time alone."""
    span = DAYTIME.read(t, i)
    if not span:
        return None
    j = t.skip(t.skip(span[1], ","), "on", "of")
    found = any_date(t, j) if span[0].sure != BARE or t.at(i) in ("between", "from", "at") else None
    day = resolved(found[0], t.today) if found else None
    if found and span[0].sure == BARE and not ends_here(t, found[1]):
        return None
    if found and day and day.precision == "day":
        k = part_of_day(t, found[1])
        end = k[1] if k and k[0].part else found[1]
        return _placed(span[0], day), end
    if span[0].part:
        return (_part_alone(t, span[0].part), span[1]) if _part_stands(t, i, span[1]) else None
    return (_placed(span[0], None), span[1]) if stands_alone(t, i, span[0]) else None


def _part_stands(t: Tokens, i: int, j: int) -> bool:
    """Say whether a part of the day is a time by itself: led by "in the", "early" or "overnight"."""
    word = t.at(i)
    if word == "overnight":
        return True
    return word in ("in", "early", "late", "later", "earlier") and not t.at(j).startswith(
        ("show", "edition", "class")
    )


def _part_alone(t: Tokens, part: str) -> TimeValue:
    if part != "overnight":
        return _part(part, None, "")
    before = shift(t.today, -1, "day") if t.today else None
    return _part(part, before, before.isoformat() if before else "XXXX-XX-XX")


def _night(t: Tokens, i: int) -> TimeFound:
    """Read "tonight at 10", "last night", "this morning", "10, tonight"."""
    found = _this_part(t, i)
    if found:
        word, day, j = found
        k = t.skip(t.skip(j, ","), "at")
        span = DAYTIME.read(t, t.skip(j, ","))
        if span and not span[0].part and (span[0].sure != BARE or k > j or t.at(j) in ("around", "from")):
            afternoon = word != "morning"
            return _placed(_toned(span[0], afternoon), _known(day)), span[1]
        return _part(word, day, day.isoformat() if day else "XXXX-XX-XX"), j
    value = clock(t, i)
    later = (
        _this_part(t, t.skip(value[1], ","))
        if value and value[0].sure == BARE and t.at(value[1]) == ","
        else None
    )
    if value and later:
        exact = _toned(Span(value[0], value[0]), later[0] != "morning")
        return _placed(exact, _known(later[1])), later[2]
    return None


def _this_part(t: Tokens, i: int) -> tuple[str, date | None, int] | None:
    if t.at(i) in _NIGHTS:
        return "night", t.today, i + 1
    late = t.at(i) if t.at(i) in ("early", "late") else ""
    j = i + bool(late)
    part = t.at(j + 1)
    if t.at(j) == "last" and part == "night":
        return f"{late} night".strip(), shift(t.today, -1, "day") if t.today else None, j + 2
    if t.at(j) == "this" and part in ("morning", "afternoon", "evening"):
        return f"{late} {part}".strip(), t.today, j + 2
    return None


def _known(day: date | None) -> DateValue:
    return DateValue(day, day, "day", day.isoformat()) if day else UNKNOWN_DAY


def _toned(span: Span, afternoon: bool) -> Span:
    """Put the untold times of ``span`` in the half of the day that its part names."""

    def told(side: Clock | None) -> Clock | None:
        return in_half(side, afternoon) if side and not side.known and side.hour <= 12 else side

    return replace(span, first=told(span.first), last=told(span.last))


def _iso(t: Tokens, i: int, day: DateValue) -> TimeFound:
    """Read the time of an ISO 8601 date-time after its T."""
    found = figures(t, i)
    if not found or found[0].precision == "hour":
        return None
    exact = replace(found[0], known=True, sure=SURE)
    j = found[1]
    if t.at(j) == "z" and t.glued(j):
        exact, j = replace(exact, zone="UTC"), j + 1
    return _placed(Span(exact, exact), day), j


def _placed(span: Span, day: DateValue | None) -> TimeValue:
    """Return the value of ``span`` on ``day``."""
    start = day.start if day else None
    if span.part:
        return _part(span.part, start, day.edtf if day else "")
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


def _part(part: str, start: date | None, edtf: str) -> TimeValue:
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


TIMED: Grammar[TimeValue] = Grammar(
    Rule(_day_first, ANY.starts - {"the"}, the=True),
    Rule(_time_first, DAYTIME.starts - {"the"}, the=True),
    Rule(_end_of_day, {"end"}, the=True),
    Rule(_from_to, {"from", "between"}),
    Rule(_night, {*_NIGHTS, *NUMBERS, "last", "this", "early", "late"}),
    Rule(hours_away, {*NUMBERS, *WAY, "half", "a", "an", "in", "within"}, the=True),
)
