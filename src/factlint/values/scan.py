"""Find every value in a text in one pass: quantities here, dates from ``dates``, counted things at the end."""

from __future__ import annotations

import re

from factlint.values import counted, dates, guards, multiples, ranks
from factlint.values.amounts import amount
from factlint.values.base import Context, Reading
from factlint.values.figures import VULGAR
from factlint.values.quantities import quantity
from factlint.values.words import ORDINALS, PARTS, VOCABULARY

_STARTS = sorted({*VOCABULARY, *multiples.STARTS, *ranks.STARTS}, key=len, reverse=True)
_TRIGGER = re.compile(rf"[\d{''.join(VULGAR)}]|(?<![^\W\d_])(?:{'|'.join(_STARTS)})(?![^\W\d_])")
_ARTICLE_BEFORE = frozenset({"hundred", "dozen", *ORDINALS, *PARTS, "thousand", "million", "billion", "trillion"})


def scan(text: str, context: Context = Context()) -> list[Reading]:
    """Return the values in ``text``, sorted, with exact spans that don't overlap; the longest match wins.

    Never raises; the cost grows linearly with the text. A figure that the undeclared locale leaves ambiguous
    (``3.350``) is left out; ``read`` says why.
    """
    low = lowered(text)
    found = _merged(_quantities(text, low, context), dates.find(text, context))
    return counted.attach(text, found)


def lowered(text: str) -> str:
    """Return ``text`` in lower case with every character in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def _quantities(text: str, low: str, context: Context) -> list[Reading]:
    found: list[Reading] = []
    at = floor = 0
    while trigger := _TRIGGER.search(low, at):
        start = trigger.start()
        reading, end = _at(text, low, start, trigger[0], context)
        if reading and reading.start >= floor:
            found.append(reading)
            floor = reading.end
        at = max(end, floor, start + 1)
    return found


def _at(text: str, low: str, start: int, word: str, context: Context) -> tuple[Reading | None, int]:
    """Read the quantity at one trigger; return it and where to go on."""
    other = multiples.at(text, low, start, word) or ranks.at(text, low, start, word)
    if other:
        return other, other.end
    skip = guards.not_a_number(text, low, start)
    if skip:
        return None, skip
    if word[0].isdecimal():
        if low[start - 1 : start] == "." and not low[start - 2 : start - 1].isalnum() and start:
            start -= 1
    elif word in _ARTICLE_BEFORE:
        return _from_article(text, low, start, word, context)
    return _read(text, low, start, word, context)


def _from_article(text: str, low: str, start: int, word: str, context: Context) -> tuple[Reading | None, int]:
    begin = _with_article(low, start)
    if begin < start and (word not in ORDINALS or guards.is_part(low, start + len(word))):
        found, end = _read(text, low, begin, word, context)
        if found:
            return found, end
    return _read(text, low, start, word, context)


def _read(text: str, low: str, start: int, word: str, context: Context) -> tuple[Reading | None, int]:
    made = amount(text, low, start, context.locale, join=not low.startswith("between ", max(0, start - 8)))
    if made is None:
        return None, _blob_end(low, start, start + len(word))
    if made.other is not None:
        return None, made.end
    if made.form == "ordinal":
        return ranks.ranked(text, low, made.start, made.end, made.value), made.end
    if made.form == "fraction" and guards.no_fraction(low, made):
        return None, made.end
    reading = quantity(text, low, made, context.locale)
    if reading is None:
        return None, _blob_end(low, start, made.end)
    if guards.is_year(low, made) and reading.end - reading.start == 4:
        return None, reading.end
    return reading, reading.end


def _blob_end(low: str, start: int, end: int) -> int:
    """Return the end of the unbroken string that starts with a digit at ``start``, at least ``end``."""
    blob = guards.BLOB.match(low, start) if low[start].isdecimal() else None
    return max(end, blob.end()) if blob else end


def _with_article(low: str, start: int) -> int:
    """Return where "a" before a number word starts, where it belongs to the number ("a hundred", "a fifth")."""
    size = 3 if low[start - 2 : start - 1] == "n" else 2
    if start >= size and low[start - size : start] in {"a ", "an "} and not low[start - size - 1 : start - size].isalnum():
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
