"""How a passage's figure stands to the claim's, facet by facet."""

from __future__ import annotations

from factlint.prose import covering, manner, narrowing
from factlint.prose.base import Facet
from factlint.prose.frames import Frame
from factlint.prose.sides import Sides


def facets(claim: Frame, found: Frame) -> tuple[Facet, ...]:
    """Return every facet that the claim states or the passage narrows."""
    sides = Sides(claim, found)
    told = [
        narrowing.measure(sides),
        *covering.claimed_words(sides),
        *narrowing.narrowed(sides),
        narrowing.swapped(sides),
        manner.time(sides),
        manner.mode(sides),
        manner.rate(sides),
        manner.role(sides),
        manner.direction(sides),
        manner.source(sides),
    ]
    return tuple(facet for facet in told if facet is not None)
