"""Where dates may be in a text, and the words there.

One pass of a trigger pattern finds the words without which there is no date (month names, units, years …). Only
the neighbourhood of a trigger is cut into tokens, so that the cost of a text without dates is that of the pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from string import ascii_lowercase
from typing import Any

from factlint.values.base import Context
from factlint.values.dates import words

_BEFORE, _AFTER = 48, 28
_PADDING = 32
_PAST_END = [""] * _PADDING
# Kinds of figures: four of them (perhaps a year), eight (perhaps a date), an ordinal, any others.
SMALL, FOUR, EIGHT, NTH = "0", "0000", "00000000", "0th"
_KINDS = {4: FOUR, 8: EIGHT}
_SUFFIXES = ("st", "nd", "rd", "th")
_OTHERS = """
mornings afternoons evenings mondays tuesdays wednesdays thursdays fridays saturdays sundays weekday weekdays weekend
weekends today yesterday tomorrow tonight tonite noon midday midnight clock past hourly daily nightly weekly biweekly
fortnightly monthly bimonthly quarterly yearly annually semiannual semiannually everyday christmas xmas easter
thanksgiving halloween juneteenth pentecost hogmanay cinco thousand hundred nineteen eighteen bc bce ad
present moment
"""
TRIGGER_WORDS = frozenset(
    {
        *words.MONTHS,
        *words.ANY_WEEKDAY,
        *words.UNITS,
        *words.SEASONS,
        *words.DECADES,
        *(word for part in words.PARTS_OF_DAY for word in part.split()),
        *_OTHERS.split(),
    }
    - {"second", "early", "late"}
)


def _branches(choices: list[str]) -> str:
    """Return a pattern of ``choices`` grouped by first letter, so that most are ruled out by one character."""
    initials: dict[str, list[str]] = {}
    for word in choices:
        initials.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(sorted(rest, reverse=True))})" for first, rest in initials.items())


# A character before the trigger comes first, which lets the engine skip over the letters of words.
TRIGGER = re.compile(
    rf"[^a-z0-9_](?:{_branches(sorted(TRIGGER_WORDS))}|[12]\d{{3}}(?:s|\d{{4}})?|\d{{1,4}}(?:[/:]\d|[.-]\d{{1,2}}[.-]\d\d|st|nd|rd|th|s|q|ish"
    r"|\ ?[ap]\.?m|[hdwy])|[ap][.\ ]m|[qh][1-4]|[fcs]y\d*)(?![^\W\d_])"
)
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\n[^\S\n]*\n|\S")


def lowered(text: str) -> str:
    """Lower-case ``text`` without changing its length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


class Tokens:
    """The words of a stretch of text, with what the reader was told about it.

    words: lower-cased, "" past the end (``at`` gives one of them); starts, ends: offsets into the whole text
    today: the reference day; now: the reference moment, where it is known
    keys: the words again, figures by their kind (SMALL, FOUR, NTH), by which rules are chosen
    memo, clocks: the date and the time of day read at an index, so that they are read once
    triggers: offsets of the triggers in the stretch, in order
    timed: a time of day may stand in the stretch
    """

    __slots__ = (
        "at",
        "clocks",
        "ends",
        "keys",
        "memo",
        "now",
        "order",
        "size",
        "starts",
        "text",
        "timed",
        "today",
        "triggers",
        "words",
    )

    def __init__(
        self,
        text: str,
        low: str,
        start: int,
        end: int,
        context: Context,
        triggers: list[int] | None = None,
        timed: bool = True,
    ) -> None:
        spans = [match.span() for match in _TOKEN.finditer(low, start, end)]
        self.text = text
        self.size = len(spans)
        self.words = [low[first:last] for first, last in spans] + _PAST_END
        self.at = self.words.__getitem__
        starts, ends = zip(*spans, strict=True) if spans else ((), ())
        self.starts = [*starts, *[end] * _PADDING]
        self.ends = [*ends, *[end] * _PADDING]
        self.triggers = triggers or []
        self.timed = timed or not _OF_HOURS.isdisjoint(self.words)
        reference = context.reference
        self.now = reference if isinstance(reference, datetime) else None
        self.today: date | None = reference.date() if isinstance(reference, datetime) else reference
        self.order = context.date_order
        self.keys = self.words.copy()
        for i in range(self.size):
            word = self.words[i]
            if word.isdecimal():
                self.keys[i] = self._key(i, word)
        self.memo: dict[int, Any] = {}
        self.clocks: dict[int, Any] = {}

    def _key(self, i: int, figures: str) -> str:
        if len(figures) in _KINDS:
            return _KINDS[len(figures)]
        return NTH if self.words[i + 1] in _SUFFIXES and self.starts[i + 1] == self.ends[i] else SMALL

    def glued(self, i: int) -> bool:
        """Say whether token ``i`` follows the one before it without a space."""
        return 0 < i < self.size and self.starts[i] == self.ends[i - 1]

    def within_word(self, i: int) -> bool:
        """Say whether the border before token ``i`` lies within a string of letters and figures, as in 9dec4f."""
        return self.glued(i) and self.words[i].isalnum() and self.words[i - 1].isalnum()

    def capital(self, i: int) -> bool:
        """Say whether token ``i`` is printed with a capital."""
        return 0 <= i < self.size and self.text[self.starts[i]].isupper()

    def skip(self, i: int, *choices: str) -> int:
        """Return the index past token ``i`` if it is one of ``choices``, else ``i``."""
        return i + 1 if self.words[i] in choices else i

    def skip_end(self) -> int:
        """Return the index of the last token if it is a full stop, else the number of tokens."""
        return self.size - (self.at(self.size - 1) == ".")

    def phrase(self, i: int, *sequence: str) -> int:
        """Return the index past ``sequence`` if it stands at ``i``, else 0."""
        if self.words[i] != sequence[0]:
            return 0
        return i + len(sequence) if self.words[i : i + len(sequence)] == list(sequence) else 0


