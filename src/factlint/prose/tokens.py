"""The words of one sentence with their stems, kinds and values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from factlint.prose import ranks
from factlint.prose.lexicon import lexicon, stem
from factlint.values.base import Quantity, Reading
from factlint.values.counted import measures
from factlint.values.countries import nation, nations
from factlint.values.folding import fold
from factlint.values.function_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from factlint.values.names.tables import groups, word_set

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,6}|[^\W_](?:[^\W_]|(?<=[^\W_])[-'’‑.](?=[^\W_])|(?<=\d)–(?=\d))*['’]?|[^\w\s]|_"
)
_PLAIN = str.maketrans({"’": "'", "‑": "-"})
_BE = frozenset("is are was were be been being am 're 's".split())
_HAVE = frozenset(("has", "have", "had", "having", "'ve"))
_DO = frozenset(("do", "does", "did"))
_MODAL = frozenset("will would can could may might must shall should 'll 'd".split())
_SUB = frozenset(
    "while but because although though whereas if unless when since until before after as than so whether yet".split()
)
_REL = frozenset(("who", "whom", "whose", "which", "where"))
_NOT = frozenset(("not", "never", "n't", "neither", "nobody", "nothing", "none", "without"))
_MORE_ADVERBS = frozenset(
    "up down off out away back very quite only just both all"
    " more most less least too as well instead further itself themselves himself herself".split()
)


_MORE_PREPOSITIONS = frozenset(
    "according apart aside below above beneath amid amidst despite throughout beside besides except regarding concerning underneath"
    " atop aboard opposite past notwithstanding unlike via alongside following".split()
)


class Tag(StrEnum):
    """What a token is in its sentence."""

    VALUE = "value"  # a quantity
    DATE = "date"  # any other value that was read
    NOUN = "noun"  # a noun, an adjective, a name: whatever may stand in a noun phrase
    VERB = "verb"
    AUX = "aux"
    DET = "det"
    PREP = "prep"
    TO = "to"
    PRON = "pron"
    CONJ = "conj"
    SUB = "sub"
    REL = "rel"
    ADV = "adv"
    NOT = "not"
    MARK = "mark"  # punctuation


@dataclass(slots=True)
class Token:
    """One word, value or mark at ``start:end`` of its sentence.

    compound: a figure that a hyphen ties to the word behind it ("57-storey"), or that word
    owner: it is a possessive ("Kenya's"); proper: it is written with a capital that its place doesn't ask for
    """

    word: str
    stem: str
    start: int
    end: int
    tag: Tag
    reading: Reading | None = None
    owner: bool = False
    proper: bool = False
    compound: bool = False

    @property
    def quantity(self) -> Quantity | None:
        """The quantity that the token stands for."""
        value = self.reading.value if self.reading else None
        return value if isinstance(value, Quantity) else None


def tokens(text: str, readings: list[Reading]) -> list[Token]:
    """Return the tokens of a sentence whose values were read; verbs are not told from nouns yet."""
    found: list[Token] = []
    at = 0
    for reading in readings:
        _add_words(found, text, at, reading.start)
        found.append(_value(text, reading))
        at = reading.end
    _add_words(found, text, at, len(text))
    _set_numbered(found)
    _set_first_name(found, text)
    for number, token in enumerate(found):
        _set_rank(found, number, token)
        if token.tag is Tag.VALUE and text.startswith("-", token.end) and number + 2 < len(found):
            token.compound = found[number + 2].compound = found[number + 1].word == "-"
        if token.tag is Tag.VALUE and 0 < number < len(found) - 1 and found[number - 1].word in SCALED:
            token.compound = found[number - 1].compound = found[number + 1].tag is Tag.NOUN
    found = [token for token in found if not (token.word == "-" and _is_tie(text, token))]
    return _joined(found)


def _set_first_name(found: list[Token], text: str) -> None:
    """Take an unknown word that opens a sentence before a name for a part of the name: "Tomas Vale"."""
    first = next((at for at, token in enumerate(found) if token.tag is not Tag.MARK), len(found))
    if first + 1 >= len(found):
        return
    token, after = found[first], found[first + 1]
    named = after.proper and after.tag is Tag.NOUN and not after.owner and after.start == token.end + 1
    if named and token.tag is Tag.NOUN and text[token.start].isupper() and _is_unknown(token):
        token.proper = True


def _is_unknown(token: Token) -> bool:
    """Whether a word is none of those that are known, and doesn't look like what people do."""
    words, vocabulary = lexicon(), measures.load()
    groups_ = (words.same, words.verbs, words.generic, words.anaphors, words.idle, words.people)
    if token.owner or token.word.endswith(_CALLINGS) or any(token.stem in group for group in groups_):
        return False
    titles = word_set("titles", "nouns") | word_set("titles", "courtesy") | word_set("titles", "honours")
    return not (
        fold(token.word) in titles
        or vocabulary.term_at([token.word], 0)
        or vocabulary.head_at([token.word], 0)
        or nation(token.word)
    )


