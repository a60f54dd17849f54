"""Ranks among the words of a sentence: "third", "second-largest", "the tallest", "one of the oldest", "the only"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from factlint.prose.lexicon import lexicon, stem

MARK = "#"
_SUPERLATIVE = re.compile(r"[a-z]{2,}(?:iest|est)$")
_NO_SUPERLATIVES = frozenset(
    """
    latest west southwest northwest midwest honest modest test rest nest guest forest rainforest invest suggest
    contest conquest request earnest harvest arrest protest interest digest manifest zest quest chest pest crest
    ingest bequest inquest unrest behest fest latest attest detest divest budapest bucharest everest trieste
    """.split()
)
_IRREGULAR = frozenset(("best", "worst", "most", "least", "topmost"))
SHARED = "~"  # one of several


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in an order: 1 for "the largest", 2 for "second-largest"; ``by`` is the stem of the superlative.

    shared: "one of the largest", "among the largest"
    """

    place: int
    by: str = ""
    shared: bool = False


def is_superlative(word: str) -> bool:
    """Whether a word is the superlative of an adjective, or "most" and the like."""
    return word in _IRREGULAR or (bool(_SUPERLATIVE.match(word)) and word not in _NO_SUPERLATIVES)


def code(place: Fraction | int | None, by: str, *, shared: bool = False) -> str:
    """Return the stem that stands for a rank in a token."""
    return f"{MARK}{place}{'-' + stem(by) if by else ''}{SHARED if shared else ''}"


def rank(code: str) -> Rank | None:
    """Return the rank that a token's stem stands for, or ``None`` where it is none."""
    if not code.startswith(MARK):
        return None
    bare = code.removesuffix(SHARED)
    place, _, by = bare[1:].partition("-")
    return Rank(int(place), by, code.endswith(SHARED)) if place.isdecimal() else None


def same_order(a: str, b: str) -> bool:
    """Whether two superlatives order by the same thing in the same sense."""
    return a == b or lexicon().alike(a, b)


def opposite_order(a: str, b: str) -> bool:
    """Whether two superlatives are the two ends of one order."""
    return lexicon().denies(a, b)
