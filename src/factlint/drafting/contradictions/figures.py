"""A headline whose figure the story doesn't bear out."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.drafting.blocks import Kind
from factlint.drafting.contradictions.amounts import apart, figures, interval, story
from factlint.drafting.model import Notice
from factlint.drafting.reading import Article
from factlint.values.base import Quantity, Sense

_MEASURES = frozenset(
    {"killed", "injured", "killed-or-wounded", "missing", "displaced", "arrested", "jobs-lost", "turnout"}
)
_TOP = 3  # paragraphs that must bear the headline out
_BOUNDS = frozenset({Sense.AT_LEAST, Sense.MORE_THAN, Sense.NEARLY, Sense.AT_MOST, Sense.LESS_THAN})


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice where the story's opening gives only other figures for what the headline counts."""
    heading = next((block for block in article.blocks if block.kind is not Kind.FURNITURE), None)
    paragraphs = [block for block in article.blocks if block.kind is Kind.PARAGRAPH]
    if heading is None or heading.kind is not Kind.HEADING or not paragraphs:
        return
    last = paragraphs[:_TOP][-1].end
    body = [
        item for span in story(article) if heading.end < span[0] < last for item in figures(article, *span)
    ]
    for reading, value in figures(article, heading.start, heading.end):
        rivals = [item for item in body if _same_thing(value, item[1])]
        if (
            value.counted.measure in _MEASURES
            and rivals
            and not any(_agrees(value, item[1]) for item in rivals)
        ):
            there = article.words(rivals[0][0].start, rivals[0][0].end)
            message = f"the headline says {article.words(reading.start, reading.end)}, the story {there}"
            yield Notice(
                "headline", message, ((reading.start, reading.end), (rivals[0][0].start, rivals[0][0].end))
            )


def _same_thing(left: Quantity, right: Quantity) -> bool:
    """Whether two figures count the same; a share ("half") is no count."""
    if any(value.low is not None and value.low < 1 for value in (left, right)):
        return False
    return left.counted.measure == right.counted.measure and left.unit == right.unit


def _agrees(left: Quantity, right: Quantity) -> bool:
    if left.sense in _BOUNDS or right.sense in _BOUNDS:
        ours = left.low if left.low is not None else left.high
        theirs = right.low if right.low is not None else right.high
        return ours is not None and theirs is not None and abs(ours - theirs) <= max(ours, theirs) / 10
    ours_, theirs_ = interval(left), interval(right)
    return ours_ is None or theirs_ is None or not apart(ours_, theirs_)
