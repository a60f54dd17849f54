"""The words that hold a value, chosen so that the one reader reads the same value from them alone."""

from __future__ import annotations

import re

from factlint.drafting.reading import Article
from factlint.errors import FactlintError
from factlint.values import read
from factlint.values.base import DateValue, Quantity, Reading

_WORD = re.compile(r"[^\s]+")
_REACH = 4


def value_words(article: Article, reading: Reading) -> tuple[int, int] | None:
    """Return the shortest span around a reading that reads as its value; ``None`` where no near one does."""
    start, end = reading.start, reading.end
    for first, last in _wider(article, start, end):
        if _reads_same(article.words(first, last), reading, article):
            return first, last
    return None


def _wider(article: Article, start: int, end: int) -> list[tuple[int, int]]:
    low, high = article.sentence(start)
    starts = [start, *(found.start() for found in reversed(list(_WORD.finditer(article.plain, low, start))))]
    ends = [end, *(found.end() for found in _WORD.finditer(article.plain, end, max(high, end)))]
    pairs = [(i, j) for i in range(min(_REACH, len(starts))) for j in range(min(_REACH, len(ends)))]
    return [(starts[i], ends[j]) for i, j in sorted(pairs, key=sum)]


def _reads_same(words: str, reading: Reading, article: Article) -> bool:
    kind = "date" if isinstance(reading.value, DateValue) else "quantity"
    try:
        again = read(words, like=kind, context=article.context)
    except FactlintError:
        return False
    value = reading.value
    if isinstance(value, DateValue) and isinstance(again, DateValue):
        return again.edtf == value.edtf
    if isinstance(value, Quantity) and isinstance(again, Quantity):
        return (again.low, again.high, again.unit, again.sense) == (
            value.low,
            value.high,
            value.unit,
            value.sense,
        )
    return False


def same_figures(words: str, reading: Reading, article: Article) -> bool:
    """Whether the words read as the same figures, units apart."""
    try:
        again = read(words, like="quantity", context=article.context)
    except FactlintError:
        return False
    value = reading.value
    return (
        isinstance(again, Quantity)
        and isinstance(value, Quantity)
        and (again.low, again.high) == (value.low, value.high)
    )
