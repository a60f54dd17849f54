"""The words, dates and figures of a table: what its labels say, and which words of a claim say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from factlint.prose.lexicon import aspect_rows, lexicon, stem, stems_of
from factlint.prose.sentence import Sentence
from factlint.prose.stems import table
from factlint.prose.tokenizing import tokens
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says
from factlint.values.base import Context, DateValue, Quantity, Reading
from factlint.values.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from factlint.values.scan import scan
from factlint.values.units import unit as known

_UNIT = re.compile(
    r"\(([^()]{1,40})\)|,? in ((?:thousands?|millions?|billions?)\b[^,;()]{0,30}|%|per ?cent|percent)", re.I
)
_ASIDE = re.compile(r"(?<=\S)\s+\([^()]{1,40}\)$")
_BEHIND = re.compile(r"(?:, in|,| in) ([^\s,;()]{1,20}(?: [^\s,;()]{1,20})?)$")
_SCALE = re.compile(r"\b(thousand|million|billion|trillion)s?(?: of)?\b", re.I)
_FILLING = PREPOSITIONS | CONJUNCTIONS | DETERMINERS
_LEAD = "in "
_SHIFT = len(_LEAD)
_DERIVED = 5  # letters that a word shares with one that is made from it: produced, production
_SHORT = {"ha": "hectare", "km2": "kilometre", "km²": "kilometre", "h": "hour", "s": "second", "l": "litre"}


@lru_cache(maxsize=2048)
def words(text: str) -> tuple[Token, ...]:
    """Return the words of a label: all but dates and those that only tie others; case says nothing there."""
    dated = [reading for reading in _readings(text) if isinstance(reading.value, DateValue)]
    found = [token for token in tokens(text, []) if token.word[:1].isalnum() and token.word not in _FILLING]
    kept = [t for t in found if not any(r.start <= t.start + _SHIFT < r.end for r in dated)]
    for token in kept:
        token.tag = Tag.NOUN
        token.stem = token.stem if token.stem[:1] != "#" else stem(token.word)
    return tuple(kept)


@lru_cache(maxsize=2048)
def _readings(text: str) -> list[Reading]:
    """Read a label as what follows "in", so that a bare year is one."""
    return list(scan(_LEAD + text[:300], Context()))


def dates(text: str) -> list[DateValue]:
    """Return the dates that a label gives."""
    return [reading.value for reading in _readings(text) if isinstance(reading.value, DateValue)]


def says_same(ours: Token, theirs: Token) -> bool:
    """Whether a word of a claim and one of a table say the same, be one a verb and the other its noun."""
    if alike(ours, theirs) or ours.word == theirs.word:
        return True
    if ours.tag is Tag.VERB and lexicon().alike(ours.stem, theirs.stem, verbs=True):
        return True
    left, right = _parts(ours), _parts(theirs)
    if (len(left) > 1 or len(right) > 1) and (left <= right or right <= left):
        return True
    if ours.proper and theirs.proper and not _has_aspect(theirs.stem):
        return False
    if ours.tag is Tag.VERB and ours.stem in having():
        return False
    return _is_derived(ours.word, theirs.word) or bool(_aspects(ours.stem) & _aspects(theirs.stem))


def _parts(token: Token) -> frozenset[str]:
    return frozenset(token.stem.split("_"))


def _is_derived(one: str, other: str) -> bool:
    """Whether two words begin alike for so long that one is made from the other: employed, employment."""
    shared = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(map(len, (one, other)))
    )
    return shared >= _DERIVED and 5 * shared >= 3 * max(len(one), len(other))


def _has_aspect(stem_: str) -> bool:
    return bool(_aspects(stem_))


def _aspects(stem_: str) -> frozenset[str]:
    """Return what is measured where a word stands beside a figure: "holds" and "capacity" are of one aspect."""
    parts = {stem_, *stem_.split("_")}
    return frozenset(name for part in parts for name in _by_stem().get(part, ()))


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, row in aspect_rows().items():
        for word in f"{row['words']} {row.get('weak', '')}".split():
            found.setdefault(stems_of(word), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=256)
def sole_aspect(unit_: str) -> frozenset[str]:
    """Return the stems of what a figure of a unit can only be: of square kilometres, an area."""
    kind = known(unit_).dimension
    rows = [row for row in aspect_rows().values() if row.get("sole") and row["dimension"] == kind]
    return frozenset(
        stems_of(word) for row in rows for word in f"{row['words']} {row.get('weak', '')}".split()
    )


@lru_cache(maxsize=16)
def listed(name: str) -> frozenset[str]:
    """Return the words of one of the lists of ``data/tabled.toml``."""
    return frozenset(table("tabled")[name].split())


@lru_cache(maxsize=8)
def stemmed(name: str) -> frozenset[str]:
    """Return the stems of one of the lists of ``data/tabled.toml``."""
    return frozenset(map(stems_of, table("tabled")[name].split()))


def having() -> frozenset[str]:
    """Return the stems of the verbs that only say that somebody has a figure."""
    return stemmed("having")


def is_among(token: Token, others: Iterable[Token]) -> bool:
    """Whether one of a table's words says what a word of the claim does."""
    return any(says_same(token, other) for other in others)


