"""Days told by their distance: three weeks ago, in two days, 5 days before New Year.

A count of whole weeks, months or years is right if the true distance rounds to it, so the value spans half a unit on
either side of the exact day (its middle) and is approximate; a count of days is exact. "Later" and "earlier"
after a count are told from within a story, not from the reference date, and have no bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factlint.values.base import DateValue
from factlint.values.calendar import shift, week_bounds
from factlint.values.dates.lengths import Length, length
from factlint.values.dates.members import MEMBERS
from factlint.values.dates.narrowed import NARROWED, WHOLE
from factlint.values.dates.parts import UNKNOWN_DAY, Found, Moment, days, opened, resolved, unresolved
from factlint.values.dates.rules import LENGTH_BEHIND, NUMBERS, Grammar, Rule
from factlint.values.dates.tense import leaning, looks_ahead
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import ANY_WEEKDAY, HALF_UNIT

_SHORT, _BEYOND = "short", "beyond"
_BOUNDS = (
    (("more", "than"), _BEYOND),
    (("well", "over"), _BEYOND),
    (("at", "least"), _BEYOND),
    (("over",), _BEYOND),
    (("less", "than"), _SHORT),
    (("fewer", "than"), _SHORT),
    (("under",), _SHORT),
    *(((word,), "") for word in ("nearly", "almost", "about", "around", "roughly", "some", "exactly")),
)
_NOT_AHEAD = frozenset({"of", "since", "that", "-"})


def any_date(t: Tokens, i: int) -> Found:
    """Read any single date or period at ``i``."""
    if i not in t.memo:
        t.memo[i] = leaning(t, i, ANY.read(t, i))
    found: Found = t.memo[i]
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a length is laid from: ``origin`` (None: not known), towards the past (-1) or the future (1); ``named``
    if the day is named and not the reference date."""

    origin: date | None
    way: int
    named: bool = False


def _offset(t: Tokens, i: int) -> Found:
    """Read "three weeks ago", "more than a year ago", "in two days", "3 days from Tuesday", "two days later"."""
    led = t.skip(i, "in", "within")
    bound, at = _bound(t, led)
    size = length(t, at)
    if not size:
        return None
    j = size[1]
    placed = _placed(t, j, led > i)
    if placed:
        return _laid(placed[0], size[0], bound), placed[1]
    if t.at(j) in ("later", "earlier") and led == i:
        return unresolved("day"), j + 1
    if t.at(j) in ("starting", "beginning") and t.at(j + 1) == "from":
        return _lasting_after(t, j + 2, size[0])
    if t.at(i) == "within" and looks_ahead(t, i):
        return _laid(_Place(t.today, 1), size[0], _SHORT), j
    return (_laid(_Place(t.today, 1), size[0], bound), j) if t.at(i) == "in" and _future(t, i, j) else None


def _bound(t: Tokens, i: int) -> tuple[str, int]:
    """Read "more than", "nearly" …: how a distance is bounded, and the index past the words."""
    for phrase, bound in _BOUNDS if t.at(i) in _BOUND_WORDS else ():
        j = t.phrase(i, *phrase)
        if j:
            return bound, j
    return "", i


def _placed(t: Tokens, i: int, led: bool) -> tuple[_Place, int] | None:
    """Read what a count is taken from: "ago", "from now", "before new year", "after tomorrow", "from Tuesday"."""
    word = t.at(i)
    if word in ("ago", "hence"):
        return _Place(t.today, -1 if word == "ago" else 1), i + 1
    now = t.phrase(i, "from", "now") or t.phrase(i, "'", "time") or t.phrase(i, "’", "time")
    if now:
        return _Place(t.today, 1), now
    if word not in ("before", "after", "from", "following") or (led and word != "from"):
        return None
    found = leaning(t, i + 1, _PLAIN.read(t, i + 1))
    value = resolved(found[0], t.today) if found else None
    if not found or not value or value.precision != "day":
        return None
    return _Place(value.start, -1 if word == "before" else 1, named=True), found[1]


def _laid(place: _Place, size: Length, bound: str) -> DateValue:
    """Return the days that ``size`` from ``place`` may mean."""
    edge = size.moved(place.origin, place.way)
    if place.origin is None or edge is None:
        return unresolved("interval" if bound or HALF_UNIT[size.last_unit] else "day")
    if bound == _SHORT:
        first, last = sorted((place.origin, edge))
        return days((first, last)) or unresolved("interval")
    if bound == _BEYOND:
        return opened(_on(edge), after=place.way > 0, before=place.way < 0)
    exact = place.named and size.last_unit in ("week", "fortnight") and not size.vague
    half = 0 if exact else HALF_UNIT[size.last_unit] * (2 if size.vague else 1) + size.vague
    far = size.longest.moved(place.origin, place.way) or edge
    low, high = shift(min(edge, far), -half, "day"), shift(max(edge, far), half, "day")
    if low is None or high is None or low == high:
        return _on(edge)
    return DateValue(low, high, "interval", f"{low}~/{high}~", True)


def _on(day: date) -> DateValue:
    return DateValue(day, day, "day", day.isoformat())


def _weekday_offset(t: Tokens, i: int) -> Found:
    """Read "Thursday, two years from now": that day of the week that the count leads to."""
    weekday = ANY_WEEKDAY.get(t.at(i))
    found = _offset(t, t.skip(i + 1, ",")) if weekday else None
    if not weekday or not found or not isinstance(found[0], DateValue):
        return None
    first, last = found[0].start, found[0].end
    week = week_bounds(first + (last - first) / 2) if first and last else None
    day = shift(week[0], weekday - 1, "day") if week else None
    return ((days((day, day)) if day else None) or UNKNOWN_DAY, found[1])


def _lasting_from(t: Tokens, i: int) -> Found:
    """Read "for 3 days from today"."""
    size = length(t, i + 1)
    j = t.skip(t.skip(size[1], ","), "starting", "beginning") if size else 0
    return _lasting_after(t, j + 1, size[0]) if size and t.at(j) == "from" else None


def _lasting_after(t: Tokens, i: int, size: Length) -> Found:
    """Return the ``size`` of days that begin with the day read at ``i``."""
    found = leaning(t, i, _PLAIN.read(t, i))
    value = resolved(found[0], t.today) if found else None
    if not found or not value or value.precision != "day":
        return None
    end = size.moved(value.start, 1)
    last = shift(end, -1, "day") if end else None
    return (days((value.start, last)) if value.start and last else None) or unresolved("interval"), found[1]


def _future(t: Tokens, i: int, j: int) -> bool:
    """Say whether "in two weeks" is a day to come, and not how long something took: "built in two weeks"."""
    return t.at(j) not in _NOT_AHEAD and looks_ahead(t, i)


_BOUND_WORDS = frozenset(phrase[0] for phrase, _ in _BOUNDS)
_PLAIN: Grammar[Moment] = Grammar(*WHOLE.rules, *NARROWED, *MEMBERS)
ANY: Grammar[Moment] = Grammar(
    *_PLAIN.rules,
    Rule(
        _offset,
        {*NUMBERS, "a", "an", "couple", "dozen", "few", "several", "half", "in", "within", *_BOUND_WORDS},
        then=LENGTH_BEHIND,
    ),
    Rule(_weekday_offset, ANY_WEEKDAY),
    Rule(_lasting_from, {"for"}),
)