_CALLINGS = (
    "ist",
    "ists",
    "er",
    "ers",
    "or",
    "ors",
    "ian",
    "ians",
    "man",
    "men",
    "ing",
    "ion",
    "ment",
    "ity",
    "ly",
)


def _set_numbered(found: list[Token]) -> None:
    """Make the number in "line 4" or "Reactor 3" a part of the name."""
    for before, token in pairwise(found):
        whole = token.quantity is not None and token.word.isdecimal() and not token.quantity.unit
        if whole and before.word in _NUMBERED:
            token.tag, token.stem, token.reading, token.proper = Tag.NOUN, token.word, None, True


_NUMBERED = frozenset(
    """line route phase chapter article section flight room number no level terminal platform gate block reactor stage round
    group grade year page paragraph resolution lot unit junction highway motorway interstate bus tram apollo soyuz""".split()
)
SCORE = re.compile(r"(\d{1,3})[-–‑](\d{1,3})$")
SCALED = frozenset(("magnitude", "category", "grade", "level", "type", "phase", "top"))


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


_QUANTIFIERS = frozenset(("most", "least", "best"))


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
    tag = Tag.VALUE if isinstance(value, Quantity) else Tag.DATE
    return Token(word, "", reading.start, reading.end, tag, reading)


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
        inner = "-" in printed and any(part[:1].isupper() for part in printed.split("-")[1:])
        token.proper = inner or (
            printed[0].isupper()
            and (not opens or _inner_capital(printed) or (token.tag is Tag.NOUN and _is_name(token)))
        )
        found.append(token)


def _is_name(token: Token) -> bool:
    """Whether a word that opens a sentence is a name: a known one, or none of the words that are known."""
    if nation(token.word) or _is_known(token.word) or token.word in _MONTHS:
        return True
    words, vocabulary = lexicon(), measures.load()
    tables = (words.same, words.verbs, words.generic, words.anaphors, words.idle)
    inflected = token.stem != token.word and any(token.stem in table for table in tables)
    known = token.word in words.lemmas or inflected or token.word.endswith(_COMMON)
    if known or vocabulary.term_at([token.word], 0) or vocabulary.head_at([token.word], 0):
        return False
    return "-" not in token.word and (not token.word.endswith("s") or token.owner)


_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_COMMON = (
    "ing",
    "ion",
    "ment",
    "ity",
    "ness",
    "ship",
    "ism",
    "ists",
    "ers",
    "ed",
    "ly",
    "men",
    "ic",
    "al",
    "ous",
    "ive",
)


def _inner_capital(printed: str) -> bool:
    return any(char.isupper() for char in printed[1:]) or any(char.isdecimal() for char in printed)


def _token(word: str, start: int, end: int, printed: str) -> Token:
    owner = word.endswith(("'s", "s'")) and len(word) > 2
    bare = word.removesuffix("'s").rstrip("'") if owner else word
    return Token(bare or word, stem(bare or word), start, end, _tag(bare or word, owner), owner=owner)


