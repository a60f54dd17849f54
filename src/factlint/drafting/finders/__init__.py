"""What a draft looks for, one file a kind of statement: each has ``find(article) -> Iterator[Drafted]``."""

from __future__ import annotations

from factlint.drafting.finders import (
    dates,
    events,
    lists,
    names,
    offices,
    quantities,
    quotations,
    relations,
    scores,
    sources,
    superlatives,
)

_KINDS = (
    quantities,
    dates,
    scores,
    superlatives,
    names,
    offices,
    relations,
    lists,
    quotations,
    events,
    sources,
)

FINDERS = tuple(kind.find for kind in _KINDS)
"""All finders; claims come in reading order whatever theirs is."""
