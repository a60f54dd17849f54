"""What contradicts a claim though words around its figure have no counterpart: the one figure that can be meant.

A claim's own figure that stands nowhere in the passages, beside one figure there that nothing sets apart but words
which the other side lacks, is refuted by that one. Nothing is ever supported so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.frames import Frame
from factlint.prose.kinds.base import apart
from factlint.prose.sentence import Sentence
from factlint.verdict import Verdict

_LOOSE = frozenset(("measure", "population", "subject", "words"))
_MOST = 2  # words without a counterpart around a figure that may still be of the same thing


def contradicting(bindings: Sequence[Binding], compared: Sequence[Verdict]) -> list[Binding]:
    """Return the bindings, the one that only can be meant refuting the claim where its figure does.

    compared: what each binding's figure by itself says of the claim's
    """
    told = [apart(binding.facets) for binding in bindings]
    near = [at for at, facets in enumerate(told) if facets and all(map(_is_loose, facets))]
    if not near or Verdict.SUPPORTED in compared:
        return list(bindings)
    least = min(len(told[at]) for at in near)
    nearest = [at for at in near if len(told[at]) == least]
    found = list(bindings)
    if least <= _MOST and len(nearest) == 1 and compared[nearest[0]] is Verdict.REFUTED:
        found[nearest[0]] = replace(found[nearest[0]], verdict=Verdict.REFUTED)
    return found


def _is_loose(facet: Facet) -> bool:
    """Whether a facet only tells of a word that one side has and the other has no counterpart of."""
    missing = facet.agreement is Agreement.MISSING
    return facet.name in _LOOSE and (missing or (not facet.claimed and facet.name != "words"))


def is_told(claim: Frame, sentences: Sequence[Sentence]) -> bool:
    """Whether the claim's number stands in the passages, of whatever thing and in whatever unit."""
    ours = claim.quantity
    figures = (token.quantity for sentence in sentences for token in sentence.tokens)
    return ours is not None and any(
        (theirs.low, theirs.high) == (ours.low, ours.high) for theirs in figures if theirs is not None
    )
