"""What somebody named did to something named: "Russia invaded Ukraine", "Orrin bought rival Calyx"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factlint.drafting.model import Drafted
from factlint.drafting.phrases import happened, pattern
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType
from factlint.values.base import Reading

_LONGEST = 60  # characters between two names
_SMALL = re.compile(r"[^,;:.()“”\"—–]*")
_ADVERBS = re.compile(r" (?:(?:also|later|then|first|again|\w+ly) ){0,2}")


def find(article: Article) -> Iterator[Drafted]:
    """Yield a yes-or-no claim for every clause in which one name acts on another; guesses and questions are none."""
    for left, right in pairwise(article.names):
        if _acts(article, left, right):
            yield Drafted(
                left.start,
                right.end,
                value="yes",
                kind=ValueType.BOOLEAN,
                topic=article.words(left.start, right.end),
                tags=("events",),
            )


def _acts(article: Article, left: Reading, right: Reading) -> bool:
    start, end = article.sentence(left.start)
    if not (right.end <= end and right.start - left.end <= _LONGEST):
        return False
    if (
        article.plain[start:end].endswith("?")
        or article.is_furniture(left.start)
        or article.quotation(left.start)
    ):
        return False
    between = article.plain[left.end : right.start]
    adverbs = _ADVERBS.match(between)
    if adverbs is None or _SMALL.fullmatch(between) is None:
        return False
    acts = happened().match(between, adverbs.end()) or pattern("event", "planned", r"will (?:{})\b").match(
        between, adverbs.end()
    )
    return acts is not None and not pattern("forecast").search(article.plain, start, right.start)
