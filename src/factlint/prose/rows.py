"""Tables in passages: lines of cells under a header, and those of a page, as rows that figures are read from."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from factlint.documents.base import Document
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Token
from factlint.values.base import Reading

MOST = 2000  # rows of a passage
_WIDEST = 60  # columns
_LONGEST = 2000  # characters of a line
_CAPTION = 160
_FIGURE = re.compile(r"[^\w]{0,3}\d[\d,.\s]{0,20}[^\d]{0,20}$")
_BLANK = re.compile(r"(?:[-–—.*]{0,3}|n/?a)$", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+=–—-]+$")
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d(?:[-/–]\d\d(?:\d\d)?)?$")
_GAP = re.compile(r" {2,}")
_LABELLED = re.compile(r"([^:()]{1,80}): ([^:()]{1,40}?)(?: \(([^:()]{1,40})\))?$")
_CLOSED = (".", "!", "?", "…", ";", ",")

Cells = tuple[str, ...]


@dataclass(eq=False)
class Row(Sentence):
    """One row of a table; it holds no words of its own for what reads sentences.

    label: the first cell; corner: the header above it; cells: each column's header with the row's cell
    """

    label: str = ""
    corner: str = ""
    caption: str = ""
    cells: tuple[tuple[str, str], ...] = field(default=())

    @cached_property
    def readings(self) -> list[Reading]:
        """None: a row is read cell by cell."""
        return []

    @cached_property
    def tokens(self) -> list[Token]:
        """None: a row is no sentence."""
        return []


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


def of_text(text: str, source: int) -> tuple[str, list[Row]]:
    """Return a text with its tables blanked out, character for character, and their rows."""
    found: list[Row] = []
    lines = list(_lines(text))
    at = 0
    while at < len(lines) and len(found) < MOST:
        block = _block(lines, at)
        if block is None:
            at += 1
            continue
        size, table = block
        caption = lines[at - 1] if at and _is_caption(lines[at - 1].text) else None
        first = caption or lines[at]
        made = list(_rows(table, caption.text if caption else "", first.start, source))
        found += made
        stop = lines[at + size - 1].end
        text = text[: first.start] + "\n\n" + " " * (stop - first.start - 2) + text[stop:]
        at += size
    return text, found


def of_page(document: Document, source: int) -> list[Row]:
    """Return the rows of an HTML page's tables, spans spread out. Raises what parsing a page raises (FL2xx)."""
    from factlint.documents.grid import grids

    found: list[Row] = []
    for grid in grids(document):
        table = [tuple(cell.text for cell in row) for row in grid.rows]
        if grid.head == 1 and len(table) > 1 and _is_table(table, 2) and len(found) < MOST:
            found += _rows(table, grid.caption or grid.heading, 0, source)
    return found


def _lines(text: str) -> Iterator[_Line]:
    """Yield the lines that hold anything."""
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield _Line(at, at + len(line.rstrip()), line.strip("\r\n"))
        at += len(line)


def _block(lines: list[_Line], at: int) -> tuple[int, list[Cells]] | None:
    """Return how many lines from ``at`` make up a table, and its cells, by the first way of cutting that fits."""
    for cut, fewest in _WAYS:
        head = cut(lines[at].text)
        if not 2 <= len(head) <= _WIDEST or not _is_head(head):
            continue
        size, table = _same_width(lines, at, cut, len(head))
        if _is_table(table, fewest):
            return size, table
    return None


def _same_width(
    lines: list[_Line], at: int, cut: Callable[[str], Cells], width: int
) -> tuple[int, list[Cells]]:
    table: list[Cells] = []
    size = 0
    for line in lines[at : at + MOST]:
        cells = cut(line.text)
        rule = bool(_RULE.match(line.text))
        if not rule and (len(cells) != width or (table and not _has_figure(cells))):
            break
        table += [] if rule else [cells]
        size += 1
    return size, table


def _is_table(table: list[Cells], fewest: int) -> bool:
    """Whether a header without figures stands above rows with some."""
    return len(table) >= fewest and _is_head(table[0]) and any(map(_has_figure, table[1:]))


def _is_head(cells: Cells) -> bool:
    return not _is_figure(cells[0]) and all(_is_header(cell) for cell in cells[1:])


def _is_header(cell: str) -> bool:
    return bool(cell.strip()) and (bool(_YEAR.match(cell)) or not _is_figure(cell))


def _is_figure(cell: str) -> bool:
    return bool(_FIGURE.match(cell))


def _has_figure(cells: Cells) -> bool:
    return bool(cells[0].strip()) and any(_is_figure(cell) for cell in cells[1:])


def _is_caption(line: str) -> bool:
    line = line.strip()
    return len(line) < _CAPTION and not line.endswith(_CLOSED) and "|" not in line and "\t" not in line


def _rows(table: list[Cells], caption: str, start: int, source: int) -> Iterator[Row]:
    head = table[0]
    for cells in table[1:]:
        told = tuple(zip(head[1:], cells[1:], strict=True))
        text = "; ".join(f"{name}: {cell}" for name, cell in told if cell)
        yield Row(
            text=f"{cells[0]} — {text}",
            start=start,
            source=source,
            label=cells[0],
            corner=head[0],
            caption=caption.strip(" :|"),
            cells=told,
        )


def _stripped(cells: Iterable[str]) -> Cells:
    return tuple(cell.strip(" *_`") for cell in cells)


def _by_pipes(line: str) -> Cells:
    if "|" not in line or len(line) > _LONGEST:
        return ()
    return _stripped(line.strip().removeprefix("|").removesuffix("|").split("|"))


def _by_tabs(line: str) -> Cells:
    return _stripped(line.split("\t")) if "\t" in line and len(line) <= _LONGEST else ()


def _by_gaps(line: str) -> Cells:
    """Cut at two spaces and more; all cells but the first are single figures, or those of a header."""
    if "  " not in line.strip() or len(line) > _LONGEST:
        return ()
    return _stripped(_GAP.split(line.strip()))


def _by_marks(line: str) -> Cells:
    """Cut at commas or semicolons that part single words and figures, and no sentence."""
    if len(line) > _LONGEST or line.rstrip().endswith(_CLOSED):
        return ()
    mark = ";" if ";" in line else ","
    try:
        cells = _stripped(next(csv.reader([line], delimiter=mark, skipinitialspace=True), []))
    except csv.Error:
        return ()
    figures = list(takewhile(lambda cell: _is_figure(cell) or _BLANK.match(cell), reversed(cells)))
    plain = all(len(cell.split()) <= 3 for cell in cells)
    return cells if plain and len(figures) in (0, len(cells) - 1) and len(cells) > 2 else ()


def _by_colon(line: str) -> Cells:
    """Read "Party: seats (change)" and "Coastal List: 41 (+9)"."""
    match = _LABELLED.match(line.strip()) if len(line) < _CAPTION else None
    return _stripped(group for group in match.groups() if group is not None) if match else ()


_WAYS: tuple[tuple[Callable[[str], Cells], int], ...] = (
    (_by_pipes, 2),
    (_by_tabs, 2),
    (_by_gaps, 3),
    (_by_marks, 3),
    (_by_colon, 3),
)
"""Each way of cutting a line into cells, and the fewest lines, the header among them, that make a table."""
