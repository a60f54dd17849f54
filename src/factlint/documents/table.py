"""Tables: CSV and TSV files as rows with line numbers."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from factlint.documents.base import Document
from factlint.documents.detect import detect, looks_like
from factlint.documents.text import decode
from factlint.errors import DocumentLimitError, UnparseableError

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = ",;\t|"
MAX_ROWS = 2_000_000
MAX_FIELD = 1_000_000

_SNIFFED = 64 * 1024
_SNIFFED_ROWS = 20
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: where it stands, for people, and its cells by column; a short row lacks the last ones."""

    place: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header. A name that the header has twice is told apart by its column's number."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    _by: dict[str, dict[str, list[Row]]] = field(default_factory=dict, compare=False, repr=False)

    def having(self, column: str, value: str) -> list[Row]:
        """Return the rows with this value, from an index that is made at the first question about the column."""
        index = self._by.get(column)
        if index is None:
            index = {}
            for row in self.rows:
                index.setdefault(row.cells.get(column, ""), []).append(row)
            self._by[column] = index
        return index.get(value, [])


def table(document: Document, override: str = "", sheet: str = "", header: int = 1) -> Table:
    """Return the document, a sheet of a spreadsheet or a table of a page, as rows under its header.

    header: the line of a file, or row of a sheet, that the header is looked for from
    Raises UnparseableError (no table, or a row longer than the header, whose columns can't be trusted),
    EmptyDocumentError and DocumentLimitError, and the errors of spreadsheets and pages.
    """
    name = detect(document, override)
    if name in ("xlsx", "ods"):
        from factlint.documents.workbook import sheet_table

        return document.parsed(f"table:{sheet}:{header}", lambda it: sheet_table(it, sheet, header))
    if name == "html":
        from factlint.documents.grid import grid_table

        return document.parsed(f"table:{sheet}", lambda it: grid_table(it, sheet))
    return document.parsed(f"table:{name}:{header}", lambda it: _separated(it, name, header))


def under_header(rows: Iterator[tuple[str, list[str]]], address: str) -> Table:
    """Build a table from (place, cells) rows of which the first is the header; empty rows are skipped."""
    filled = ((place, cells) for place, cells in rows if any(cell.strip() for cell in cells))
    _, header = next(filled, ("", []))
    columns = _distinct([name.strip() for name in header])
    return Table(
        tuple(name for name in columns if name),
        tuple(_row(place, cells, columns, address) for place, cells in filled),
    )


def delimiter_of(text: str, name: str = "csv") -> str:
    """Return the delimiter: the one that cuts the first rows into most columns, all equally many.

    Where none does, the one that cuts the header into most; then the order of ``DELIMITERS`` decides.
    """
    if name == "tsv":
        return "\t"
    return max(DELIMITERS, key=lambda delimiter: _widths(text, delimiter))


def _separated(document: Document, name: str, header: int) -> Table:
    text = decode(document).removeprefix("\ufeff")
    above, text = _parted(text, header - 1)
    seen = looks_like(document)
    if name not in ("csv", "tsv", "text") or seen not in ("plain text", "JSON"):
        raise UnparseableError(
            f"{document.address} gave {seen} where a table (CSV) was expected",
            hint="its tables are read by kind 'table'"
            if seen == "a PDF file"
            else "say what it is with 'format:', or choose another selector",
        )
    rows = _numbered(text, delimiter_of(text, name), document.address, above)
    return under_header(rows, document.address)


def _parted(text: str, lines: int) -> tuple[int, str]:
    """Cut off the first lines; return how many there were, and the rest."""
    found = islice(_LINE.finditer(text), lines) if lines else ()
    ends = [line.end() for line in found]
    return len(ends), text[ends[-1] if ends else 0 :]


def _numbered(text: str, delimiter: str, address: str, above: int) -> Iterator[tuple[str, list[str]]]:
    """Yield each record with the line on which it starts, ``above`` lines having been cut off."""
    reader = _reader(text, delimiter)
    line = above + 1
    try:
        for count, cells in enumerate(reader):
            if count > MAX_ROWS:
                raise DocumentLimitError(f"{address} has more than {MAX_ROWS:,} rows")
            yield f"line {line}", cells
            line = above + reader.line_num + 1
    except csv.Error as error:
        raise UnparseableError(f"{address}: line {above + reader.line_num} is no CSV: {error}") from None


def _reader(text: str, delimiter: str) -> Reader:
    csv.field_size_limit(MAX_FIELD)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _widths(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many columns all the first rows have (1 where they differ), and how many the header."""
    try:
        rows = islice(_reader(text[:_SNIFFED], delimiter), _SNIFFED_ROWS)
        widths = [len(cells) for cells in rows if cells]
    except csv.Error:
        return 1, 1
    return (widths[0] if len(set(widths)) == 1 else 1), max(widths[:1], default=1)


def _distinct(names: list[str]) -> list[str]:
    counts = Counter(names)
    return [
        f"{name} (column {number})" if name and counts[name] > 1 else name
        for number, name in enumerate(names, start=1)
    ]


def _row(place: str, cells: list[str], columns: list[str], address: str) -> Row:
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise UnparseableError(
            f"{address}: {place} has {len(cells)} cells, the header {len(columns)}",
            hint="quote the cells that hold the delimiter, or say 'header:' where a title stands above it",
        )
    return Row(place, {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name})
