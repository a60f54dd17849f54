"""Periods by name: decades, centuries, quarters, halves of a year, seasons."""

from __future__ import annotations

from factlint.values.base import DateValue
from factlint.values.dates.absolute import fiscal_year, year
from factlint.values.dates.cues import ends_here, tells_degrees
from factlint.values.dates.numerals import full_year, ordinal, short_year, small, year_number
from factlint.values.dates.parts import Found, Moment, Part, joined
from factlint.values.dates.rules import ORDINALS, SUFFIXES, Grammar, Rule
from factlint.values.dates.tokens import FOUR, SMALL, Tokens
from factlint.values.dates.words import DECADES, ONES, SEASONS
from factlint.values.edtf import parse_edtf

_POSSESSIVES = frozenset("his her their my our your its".split())
_BEFORE_PLURAL = ("the", "early", "late", "mid", "-")  # in the 1970's, but 2020's figures
_BEFORE_SHORT = ("in", "of", "during", "since", "from", "until", "early", "late", "mid", "-")
_JOINS = ("and", "or", "to", "-", "–", "—", "through")


def decade(t: Tokens, i: int) -> Found:
    """Read "the 1930s", "the '40s", "the nineties", and the pair "the 1930s and 40s"."""
    start = t.skip(i, "the")
    first = _one_decade(t, start)
    if not first or t.at(i - 1) in _POSSESSIVES:
        return None
    century = int(first[0][:2]) * 100
    j = first[1]
    if first[0].endswith("X") and not first[0].endswith("XX") and t.at(j) in _JOINS:
        second = _one_decade(t, t.skip(j + 1, "the"), century)
        if second and second[0] > first[0]:
            return joined(parse_edtf(first[0]), parse_edtf(second[0]), None) or parse_edtf(first[0]), second[
                1
            ]
    return parse_edtf(first[0]), j


def _one_decade(t: Tokens, i: int, century: int = 0) -> tuple[str, int] | None:
    """Return the EDTF text of a decade and the index past it; short forms ('40s) need ``century``, an
    apostrophe or "the", and are then of the 20th century."""
    j = t.skip(i, "'", "’", "‘")
    word = t.at(j)
    spelt = small(t, j) if t.at(j + 1) in DECADES else None
    if spelt and 15 <= spelt[0] <= 20:
        return f"{spelt[0]}{DECADES[t.at(j + 1)] // 10}X", j + 2
    if word in DECADES:
        named = t.at(i - 1) in ("the", "early", "late", "mid", "-", "in")
        return (f"{(century or 1900) // 100}{DECADES[word] // 10}X", j + 1) if named or century else None
    if not word.isdecimal() or not word.endswith("0"):
        return None
    k = t.skip(j + 1, "'", "’")
    if t.at(k) != "s" or not t.glued(k) or not t.glued(j + 1):
        return None
    if k > j + 1 and t.at(i - 1) not in _BEFORE_PLURAL:
        return None
    if len(word) == 4 and word[0] in "12":
        return (word[:2] + "XX" if word.endswith("00") and word != "2000" else word[:3] + "X"), k + 1
    led = t.at(i - 1) == "the" and (t.at(i - 2) in _BEFORE_SHORT or not t.at(i - 2).isalnum())
    led = led or t.at(_before_third(t, i)) == "the"
    cued = century or j > i or (led and not tells_degrees(t, i))
    return (f"{(century or 1900) // 100}{word[0]}X", k + 1) if len(word) == 2 and cued else None


def _before_third(t: Tokens, i: int) -> int:
    """Return the index before "mid-", "early" or "late", which stands before ``i``; ``i`` where none does."""
    at = i - 2 if t.at(i - 1) == "-" else i - 1
    return at - 1 if t.at(at) in ("mid", "early", "late") else i


def _centuries(t: Tokens, i: int) -> Found:
    """Read "19th century", "the eighteenth and nineteenth centuries"."""
    first = ordinal(t, t.skip(i, "the"))
    if not first or not 1 <= first[0] <= 30:
        return None
    j = t.skip(first[1], "-", "‑")
    if t.at(j) == "century" and t.at(j + 1) in ("bc", "bce"):
        return DateValue(None, None, "century", f"-{first[0] - 1:02d}XX"), j + 2
    if t.at(j) in ("century", "centuries"):
        return _century(first[0]), j + 1
    second = ordinal(t, t.skip(j, "and", "to", "–"))
    if (
        not second
        or t.at(t.skip(second[1], "-")) not in ("centuries", "century")
        or not first[0] < second[0] <= 30
    ):
        return None
    value = joined(_century(first[0]), _century(second[0]), None)
    return (value, t.skip(second[1], "-") + 1) if value else None


def _century(number: int) -> DateValue:
    return parse_edtf(f"{number - 1:02d}XX")


