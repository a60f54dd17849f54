"""Figures that leave out their unit because the one before has it: "holds 40 km of track; the latter holds 65"."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.clauses import Clause, Kind
from factlint.prose.lexicon import lexicon
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token


def repeated(sentence: Sentence, clause: Clause, at: int) -> tuple[Sentence, int] | None:
    """Return the place of the figure that a bare one goes on from: told before, and by the same verb."""
    phrase = sentence.phrase_at(at)
    if phrase is None or sentence.nouns(phrase) or sentence.tokens[at].compound:
        return None
    verb = _verb(sentence, clause)
    for place, number, other in _before(sentence, clause):
        quantity = place.tokens[number].quantity
        if quantity is None:
            continue
        if clause.kind is Kind.GAPPED or (verb is not None and other is not None and verb.stem == other.stem):
            return place, number
        if verb is not None and verb.stem in lexicon().paying and _is_money(quantity.unit):
            return place, number
    return None


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _verb(sentence: Sentence, clause: Clause) -> Token | None:
    return sentence.tokens[clause.verb] if clause.verb is not None else None


def _before(sentence: Sentence, clause: Clause) -> Iterator[tuple[Sentence, int, Token | None]]:
    """Yield the figures of other clauses before, the nearest first, with their verbs."""
    for place in filter(None, (sentence, sentence.before)):
        for at in range(len(place.tokens) - 1, -1, -1):
            owner = place.owners.get(at)
            earlier = place is not sentence or at < clause.members[0]
            if place.tokens[at].tag is Tag.VALUE and earlier and owner is not None:
                yield place, at, _verb(place, owner)
