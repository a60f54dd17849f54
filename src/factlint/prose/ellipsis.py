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
        beside = place.phrase_at(number)
        if quantity is None or beside is None:
            continue
        if _is_money(quantity.unit) and _is_scaled(sentence, at):
            return place, number
        if beside.role != phrase.role:
            continue
        if clause.kind is Kind.GAPPED or (verb is not None and other is not None and verb.stem == other.stem):
            return place, number
        if verb is not None and verb.stem in lexicon().paying and _is_money(quantity.unit):
            return place, number
    return None


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _is_scaled(sentence: Sentence, at: int) -> bool:
    """Whether a bare figure is told in millions or billions, as amounts of money are, and is no part of other things."""
    token, behind = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
    part = bool(behind) and behind[0].word == "of"
    return token.word.rsplit(" ", 1)[-1] in _SCALES and not part


_SCALES = frozenset(("million", "billion", "trillion", "m", "bn"))


def _verb(sentence: Sentence, clause: Clause) -> Token | None:
    return sentence.tokens[clause.verb] if clause.verb is not None else None


def _before(sentence: Sentence, clause: Clause) -> Iterator[tuple[Sentence, int, Token | None]]:
    """Yield the first figure of each clause before, the nearest clause first, with its verb."""
    for place in filter(None, (sentence, sentence.before)):
        for other in reversed(place.clauses):
            first = next((at for at in other.members if place.tokens[at].tag is Tag.VALUE), None)
            if first is not None and (place is not sentence or first < clause.members[0]):
                yield place, first, _verb(place, other)
