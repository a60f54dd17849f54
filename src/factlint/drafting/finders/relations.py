"""Relations with a state: allies and members, former and founding; sanctions, warrants, embargoes; foundings."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.drafting.model import Drafted
from factlint.drafting.phrases import pattern
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every relation; the words that say whether it holds are its value."""
    for found in pattern("relation", template=r"(?<![\w-])(?:{})(?![\w-])").finditer(article.plain):
        start, end = found.span()
        if article.is_furniture(start) or article.plain[: article.sentence(start)[1]].endswith("?"):
            continue
        yield Drafted(
            start,
            end,
            value=article.words(start, end),
            kind=ValueType.STATE,
            anchor=_held(article, start, end),
            topic=article.words(start, end),
            tags=("relations",),
        )


def _held(article: Article, start: int, end: int) -> tuple[int, int]:
    """Hold at most eight words of a long relation."""
    words = article.plain[start:end].split(" ")
    return start, start + len(" ".join(words[:8]))
