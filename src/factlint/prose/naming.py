"""Tell names from other words where capitals don't: at the start of a sentence."""

from __future__ import annotations

from functools import lru_cache

from factlint.prose.lexicon import lexicon
from factlint.prose.tokens import Tag, Token
from factlint.values.counted import measures
from factlint.values.countries import nation
from factlint.values.folding import fold
from factlint.values.names.tables import groups, word_set

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


def set_first_name(found: list[Token], text: str) -> None:
    """Take an unknown word that opens a sentence before a name for a part of the name: "Tomas Vale"."""
    first = next((at for at, token in enumerate(found) if token.tag is not Tag.MARK), len(found))
    if first + 1 >= len(found):
        return
    token, after = found[first], found[first + 1]
    named = after.proper and after.tag is Tag.NOUN and not after.owner and after.start == token.end + 1
    if named and token.tag is Tag.NOUN and text[token.start].isupper() and _is_unknown(token):
        token.proper = True


def set_known_names(found: list[Token], text: str, names: frozenset[str]) -> None:
    """Take the word that opens a sentence for a name where it is one elsewhere in the texts."""
    first = next((token for token in found if token.tag is not Tag.MARK), None)
    parts = text[first.start : first.end].split() if first is not None else []
    titled = len(parts) > 1 and all(part[0].isupper() for part in parts)  # "Low Tide was written by …"
    if first is None or not (titled or (first.word in names and text[first.start].isupper())):
        return
    if first.tag in (Tag.NOUN, Tag.ADV):
        first.tag, first.proper = Tag.NOUN, True


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


def is_name(token: Token) -> bool:
    """Whether a word that opens a sentence is a name: a known one, or none of the words that are known."""
    if nation(token.word) or is_known(token.word) or token.word in _MONTHS:
        return True
    words, vocabulary = lexicon(), measures.load()
    tables = (words.same, words.verbs, words.generic, words.anaphors, words.idle)
    inflected = token.stem != token.word and any(token.stem in table for table in tables)
    known = token.word in words.lemmas or inflected or token.word.endswith(_COMMON)
    if known or vocabulary.term_at([token.word], 0) or vocabulary.head_at([token.word], 0):
        return False
    return "-" not in token.word and (not token.word.endswith("s") or token.owner)


def has_inner_capital(printed: str) -> bool:
    """Whether a word has a capital or a digit inside: "iPhone", "F1"."""
    return any(char.isupper() for char in printed[1:]) or any(char.isdecimal() for char in printed)


@lru_cache(maxsize=4096)
def is_known(name: str) -> bool:
    """Whether a name is that of a country, a place or an organisation that ships with the package."""
    return bool(nation(name)) or any(
        fold(name) in groups(table, "same") for table in ("places", "organisations")
    )
