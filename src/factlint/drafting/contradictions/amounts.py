"""Figures as intervals: what a printed number may mean, by its own precision and hedge."""

from __future__ import annotations

from fractions import Fraction

from factlint.drafting.blocks import Kind
from factlint.drafting.reading import Article
from factlint.values.base import Quantity, Reading, Sense

Interval = tuple[Fraction, Fraction]
_HEDGED = Fraction(1, 10)
_ROUND = Fraction(1, 40)  # the most that roundness alone widens a figure: "$100m" is 97.5 to 102.5


def interval(value: Quantity) -> Interval | None:
    """Return the least and most that a number may mean; ``None`` where its words leave a side open."""
    if value.low is None or value.high is None or value.sense in {Sense.MAGNITUDE, Sense.NEARLY}:
        return None
    half = min(value.step / 2, abs(value.low) * _ROUND)
    if value.sense is Sense.APPROXIMATE:
        half = max(half, abs(value.low) * _HEDGED)
    if value.unit == "" and value.low.denominator == 1 and value.low < 1000 and value.sense is Sense.POINT:
        half = Fraction(0)  # small whole counts are exact
    return value.low - half, value.high + half


def ratio(part: Interval, whole: Interval) -> Interval | None:
    """Return what a part may be of a whole; ``None`` where the whole may be nothing."""
    return (part[0] / whole[1], part[1] / whole[0]) if whole[0] > 0 else None


def apart(left: Interval, right: Interval) -> bool:
    """Whether two intervals have no number in common."""
    return left[1] < right[0] or right[1] < left[0]


def percent(value: Fraction) -> str:
    """Write a share to one decimal, without a needless zero."""
    return f"{float(round(value * 100, 1)):g}%"


def figures(article: Article, start: int, end: int) -> list[tuple[Reading, Quantity]]:
    """Return the quantities that stand between two characters, ranks apart."""
    return [
        (item, item.value)
        for item in article.values.within(start, end)
        if isinstance(item.value, Quantity) and item.value.unit != "ordinal"
    ]


def story(article: Article) -> list[tuple[int, int]]:
    """Return the sentences, those of page furniture apart."""
    return [span for span in article.sentences if article.block(span[0]).kind is not Kind.FURNITURE]