def _quarter(t: Tokens, i: int) -> Found:
    """Read "Q3 2024", "2024 Q3", "the third quarter of 2024", "H1 2024", "the first half of 2024"."""
    i = t.skip(i, "the")
    led = year_number(t, i)
    code = _code(t, led[1]) if led else None
    if led and code:
        return Part(led[0], code[0]), code[1]
    code = code or _code(t, i) or _spelt(t, i)
    if not code:
        return None
    j = t.skip(t.skip(code[1], ","), "of", "in")
    if t.at(j) in ("fy", "fiscal", "financial"):
        return fiscal_year(t, j)
    found = short_year(t, j) or year(t, j) or (year_number(t, j) if j == code[1] else None)
    if found:
        value = found[0].year if isinstance(found[0], Part) else found[0]
        return (Part(value, code[0]), found[1]) if isinstance(value, int) else None
    return (
        (Part(month=code[0]), code[1])
        if code[0] < 40 and t.at(code[1]) not in ("of", "in", "touchdown")
        else None
    )


def _code(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read "q3" or "h1" as its EDTF grouping."""
    letter, digit = t.at(i), t.at(i + 1)
    if not t.glued(i + 1) or len(digit) != 1 or (letter == "h" and not t.capital(i)):
        return None
    if letter == "q" and digit in "1234":
        return 32 + int(digit), i + 2
    return (39 + int(digit), i + 2) if letter == "h" and digit in "12" else None


def _reversed(t: Tokens, i: int) -> Found:
    """Read "4Q 2023", "1Q24"."""
    quarter = int(t.at(i)) if t.at(i) in ("1", "2", "3", "4") and t.at(i + 1) == "q" and t.glued(i + 1) else 0
    if not quarter:
        return None
    short = t.at(i + 2)
    if len(short) == 2 and short.isdecimal() and t.glued(i + 2):
        return Part(full_year(int(short)), 32 + quarter), i + 3
    found = year_number(t, i + 2)
    return (Part(found[0], 32 + quarter), found[1]) if found else None


def _spelt(t: Tokens, i: int) -> tuple[int, int] | None:
    number = ordinal(t, i)
    if not number and (t.at(i) == "final" or (t.at(i) == "last" and t.at(i + 2) == "of")):
        number = (4 if t.at(i + 1) == "quarter" else 2), i + 1
    if not number:
        return None
    j = t.skip(number[1], "-")
    if t.at(j) == "quarter" and number[0] <= 4:
        return 32 + number[0], j + 1
    return (39 + number[0], j + 1) if t.at(j) == "half" and number[0] <= 2 else None


def _season(t: Tokens, i: int) -> Found:
    """Read "summer 2024", "the winter of 2022-23", "the spring" (with a cue, and no noun after it); "in winter" may be
    any."""
    i = t.skip(i, "the")
    led = year_number(t, i)
    group = SEASONS.get(t.at(led[1] if led else i))
    if group is None:
        return None
    if led:
        return (Part(led[0], group), led[1] + 1) if t.at(i).isdecimal() else None
    j = t.skip(t.skip(i + 1, ","), "of", "in")
    found = year_number(t, j) or short_year(t, j)
    if found and not (t.at(i) == "fall" and j > i + 1 and t.at(j - 1) != "of"):
        return Part(found[0], group), _second_year(t, found[1], found[0])
    before = t.at(i - 1)
    if before == "in" and ends_here(t, i + 1) and t.at(i + 1) != "of":
        return DateValue(None, None, "season", f"XXXX-{group}"), i + 1
    cued = before in ("in", "this", "by", "since", "until", "during", "every", "next", "last")
    cued = cued or (
        before == "the" and t.at(i - 2) in ("in", "over", "during", "by", "since", "until", "through", "for")
    )
    return (Part(month=group), i + 1) if cued and ends_here(t, i + 1) and t.at(i + 1) != "of" else None


def _second_year(t: Tokens, i: int, value: int) -> int:
    """Step over the second year of a winter: 2022-23, 2022/2023."""
    following = t.at(i + 1)
    fits = (
        following.isdecimal()
        and len(following) in (2, 4)
        and int(following) == (value + 1) % 10 ** len(following)
    )
    return i + 2 if t.at(i) in ("-", "/", "–") and fits else i


_TEENS = ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")
_CODES = SUFFIXES | {"q", "h"}
PERIODS: Grammar[Moment] = Grammar(
    Rule(decade, {SMALL, FOUR, *_TEENS, "'", "’", "‘", *DECADES}, the=True, then=frozenset({"s", "'", "’"})),
    Rule(_centuries, ORDINALS, the=True),
    Rule(_quarter, {*ORDINALS, *ONES, FOUR, "q", "h", "last", "final"}, the=True, then=_CODES),
    Rule(_reversed, {SMALL}, then=frozenset({"q"})),
    Rule(_season, {FOUR, *SEASONS}, the=True, then=frozenset(SEASONS)),
)
