"""Whether a passage speaks of another thing of the claim's name or kind: the fast boat, village schools, the youngest mayor."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Kind
from factlint.prose.frames import PLACING
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.ranks import rank
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.things import has_figure, is_plural
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet for each thing of the claim that the passage has another of the name or kind for."""
    yield from _kinds(sides)
    yield from _closer(sides)
    yield from _ranked(sides)
    yield from _outside(sides)


def _kinds(sides: Sides) -> Iterator[Facet]:
    """Tell places of all kinds from those of one kind: "staff at schools", "staff at village schools"."""
    sentence = sides.found.sentence
    for phrase in sides.claim.phrases:
        nouns = sides.claim.sentence.nouns(phrase)
        bare = len(nouns) == 1 and says(nouns[0]) and not nouns[0].proper
        if phrase.role not in PLACING or phrase is sides.claim.phrase or not bare:
            continue
        for other in sides.found.phrases:
            if other.role not in PLACING or not alike(sentence.tokens[other.head], nouns[0]):
                continue
            narrower = [t for t in sentence.nouns(other) if says(t) and not sides.is_claimed(t)]
            head = sentence.tokens[other.head]
            of_kind = (is_plural(nouns[0]) and is_plural(head)) or head.stem != nouns[0].stem
            if narrower and of_kind and not has_figure(sentence, other):
                yield Facet("place", Agreement.DIFFERENT, nouns[0].word, narrower[0].word)


def _closer(sides: Sides) -> Iterator[Facet]:
    """Tell the one thing from the other that the claim names: "The ferry takes an hour; the fast boat takes half"."""
    sentence, own = sides.found.sentence, sides.found.clause
    for phrase in sides.claim.subjects:
        ours = [t for t in sides.claim.sentence.nouns(phrase) if says(t)]
        here = [p for p in sides.found.subjects if _shares_one(sentence, p, ours)]
        there = [
            p
            for p in sentence.phrases
            if p.role == SUBJECT
            and p.clause is not own
            and p.clause.kind in _APART
            and _has_all(sentence, p, ours)
        ]
        if len(ours) > 1 and here and there and not any(_has_all(sentence, p, ours) for p in here):
            both = (sentence.slice(p.first, p.last) for p in (there[0], here[0]))
            yield Facet("subject", Agreement.DIFFERENT, *both)


_APART = (Kind.MAIN, Kind.SUBORDINATE, Kind.COORDINATE, Kind.GAPPED)


def _shares_one(sentence: Sentence, phrase: Phrase, words: list[Token]) -> bool:
    """Whether a phrase that is no pronoun has one of the words, and comes before a fuller one."""
    nouns = [t for t in sentence.nouns(phrase) if t.tag is Tag.NOUN]
    return any(alike(a, b) for a in nouns for b in words)


def _has_all(sentence: Sentence, phrase: Phrase, words: list[Token]) -> bool:
    return all(any(alike(word, token) for token in sentence.nouns(phrase)) for word in words)


def _ranked(sides: Sides) -> Iterator[Facet]:
    """Tell the first of a kind from the youngest, where a figure stands beside: "the youngest mayor, at 29"."""
    for phrase in sides.claim.phrases:
        ours = _rank_of(sides.claim.sentence, phrase)
        head = sides.claim.sentence.tokens[phrase.head]
        if ours is None or rank(sides.claim.token.stem) or sides.claim.quantity is None:
            continue
        sentence = sides.found.sentence
        named = [p for p in sides.found.phrases if alike(sentence.tokens[p.head], head)]
        theirs = [place for p in named if (place := _rank_of(sentence, p)) is not None]
        if theirs and len(theirs) == len(named) and not any(alike(ours, place) for place in theirs):
            yield Facet("rank", Agreement.DIFFERENT, ours.word, theirs[0].word)


def _rank_of(sentence: Sentence, phrase: Phrase) -> Token | None:
    return next(
        (t for t in sentence.nouns(phrase) if rank(t.stem) and t is not sentence.tokens[phrase.head]), None
    )


def _outside(sides: Sides) -> Iterator[Facet]:
    """Tell those of a group from those outside it."""
    sentence = sides.found.sentence
    ours = [sides.claim.sentence.tokens[p.head] for p in sides.claim.phrases if p.role != "outside"]
    for phrase in sides.found.phrases:
        head = sentence.tokens[phrase.head]
        if phrase.role == "outside" and any(alike(head, token) for token in ours):
            yield Facet("place", Agreement.DIFFERENT, head.word, f"outside {head.word}")
