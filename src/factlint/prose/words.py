"""Which words of a frame say something, and which of two frames' words say the same."""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.prose import ranks
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.tokens import Tag, Token
from factlint.values.counted import measures
from factlint.values.counted.measures import Part
from factlint.values.countries import nation
from factlint.values.folding import fold
from factlint.values.names.tables import groups

_TYING = frozenset(("from", "of", "in", "on", "at", "with", "for", "to"))
_SAYING = frozenset((Tag.NOUN, Tag.VERB))


def says(token: Token) -> bool:
    """Whether a token says something that must be found on the other side."""
    words = lexicon()
    if token.tag is Tag.ADV:
        return token.word in words.adverbs
    if token.tag not in _SAYING or not token.word[0].isalnum():
        return False
    if token.tag is Tag.NOUN and (token.proper or token.stem.startswith("#")):
        return True
    if token.tag is Tag.VERB and token.stem in words.light:
        return False
    return token.stem not in words.generic and token.word not in words.generic


def alike(a: Token, b: Token) -> bool:
    """Whether two words say the same: one word, equal words, one nation, one measure, one name spelt twice."""
    if a.stem == b.stem:
        return True
    if a.stem[:1] == "#" or b.stem[:1] == "#":
        return _same_rank(a.stem, b.stem)
    if (
        _of_one_class(a, b)
        and not (a.proper and b.proper)
        and lexicon().alike(a.stem, b.stem, verbs=Tag.VERB in (a.tag, b.tag))
    ):
        return True
    if (
        ("_" in a.stem) != ("_" in b.stem)
        and a.stem.rsplit("_", 1)[-1] == b.stem.rsplit("_", 1)[-1]
        and a.tag is b.tag is Tag.NOUN
        and not (a.word.endswith("s") and b.word.endswith("s"))
    ):
        return True  # "the central bank", "the bank"; but schools are not all primary schools
    if a.tag is b.tag is Tag.NOUN and "_" in a.stem and "_" in b.stem and _narrow_alike(a.stem, b.stem):
        return True
    if a.tag is b.tag is Tag.VERB and a.stem.removeprefix("be_") == b.stem.removeprefix("be_"):
        return True
    if a.tag is b.tag is Tag.VERB and ("_" in a.stem) != ("_" in b.stem):
        long, short = (a.stem, b.stem) if "_" in a.stem else (b.stem, a.stem)
        return long.split("_")[0] == short and long.count("_") == 1 and long.split("_")[1] in _TYING
    if a.proper and b.proper and _same_name(a.word, b.word):
        return True
    if a.proper and b.proper and (_is_of_place(a.word, b.word) or _is_of_place(b.word, a.word)):
        return True
    country = nation(a.word)
    if country:
        return country == nation(b.word)
    family = measure_of(a.word)
    return bool(family) and family == measure_of(b.word)


def does(verb: Token, noun: Token) -> bool:
    """Whether a plural is for those who do what a verb says: finishers, who finished; voters, who voted."""
    if verb.tag is not Tag.VERB or noun.tag is not Tag.NOUN or noun.proper:
        return False
    ending = _DOER.search(noun.word)
    return bool(ending) and stem(noun.word[: ending.start() if ending else 0]) == verb.stem


_DOER = re.compile(r"(?:er|or|ant|ent)s$")


def _narrow_alike(a: str, b: str) -> bool:
    """Whether two phrases end in words that are alike, and one has all that narrows the other: trade pact, free trade agreement."""
    (*left, head), (*right, other) = a.split("_"), b.split("_")
    nested = set(left) <= set(right) or set(right) <= set(left)
    return bool(left and right) and nested and head != other and lexicon().alike(head, other)


def _of_one_class(a: Token, b: Token) -> bool:
    """Whether two words are both verbs or both not; a phrase is what it says ("lost power", "without electricity")."""
    return a.tag is b.tag or "_" in a.stem or "_" in b.stem


def _is_of_place(word: str, place: str) -> bool:
    """Whether a word is what people and things of a place are called by the commonest endings: Mirran, of Mirra."""
    if len(place) < 4 or not word.startswith(place[:-1]) or word == place:
        return False
    return any(word in (place + ending, place.rstrip("aeiouy") + ending) for ending in _OF_PLACE)


_OF_PLACE = ("n", "an", "ian", "ese", "ish", "er")


def _same_rank(a: str, b: str) -> bool:
    left, right = ranks.rank(a), ranks.rank(b)
    if left is None or right is None or left.shared != right.shared:
        return False
    return left.place == right.place and ranks.same_order(left.by, right.by)


@lru_cache(maxsize=4096)
def _same_name(a: str, b: str) -> bool:
    """Whether two capitalised words are spellings of one name, by the tables of names."""
    from factlint.values.names.words import Level, NameThresholds
    from factlint.values.names.words import alike as near

    left, right = fold(a), fold(b)
    if not left or not right:
        return False
    for table in ("places", "organisations"):
        known = groups(table, "same")
        if known.get(left, frozenset()) & known.get(right, frozenset()):
            return True
    if min(len(left), len(right)) < 3:
        return left == right
    return near(a, b, "family", "", NameThresholds()).level >= Level.VARIANT


@lru_cache(maxsize=4096)
def measure_of(word: str) -> str:
    """Return the measure that one word names by itself; "" for none."""
    term = measures.load().term_at([word], 0)
    return term[0].measure if term else ""


@lru_cache(maxsize=4096)
def is_measure(word: str) -> bool:
    """Whether a noun names something that is measured ("revenue", "toll") rather than a thing."""
    term = measures.load().term_at([word], 0)
    return bool(term and term[0].part & Part.NOUN)
