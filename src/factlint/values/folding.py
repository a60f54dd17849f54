"""Folding of names to plain letters: Unicode NFKD (UAX #15), letters that don't decompose, punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i",
    "ŋ": "ng", "ə": "a", "ĸ": "k", "ŧ": "t",
})  # fmt: skip
_APOSTROPHES = re.compile(r"['’‘ʼʻ`´ʹʺ\"“”]")
_BREAKS = re.compile(r"[\s\-‐‑‒–—_.,·]+")


def strip_marks(text: str) -> str:
    """Return the text without diacritics, case kept as it is where letters decompose."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return lower-case plain letters: no diacritics, apostrophes gone, hyphens and points as single spaces.

    Folding twice gives the same as folding once.
    """
    plain = strip_marks(strip_marks(text).casefold().translate(_LETTERS)).casefold().translate(_LETTERS)
    return _BREAKS.sub(" ", _APOSTROPHES.sub("", plain)).strip()


def compact(text: str) -> str:
    """Return the folded text with no spaces: "Jong-un", "Jong Un" and "Jongun" agree."""
    return fold(text).replace(" ", "")
