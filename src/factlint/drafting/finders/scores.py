"""Scores, votes and odds: figures that belong together and are no range."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.drafting.leaving import reason
from factlint.drafting.model import Drafted
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType
from factlint.values.base import Text


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every result, in the article's words: no single number holds one."""
    for reading in article.values:
        if isinstance(reading.value, Text) and not reason(article, reading):
            words = article.words(reading.start, reading.end)
            yield Drafted(
                reading.start,
                reading.end,
                value=words,
                kind=ValueType.PARAPHRASE,
                topic=f"score {words}",
                tags=("scores",),
            )
