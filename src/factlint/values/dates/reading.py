"""Find every date and time in a text, and read a text that is one."""

from __future__ import annotations

import re
from dataclasses import replace

from factlint.errors import AmbiguousValueError, UnreadableValueError
from factlint.values.base import Context, DateValue, Reading, Recurrence, TimeValue
from factlint.values.calendar import bounds
from factlint.values.dates.beginnings import beginnings
from factlint.values.dates.moments import TIMED
from factlint.values.dates.parts import Moment, Part, resolved
from factlint.values.dates.ranges import dated
from factlint.values.dates.recurring import RECURRING
from factlint.values.dates.tokens import Tokens, lowered, stretches
from factlint.values.dates.words import DAY_NAMES
from factlint.values.edtf import HINT, looks_like_edtf, parse_edtf

_LONGEST = 200


def find(text: str, context: Context | None = None) -> list[Reading]:
    """Return the dates, times of day and recurrences in ``text`` in order, none overlapping, the longest
    first at every place. Never raises; the cost grows linearly with the text."""
    readings: list[Reading] = []
    for t in stretches(text, context or Context()):
        done = 0
        for i in beginnings(t):
            found = _value_at(t, i) if i >= done and not t.within_word(i) else None
            if found and not t.within_word(found[1]):
                value, done = found
                start, end = t.starts[_without_preposition(t, i)], t.ends[done - 1]
                readings.append(Reading(start, end, _worded(value, text[start:end])))
    return readings


def _worded(value: DateValue | TimeValue | Recurrence, text: str) -> DateValue | TimeValue | Recurrence:
    if isinstance(value, DateValue):  # as ``replace`` does, for the path of every date
        return DateValue(value.start, value.end, value.precision, value.edtf, value.approximate, text)
    return replace(value, text=text)


def _without_preposition(t: Tokens, i: int) -> int:
    """Step over a preposition that says nothing of the value: "at 8 p.m.", "in the evening"."""
    word, after = t.at(i), t.at(i + 1)
    silent = {
        "at": after not in ("least", "present"),
        "@": True,
        "on": after != "or",
        "in": after == "the",
        "during": after == "the",
    }
    return i + silent.get(word, False)


def parse(text: str, context: Context | None = None) -> DateValue:
    """Read ``text``, which is one date in prose or EDTF.

    Raises UnreadableValueError where it is none or doesn't exist (30 February), and AmbiguousValueError where it
    has two readings (03/04/2025 with no declared order) or holds more than one date.
    """
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        raise UnreadableValueError("this text is too long for a date", hint=HINT)
    if looks_like_edtf(stripped) and not re.fullmatch(r"\d{8}|\d{1,2}[-/.].*", stripped):
        return replace(parse_edtf(stripped), text=text)
    found = _only(stripped, context or Context())
    if found.edtf.startswith("[") and found.start is None:
        raise AmbiguousValueError(
            f"{stripped!r} may be {' or '.join(found.edtf[1:-1].split(','))}", hint="declare the date order"
        )
    if found.start is None and found.end is None and "X" not in found.edtf:
        raise UnreadableValueError(f"{stripped} doesn't exist in the calendar", hint=HINT)
    return replace(found, text=text)


def _only(text: str, context: Context) -> DateValue:
    """Read the one date that ``text`` is, perhaps after a preposition."""
    low = lowered(text)
    t = Tokens(text, low, 0, len(low), context)
    for start in dict.fromkeys((0, t.phrase(0, "as", "of"), t.skip(_without_preposition(t, 0), "in"))):
        found = dated(t, start)
        if found and found[1] == t.skip_end():
            _check_weekday(found[0], text)
            return resolved(found[0], t.today)
    several = [item for item in find(text, context) if isinstance(item.value, DateValue)]
    if len(several) > 1:
        raise AmbiguousValueError(
            f"{text!r} holds {len(several)} dates", hint="keep only the one that is meant"
        )
    raise UnreadableValueError(f"{text!r} is no date", hint=HINT)


def _check_weekday(moment: Moment, text: str) -> None:
    """Refuse a full date with the wrong weekday: one of the two is a slip."""
    if (
        not isinstance(moment, Part)
        or moment.weekday is None
        or None in (moment.year, moment.month, moment.day)
    ):
        return
    found = bounds(moment.year or 0, moment.month, moment.day)
    if found and found[0].isoweekday() != moment.weekday:
        raise UnreadableValueError(f"{text}: that day is a {DAY_NAMES[found[0].weekday()]}", hint=HINT)


def _value_at(t: Tokens, i: int) -> tuple[DateValue | TimeValue | Recurrence, int] | None:
    """Return the longest value that begins at ``i``; a date wins over a time of the same length."""
    date = dated(t, i)
    best: tuple[DateValue | TimeValue | Recurrence, int] | None = None
    if date:
        best = resolved(date[0], t.today), date[1]
    for found in (TIMED.read(t, i) if t.timed else None, RECURRING.read(t, i)):
        if found and (best is None or found[1] > best[1]):
            best = found
    return best
