"""What a draft looks for, one file a kind of statement: each has ``find(article) -> Iterator[Drafted]``."""

from __future__ import annotations

from factlint.drafting.finders import dates, quantities, scores, superlatives

FINDERS = (quantities.find, dates.find, scores.find, superlatives.find)
"""All finders; the order decides nothing, as claims come in reading order."""
