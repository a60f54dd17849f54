"""Counts, ordinals, days of the month and years, in figures and in words."""

from __future__ import annotations

from fractions import Fraction

from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import ONES, ORDINAL_ONES, TENS

_SUFFIXES = ("st", "nd", "rd", "th")
Count = tuple[int, int]  # a number, and the index past its words


def small(t: Tokens, i: int) -> Count | None:
    """Read 1 to 99 in words."""
    word = t.at(i)
    if word in ONES:
        return ONES[word], i + 1
    if word not in TENS:
        return None
    j = t.skip(i + 1, "-")
    ones = ONES.get(t.at(j), 99)
    return (TENS[word] + ones, j + 1) if ones < 10 else (TENS[word], i + 1)


def count(t: Tokens, i: int) -> Count | None:
    """Read a whole count: figures of up to four digits, words up to 99, "a", "an", "a couple of"."""
    word = t.at(i)
    if word.isdecimal():
        whole = (
            len(word) <= 4 and not decimal_follows(t, i) and not (t.glued(i) and t.at(i - 1) in (".", ","))
        )
        return (int(word), i + 1) if whole else None
    if word in ("a", "an"):
        j = t.phrase(i + 1, "couple", "of")
        return (2, j) if j else (1, i + 1)
    if word in ("couple", "dozen"):
        return (2 if word == "couple" else 12), t.skip(i + 1, "of")
    return small(t, i)


def amount(t: Tokens, i: int) -> tuple[Fraction | int, int] | None:
    """Read a count that may have a decimal part or half: "2.5", "half an", "one and a half"."""
    if t.at(i) == "half" and t.at(i + 1) in ("a", "an"):
        return Fraction(1, 2), i + 2
    if t.at(i).isdecimal() and len(t.at(i)) <= 4 and decimal_follows(t, i):
        places = t.at(i + 2)[:6]
        return Fraction(f"{t.at(i)}.{places}"), i + 3
    whole = count(t, i)
    if not whole:
        return None
    j = t.phrase(whole[1], "and", "a", "half")
    return (Fraction(2 * whole[0] + 1, 2), j) if j else whole


def decimal_follows(t: Tokens, i: int) -> bool:
    """Say whether the figures at ``i`` go on after a decimal point or thousands comma."""
    return t.at(i + 1) in (".", ",") and t.glued(i + 1) and t.glued(i + 2) and t.at(i + 2).isdecimal()


def ordinal(t: Tokens, i: int) -> Count | None:
    """Read "3rd", "third", "twenty-fourth" (1 to 99)."""
    word = t.at(i)
    if word.isdecimal():
        suffixed = len(word) <= 2 and t.at(i + 1) in _SUFFIXES and t.glued(i + 1)
        return (int(word), i + 2) if suffixed else None
    if word in ORDINAL_ONES:
        return ORDINAL_ONES[word], i + 1
    if word in TENS:
        j = t.skip(i + 1, "-")
        ones = ORDINAL_ONES.get(t.at(j), 99)
        return (TENS[word] + ones, j + 1) if ones < 10 else None
    return None


def day_number(t: Tokens, i: int) -> Count | None:
    """Read a day of the month: 1 to 31, as figures, ordinal or words."""
    word = t.at(i)
    found = ordinal(t, i)
    if not found and word.isdecimal() and len(word) <= 2:
        found = int(word), i + 1
    found = found or small(t, i)
    return found if found and 1 <= found[0] <= 31 else None


def year_number(t: Tokens, i: int) -> Count | None:
    """Read a year: four figures from 1000 to 2999, or words such as "nineteen ninety-three"."""
    word = t.at(i)
    if word.isdecimal():
        fits = len(word) == 4 and word[0] in "12" and not decimal_follows(t, i)
        return (int(word), i + 1) if fits and not _glued_on(t, i) else None
    return _thousands(t, i) or _pairs(t, i)


def short_year(t: Tokens, i: int) -> Count | None:
    """Read two figures of a year after an apostrophe: '45."""
    if t.at(i) in ("'", "’", "‘") and len(t.at(i + 1)) == 2 and t.at(i + 1).isdecimal() and t.glued(i + 1):
        return full_year(int(t.at(i + 1))), i + 2
    return None


def full_year(two: int) -> int:
    """Complete a two-figure year: 69 to 99 are of the 20th century (POSIX ``%y``)."""
    return two + (1900 if two >= 69 else 2000)


def _glued_on(t: Tokens, i: int) -> bool:
    """Say whether letters follow the figures at once (2000m, 1990s is read elsewhere)."""
    return t.glued(i + 1) and t.at(i + 1).isalpha()


def _thousands(t: Tokens, i: int) -> Count | None:
    if t.at(i) not in ("one", "two") or t.at(i + 1) != "thousand":
        return None
    base = ONES[t.at(i)] * 1000
    rest = small(t, t.skip(i + 2, "and"))
    return (base + rest[0], rest[1]) if rest else None


def _pairs(t: Tokens, i: int) -> Count | None:
    """Read "nineteen eighty-four", "nineteen hundred (and) five", "twenty twenty"."""
    head = small(t, i)
    if not head or not 15 <= head[0] <= 20 or (t.at(i) == "twenty" and head[1] != i + 1):
        return None
    j = t.phrase(head[1], "hundred")
    rest = small(t, t.skip(j, "and") if j else head[1])
    if rest and (j or rest[0] >= 10):
        return head[0] * 100 + rest[0], rest[1]
    return None
