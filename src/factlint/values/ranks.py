"""Ordinals and ranks: "21st", "seventh-lowest", "second largest", "record low"."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.values.base import Quantity, Reading

STARTS = frozenset({"record"})
_SUPERLATIVE = re.compile(r"(?:[\s-](?:most\s)?([a-z]{3,}est|most|worst|best|least)\b)")
_NOT_RANK = frozenset(
    {"west", "best", "interest", "request", "forest", "protest", "arrest", "harvest", "guest", "quest"}
)
_RECORD_OF = re.compile(r"record[\s-](low|high)s?\b")
_SUFFIX = re.compile(r"(\d{1,3}(?:,\d{3})*)(st|nd|rd|th)(?![^\W_])")
_NOT_ORDINAL_AFTER = re.compile(r"[\s-](?:half|halves)\b")
_NOT_ORDINAL_BEFORE = re.compile(r"\b(?:at|per|a split|split|every|each|miles? an?|met(?:re|er)s? an?)\s$")


def at(text: str, low: str, start: int, word: str) -> Reading | None:
    """Return the rank in digits or "record low" at a trigger; ordinals in words are read as numbers first."""
    if word == "record":
        found = _RECORD_OF.match(low, start)
        return _rank(text, start, found.end(), Fraction(1), _EXTREMES[found[1]]) if found else None
    if not word[0].isdecimal() or low[start - 1 : start].isalnum():
        return None
    found = _SUFFIX.match(low, start)
    place = int(found[1].replace(",", "")) if found else 0
    if not found or found[2] != suffix(place):
        return None
    return ranked(text, low, start, found.end(), Fraction(place))


def suffix(place: int) -> str:
    """Return the ending of an ordinal in digits: 1st, 12th, 23rd."""
    if place % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")


_EXTREMES = {"low": "lowest", "high": "highest"}


def ranked(text: str, low: str, start: int, end: int, place: Fraction) -> Reading | None:
    """Return an ordinal with the superlative that follows it; ``None`` for "at first", "per second"."""
    if _NOT_ORDINAL_AFTER.match(low, end) or _NOT_ORDINAL_BEFORE.search(low, max(0, start - 12), start):
        return None
    found = _SUPERLATIVE.match(low, end)
    if found and (found[1] not in _NOT_RANK or found[1] == "best"):
        return _rank(text, start, found.end(), place, found[1])
    return _rank(text, start, end, place, "")


def _rank(text: str, start: int, end: int, place: Fraction, superlative: str) -> Reading:
    value = Quantity(place, place, unit="ordinal", qualifier=superlative, text=text[start:end])
    return Reading(start, end, value)
