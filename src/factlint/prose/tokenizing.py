"""Read a sentence into its tokens: words with their stems, values, names and ranks."""

from __future__ import annotations

import re
from itertools import pairwise

from factlint.prose import ranks
from factlint.prose.closed import tag
from factlint.prose.joining import joined
from factlint.prose.lexicon import stem
from factlint.prose.naming import has_inner_capital, is_name, set_first_name
from factlint.prose.quoting import titles
from factlint.prose.tokens import SCALED, Tag, Token
from factlint.values.base import DateValue, Quantity, Reading

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,6}|[^\W_](?:[^\W_]|(?<=[^\W_])[-'’‑.](?=[^\W_])|(?<=\d)–(?=\d))*['’]?|[^\w\s]|_"
)
_PLAIN = str.maketrans({"’": "'", "‑": "-"})
_NUMBERED = frozenset(
    """line route phase chapter article section flight room number no level terminal platform gate block reactor stage round
    group grade year page paragraph resolution lot unit junction highway motorway interstate bus tram apollo soyuz""".split()
)
_HYPHENATED = re.compile(r"[\w%][-‑][^\W\d_]+$")
_QUANTIFIERS = frozenset(("most", "least", "best"))


def tokens(text: str, readings: list[Reading]) -> list[Token]:
    """Return the tokens of a sentence whose values were read; verbs are not told from nouns yet."""
    found: list[Token] = []
    at = 0
    marks = {place for start, end in titles(text) for place in (start - 1, end)}
    for reading in readings:
        _add_words(found, text, at, reading.start)
        found.append(_value(text, reading))
        at = reading.end + (2 if text[reading.end : reading.end + 2] in ("'s", "’s") else 0)
    _add_words(found, text, at, len(text))
    _set_names(found)
    _set_numbered(found)
    _set_months(found)
    set_first_name(found, text)
    for number, token in enumerate(found):
        _set_rank(found, number, token)
        if token.tag is Tag.VALUE and text.startswith("-", token.end) and number + 2 < len(found):
            token.compound = found[number + 2].compound = found[number + 1].word == "-"
        if _is_hyphenated(token) and number + 1 < len(found) and found[number + 1].tag is Tag.NOUN:
            token.compound = found[number + 1].compound = True
        led = number - 2 if number > 1 and found[number - 1].word == "-" else number - 1  # "magnitude-6.8"
        if token.tag is Tag.VALUE and led >= 0 and number + 1 < len(found) and found[led].word in SCALED:
            token.compound = found[led].compound = found[number + 1].tag is Tag.NOUN
    found = [
        token
        for token in found
        if not (token.word == "-" and _is_tie(text, token)) and token.start not in marks
    ]
    return joined(found)


_SHORT = 3  # letters of a month that may be a name: "Jun Mori"


def _set_names(found: list[Token]) -> None:
    """Take a capital "Per" or "Will" inside of a sentence, right before a name, for a part of the name."""
    for before, token in pairwise(found[1:]):
        named = token.proper and token.tag is Tag.NOUN and token.start == before.end + 1
        if before.proper and before.tag in (Tag.PREP, Tag.AUX, Tag.CONJ) and named:
            before.tag = Tag.NOUN
    for before, token in pairwise(found):
        named = token.proper and token.tag is Tag.NOUN and token.start == before.end + 1
        if named and before.tag is Tag.DATE and before.word.isalpha() and len(before.word) == _SHORT:
            before.tag, before.stem, before.reading, before.proper = Tag.NOUN, before.word, None, True


def _set_numbered(found: list[Token]) -> None:
    """Make the number in "line 4" or "Reactor 3" a part of the name."""
    for before, token in pairwise(found):
        whole = token.quantity is not None and token.word.isdecimal() and not token.quantity.unit
        if whole and before.word in _NUMBERED:
            token.tag, token.stem, token.reading, token.proper = Tag.NOUN, token.word, None, True


def _set_months(found: list[Token]) -> None:
    """Make a month that stands alone a date: "June brought 31 millimetres"; not April Jones, and not "May" as a verb."""
    for at, token in enumerate(found):
        if token.tag is not Tag.NOUN or not token.proper or token.owner or token.word not in _MONTHS:
            continue
        beside = [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]]
        if not any(other.proper or other.tag is Tag.DATE for other in beside):
            edtf = f"XXXX-{_MONTHS.index(token.word) + 1:02}"
            value = DateValue(None, None, "month", edtf, text=token.word)
            token.tag, token.reading = Tag.DATE, Reading(token.start, token.end, value)