def without_unit(header: str) -> str:
    """Return a header without its unit: "Height" for "Height (m)"."""
    return _UNIT.sub("", header)


def unit(text: str) -> str:
    """Return the unit that brackets, "in millions of …" or a last comma give: "km", "million dollars", "t/ha"."""
    found = _UNIT.search(text)
    if found and not any(part.isdecimal() for part in found[0].strip(" ()").split()):
        return _SCALE.sub(r"\1", (found[1] or found[2]).strip().removeprefix("in "))
    behind = _BEHIND.search(text)
    return behind[1] if behind and is_unit(behind[1]) else ""


def is_unit(text: str) -> bool:
    """Whether a text is nothing but a unit: "TWh", "t/ha"."""
    readings = Sentence(f"5 {text.partition('/')[0]}").readings
    return len(readings) == 1 and isinstance(v := readings[0].value, Quantity) and bool(v.unit)


def per(text: str) -> tuple[Token, ...]:
    """Return the words of what a unit is per: "t/ha" is per hectare."""
    _, slash, behind = text.replace(" per ", "/").partition("/")
    return words(_SHORT.get(behind.strip().lower(), behind.strip())) if slash else ()


def figure(cell: str, titles: Iterable[str]) -> Quantity | None:
    """Return a cell's figure in the unit and scale of its titles, the nearest first; all printed digits count."""
    printed = _ASIDE.sub("", cell.strip()).lstrip("+")
    if not printed[:1].isdigit() and printed[:1] not in "-−–$€£¥":
        return None
    units = [told for text in titles if (told := unit(text))]
    text = " ".join([printed, *units[:1]]) if not _says_unit(printed) else printed
    text = text.partition("/")[0] if "/" in text else text
    readings = Sentence(text).readings
    if len(readings) != 1 or not isinstance(readings[0].value, Quantity) or readings[0].start > 1:
        return None
    value = readings[0].value
    if value.low is None or value.low != value.high or len(text[readings[0].end :].split()) > _TAIL:
        return None
    return replace(value, step=_step(printed, value.low) or value.step, text=cell)


_TAIL = 3  # words that may follow a figure in its cell: "76 seats", "14 in the lower house" has more


def _says_unit(printed: str) -> bool:
    return not printed.replace(",", "").replace(".", "").replace(" ", "").lstrip("-−–").isdigit()


def _step(printed: str, value: Fraction) -> Fraction | None:
    plain = printed.replace(",", "").replace(" ", "")
    try:
        number = Fraction(plain)
    except (ValueError, ZeroDivisionError):
        return None
    decimals = len(plain.partition(".")[2])
    return abs(value / number) / 10**decimals if number else None


def matters(token: Token) -> bool:
    """Whether a word of a claim must be found in a table or around it."""
    return token.tag in (Tag.NOUN, Tag.VERB) and says(token) and token.stem not in lexicon().idle


def is_kind(told: list[Token], at: int) -> bool:
    """Whether a word only says what a name beside it is: "the port of Altenhaven", "the Tessera 4 phone"."""
    if told[at].stem not in lexicon().anaphors or told[at].proper:
        return False
    after = [t for t in told[at + 1 : at + 4] if t.tag is not Tag.DET][:2]
    before = told[at - 1] if at else None
    of_name = len(after) == 2 and after[0].word == "of" and after[1].proper
    return of_name or _is_name(before) or _is_name(after[0] if after else None)


def _is_name(token: Token | None) -> bool:
    return token is not None and (token.proper or token.tag is Tag.VALUE)
