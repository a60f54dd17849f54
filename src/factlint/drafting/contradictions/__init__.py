"""Where an article contradicts itself, found without any source: one rule a file."""

from __future__ import annotations

from factlint.drafting.contradictions import (
    ages,
    counts,
    figures,
    percentages,
    spellings,
    starts,
    sums,
    totals,
    weekdays,
)
from factlint.drafting.model import Notice
from factlint.drafting.reading import Article

_RULES = (starts, totals, sums, percentages, spellings, counts, figures, ages, weekdays)


def contradictions(article: Article) -> list[Notice]:
    """Return what the article says against itself, in reading order."""
    found = [notice for rule in _RULES for notice in rule.find(article)]
    return sorted(found, key=lambda notice: notice.places)
