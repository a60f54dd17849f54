"""Find every date and time in a text, and read a text that is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factlint.errors import AmbiguousValueError, UnreadableValueError
from factlint.values.base import Context, DateValue, Reading, Recurrence, TimeValue
from factlint.values.calendar import bounds
from factlint.values.dates.cues import is_part_of_number
from factlint.values.dates.moments import TIMED
from factlint.values.dates.numerals import decimal_follows
from factlint.values.dates.parts import Moment, Part, resolved
from factlint.values.dates.ranges import DATED_STARTS, dated
from factlint.values.dates.recurring import RECURRING
from factlint.values.dates.rules import NUMBERS, ORDINALS
from factlint.values.dates.tokens import FOUR, TRIGGER_WORDS, Tokens, lowered, stretches
from factlint.values.dates.words import DAY_NAMES
from factlint.values.edtf import HINT, looks_like_edtf, parse_edtf

_LONGEST = 200
_STARTS = DATED_STARTS | TIMED.starts | RECURRING.starts
_LEADS = frozenset(
    "the in from for by since until till til through after before during at about around some nearly almost over"
    " under".split()
)
_LED = _STARTS | {"present", "moment"}
_COUNTS = NUMBERS - {FOUR}
_GOES_ON = (
    TRIGGER_WORDS
    | NUMBERS
    | ORDINALS
    | set(
        "s to and or a p o in of until till through thru on am pm ish h full whole more early mid late"
        " from at between after before this next last".split()
    )
)
_REACH, _LONG_REACH = 24, 48  # characters from the start of a number, or any other word, to a trigger


def find(text: str, context: Context | None = None) -> list[Reading]:
    """Return the dates, times of day and recurrences in ``text`` in order, none overlapping, the longest
    first at every place. Never raises; the cost grows linearly with the text."""
    readings: list[Reading] = []
    for t in stretches(text, context or Context()):
        done = 0
        for i in _beginnings(t):
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


def _beginnings(t: Tokens) -> Iterator[int]:
    """Yield where a value may begin: at a word that begins one, and with a trigger soon enough behind it."""
    triggers = iter(t.triggers)
    trigger = next(triggers)
    for i, key in enumerate(t.keys):
        if key not in _STARTS:
            continue
        start = t.starts[i]
        while trigger < start:
            following = next(triggers, None)
            if following is None:
                return
            trigger = following
        if key in _COUNTS:
            begins = trigger - start <= _REACH and _goes_on(t, i)
        else:
            begins = trigger - start <= _LONG_REACH and (key not in _LEADS or _leads(t, i))
        if begins:
            yield i


def _goes_on(t: Tokens, i: int) -> bool:
    """Say whether a date or time may go on after a number, which "45 people", "5.3%" and the 3 of it don't."""
    if is_part_of_number(t, i):
        return False
    while decimal_follows(t, i):
        i += 2
    word = t.words[i + 1]
    return word in _GOES_ON if word.isalpha() else word != "%"


def _leads(t: Tokens, i: int) -> bool:
    """Say whether the words after a preposition or "the" may begin a value."""
    while t.keys[i] in _LEADS:
        i += 1
    return t.keys[i] in _LED and (t.keys[i] not in _COUNTS or _goes_on(t, i))


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
    for found in (TIMED.read(t, i), RECURRING.read(t, i)):
        if found and (best is None or found[1] > best[1]):
            best = found
    return best
