"""Ordinals and ranks: "21st", "seventh-lowest", "next to last", "between the tenth and the fifteenth".

A rank counted from the end is negative: the last is -1, the next to last -2.
"""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.values import guards, qualifiers
from factlint.values.base import Quantity, Reading, Sense
from factlint.values.numbers import numeral

_FROM_END = {
    "next to last": 2, "next-to-last": 2, "last but one": 2, "last-but-one": 2, "penultimate": 2, "antepenultimate": 3,
    "last but two": 3, "last-but-two": 3, "in last place": 1, "dead last": 1,
}  # fmt: skip
STARTS = frozenset({"record", *_FROM_END})
_SUPERLATIVE = re.compile(r"(?:[\s-](?:most\s)?([a-z]{3,}est|most|worst|best|least)\b)")
_NOT_RANK = frozenset(
    {"west", "best", "interest", "request", "forest", "protest", "arrest", "harvest", "guest", "quest"}
)
_RECORD_OF = re.compile(r"record[\s-](low|high)s?\b")
_SUFFIX = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,15})(st|nd|rd|th)(?![^\W_])")
_NOT_ORDINAL_AFTER = re.compile(r"[\s-](?:half|halves)\b")
_NOT_ORDINAL_BEFORE = re.compile(r"\b(?:at|per|a split|split|every|each|miles? an?|met(?:re|er)s? an?)\s$")
_TO_LAST = re.compile(
    r"[\s-](?:(?:to[\s-])?last(?!\s(?:year|month|week|night|time|season|summer|winter))|from[\s-](?:(?:the\s)?(?:end|bottom|back|rear)|last))\b"
)


def at(text: str, low: str, start: int, word: str) -> Reading | None:
    """Return the rank in digits, from the end, or "record low" at a trigger; other ordinals in words are read as
    numbers first."""
    if word == "record":
        found = _RECORD_OF.match(low, start)
        return _rank(text, start, found.end(), Fraction(1), _EXTREMES[found[1]]) if found else None
    if word in _FROM_END:
        return _rank(text, start, start + len(word), Fraction(-_FROM_END[word]))
    place = _in_digits(low, start)
    return ranked(text, low, start, place[1], Fraction(place[0])) if place else None


def _in_digits(low: str, start: int) -> tuple[int, int] | None:
    """Read an ordinal in digits at ``start``: its place and its end."""
    if not low[start].isdecimal() or low[start - 1 : start].isalnum():
        return None
    found = _SUFFIX.match(low, start)
    place = int(found[1].replace(",", "")) if found else 0
    return (place, found.end()) if found and found[2] == suffix(place) else None


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
    from_end = _TO_LAST.match(low, end)
    if from_end:
        return _rank(text, start, from_end.end(), -place)
    found = _SUPERLATIVE.match(low, end)
    if found and (found[1] not in _NOT_RANK or found[1] == "best"):
        return _rank(text, start, found.end(), place, found[1])
    return (
        _range(text, low, start, end, place)
        or _bound(text, low, start, end, place)
        or _rank(text, start, end, place)
    )


_BETWEEN = re.compile(r"\b(between|from)\s(?:the\s)?$")
_TO = {"between": re.compile(r"\sand\s(?:the\s)?(?=\w)"), "from": re.compile(r"\sto\s(?:the\s)?(?=\w)")}


def _range(text: str, low: str, start: int, end: int, place: Fraction) -> Reading | None:
    """Read "between the tenth and the fifteenth", where no noun follows ("the first and second quarters")."""
    opened = _BETWEEN.search(low, max(0, start - 12), start)
    link = _TO[opened[1]].match(low, end) if opened else None
    upper = _ordinal(low, link.end()) if link else None
    if not opened or upper is None or upper[0] <= place or not guards.is_part(low, upper[1]):
        return None
    said = text[opened.start() : upper[1]]
    value = Quantity(place, Fraction(upper[0]), Sense.RANGE, unit="ordinal", qualifier=opened[1], text=said)
    return Reading(opened.start(), upper[1], value)


def _ordinal(low: str, start: int) -> tuple[Fraction, int] | None:
    digits = _in_digits(low, start)
    if digits:
        return Fraction(digits[0]), digits[1]
    made = numeral(low, start) if low[start].isalpha() else None
    return (made.value, made.end) if made and made.form == "ordinal" else None


def _bound(text: str, low: str, start: int, end: int, place: Fraction) -> Reading | None:
    """Read "higher than the tenth" where no noun follows."""
    bound = qualifiers.before(low, start - 4) if low.endswith(" than the ", 0, start) else None
    if not bound or not guards.is_part(low, end):
        return None
    above = bound.sense in {Sense.MORE_THAN, Sense.AT_LEAST}
    value = Quantity(
        place if above else None, None if above else place, bound.sense, unit="ordinal", qualifier=bound.words,
        text=text[bound.edge : end],
    )  # fmt: skip
    return Reading(bound.edge, end, value)


def _rank(text: str, start: int, end: int, place: Fraction, superlative: str = "") -> Reading:
    value = Quantity(place, place, unit="ordinal", qualifier=superlative, text=text[start:end])
    return Reading(start, end, value)
