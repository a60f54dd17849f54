"""A time of day put on its day: Friday at 8 p.m., 13:00 on 28 February 2013, last night, two hours ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from factlint.values.base import DateValue, TimeValue
from factlint.values.calendar import shift
from factlint.values.dates.clock import BARE, SURE, Clock, clock, figures, in_half
from factlint.values.dates.cues import ends_here, is_counted
from factlint.values.dates.daytimes import DAYTIME, Span, part_of_day, stands_alone
from factlint.values.dates.hours import at_present, hours_away
from factlint.values.dates.lengths import WAY
from factlint.values.dates.numerals import year_number
from factlint.values.dates.offsets import ANY, any_date
from factlint.values.dates.parts import UNKNOWN_DAY, Part, resolved
from factlint.values.dates.placing import part_value, placed
from factlint.values.dates.rules import LENGTH_BEHIND, NUMBERS, Grammar, Rule
from factlint.values.dates.tokens import LEADS_HOUR, Tokens
from factlint.values.dates.words import MONTHS

TimeFound = tuple[TimeValue, int] | None
_NIGHTS = {"tonight": 0, "tonite": 0}
_LATE = {"early": "early", "earlier": "early", "late": "late", "later": "late"}


def _day_first(t: Tokens, i: int) -> TimeFound:
    """Read "Friday at 8 p.m.", "3 May, 10:30-11:30", "2022-02-24T05:00Z", "Monday night"."""
    found = any_date(t, i)
    j = found[1] if found else 0
    start = t.skip(j, ",", "@", "on", "for")
    iso = t.at(j) == "t" and t.glued(j) and t.glued(j + 1)
    if not found or not (iso or t.keys[start] in DAYTIME.starts):
        return None
    day = resolved(found[0], t.today)
    if day.precision != "day":
        return None
    if iso:
        return _iso(t, j + 1, day)
    span = DAYTIME.read(t, start)
    if not span or (span[0].part and t.at(start) == "the"):
        return None
    if span[0].sure == BARE and not (t.at(start) in LEADS_HOUR or t.at(j) == "@"):
        return None
    if span[0].sure == BARE and not _ends(t, span[1]):
        return None
    late = year_number(t, span[1]) if isinstance(found[0], Part) and found[0].year is None else None
    if late and isinstance(found[0], Part) and not is_counted(t, late[1]):
        return placed(span[0], resolved(replace(found[0], year=late[0]), None)), late[1]
    return placed(span[0], day), span[1]


def _ends(t: Tokens, i: int) -> bool:
    """Say whether a bare number before ``i`` may be an hour: "Monday at 5." and not "Monday at 5 schools"."""
    after = t.at(i)
    return after in ("and", "or", "in", "on", "to") or not (after.isalnum() or after in ("%", "°", "/"))


def _time_first(t: Tokens, i: int) -> TimeFound:
    """Read "13:00 on 28 February 2013", "8.30pm today", "the evening of 3 May", "8am this morning", or a time alone."""
    if t.words[i + 1] in MONTHS:
        return None  # the day of a month
    span = DAYTIME.read(t, i)
    if not span or span[0].sure == BARE:
        return span and _before_near_day(t, i, span)
    j = t.skip(t.skip(span[1], ","), "on", "of")
    part = _this_part(t, j) if not span[0].part else None
    if part:
        return placed(_toned(span[0], part[0] != "morning"), known_day(part[1])), part[2]
    found = any_date(t, j)
    day = resolved(found[0], t.today) if found else None
    if found and day and day.precision == "day":
        k = part_of_day(t, found[1])
        return placed(span[0], day), k[1] if k and k[0].part else found[1]
    if span[0].part:
        return (_part_alone(t, span[0].part), span[1]) if _part_stands(t, i, span[1]) else None
    return (placed(span[0], None), span[1]) if stands_alone(t, i, span[0]) else None


def _before_near_day(t: Tokens, i: int, span: tuple[Span, int]) -> TimeFound:
    """Read "at 2 tomorrow". A bare number before any other day is as likely a count: "stood at 5 on Monday"."""
    near = t.at(span[1]) in ("tomorrow", "tonight") and t.at(i) in ("at", "from", "between")
    found = any_date(t, span[1]) if near and ends_here(t, span[1] + 1) else None
    if not found:
        return (placed(span[0], None), span[1]) if stands_alone(t, i, span[0]) else None
    return placed(span[0], resolved(found[0], t.today)), found[1]


def _bounded(t: Tokens, i: int) -> TimeFound:
    """Read "by Friday noon", "since yesterday at 5pm", "before 2pm tomorrow"."""
    found = _day_first(t, i + 1)
    if not found or found[0].start != found[0].end or found[0].part:
        return None
    value, later = found[0], t.at(i) in ("since", "after")
    iso = f"{value.iso}/.." if later else f"../{value.iso}"
    return replace(
        value, start=value.start if later else None, end=None if later else value.end, iso=iso
    ), found[1]


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
        day = None if idiom else known_day(t.today)
    else:
        found = any_date(t, t.skip(j, "the"))
        day, k = (resolved(found[0], t.today), found[1]) if found else (None, 0)
    if not day or day.precision != "day":
        return None
    last = Clock(23, 59, 59, "second", known=True, sure=SURE)
    return placed(Span(last, last), day), k


def _part_stands(t: Tokens, i: int, j: int) -> bool:
    """Say whether a part of the day is a time by itself: led by "in the", "early" or "overnight"."""
    word = t.at(i)
    if word == "overnight":
        return True
    return word in ("in", "early", "late", "later", "earlier", "mid") and not t.at(j).startswith(
        ("show", "edition", "class")
    )


def _part_alone(t: Tokens, part: str) -> TimeValue:
    if part != "overnight":
        return part_value(part, None, "")
    before = shift(t.today, -1, "day") if t.today else None
    return part_value(part, before, before.isoformat() if before else "XXXX-XX-XX")


def _night(t: Tokens, i: int) -> TimeFound:
    """Read "tonight at 10", "last night", "this morning", "10, tonight"."""
    found = _this_part(t, i)
    if found:
        word, day, j = found
        k = t.skip(t.skip(j, ","), "at")
        span = DAYTIME.read(t, t.skip(j, ","))
        if span and not span[0].part and (span[0].sure != BARE or k > j or t.at(j) in ("around", "from")):
            afternoon = word != "morning"
            return placed(_toned(span[0], afternoon), known_day(day)), span[1]
        return part_value(word, day, day.isoformat() if day else "XXXX-XX-XX"), j
    value = clock(t, i)
    later = (
        _this_part(t, t.skip(value[1], ","))
        if value and value[0].sure == BARE and t.at(value[1]) == ","
        else None
    )
    if value and later:
        exact = _toned(Span(value[0], value[0]), later[0] != "morning")
        return placed(exact, known_day(later[1])), later[2]
    return None


def _this_part(t: Tokens, i: int) -> tuple[str, date | None, int] | None:
    if t.at(i) in _NIGHTS:
        return "night", t.today, i + 1
    late = _LATE.get(t.at(i), "")
    j = i + bool(late)
    part = t.at(j + 1)
    if t.at(j) == "last" and part == "night":
        return f"{late} night".strip(), shift(t.today, -1, "day") if t.today else None, j + 2
    if t.at(j) == "this" and part in ("morning", "afternoon", "evening"):
        return f"{late} {part}".strip(), t.today, j + 2
    return None


def known_day(day: date | None) -> DateValue:
    """Return the value of ``day``, or of a day that is not known."""
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
    return placed(Span(exact, exact), day), j


TIMED: Grammar[TimeValue] = Grammar(
    Rule(_day_first, ANY.starts - {"the"}, the=True),
    Rule(_time_first, DAYTIME.starts - {"the"}, the=True),
    Rule(_end_of_day, {"end"}, the=True),
    Rule(_from_to, {"from", "between"}),
    Rule(_bounded, {"by", "until", "till", "before", "since", "after"}),
    Rule(_night, {*_NIGHTS, *_LATE, *NUMBERS, "last", "this"}),
    Rule(at_present, {"at"}),
    Rule(hours_away, {*NUMBERS, *WAY, "half", "a", "an", "in", "within"}, the=True, then=LENGTH_BEHIND),
)