_MONTHS = "january february - april - june july august september october november december".split()


def _is_hyphenated(token: Token) -> bool:
    """Whether a hyphen ties a figure to its unit, so that both stand before a noun: "a 12-kilometre tunnel"."""
    return (
        token.tag is Tag.VALUE
        and bool(token.quantity and token.quantity.unit)
        and bool(_HYPHENATED.search(token.word))
    )


def _is_tie(text: str, mark: Token) -> bool:
    """Whether a hyphen ties a figure to a word."""
    return (
        mark.start > 0 and not text[mark.start - 1].isspace() and not text[mark.end : mark.end + 1].isspace()
    )


def _set_rank(found: list[Token], at: int, token: Token) -> None:
    """Make superlatives ranks: "the largest", "one of the oldest"; not "at least", "most of them"."""
    before = found[at - 1] if at else None
    if token.reading is not None:
        by = ranks.rank(token.stem)
        if by is not None and by.by and _is_one_of(found, at):
            token.stem += ranks.SHARED
        return
    definite = before is not None and (before.tag is Tag.DET or before.owner or before.word == "joint")
    if token.word == "only" and definite:
        token.tag, token.stem = Tag.NOUN, f"{ranks.MARK}only"
    elif ranks.is_superlative(token.word) and not token.owner and (before is None or before.word != "at"):
        if definite or (token.word not in _QUANTIFIERS and token.tag is Tag.NOUN):
            token.tag, token.stem = Tag.NOUN, ranks.code(1, token.word, shared=_is_one_of(found, at))


def _is_one_of(found: list[Token], at: int) -> bool:
    """Whether "one of" or "among" stands before the determiner of a superlative."""
    words = [token.word for token in found[max(0, at - 4) : at]]
    return "among" in words or any(pair in (["one", "of"], ["some", "of"]) for pair in zip_pairs(words))


def zip_pairs(words: list[str]) -> list[list[str]]:
    """Return each two neighbours."""
    return [list(pair) for pair in pairwise(words)]


def _value(text: str, reading: Reading) -> Token:
    """Return the token of a value; a rank is a word that may narrow a noun."""
    word = text[reading.start : reading.end].lower()
    value = reading.value
    if isinstance(value, Quantity) and value.unit == "ordinal":
        by = "highest" if value.qualifier in {"high", "highest"} else value.qualifier
        return Token(word, ranks.code(value.low, by), reading.start, reading.end, Tag.NOUN, reading)
    kind = Tag.VALUE if isinstance(value, Quantity) else Tag.DATE
    return Token(word, "", reading.start, reading.end, kind, reading)


def _add_words(found: list[Token], text: str, start: int, end: int) -> None:
    for match in _WORD.finditer(text, start, end):
        first, last = match.span()
        printed = match[0]
        word = printed.lower().translate(_PLAIN)
        if word.endswith("n't") and len(word) > 3:
            found.append(_token(word[:-3] if word != "can't" else "can", first, last - 3, printed))
            found.append(_token("not", last - 3, last, "not"))
            continue
        token = _token(word, first, last, printed)
        if printed.isupper() and len(printed) > 1 and token.tag is not Tag.MARK:
            token.tag = Tag.NOUN  # the WHO, the US
        opens = not any(other.tag is not Tag.MARK for other in found)
        if not opens and printed[0].isupper() and word.endswith("ly") and token.tag is Tag.ADV:
            token.tag = Tag.NOUN  # a name such as Thessaly
        inner = "-" in printed and any(part[:1].isupper() for part in printed.split("-")[1:])
        token.proper = inner or (
            printed[0].isupper()
            and (not opens or has_inner_capital(printed) or (token.tag is Tag.NOUN and is_name(token)))
        )
        found.append(token)


def _token(word: str, start: int, end: int, printed: str) -> Token:
    owner = word.endswith(("'s", "s'")) and len(word) > 2
    bare = word.removesuffix("'s").rstrip("'") if owner else word
    return Token(bare or word, stem(bare or word), start, end, tag(bare or word, owner=owner), owner=owner)