# Words before a bare hour, and the triggers that are no part of a time of day.
LEADS_HOUR = frozenset("at @ from between before after by no around about".split())
_OF_HOURS = LEADS_HOUR | {":", *(word for part in words.PARTS_OF_DAY for word in part.split())}
_TIMELESS = frozenset({*words.MONTHS, *words.SEASONS, *words.DECADES}) | {
    form for form, unit in words.UNITS.items() if unit not in {*words.CLOCK_UNITS, "day", "quarter"}
}


def stretches(text: str, context: Context) -> Iterator[Tokens]:
    """Yield the token runs around every trigger, in order and without overlap."""
    low = lowered(text)
    start = reach = -1
    triggers: list[int] = []
    timed = False
    for match in TRIGGER.finditer(f"\n{low}"):
        at, right = match.start(), match.end() - 1
        word = low[at:right]
        if (word in _NEEDS_MORE and not _is_likely(low, at, word)) or low[at - 1 : at].isalpha():
            continue
        if at - _BEFORE > reach:
            if triggers:
                yield Tokens(text, low, start, _closed(low, reach), context, triggers, timed)
            start, triggers, timed = _snapped(low, max(at - _BEFORE, 0)), [], False
        triggers.append(at)
        timed = timed or not (word in _TIMELESS or (len(word) == 4 and word.isdecimal()))
        reach = right + _AFTER
    if triggers:
        yield Tokens(text, low, start, _closed(low, reach), context, triggers, timed)


_PLURAL_UNITS = frozenset(word for word in words.UNITS if word.endswith("s") and len(word) > 3)
_BEFORE_UNITS = frozenset(
    {*words.ONES, *words.TENS, *words.ORDINAL_ONES}
    | set("few several couple dozen half full whole hundred thousand of and or".split())
)


_NEEDS_MORE = _PLURAL_UNITS | set(words.PARTS_OF_DAY)


def _is_likely(low: str, at: int, word: str) -> bool:
    """Say whether a value may hold the word at ``at``: "three weeks", not "recent weeks"; "the night" not by itself."""
    if word not in _PLURAL_UNITS:
        return low.endswith("in the ", 0, at) or not low.endswith(" the ", 0, at)
    before = low[max(at - 16, 0) : at].rstrip(" -\n\xa0")
    return before[-1:].isdecimal() or before[len(before.rstrip(ascii_lowercase)) :] in _BEFORE_UNITS


def _snapped(low: str, at: int) -> int:
    """Move ``at`` right to the next start of a word, so that no word is cut."""
    while 0 < at < len(low) and low[at - 1].isalnum():
        at += 1
    return at


def _closed(low: str, at: int) -> int:
    at = min(at, len(low))
    space = low.rfind(" ", at - 24, at)
    return space if space > 0 and at < len(low) else at
