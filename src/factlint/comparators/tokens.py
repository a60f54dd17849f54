"""Words of a text with their places, in the form in which they are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*|%")
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
LONGEST = 400_000

_DENYING = """
    no not never none nobody nothing neither nor without cannot can't don't doesn't didn't isn't aren't
    wasn't weren't won't wouldn't shouldn't couldn't hasn't haven't hadn't
"""
NEGATIONS = frozenset(_DENYING.split())


@dataclass(frozen=True, slots=True)
class Token:
    """One word: case-folded with plain apostrophes, and where it stands in the text."""

    word: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of a text; case, punctuation, hyphens and kinds of quotation marks don't count."""
    found = _WORD.finditer(text[:LONGEST])
    return [Token(item[0].translate(_MARKS).casefold(), item.start(), item.end()) for item in found]
