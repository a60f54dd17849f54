"""How lines of text are cut into the cells of tables, and into the names and entries of lists."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import takewhile

MOST = 2000  # lines of a table
_WIDEST = 60  # columns
_LONGEST = 2000  # characters of a line
_LABEL = 80  # characters of an entry's label, and of its value
_WORDS = 8  # of an entry of a list
_FIGURE = re.compile(r"[^\w]{0,3}\d[\d,.\s]{0,20}[^\d]{0,20}$")
_YEARS = re.compile(r"\d{4}\s?[-–—/]\s?(?:\d{2,4}|present|today)?$")
_BLANK = re.compile(r"(?:[-–—.*]{0,3}|n/?a)$", re.IGNORECASE)
_RULE = re.compile(r"[\s|:+=–—-]+$")
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d(?:[-/–]\d\d(?:\d\d)?)?$")
_GAP = re.compile(r" {2,}")
_LABELLED = re.compile(r"([^:()]{1,80}): ([^:()]{1,40}?)(?: \(([^:()]{1,40})\))?$")
_BULLET = re.compile(r"\s{0,8}(?:[-*•–+]|\d{1,2}[.)])\s+(?=\S)")
_ENTRY = re.compile(
    r"([^:|]{1,80}):\s+(\S.*)|([^:|–—]{1,80})\s[–—-]\s(\S.*)|([^()]{1,80}) \(([^()]{1,80})\)$"
)
_CLOSED = (".", "!", "?", "…")

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text that holds anything; ``start`` and ``end`` are its characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make up a table, its header first, or a list, whose header is empty.

    size: how many lines; named: a list of mere names, which stays among the sentences too
    """

    size: int
    table: list[Cells]
    named: bool = False


def block(lines: list[Line], at: int) -> Block | None:
    """Return what begins at a line: a table by the first way of cutting that fits, or else a list."""
    for cut, fewest in _WAYS:
        head = cut(lines[at].text)
        if not 2 <= len(head) <= _WIDEST or not _is_head(head):
            continue
        ruled = at + 1 < len(lines) and cut is _by_pipes and bool(_RULE.match(lines[at + 1].text))
        size, table = _same_width(lines, at, cut, len(head), ruled)
        if is_table(table, fewest) or (ruled and len(table) >= fewest):
            return Block(size, table)
    return _listed(lines, at)


def is_table(table: list[Cells], fewest: int) -> bool:
    """Whether a header without figures stands above rows with some."""
    return len(table) >= fewest and _is_head(table[0]) and any(map(_has_figure, table[1:]))


def _same_width(
    lines: list[Line], at: int, cut: Callable[[str], Cells], width: int, ruled: bool
) -> tuple[int, list[Cells]]:
    table: list[Cells] = []
    size = 0
    for line in lines[at : at + MOST]:
        cells = cut(line.text)
        rule = bool(_RULE.match(line.text))
        if not rule and (len(cells) != width or (table and not ruled and not _has_figure(cells))):
            break
        table += [] if rule else [cells]
        size += 1
    return size, table


def _listed(lines: list[Line], at: int) -> Block | None:
    """Read "- 2011: 71,388", "* **Capacity:** 720 MW", "Founded: 1926" and "- Norwick", line by line."""
    if _BULLET.match(lines[at].text):
        texts = [_BULLET.sub("", line.text, count=1) for line in takewhile(_is_item, lines[at:])]
        entries = [entry for text in texts if (entry := _entry(text))]
        if len(texts) > 1 and len(entries) == len(texts):
            return Block(len(texts), [("", ""), *entries])
        names = [_plain(text) for text in texts]
        short = all(len(name.split()) <= _WORDS and not name.endswith(_CLOSED) for name in names)
        return Block(len(texts), [("",), *((name,) for name in names)], named=True) if short else None
    keyed = [entry for line in takewhile(_is_keyed, lines[at:]) if (entry := _entry(line.text))]
    return Block(len(keyed), [("", ""), *keyed]) if len(keyed) > 1 else None


def _is_item(line: Line) -> bool:
    return bool(_BULLET.match(line.text)) and len(line.text) <= _LONGEST


def _is_keyed(line: Line) -> bool:
    label, mark, value = line.text.partition(":")
    return bool(mark and value.strip()) and len(label.split()) <= 5 and _entry(line.text) is not None


def _entry(text: str) -> Cells | None:
    """Return the label and the value of an entry, both short and no sentences."""
    found = _ENTRY.match(_plain(text)) if len(text) <= _LONGEST else None
    if not found:
        return None
    label, value = (part.strip() for part in found.groups() if part is not None)
    short = len(value) <= _LABEL and len(value.split()) <= _WORDS and not value.endswith(_CLOSED)
    return (label, value) if short and label[:1].isalnum() else None


def _plain(text: str) -> str:
    """Return a line without marks of emphasis and without the stop of an entry."""
    text = text.replace("**", "").replace("__", "").replace("`", "").strip()
    return text[:-1] if text.endswith((";", ",")) or (text.endswith(".") and text[-2:-1].isdigit()) else text


def _is_head(cells: Cells) -> bool:
    return not _is_figure(cells[0]) and all(_is_header(cell) for cell in cells[1:])


def _is_header(cell: str) -> bool:
    return bool(cell.strip()) and (bool(_YEAR.match(cell)) or not _is_figure(cell))


def _is_figure(cell: str) -> bool:
    return bool(_FIGURE.match(cell)) or bool(_YEARS.match(cell.strip()))


def _has_figure(cells: Cells) -> bool:
    return bool(cells[0].strip()) and any(_is_figure(cell) for cell in cells[1:])


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
    if len(line) > _LONGEST or line.rstrip().endswith((*_CLOSED, ";", ",")):
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
    match = _LABELLED.match(line.strip()) if len(line) < 2 * _LABEL else None
    return _stripped(group for group in match.groups() if group is not None) if match else ()


_WAYS: tuple[tuple[Callable[[str], Cells], int], ...] = (
    (_by_pipes, 2),
    (_by_tabs, 2),
    (_by_gaps, 3),
    (_by_marks, 3),
    (_by_colon, 3),
)
"""Each way of cutting a line into cells, and the fewest lines, the header among them, that make a table."""
