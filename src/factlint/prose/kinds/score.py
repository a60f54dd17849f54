"""A score or a vote told as two figures: "3-1", "12-3"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factlint.comparators.base import Terms
from factlint.prose import telling
from factlint.prose.agreement import facets as facets_of
from factlint.prose.base import Binding
from factlint.prose.converse import beating, key
from factlint.prose.frames import Frame
from factlint.prose.framing import frame
from factlint.prose.kinds.base import Part, apart, binding, told, turns
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import SCORE
from factlint.verdict import Verdict

_RULE = "score"


def parts(claim: Sentence) -> list[Part]:
    """Return one part for every score."""
    found = [frame(claim, at) for at, token in enumerate(claim.tokens) if SCORE.match(token.word)]
    return [Part("score", made, made.token.word) for made in found]


def bind(part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return every score of the passages with whose it is."""
    return [
        _bound(part.frame, frame(sentence, at))
        for sentence in sentences
        for at, token in enumerate(sentence.tokens)
        if SCORE.match(token.word)
    ]


def _bound(claim: Frame, found: Frame) -> Binding:
    made = binding(found, facets_of(claim, found))
    between = apart(made.facets)
    turned = [facet for facet in between if turns(facet)]
    if len(between) > len(turned) or telling.denied(claim) != telling.denied(found):
        return replace(made, problem=told(between) or "one side denies it")
    same = _figures(claim) == _figures(found) and not turned
    problem = "" if same else told(turned) or f"it was {found.token.word}, not {claim.token.word}"
    return replace(made, verdict=Verdict.SUPPORTED if same else Verdict.REFUTED, rule=_RULE, problem=problem)


def _figures(made: Frame) -> tuple[str, ...]:
    """Return the two figures; where the verb says who won, the greater one first: "lost 1-3" is "lost 3-1"."""
    match = SCORE.match(made.token.word)
    figures = match.groups() if match else ()
    decided = made.verb is not None and key(made.verb) in beating()
    return tuple(sorted(figures, key=int, reverse=True)) if decided else figures
