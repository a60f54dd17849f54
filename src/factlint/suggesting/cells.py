"""Values of tables: by the row's own values and the column's name in CSV, by both headers on a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.table import Row, table
from factlint.selectors.csv import CsvSelector
from factlint.selectors.table import TableSelector, cells_of
from factlint.suggesting.base import Suggestion, Wanted

_MOST = 20_000
_PAGES = ("html", "pdf")


def find(document: Document, wanted: Wanted) -> Iterator[Suggestion]:
    """Yield a selector for every cell of the claim's kind."""
    name = detect(document)
    if name in ("csv", "tsv", "xlsx", "ods"):
        yield from _rows(document, wanted)
    elif name in _PAGES:
        yield from _cells(document, wanted)


def _rows(document: Document, wanted: Wanted) -> Iterator[Suggestion]:
    whole = table(document)
    for row in islice(whole.rows, _MOST):
        for column, text in row.cells.items():
            if not text or not wanted.is_kind(text):
                continue
            where = _own_values(row, column, list(whole.rows[:_MOST]), wanted)
            if not where:
                continue
            around = " ".join(f"{name} {value}" for name, value in row.cells.items() if name != column)
            yield Suggestion(
                CsvSelector(where=where, column=column),
                text,
                around,
                wanted.is_met(text),
                90,
                "found by the row's own values and the column's name",
                wanted.nearness(f"{column} {around}".replace("_", " ")),
            )


def _own_values(row: Row, column: str, rows: list[Row], wanted: Wanted) -> dict[str, str]:
    """Return the fewest texts of a row that tell it from all others, those that the claim names first."""
    texts = [(n, value) for n, value in row.cells.items() if n != column and value and not _is_figure(value)]
    texts.sort(key=lambda pair: -wanted.nearness(pair[1]))
    where: dict[str, str] = {}
    for name, value in texts[:4]:
        where[name] = value
        if sum(all(other.cells.get(n) == v for n, v in where.items()) for other in rows) == 1:
            return where
    return {}


def _is_figure(text: str) -> bool:
    bare = text.replace(",", "").replace(".", "").strip("-%")
    return bare.isdecimal() and not (len(text) == 4 and text[:2] in {"19", "20"})


def _cells(document: Document, wanted: Wanted) -> Iterator[Suggestion]:
    for text, row, column in islice(cells_of(document), _MOST):
        if row and column and wanted.is_kind(text):
            around = " ".join([*row, *column])
            yield Suggestion(
                TableSelector(row=tuple(row), column=tuple(column)),
                text,
                around,
                wanted.is_met(text),
                80,
                "found by the headers of its row and column",
                wanted.nearness(around),
            )
