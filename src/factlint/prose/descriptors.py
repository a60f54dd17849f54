"""What a claim says before a name of what its bearer is ("goalkeeper Ana Reuter"), where that decides nothing.

Read from ``data/descriptors.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from factlint.prose import quoting
from factlint.prose.identities import ENDED, identities, is_office
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.stems import stem, table
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike
from factlint.values.countries import nation
from factlint.values.names.tables import word_set

_SHORTEST = 5
"""Letters of a root by which "cyclist" and "cycling" are told to be of one family."""
_PAST = frozenset(("was", "were", "until", "retired", "left", "resigned", *ENDED))
_ENDINGS = ("keeper", "player", "maker", "ist", "er", "or", "ian", "ess")


@dataclass(frozen=True, slots=True)
class Descriptors:
    """The words for what somebody or something is, by their stems but for places; wider: those that go with each."""

    words: frozenset[str]
    related: frozenset[str]
    places: frozenset[str]
    endings: tuple[str, ...]
    wider: dict[str, frozenset[str]]

    def describes(self, token: Token) -> bool:
        """Whether a word says what somebody or something is."""
        last = token.stem.rpartition("_")[2]
        return last in self.words or token.word.endswith(self.endings) or is_office(token)

    def agree(self, one: Token, other: Token) -> bool:
        """Whether two words may be said of one bearer."""
        if alike(one, other) or _root(one.word) == _root(other.word):
            return True
        return other.stem in self.wider.get(one.stem, ()) or one.stem in self.wider.get(other.stem, ())


@dataclass(frozen=True, slots=True)
class Described:
    """A name with the words before it that describe it; ``first`` is the number of the first token, ``text`` all but an article."""

    words: tuple[Token, ...]
    name: tuple[Token, ...]
    first: int
    text: str


@lru_cache(maxsize=1)
def descriptors() -> Descriptors:
    """Return the shipped words."""
    data = table("descriptors")
    lines = [[stem(word) for word in line.split()] for line in data["wider"].strip().splitlines()]
    wider: dict[str, frozenset[str]] = {}
    for first, *others in lines:
        wider[first] = wider.get(first, frozenset()) | frozenset(others)
    return Descriptors(
        words=frozenset(map(stem, f"{data['people']} {data['bodies']}".split())),
        related=frozenset(map(stem, data["related"].split())),
        places=frozenset(data["places"].split()),
        endings=tuple(data["endings"]),
        wider=wider,
    )


def undescribed(claim: Sentence, passages: Sequence[Sentence]) -> str:
    """Return the text of a claim without the descriptions that the passages don't contradict.

    One stays where the passages call the bearer something else, or name another as the holder of an office.
    """
    text = claim.text
    quoted = quoting.spans(text)
    for one in sorted(_in(claim), key=lambda found: -found.first):
        start, end = claim.tokens[one.first].start, one.name[0].start
        if not any(a <= start < b for a, b in quoted) and _decides_nothing(one, passages):
            text = text[:start] + text[end:]
    return text


def bare_places(sentence: Sentence) -> Iterator[str]:
    """Read "The village of Tarn has no school" as "Tarn has no school" too."""
    told = [one for phrase in sentence.phrases if (one := _of_place(sentence, phrase)) is not None]
    for one in told:
        namesakes = [other for other in told if _is_named(one.name, other.name)]
        if len({other.words[0].word for other in namesakes}) == 1:
            start, end = sentence.tokens[one.first].start, one.name[0].start
            yield sentence.text[:start] + sentence.text[end:]


def _in(sentence: Sentence) -> Iterator[Described]:
    for phrase in sentence.phrases:
        one = _before_name(sentence, phrase) or _of_place(sentence, phrase)
        if one is not None:
            yield one


def _before_name(sentence: Sentence, phrase: Phrase) -> Described | None:
    """Read "the Spanish painter Sara Ruiz" and "senator Grace Abiola's daughter"."""
    tokens = sentence.tokens[phrase.first : phrase.last + 1]
    last = next((n for n, token in enumerate(tokens) if token.owner), len(tokens) - 1)
    start = last + 1
    while start and tokens[start - 1].proper and not is_office(tokens[start - 1]):
        start -= 1
    words = [token for token in tokens[:start] if token.tag is not Tag.DET]
    plain = words and all(token.tag is Tag.NOUN and not token.owner for token in words)
    if start > last or not plain or not descriptors().describes(words[-1]):
        return None
    text = sentence.text[words[0].start : tokens[last].end]
    return Described(tuple(words), tuple(tokens[start : last + 1]), phrase.first, text)


def _of_place(sentence: Sentence, phrase: Phrase) -> Described | None:
    """Read "the island of Quenby"."""
    holder, tokens = phrase.holder, sentence.tokens
    if phrase.role != "of" or holder is None or holder.last + 2 != phrase.first:
        return None
    words = sentence.nouns(holder)
    names = sentence.nouns(phrase)
    named = all(token.proper for token in names) and names == tokens[phrase.first : phrase.last + 1]
    if not named or len(words) != 1 or words[0].word not in descriptors().places:
        return None
    return Described(tuple(words), tuple(names), holder.first, sentence.text[words[0].start : names[-1].end])


def _decides_nothing(one: Described, passages: Sequence[Sentence]) -> bool:
    """Whether the passages speak of the bearer, and call nobody what would make the description true or false."""
    head, tables = one.words[-1], descriptors()
    if any(one.text.lower() in passage.text.lower() for passage in passages):
        return False
    if _is_lent(one) or not _says_before(one, passages):
        return False
    own, others = _roles(one.name, passages)
    if is_office(head) and any(alike(head, token) for token in others):
        return False
    free = [t for passage in passages for t in passage.tokens if t not in others]
    matched = any(tables.agree(head, token) for token in (own or free))
    if matched or (own and any(alike(head, token) for token in free if token.tag is Tag.NOUN)):
        return True
    return not own and head.stem not in tables.related


def _is_lent(one: Described) -> bool:
    """Whether a word makes the office another one, as "deputy" does."""
    parts = {part for token in one.words for part in token.word.replace("-", " ").split()}
    return bool(parts & word_set("titles", "degrees") - ENDED)


def _says_before(one: Described, passages: Sequence[Sentence]) -> bool:
    """Whether the passages say so too where a description is one of before, or names a nation."""
    words = {token.word for passage in passages for token in passage.tokens}
    if any(token.word in ENDED for token in one.words) and not words & _PAST:
        return False
    named = [token for token in one.words if nation(token.word)]
    return all(any(alike(token, t) for passage in passages for t in passage.tokens) for token in named)


def _roles(name: tuple[Token, ...], passages: Sequence[Sentence]) -> tuple[list[Token], list[Token]]:
    """Return the words that the passages describe the bearer by, and those that they describe others by."""
    own: list[Token] = []
    others: list[Token] = []
    for passage in passages:
        told = [(one.name, one.role) for one in identities(passage)]
        told += [(one.name, one.words) for one in _in(passage)]
        for bearer, words in told:
            said = [token for token in words if descriptors().describes(token)]
            (own if _is_named(name, bearer) else others).extend(said)
    return own, others


def _is_named(name: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether words hold the last word of a name, and no other given name before it."""
    return any(token.proper and alike(name[-1], token) for token in tokens)


def _root(word: str) -> str:
    """Return what a word for somebody shares with the word for what he does: "cycl" of "cyclist"."""
    for ending in (*_ENDINGS, "ing", "ed", "e", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            return word.removesuffix(ending)
    return word
