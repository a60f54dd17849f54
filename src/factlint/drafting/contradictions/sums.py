"""A table's last row of totals that its columns don't add up to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from factlint.drafting.model import Notice
from factlint.drafting.reading import Article
from factlint.drafting.tables import is_row
from factlint.values.base import Quantity, Reading, Sense

_TOTAL = re.compile(r"\|[\s*_]*(?:grand |sub)?total\b", re.IGNORECASE)
_LEAST_ROWS = 2
_FIGURE = re.compile(r"[\s*_|]*")


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice for every total that isn't the sum of its column, as far as rounding leaves it open."""
    for is_table, lines in groupby(range(len(article.blocks)), key=lambda index: is_row(article, index)):
        _, *rows = lines  # the first is the header
        totals = [index for index in rows if _TOTAL.match(article.text, article.blocks[index].start)]
        if is_table and len(totals) == 1:  # with subtotals, a row may count twice
            yield from _held(article, [index for index in rows if index < totals[0]], totals[0])


def _held(article: Article, rows: list[int], total: int) -> Iterator[Notice]:
    cells = [_by_column(article, index) for index in rows]
    parts = [row for row in cells if row]
    for column, (reading, said) in _by_column(article, total).items():
        column_parts = [row[column] for row in parts if column in row]
        values = [value for _, value in column_parts]
        if len(column_parts) != len(parts) or len(parts) < _LEAST_ROWS or said.unit == "%":
            continue
        if any(value.unit != said.unit or value.sense is not Sense.POINT for value in values):
            continue
        yield from _added(article, [part for part, _ in column_parts], values, reading, said)


def _added(
    article: Article, parts: list[Reading], values: list[Quantity], reading: Reading, said: Quantity
) -> Iterator[Notice]:
    total = sum((value.low or Fraction(0) for value in values), Fraction(0))
    finest = min(_decimals(article, part) for part in [*parts, reading])
    slack = Fraction(len(values) + 1, 2 * 10**finest) if finest else Fraction(0)
    if said.low is not None and abs(total - said.low) > slack:
        words = article.words(reading.start, reading.end)
        places = tuple((part.start, part.end) for part in [*parts, reading])
        yield Notice("total", f"the column adds up to {float(total):,g}, not {words}", places)


def _decimals(article: Article, reading: Reading) -> int:
    """Return how many digits a figure is printed to behind its point; whole counts are exact."""
    return len(article.words(reading.start, reading.end).partition(".")[2].rstrip("%"))


def _by_column(article: Article, index: int) -> dict[int, tuple[Reading, Quantity]]:
    """Return the figures that fill a cell, by column; the first column names the row."""
    block = article.blocks[index]
    found = {}
    for item in article.values.within(block.start, block.end):
        column = article.text.count("|", block.start, item.start) - 1
        left, right = article.text.rfind("|", block.start, item.start), article.text.find("|", item.end)
        alone = _FIGURE.fullmatch(article.text, left, item.start) and _FIGURE.fullmatch(
            article.text, item.end, right + 1
        )
        if column > 0 and alone and isinstance(item.value, Quantity):
            found[column] = (item, item.value)
    return found
