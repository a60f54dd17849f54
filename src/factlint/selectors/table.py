"""A cell of a table by the texts of its row and column headers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.grid import Cell, Grid, grids, make_grid
from factlint.documents.nearest import did_you_mean, quoted, shortened
from factlint.documents.table import table
from factlint.errors import NoMatchError, SeveralMatchesError
from factlint.selectors.base import Passage, SelectorBase

_CONTEXT = 300
_MOST = 5

Headers = Annotated[
    tuple[str, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)
]


class TableSelector(SelectorBase):
    """The cell of a table where a row and a column meet, both named by their header texts.

    Tables are those of a page, of a PDF file (extra ``pdf``; the heading is the page, ``heading: page 3``),
    a spreadsheet's sheets (extra ``sheets``; the caption is the sheet's name) and CSV files.

    A header that stands over several columns counts for all of them: name the headers from the outer to
    the inner as a list (``column: [2024, Killed]``). White space and case don't matter. Without ``column``
    the row's only other cell is read, as in a box of names and values. Which table, where a page has
    several: its ``caption``, the ``heading`` above it, or its ``index`` from 1; without them, the only table
    that has such a row and column.

    ```yaml
    select:
      kind: table
      caption: Losses by year
      row: Norland
      column: [2024, Killed]
    ```
    """

    kind: Literal["table"] = "table"
    row: Headers = Field(
        min_length=1, description="The row's header, or its headers from the outer to the inner."
    )
    column: Headers = Field(
        (), description="The column's header, or its headers from the outer to the inner."
    )
    caption: str = Field("", description="The table's caption.")
    heading: str = Field("", description="The heading above the table.")
    index: int | None = Field(None, ge=1, description="The table's number, from 1.")

    def find(self, document: Document, at: date | None) -> Passage:
        """Find the one cell."""
        chosen = self._chosen(_grids(document, self.format))
        places = [(grid, y, x) for grid in chosen for y, x in self._cells(grid)]
        if not places:
            raise self._no_match(chosen)
        if len({(grid.number, id(grid.rows[y][x])) for grid, y, x in places}) > 1:
            raise SeveralMatchesError(
                f"{len(places)} cells: {'; '.join(self._where(*place) for place in places[:_MOST])}",
                hint="name more headers as a list, or choose the table by 'caption', 'heading' or 'index'",
            )
        grid, y, x = places[0]
        text = grid.rows[y][x].text
        if not text:
            raise NoMatchError(f"{self._where(grid, y, x)}: the cell is empty")
        return Passage(text=text, context=_context(grid, y), locator=self._where(grid, y, x))

    def _chosen(self, every: Sequence[Grid]) -> list[Grid]:
        if not every:
            raise NoMatchError("the document has no table")
        chosen = [
            grid
            for grid in every
            if (self.index in (None, grid.number))
            and (not self.caption or _same(self.caption, grid.caption))
            and (not self.heading or _same(self.heading, grid.heading))
        ]
        if not chosen:
            wanted = self.caption or self.heading or str(self.index)
            names = [name for grid in every for name in (grid.caption, grid.heading)]
            raise NoMatchError(f"no table {quoted(wanted)}", hint=did_you_mean(wanted, names))
        return chosen

    def _cells(self, grid: Grid) -> list[tuple[int, int]]:
        if not self.column:
            named = [y for y in range(len(grid.rows)) if _named(self.row, _row_headers(grid, y))]
            return [
                (y, x)
                for y in named
                for x in range(_width(grid, y), len(grid.rows[y]))
                if grid.rows[y][x].text
            ]
        columns = [x for x in range(len(grid.rows[0])) if _named(self.column, _column_headers(grid, x))]
        rows = [y for y in range(grid.head, len(grid.rows)) if _named(self.row, _row_headers(grid, y))]
        return [(y, x) for y in rows for x in columns]

    def _where(self, grid: Grid, y: int, x: int) -> str:
        place = f"{grid.title}, row {quoted(' / '.join(_row_headers(grid, y)))}"
        return f"{place}, column {quoted(' / '.join(_column_headers(grid, x)))}" if self.column else place

    def _no_match(self, chosen: list[Grid]) -> NoMatchError:
        if not self.column:
            known = [" / ".join(_row_headers(grid, y)) for grid in chosen for y in range(len(grid.rows))]
            wanted = " / ".join(self.row)
            return NoMatchError(f"no value in a row '{wanted}'", hint=did_you_mean(wanted, known))
        columns = [" / ".join(_column_headers(grid, x)) for grid in chosen for x in range(len(grid.rows[0]))]
        rows = [
            " / ".join(_row_headers(grid, y)) for grid in chosen for y in range(grid.head, len(grid.rows))
        ]
        row, column = " / ".join(self.row), " / ".join(self.column)
        hints = [f"row: {did_you_mean(row, rows)}", f"column: {did_you_mean(column, columns)}"]
        return NoMatchError(f"no cell at row '{row}' and column '{column}'", hint="; ".join(hints))


def cells_of(document: Document, override: str = "") -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield every filled cell of the document's tables with the headers of its row and of its column."""
    for grid in _grids(document, override):
        for y in range(grid.head, len(grid.rows)):
            for x, cell in enumerate(grid.rows[y]):
                if cell.text and not cell.header:
                    yield cell.text, _row_headers(grid, y), _column_headers(grid, x)


def _grids(document: Document, override: str) -> Sequence[Grid]:
    name = detect(document, override)
    if name in ("csv", "tsv"):
        return document.parsed(f"grid:{name}", lambda it: (_of_rows(it, override),))
    if name == "pdf":
        from factlint.documents.pdf import pdf_grids

        return pdf_grids(document)
    if name in ("xlsx", "ods"):
        from factlint.documents.workbook import sheet_grids

        return sheet_grids(document)
    return [grid for grid in grids(document) if grid.rows]


def _of_rows(document: Document, override: str) -> Grid:
    rows = table(document, override)
    body = [[Cell(row.cells.get(name, "")) for name in rows.columns] for row in rows.rows]
    return make_grid(1, [[Cell(name, header=True) for name in rows.columns], *body])


def _column_headers(grid: Grid, x: int) -> list[str]:
    return _distinct(row[x].text for row in grid.rows[: grid.head])


def _row_headers(grid: Grid, y: int) -> list[str]:
    """Return the row's leading header cells; the first cell where none is marked."""
    return _distinct(cell.text for cell in grid.rows[y][: _width(grid, y)])


def _width(grid: Grid, y: int) -> int:
    row = grid.rows[y]
    return next((x for x, cell in enumerate(row) if not cell.header), len(row)) or 1


def _distinct(texts: object) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]  # type: ignore[call-overload]


def _named(wanted: Sequence[str], headers: Sequence[str]) -> bool:
    """Say whether the headers hold all the wanted texts in order."""
    remaining = iter(headers)
    return all(any(_same(name, header) for header in remaining) for name in wanted)


def _same(left: str, right: str) -> bool:
    return _folded(left) == _folded(right)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _context(grid: Grid, y: int) -> str:
    cells = []
    for x, cell in enumerate(grid.rows[y]):
        header = " / ".join(_column_headers(grid, x))
        if cell.text:
            cells.append(f"{header}: {cell.text}" if header else cell.text)
    return shortened("; ".join(cells), _CONTEXT)
