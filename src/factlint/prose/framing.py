"""Make the frame around a token: its own stretch of the clause, and what it shares."""

from __future__ import annotations

from factlint.prose.frames import Frame
from factlint.prose.leftout import base_before, told_of_figure
from factlint.prose.phrases import SUBJECT
from factlint.prose.sentence import Sentence
from factlint.prose.sharing import (
    borrowed,
    elided,
    relatives_of,
    said_of_themselves,
    said_too,
    told_beside,
    with_complements,
)
from factlint.prose.stretches import (
    beside,
    given_to_others,
    nominal,
    nouns_beside,
    stretches,
    wholes,
    without_place,
)
from factlint.prose.tokens import Token


def frame(sentence: Sentence, at: int) -> Frame:
    """Return the frame around one token."""
    clause = sentence.owners.get(at) or sentence.clauses[0]
    made = Frame(sentence, at, clause)
    if at in wholes(sentence, clause):
        return _whole(made)
    made.nominal = nominal(sentence, at)
    if made.nominal is not None:
        made.own = with_complements(sentence, made.nominal)
        made.shared = [number for number in clause.members if number not in made.own]
        return made
    _fill(made)
    return made


def _whole(made: Frame) -> Frame:
    phrase = made.sentence.phrase_at(made.at)
    made.whole = True
    made.own = with_complements(made.sentence, phrase) if phrase else [made.at]
    made.shared = relatives_of(made.sentence, phrase) if phrase else []
    return made


def _measured(made: Frame) -> tuple[Token, ...]:
    """Return what the figure is of that a bare one goes on from: "holds 40 million litres of oil; the latter 65"."""
    if made.repeated is None:
        return ()
    place, at = made.repeated
    parts = [p for p in place.phrases if p.role == "of" and p.holder is place.phrase_at(at)]
    return tuple(token for phrase in parts for token in place.nouns(phrase))


def _fill(made: Frame) -> None:
    sentence, clause, at = made.sentence, made.clause, made.at
    lead, found = stretches(sentence, clause, at)
    mine = next((stretch for stretch in found if at in stretch), list(clause.members))
    others = [stretch for stretch in found if stretch is not mine]
    lead = without_place(sentence, lead, mine, at)
    shared = [*lead, *borrowed(sentence, clause), *told_beside(sentence, clause)]
    if len(found) > 1:
        shared += beside(sentence, lead, others, mine, at)
        made.nouns = nouns_beside(sentence, others, at)
    if made.phrase is not None and made.phrase.role == SUBJECT:
        made.also = said_too(sentence, clause)
        made.elided = elided(sentence, clause, at)
    made.elided = made.elided or _measured(made) or base_before(made) or told_of_figure(made)
    given = given_to_others(sentence, clause, at)
    said = said_of_themselves(sentence, made.phrase) if made.phrase is not None else []
    made.own = [number for number in (*mine, *said) if number not in given]
    made.shared = [number for number in (*shared, *made.nouns, *made.also) if number not in given]
