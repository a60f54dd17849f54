"""Superlatives: what is said to be the largest, the worst since, the only one of its kind, or a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.model import Drafted
from factlint.drafting.phrases import pattern
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every superlative that something measurable is compared by."""
    for found in pattern("superlative").finditer(article.plain):
        start, end = found.span()
        sentence = article.sentence(start)
        ranked = article.values.touching(start, end)
        if (
            ranked
            or article.is_furniture(start)
            or article.quotation(start)
            or article.plain[: sentence[1]].endswith("?")
        ):
            continue
        yield Drafted(
            start,
            end,
            value=article.words(start, end),
            kind=ValueType.WORDING,
            anchor=_phrase(article, end, sentence[1], start),
            topic=article.words(start, min(end + 30, sentence[1])),
            tags=("superlatives",),
        )


def _phrase(article: Article, end: int, stop: int, start: int) -> tuple[int, int]:
    """Return the superlative with the noun behind it."""
    noun = re.compile(r"(?: [\w’'-]+){0,2}").match(article.plain, end, stop)
    return start, noun.end() if noun else end
