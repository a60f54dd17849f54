"""Numbers in digits, words or both: the one entry that reads a number where one starts.

``numeral(low, start)`` reads the longest well-formed number at ``start`` of a lower-cased text: "13,883",
"two hundred and six", "half a million", "4 thousand 3 hundred and 21", "1 3/4", "3½", "1e5".
"""

from __future__ import annotations

import re

from factlint.values.beside import one_of
from factlint.values.cardinals import MULTIPLIERS, PARTS, VOCABULARY
from factlint.values.figures import FIGURE, VULGAR, Figure, figure, fraction_step, power, slashed
from factlint.values.words import RUN, Numeral, spell_out

__all__ = ["Numeral", "numeral"]

_WORD = one_of(VOCABULARY)
_SINGULAR = {"half", "quarter", "halves", "quarters"}  # "3 quarters" are rather periods
_PLURAL_PARTS = [word for word in PARTS if word not in _SINGULAR]
_MORE_WORDS = re.compile(
    rf"\s{{1,3}}(?:(?:{'|'.join(MULTIPLIERS)})\s{{1,3}}(?:and\s{{1,3}})?(?:\d|(?:{_WORD})\b)"
    rf"|and\s(?:an?|one|two|three|\d{{1,2}})[\s-](?:{'|'.join(PARTS)})\b|(?:{'|'.join(_PLURAL_PARTS)})\b)"
)


def numeral(low: str, start: int, locale: str = "", join: bool = True) -> Numeral | None:
    """Read the longest number at ``start`` of ``low``; ``None`` where none stands there.

    join: whether "and" may join the parts of one number
    """
    if not low[start].isalpha():
        return _digits(low, start, locale, join)
    run = RUN.match(low, start)
    return _words(run[0], start, join) if run else None


def _words(run: str, start: int, join: bool) -> Numeral | None:
    read = spell_out(run, join)
    return Numeral(read.value, read.step, start + read.end, read.form, read.other) if read else None


def _digits(low: str, start: int, locale: str, join: bool) -> Numeral | None:
    if low[start] in VULGAR:
        part = VULGAR[low[start]]
        return Numeral(part, fraction_step(part.denominator), start + 1, "fraction")
    token = FIGURE.match(low, start)
    if not token:
        return None
    end = token.end()
    whole = figure(token[0], locale)
    if low[end : end + 2].lstrip(" ")[:1] in {"/", "⁄"}:
        part_only = slashed(low, start)
        if part_only:
            return Numeral(part_only[0].value, part_only[0].step, part_only[1], "fraction")
    if whole is None:
        return None
    follows = low[end : end + 1]
    if follows and follows not in _ENDS:
        longer = power(low, end, whole) or _mixed(low, end, whole)
        if longer:
            return Numeral(longer[0].value, longer[0].step, longer[1], "digits")
        if follows in _GAPS and (worded := _with_words(low, start, end, join)):
            return worded
    return Numeral(whole.value, whole.step, end, "digits", whole.other)


_ENDS = frozenset(".,;:)%?!$€£°")
_GAPS = frozenset(" \u00a0\n")


def _mixed(low: str, end: int, whole: Figure) -> tuple[Figure, int] | None:
    """Read the fraction after a whole number: ``1 3/4``, ``3½``."""
    if whole.value.denominator != 1:
        return None
    at = end + 1 if low[end : end + 1] in {" ", "-"} else end
    at += low.startswith(" ", at) and at > end
    if low[at : at + 1].isalpha():
        return None
    if low[at : at + 1] in VULGAR:
        part = VULGAR[low[at]]
        return Figure(whole.value + part, fraction_step(part.denominator)), at + 1
    made = slashed(low, at) if at > end else None
    if not made or made[0].value >= 1:
        return None
    return made[0]._replace(value=whole.value + made[0].value), made[1]


def _with_words(low: str, start: int, end: int, join: bool) -> Numeral | None:
    """Read digits that words continue: "4 thousand 3 hundred and 21", "3 and a half"."""
    if not _MORE_WORDS.match(low, end):
        return None
    run = RUN.match(low, start)
    read = _words(run[0], start, join) if run else None
    return read if read and read.end > end else None
