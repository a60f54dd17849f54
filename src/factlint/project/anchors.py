"""Find a quote in an article's text, as the W3C Web Annotation TextQuoteSelector does.

Typographic variants of quotation marks, dashes and spaces count as the same character; each is one
character long in both texts, so that offsets hold in the original.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from factlint.project.claims import Quote

Marks = Sequence[tuple[int, int]]

SURROUNDINGS = 32
NEAR_ENOUGH = 75.0

_VARIANTS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\n\r\t", " "),
    }
)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a quote stands: every place, as character offsets, and the nearest words when there is none."""

    places: tuple[tuple[int, int], ...]
    nearest: str = ""
    nearest_place: tuple[int, int] | None = None


def fold(text: str) -> str:
    """Return the text with typographic variants made equal, of the same length."""
    return text.translate(_VARIANTS)


def find(quote: Quote, text: str, marks: Marks = ()) -> Match:
    """Find every place of ``quote.exact`` in ``text`` that its prefix and suffix allow.

    marks: spans of the text that are markup, across which a quote is found as people read it
    """
    match = _find(quote, text)
    if match.places or not marks:
        return match
    kept = _unmarked(len(text), marks)
    read = _find(quote, "".join(text[at] for at in kept))
    places = tuple((kept[start], kept[end - 1] + 1) for start, end in read.places)
    return Match(places) if places else match


def _unmarked(length: int, marks: Marks) -> list[int]:
    """Return the offsets of what is read."""
    kept: list[int] = []
    at = 0
    for start, end in sorted(marks):
        kept += range(at, start)
        at = max(at, end)
    return [*kept, *range(at, length)]


def _find(quote: Quote, text: str) -> Match:
    folded, exact = fold(text), fold(quote.exact)
    places = tuple(
        (start, start + len(exact))
        for start in _occurrences(exact, folded)
        if _surrounded(folded, start, start + len(exact), quote)
    )
    return Match(places) if places else _nearest(exact, folded, text)


def digest(text: str, start: int, end: int) -> str:
    """Digest the words at ``start``-``end`` with their surroundings: 16 hex digits of SHA-256."""
    around = fold(text[max(0, start - SURROUNDINGS) : end + SURROUNDINGS])
    return hashlib.sha256(" ".join(around.split()).encode()).hexdigest()[:16]


def line_of(text: str, offset: int) -> int:
    """Return the line, from 1, that ``offset`` lies on."""
    return text.count("\n", 0, offset) + 1


def _occurrences(exact: str, folded: str) -> list[int]:
    found, start = [], folded.find(exact)
    while start >= 0:
        found.append(start)
        start = folded.find(exact, start + 1)
    return found


def _surrounded(folded: str, start: int, end: int, quote: Quote) -> bool:
    prefix, suffix = fold(quote.prefix), fold(quote.suffix)
    before = folded[:start] if prefix[-1:].isspace() else folded[:start].rstrip()
    after = folded[end:] if suffix[:1].isspace() else folded[end:].lstrip()
    return before.endswith(prefix) and after.startswith(suffix)


def _nearest(exact: str, folded: str, text: str) -> Match:
    from rapidfuzz import fuzz

    if not folded or not exact:
        return Match(())
    found = fuzz.partial_ratio_alignment(exact, folded, score_cutoff=NEAR_ENOUGH)
    if found is None:
        return Match(())
    start, end = _whole_words(text, found.dest_start, found.dest_end)
    return Match((), text[start:end], (start, end))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