def _tag(word: str, owner: bool) -> Tag:
    if not word[0].isalnum():
        return Tag.CONJ if word in {"&", "/"} else Tag.MARK
    if owner:
        return Tag.NOUN if word not in {"it", "that", "there", "he", "she"} else Tag.PRON
    if word in _NOT:
        return Tag.NOT
    if word in _BE or word in _HAVE or word in _DO or word in _MODAL:
        return Tag.AUX
    if word == "to":
        return Tag.TO
    if word in _REL:
        return Tag.REL
    if word in _SUB:
        return Tag.SUB
    if word in DETERMINERS or word == "neither":
        return Tag.DET
    if word in PRONOUNS:
        return Tag.PRON
    if word in CONJUNCTIONS:
        return Tag.CONJ
    if word in _MORE_PREPOSITIONS:
        return Tag.PREP
    if word in _MORE_ADVERBS:
        return Tag.ADV
    if word in PREPOSITIONS:
        return Tag.PREP
    if word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _LY_NOUNS):
        return Tag.ADV
    return Tag.NOUN


_LY_NOUNS = frozenset(
    "butterfly dragonfly firefly mayfly fly belly bully jelly lily folly gully trolley homily tally doily lovely friendly"
    " lonely lively likely unlikely deadly ugly silly costly orderly scholarly homely holy oily family assembly italy july supply reply ally rally anomaly monopoly early daily weekly monthly yearly quarterly elderly only hourly".split()
)


def _joined(found: list[Token]) -> list[Token]:
    """Join the words of phrases that the lexicon knows as one ("take over"), and of known names ("New York")."""
    found = _names_joined(found)
    phrases = lexicon().phrases
    joined: list[Token] = []
    at = 0
    while at < len(found):
        if found[at].word == "between" and found[at + 1 : at + 2] and found[at + 1].word == "them":
            found[at : at + 2] = [replace(found[at], word="together", stem="together", tag=Tag.ADV)]
        size = _phrase(found, at, phrases.get(found[at].stem, ()))
        joined.append(_one(found[at : at + size]) if size > 1 else found[at])
        at += size
    return joined


def _names_joined(found: list[Token]) -> list[Token]:
    joined: list[Token] = []
    at = 0
    while at < len(found):
        size = _name(found, at)
        joined.append(_one(found[at : at + size]) if size > 1 else found[at])
        at += size
    return joined


def _name(found: list[Token], at: int) -> int:
    """Return how many tokens from ``at`` make up one known name of several words."""
    token = found[at]
    if token.tag is not Tag.NOUN or token.owner or fold(token.word) not in _first_words():
        return 1
    for size in range(min(_LONGEST_NAME, len(found) - at), 1, -1):
        parts = found[at : at + size]
        if (
            any(part.reading or part.tag is Tag.MARK or part.owner for part in parts[:-1])
            or parts[-1].reading
            or parts[-1].tag is Tag.MARK
        ):
            continue
        if (parts[-1].proper or size == 2) and _is_known(" ".join(part.word for part in parts)):
            return size
    return 1


_LONGEST_NAME = 6


@lru_cache(maxsize=4096)
def _is_known(name: str) -> bool:
    return bool(nation(name)) or any(
        fold(name) in groups(table, "same") for table in ("places", "organisations")
    )


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the first words of all known names of several words."""
    names = [*nations(), *groups("places", "same"), *groups("organisations", "same")]
    return frozenset(name.split()[0] for name in names if " " in name)


def _phrase(found: list[Token], at: int, candidates: tuple[tuple[str, ...], ...]) -> int:
    for parts in candidates:
        stems = tuple(token.stem for token in found[at : at + len(parts)])
        if stems == parts and not any(token.owner for token in found[at : at + len(parts) - 1]):
            return len(parts)
    return 1


def _one(parts: list[Token]) -> Token:
    first, last = parts[0], parts[-1]
    tag = first.tag if first.tag in (Tag.NOUN, Tag.AUX) else last.tag
    tag = Tag.NOUN if tag in (Tag.AUX, Tag.PREP, Tag.TO, Tag.DET) else tag
    return Token(
        " ".join(part.word for part in parts),
        "_".join(part.stem for part in parts),
        first.start,
        last.end,
        tag,
        owner=last.owner,
        proper=all(part.proper for part in parts),
    )
