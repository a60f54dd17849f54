"""Tables and lists in passages: lines of cells under a header, entries, those of a page, as rows that are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from factlint.documents.base import Document
from factlint.prose.cutting import MOST, Block, Cells, Line, block, is_table
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Token
from factlint.values.base import Reading

_CAPTION = 160
_AROUND = 900  # characters of a text that say what its table is about
_NUMBERING = frozenset(("rank", "ranking", "position", "pos", "place", "#", "no", "nr", "standing", ""))
_CLOSED = (".", "!", "?", "…", ";", ",")
_LAST = re.compile(r"(?:.*[.!?]\s+)?(.+)$", re.DOTALL)


@dataclass(eq=False)
class Table:
    """A table or a list: what it is told to be of, its header, its rows.

    caption: the line above it; heading: the title of its section; around: the text that it stands in
    corner: the header above the labels; header: those of the other columns; named: its rows are mere names
    """

    caption: str = ""
    heading: str = ""
    around: str = ""
    corner: str = ""
    header: Cells = ()
    named: bool = False
    rows: list[Row] = field(default_factory=list)


@dataclass(eq=False)
class Row(Sentence):
    """One row of a table; it holds no words of its own for what reads sentences.

    label: the first cell; cells: each column's header with the row's cell
    """

    label: str = ""
    cells: tuple[tuple[str, str], ...] = field(default=())
    table: Table = field(default_factory=Table)

    @cached_property
    def readings(self) -> list[Reading]:
        """None: a row is read cell by cell."""
        return []

    @cached_property
    def tokens(self) -> list[Token]:
        """None: a row is no sentence."""
        return []


def of_text(text: str, source: int) -> tuple[str, list[Row]]:
    """Return a text with its tables blanked out, character for character, and their rows."""
    found: list[Row] = []
    left = text
    lines = list(_lines(text))
    at = 0
    while at < len(lines) and len(found) < MOST:
        cut = block(lines, at)
        if cut is None:
            at += 1
            continue
        start, table = _titled(lines, at, cut)
        stop = lines[at + cut.size - 1].end
        table.around = (
            text[max(0, start - 2 * _AROUND // 3) : start] + "\n" + text[stop : stop + _AROUND // 3]
        )
        found += _rows(table, cut.table, start, source)
        if not cut.named:
            left = left[:start] + "\n\n" + " " * (stop - start - 2) + left[stop:]
        at += cut.size
    return left, found


def _titled(lines: list[Line], at: int, cut: Block) -> tuple[int, Table]:
    """Return where a table begins, its caption included, and the table without its rows."""
    head = cut.table[0]
    table = Table(corner=head[0], header=head[1:], named=cut.named)
    table.heading = next((line.text.strip(" #*") for line in reversed(lines[:at]) if _is_title(line)), "")
    above = lines[at - 1] if at else None
    if above is None or not _is_caption(above.text):
        return lines[at].start, table
    last = _LAST.match(above.text)
    table.caption = (last[1] if last else above.text).strip(" :|#*_")
    return above.end - len(last[1].rstrip()) if last else above.start, table


def _is_title(line: Line) -> bool:
    return line.text.lstrip().startswith("#") or (
        line.text.startswith("**") and line.text.rstrip().endswith("**")
    )


def of_page(document: Document, source: int) -> list[Row]:
    """Return the rows of an HTML page's tables, spans spread out. Raises what parsing a page raises (FL2xx)."""
    from factlint.documents.grid import grids

    found: list[Row] = []
    for grid in grids(document):
        cells = [tuple(cell.text for cell in row) for row in grid.rows]
        if grid.head == 1 and len(cells) > 1 and is_table(cells, 2) and len(found) < MOST:
            made = Table(grid.caption or grid.heading, grid.heading, "", cells[0][0], cells[0][1:])
            found += _rows(made, cells, 0, source)
    return found


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold anything."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Line(at, at + len(line.rstrip()), line.strip("\r\n"))
        at += len(line)


def _is_caption(line: str) -> bool:
    """Whether a line may be what a table is called: short and no sentence, or the last words before a colon."""
    line = line.strip()
    plain = "|" not in line and "\t" not in line
    return plain and (line.endswith(":") or (len(line) < _CAPTION and not line.endswith(_CLOSED)))


def _is_numbered(lines: list[Cells]) -> bool:
    """Whether the first column only numbers the rows, and what they are of stands in the second."""
    plain = len(lines[0]) > 1 and lines[0][0].strip(". ").lower() in _NUMBERING
    return plain and all(cells[0].strip(". ").isdigit() and not cells[1][:1].isdigit() for cells in lines[1:])


def _rows(table: Table, lines: list[Cells], start: int, source: int) -> list[Row]:
    if _is_numbered(lines):
        lines = [(cells[1], cells[0], *cells[2:]) for cells in lines]
        table.corner, table.header = lines[0][0], lines[0][1:]
    for cells in lines[1:]:
        told = tuple(zip(table.header, cells[1:], strict=True))
        text = "; ".join(f"{name}: {cell}" if name else cell for name, cell in told if cell)
        printed = f"{cells[0]} — {text}" if text else cells[0]
        table.rows.append(Row(printed, start=start, source=source, label=cells[0], cells=told, table=table))
    return table.rows
