"""What happened or holds, told without a number: one claim for a sentence or clause that nothing else claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.blocks import Kind
from factlint.drafting.model import Drafted
from factlint.drafting.phrases import happened, pattern
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType

_LONGEST = 10  # words of an anchor


def find(article: Article, claimed: list[tuple[int, int]]) -> Iterator[Drafted]:
    """Yield a yes-or-no claim for every sentence that names somebody, tells of an event, and holds no claim.

    claimed: the spans that other claims hold; a sentence in which one begins is taken
    """
    taken = {article.sentence(first) for first, _ in claimed}
    for start, end in article.sentences:
        if (start, end) in taken or not _is_told(article, start, end):
            continue
        words = list(re.finditer(r"\S+", article.plain[start:end]))[:_LONGEST]
        last = start + len(article.plain[start : start + words[-1].end()].rstrip('.,;:”"’'))
        yield Drafted(
            start,
            last,
            value="yes",
            kind=ValueType.BOOLEAN,
            topic=article.words(start, last),
            tags=("events",),
        )


def _is_told(article: Article, start: int, end: int) -> bool:
    sentence = article.plain[start:end]
    if article.block(start).kind in {Kind.HEADING, Kind.FURNITURE} or sentence.endswith(("?", "!", ":", ",")):
        return False
    named = bool(article.names.within(start, end))
    ruled_out = (
        pattern("event", "judging").search(sentence)
        or pattern("forecast").search(sentence)
        or pattern("opinion").search(sentence)
    )
    return (
        named
        and not ruled_out
        and article.quotation(start) is None
        and happened().search(sentence) is not None
    )
