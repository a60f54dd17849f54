"""Days told by their distance: three weeks ago, in two days, 5 days before New Year.

A count of whole weeks, months or years is right if the true distance rounds to it, so the value spans half a unit on
either side of the exact day (its middle) and is approximate; a count of days is exact. "Later" and "earlier"
after a count are told from within a story, not from the reference date, and have no bounds.
"""

from __future__ import annotations

from datetime import date

from factlint.values.base import DateValue
from factlint.values.calendar import shift, week_bounds
from factlint.values.dates.lengths import Length, length
from factlint.values.dates.members import MEMBERS
from factlint.values.dates.narrowed import NARROWED, WHOLE
from factlint.values.dates.parts import UNKNOWN_DAY, Found, Moment, days, resolved, unresolved
from factlint.values.dates.rules import NUMBERS, Grammar, Rule
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import ANY_WEEKDAY, HALF_UNIT


def any_date(t: Tokens, i: int) -> Found:
    """Read any single date or period at ``i``."""
    if i not in t.memo:
        t.memo[i] = ANY.read(t, i)
    found: Found = t.memo[i]
    return found


def _offset(t: Tokens, i: int) -> Found:
    """Read "three weeks ago", "a year from now", "in two days", "3 days from Tuesday", "two days later"."""
    led = t.skip(i, "in", "within")
    steps = length(t, led)
    if not steps:
        return None
    j = steps[1]
    if t.at(j) == "ago" or t.at(j) == "hence":
        return _away(t.today, steps[0], -1 if t.at(j) == "ago" else 1), j + 1
    now = t.phrase(j, "from", "now") or t.phrase(j, "'", "time") or t.phrase(j, "’", "time")
    if now:
        return _away(t.today, steps[0], 1), now
    if t.at(j) in ("later", "earlier") and led == i:
        return unresolved("day"), j + 1
    anchored = _anchored(t, j, steps[0], led > i)
    if anchored:
        return anchored
    if t.at(i) == "within":
        return _until(t, steps[0]), j
    return (_away(t.today, steps[0], 1), j) if t.at(i) == "in" and _future(t, i, j) else None


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
    steps = length(t, i + 1) if t.at(i) == "for" else None
    j = t.skip(t.skip(steps[1], ","), "starting", "beginning") if steps else 0
    found = _PLAIN.read(t, j + 1) if steps and t.at(j) == "from" else None
    value = resolved(found[0], t.today) if found else None
    if not steps or not found or not value or value.precision != "day":
        return None
    return _lasting(value, steps[0]), found[1]


def _future(t: Tokens, i: int, j: int) -> bool:
    """Say whether "in two weeks" looks ahead; "the first time in two weeks" and "in two weeks of talks" don't."""
    return t.at(j) not in ("of", "since", "that", "-") and t.at(i - 1) not in (
        "time",
        "once",
        "twice",
        "first",
    )


def _anchored(t: Tokens, i: int, size: Length, led: bool) -> Found:
    """Read what a count is taken from: "before new year", "after tomorrow", "from Tuesday"."""
    word = t.at(i)
    j = t.skip(i, "starting", "beginning")
    if t.at(j) not in ("before", "after", "from", "following") or (led and t.at(j) != "from"):
        return None
    found = _PLAIN.read(t, j + 1)
    value = resolved(found[0], t.today) if found else None
    if not found or not value or value.precision != "day":
        return None
    if word in ("starting", "beginning"):
        return _lasting(value, size), found[1]
    return _away(value.start, size, -1 if word == "before" else 1), found[1]


def _lasting(first: DateValue, size: Length) -> DateValue:
    end = size.moved(first.start, 1)
    last = shift(end, -1, "day") if end else None
    return (days((first.start, last)) if first.start and last else None) or unresolved("interval")


def _until(t: Tokens, size: Length) -> DateValue:
    end = size.moved(t.today, 1)
    return (days((t.today, end)) if t.today and end else None) or unresolved("interval")


def _away(origin: date | None, size: Length, way: int) -> DateValue:
    """Return the days that ``steps`` from ``origin`` may mean."""
    middle = size.moved(origin, way)
    half = HALF_UNIT[size.last_unit] * 2 + 1 if size.vague else HALF_UNIT[size.last_unit]
    if middle is None:
        return unresolved("day" if not half else "interval")
    first, last = shift(middle, -half, "day"), shift(middle, half, "day")
    if not half or first is None or last is None:
        return DateValue(middle, middle, "day", middle.isoformat())
    return DateValue(first, last, "interval", f"{first}~/{last}~", True)


_PLAIN: Grammar[Moment] = Grammar(*WHOLE.rules, *NARROWED, *MEMBERS)
ANY: Grammar[Moment] = Grammar(
    *_PLAIN.rules,
    Rule(_offset, {*NUMBERS, "a", "an", "couple", "dozen", "few", "several", "in", "within"}),
    Rule(_weekday_offset, ANY_WEEKDAY),
    Rule(_lasting_from, {"for"}),
)
