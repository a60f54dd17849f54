"""Find every value in a text in one pass: quantities here, dates from ``dates``, counted things at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.values import absence, counted, dates, guards, multiples, ranks
from factlint.values.amounts import amount
from factlint.values.base import Context, Reading
from factlint.values.beside import one_of
from factlint.values.cardinals import ORDINALS, PARTS, TENS, VOCABULARY
from factlint.values.figures import VULGAR
from factlint.values.qualifiers import FIRST_AFTER
from factlint.values.quantities import bounded, quantity
from factlint.values.units import BEFORE, PHRASES

_CODES = frozenset(code.lower() for code in BEFORE if code.isalpha() and code.isascii())  # USD5, RM50
_WORDS = one_of({*VOCABULARY, *multiples.STARTS, *ranks.STARTS, *absence.STARTS, *_CODES})
# A character before the trigger (its group) comes first, which lets the engine skip over the letters of words.
TRIGGER = re.compile(rf"[^a-z0-9]([0-9{''.join(VULGAR)}]|{_WORDS}(?![^\W\d_]))")
_OTHERS = frozenset({*multiples.STARTS, *multiples.SIZES, *ranks.STARTS, *absence.STARTS})
_ARTICLE_BEFORE = frozenset(
    {"hundred", "dozen", *ORDINALS, *PARTS, *TENS, "thousand", "million", "billion", "trillion"}
)


_DEFAULT = Context()


def scan(text: str, context: Context = _DEFAULT) -> list[Reading]:
    """Return the values in ``text``, sorted, with exact spans that don't overlap; the longest match wins.

    Never raises; the cost grows linearly with the text. A figure that the undeclared locale leaves ambiguous
    (``3.350``) is left out; ``read`` says why.
    """
    found = uncounted(text, context)
    counted.fill(text, found)
    return found


def uncounted(text: str, context: Context = _DEFAULT) -> list[Reading]:
    """Return the values as ``scan`` does, but not what the quantities count: half the work."""
    days = dates.find(text, context)
    return _merged(_Scanner(text, lowered(text), context.locale, days).run(), days)


def lowered(text: str) -> str:
    """Return ``text`` in lower case with every character in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})


class _Scanner:
    """One pass over a text for quantities; nothing before ``floor`` may be taken in any more.

    days: the dates of the text; a number in one is none by itself, unless words go on behind the date
    """

    __slots__ = ("days", "floor", "found", "locale", "low", "text")

    def __init__(self, text: str, low: str, locale: str, days: list[Reading]) -> None:
        self.text, self.low, self.locale, self.days = text, low, locale, days
        self.floor = 0
        self.found: list[Reading] = []

    def run(self) -> list[Reading]:
        at, search, padded = 0, TRIGGER.search, f"\n{self.low}"
        closed = _closed(self.low, self.days)
        day_start, day_end = next(closed)
        while trigger := search(padded, at):
            start = trigger.end() - len(trigger[1]) - 1
            while day_end <= start:
                day_start, day_end = next(closed)
            if day_start <= start:
                at = day_end
                continue
            reading, end = self._at(start, trigger[1])
            if reading and reading.start >= self.floor:
                self.found.append(reading)
                self.floor = reading.end
                bounded(self.text, self.low, self.found)
            at = max(end, self.floor, start + 1)
        return self.found

    def _at(self, start: int, word: str) -> tuple[Reading | None, int]:
        """Read the quantity at one trigger; return it and where to go on."""
        text, low = self.text, self.low
        if word in _CODES:
            start += len(word)
            word = low[start : start + 1]
            if not word.isdecimal():
                return None, start
        if word in _OTHERS:
            other = self._other(start, word)
            if other:
                return other, other.end
            if word in absence.STARTS:
                return None, start + len(word)
        if (
            start
            and low[start - 1] == "."
            and word[0].isdecimal()
            and not low[start - 2 : start - 1].isalnum()
        ):
            return self._read(start - 1, word)
        skip = guards.not_a_number(text, low, start)
        if skip:
            return None, skip
        return self._from_article(start, word) if word in _ARTICLE_BEFORE else self._read(start, word)

    def _other(self, start: int, word: str) -> Reading | None:
        """Read what is no plain number: a zero, a multiple, a vague magnitude, a rank."""
        if word in absence.STARTS:
            return absence.at(self.text, self.low, start)
        return multiples.at(self.text, self.low, start, word) or ranks.at(self.text, self.low, start, word)

    def _from_article(self, start: int, word: str) -> tuple[Reading | None, int]:
        begin = with_article(self.low, start)
        if begin < start and (word not in ORDINALS or guards.is_part(self.low, start + len(word))):
            found, end = self._read(begin, word)
            if found:
                return found, end
        return self._read(start, word)

    def _read(self, start: int, word: str) -> tuple[Reading | None, int]:
        text, low = self.text, self.low
        join = start < 8 or not low.startswith("between ", start - 8)
        made = amount(text, low, start, self.locale, join=join, floor=self.floor)
        if made is not None and low[made.number_end : made.number_end + 2] in _ORDINAL_ENDS:
            ranked = ranks.at(text, low, start, word)
            if ranked:
                return ranked, ranked.end
        if made is None:
            return None, _blob_end(low, start, start + len(word))
        if made.other is not None or (made.form == "fraction" and guards.no_fraction(low, made)):
            return None, made.end
        if made.form == "ordinal":
            return ranks.ranked(text, low, made.start, made.end, made.value), made.end
        reading = quantity(text, low, made, self.locale, self.floor)
        if reading is None:
            return None, _blob_end(low, start, made.end)
        if reading.end - reading.start == 4 and guards.is_year(low, made) and not guards.counts(low, made):
            return None, reading.end
        return reading, reading.end


_GOES_ON = frozenset({*VOCABULARY, "to", "and", "or", "through", "in", "out", "over", "old", "of"})
_BEHIND = re.compile(r"[.,;:)?!]?(?:[\s\"”’)]|$)\s*([a-z]*)(?!\d)")


def _closed(low: str, days: list[Reading]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the dates that no number in them can go beyond, and at last one past the text."""
    for day in days:
        behind = _BEHIND.match(low, day.end)
        if behind and behind[1] not in _GOES_ON and behind[1] not in PHRASES and behind[1] not in FIRST_AFTER:
            yield day.start, day.end
    yield len(low) + 1, len(low) + 1


def _blob_end(low: str, start: int, end: int) -> int:
    """Return the end of the unbroken string that starts with a digit at ``start``, at least ``end``."""
    blob = guards.BLOB.match(low, start) if low[start].isdecimal() else None
    return max(end, blob.end()) if blob else end


def with_article(low: str, start: int) -> int:
    """Return where "a" before a number word starts, where it belongs to the number ("a hundred", "a fifth")."""
    size = 3 if low[start - 2 : start - 1] == "n" else 2
    if (
        start >= size
        and low[start - size : start] in {"a ", "an "}
        and not low[start - size - 1 : start - size].isalnum()
    ):
        return start - size
    return start


def _merged(quantities: list[Reading], days: list[Reading]) -> list[Reading]:
    """Merge two sorted lists of readings; where two overlap the longer stands, and a date before a count."""
    if not days:
        return quantities
    kept: list[Reading] = []
    for reading in sorted([*days, *quantities], key=lambda found: (found.start, -found.end)):
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
        elif reading.end - reading.start > kept[-1].end - kept[-1].start:
            kept[-1] = reading
    return kept
