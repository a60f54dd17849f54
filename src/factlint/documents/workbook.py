"""Spreadsheets (XLSX, ODS): sheets as rows of cells.

A spreadsheet keeps values, not the digits it shows: ``13,883`` is read as ``13883`` and a cell that shows
``20 %`` as ``0.2``.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from factlint.documents.base import Document
from factlint.documents.child import run
from factlint.documents.detect import looks_like
from factlint.documents.grid import Cell, Grid, make_grid
from factlint.documents.nearest import did_you_mean, listed
from factlint.documents.table import Table, under_header
from factlint.errors import (
    DocumentLimitError,
    MissingExtraError,
    NoMatchError,
    SeveralMatchesError,
    UnparseableError,
)

MAX_CELLS = 2_000_000

Sheets = dict[str, list[list[str]]]


def sheets(document: Document) -> Sheets:
    """Return the rows of every sheet by its name.

    Raises UnparseableError, DocumentLimitError and MissingExtraError.
    """
    return document.parsed("workbook", _sheets)


def sheet_table(document: Document, sheet: str = "", header: int = 1) -> Table:
    """Return a sheet as rows under its header; ``sheet`` may be left out where there is only one.

    header: the row from which the header is looked for
    Raises NoMatchError and SeveralMatchesError for the sheet.
    """
    name, rows = _chosen(sheets(document), sheet, document.address)
    return under_header(islice(_placed(name, rows), header - 1, None), document.address)


def sheet_grids(document: Document) -> tuple[Grid, ...]:
    """Return every sheet as a grid with the sheet's name as its caption."""
    return tuple(
        make_grid(number, [[Cell(text) for text in row] for row in rows], caption=name)
        for number, (name, rows) in enumerate(sheets(document).items(), start=1)
        if rows
    )


def parse(body: bytes, options: Mapping[str, str]) -> Sheets:
    """Parse in the child process: the rows of each sheet, its cells as text."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError:
        raise MissingExtraError("spreadsheets need an extra", hint="pip install 'factlint[sheets]'") from None
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(body))
        found = {
            name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names
        }
    except CalamineError as error:
        raise UnparseableError(f"the spreadsheet can't be read: {error}") from None
    if sum(len(row) for rows in found.values() for row in rows) > MAX_CELLS:
        raise DocumentLimitError(f"the spreadsheet has more than {MAX_CELLS:,} cells")
    return {name: [[_shown(cell) for cell in row] for row in rows] for name, rows in found.items()}


def _shown(cell: Any) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def _sheets(document: Document) -> Sheets:
    if not document.body.startswith(b"PK\x03\x04"):
        raise UnparseableError(
            f"{document.address} gave {looks_like(document)} where a spreadsheet was expected"
        )
    return dict(run("spreadsheet", document.body))


def _chosen(every: Sheets, sheet: str, address: str) -> tuple[str, list[list[str]]]:
    if sheet and sheet not in every:
        raise NoMatchError(f"{address} has no sheet '{sheet}'", hint=did_you_mean(sheet, every))
    if not sheet and len(every) > 1:
        raise SeveralMatchesError(
            f"{address} has {len(every)} sheets: {listed(every)}", hint="name one: 'sheet:'"
        )
    name = sheet or next(iter(every))
    return name, every[name]


def _placed(name: str, rows: list[list[str]]) -> Iterator[tuple[str, list[str]]]:
    for number, cells in enumerate(rows, start=1):
        yield f"sheet {name}, row {number}", cells
