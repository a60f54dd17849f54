"""A number of things that is followed by another number of them: "three countries: Italy and Malta"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.blocks import Kind
from factlint.drafting.contradictions.amounts import figures, story
from factlint.drafting.model import Notice
from factlint.drafting.reading import Article

_MOST = 20
_LISTED = re.compile(r" (?:[\w’'-]+ ){0,3}?[\w’'-]+: ([^.;:\d]{3,400})(?=\.|;|$)")
_FOLLOWING = re.compile(r"\b(?:following|these|those) (?:\w+ )?$", re.IGNORECASE)


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice for every announced number of items that isn't the number listed."""
    for start, end in story(article):
        for reading, value in figures(article, start, end):
            if value.unit or value.low != value.high or value.low is None or not 2 <= value.low <= _MOST:
                continue
            listed = _in_sentence(article, reading.end, end) or _in_bullets(article, reading.start, end)
            if listed and listed != value.low:
                words = article.words(reading.start, min(end, reading.end + 24))
                yield Notice(
                    "count",
                    f"'{words}' announces {value.low} and {listed} are listed",
                    ((reading.start, reading.end),),
                )


def _in_sentence(article: Article, at: int, end: int) -> int:
    found = _LISTED.match(article.plain, at, end)
    if not found or " and " not in found[1] or figures(article, *found.span(1)):
        return 0
    return len([part for part in re.split(r",? and |, ", found[1]) if part.strip()])


def _in_bullets(article: Article, at: int, end: int) -> int:
    """Count the items below a sentence that announces them ("the following five")."""
    block = article.block(at)
    index = article.block_index(at)
    announces = article.plain[end - 1 : end] == ":" or _FOLLOWING.search(article.plain[max(0, at - 30) : at])
    if not announces or end != block.end:
        return 0
    items = 0
    for following in article.blocks[index + 1 :]:
        if following.kind is not Kind.ITEM:
            break
        items += 1
    return items
