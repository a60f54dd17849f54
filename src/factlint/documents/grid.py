"""HTML tables as grids: row and column spans spread out, each with its caption and the heading above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.documents.base import Document
from factlint.documents.detect import MARKUP, looks_like
from factlint.documents.html import html, line_of
from factlint.documents.nearest import did_you_mean, listed
from factlint.documents.table import Table, under_header
from factlint.errors import DocumentLimitError, NoMatchError, SeveralMatchesError, UnparseableError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_CELLS = 500_000
_MAX_SPAN = 1000  # the HTML standard's own cap on colspan
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class Cell:
    """One slot of a grid; a spanning cell fills several slots with the same ``Cell`` object."""

    text: str
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a rectangle. ``number`` counts the document's tables from 1.

    head: how many leading rows are the header
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    head: int
    caption: str = ""
    heading: str = ""

    @property
    def title(self) -> str:
        """What people would call this table."""
        name = self.caption or self.heading
        return f"table {self.number} ('{name}')" if name else f"table {self.number}"


def grids(document: Document) -> tuple[Grid, ...]:
    """Return every table of a page, in document order.

    Raises EmptyDocumentError, TooDeepError and DocumentLimitError.
    """
    return document.parsed("grids", _grids)


def grid_table(document: Document, title: str = "") -> Table:
    """Return a page's table as rows under its header, whose levels are joined by ``/``.

    title: its caption or the heading above it; it may be left out where the page has one table
    Raises UnparseableError where the page has no table, NoMatchError and SeveralMatchesError.
    """
    every = [grid for grid in grids(document) if grid.rows]
    if not every:
        seen = looks_like(document)
        told = "an HTML page without a table" if seen in MARKUP else f"{seen}, called a page,"
        raise UnparseableError(
            f"{document.address} gave {told} where a table was expected", hint="say what it is with 'format:'"
        )
    found = [grid for grid in every if title in ("", grid.caption, grid.heading)]
    if not found:
        names = [name for grid in every for name in (grid.caption, grid.heading)]
        raise NoMatchError(f"{document.address} has no table '{title}'", hint=did_you_mean(title, names))
    if len(found) > 1:
        message = f"{document.address} has {len(found)} tables: {listed(grid.title for grid in found)}"
        raise SeveralMatchesError(message, hint="name its caption or heading: 'sheet:'")
    return under_header(_as_rows(found[0]), document.address)


def _as_rows(grid: Grid) -> Iterator[tuple[str, list[str]]]:
    columns = zip(*grid.rows[: grid.head], strict=True)
    yield (
        "the header",
        [" / ".join(dict.fromkeys(cell.text for cell in cells if cell.text)) for cells in columns],
    )
    for number, row in enumerate(grid.rows[grid.head :], start=1):
        yield f"{grid.title}, row {number}", [cell.text for cell in row]


def make_grid(
    number: int, rows: list[list[Cell]], head: int = 0, caption: str = "", heading: str = ""
) -> Grid:
    """Build a grid from rows of any length. Without marked header rows the first row is the header.

    Raises DocumentLimitError.
    """
    width = max(map(len, rows), default=0)
    _check_size(width, len(rows))
    blank = Cell("")
    padded = tuple(tuple(row) + (blank,) * (width - len(row)) for row in rows)
    return Grid(number, padded, min(head or 1, len(padded)), caption, heading)


def _grids(document: Document) -> tuple[Grid, ...]:
    root = html(document).root
    found: list[Grid] = []
    heading = ""
    for node in [] if root is None else root.css("table, h1, h2, h3, h4, h5, h6"):
        if node.tag in _HEADINGS:
            heading = line_of(node)
        else:
            found.append(_grid(len(found) + 1, node, heading))
    return tuple(found)


def _grid(number: int, node: LexborNode, heading: str) -> Grid:
    caption = next((line_of(child) for child in node.iter() if child.tag == "caption"), "")
    rows = list(_rows_of(node))
    return make_grid(number, _spread([row for row, _ in rows]), _head(rows), caption, heading)


def _rows_of(node: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield the table's own rows, not those of tables inside it, and whether they stand in a thead."""
    for child in node.iter():
        if child.tag == "tr":
            yield child, False
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from ((row, child.tag == "thead") for row in child.iter() if row.tag == "tr")


def _head(rows: list[tuple[LexborNode, bool]]) -> int:
    """Count the leading rows that stand in a thead or hold header cells only."""
    count = 0
    for row, in_thead in rows:
        tags = {cell.tag for cell in row.iter()}
        if not in_thead and tags != {"th"}:
            break
        count += 1
    return count if count < len(rows) else min(count, 1)


def _spread(rows: list[LexborNode]) -> list[list[Cell]]:
    """Lay the cells out as the HTML standard's table model does, each span filling its slots."""
    slots: list[dict[int, Cell]] = [{} for _ in rows]
    filled = 0
    for y, row in enumerate(rows):
        x = 0
        for node in row.iter():
            if node.tag not in ("td", "th"):
                continue
            while x in slots[y]:
                x += 1
            wide, high = _span(node, "colspan"), min(_span(node, "rowspan", len(rows)), len(rows) - y)
            filled += wide * high
            _check_size(filled)
            _fill(slots, (x, y), (wide, high), Cell(line_of(node), node.tag == "th"))
            x += wide
    width = max((max(row, default=-1) + 1 for row in slots), default=0)
    _check_size(width, len(slots))
    return [[row.get(x, Cell("")) for x in range(width)] for row in slots]


def _check_size(cells: int, rows: int = 1) -> None:
    if cells * rows > MAX_CELLS:
        raise DocumentLimitError(f"a table spreads to more than {MAX_CELLS:,} cells")


def _fill(slots: list[dict[int, Cell]], at: tuple[int, int], size: tuple[int, int], cell: Cell) -> None:
    for y in range(at[1], at[1] + size[1]):
        for x in range(at[0], at[0] + size[0]):
            slots[y].setdefault(x, cell)


def _span(node: LexborNode, name: str, zero: int = 1) -> int:
    """Read a span as browsers do: nonsense is 1, and a rowspan of 0 reaches to the last row."""
    written = (node.attributes.get(name) or "1").strip()
    if not (written.isascii() and written.isdigit()):
        return 1
    return min(int(written[:6]), _MAX_SPAN) or zero
