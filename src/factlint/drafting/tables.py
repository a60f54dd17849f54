"""Where in a table of the text a value stands: the headers of its row and of its column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from factlint.drafting.reading import Article

_RULE = re.compile(r"[\s|:–-]*")
_UNIT = re.compile(r"\(([^()]{1,20})\)\s*$")


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a value in a table: the first cell of its row, and the header of its column; "" if there is none."""

    row: str
    column: str

    @property
    def unit(self) -> str:
        """What the column's header says in brackets at its end ("(£m)")."""
        found = _UNIT.search(self.column)
        return found[1] if found else ""


def cell_of(article: Article, start: int) -> Cell | None:
    """Return the cell that a character lies in; ``None`` outside tables, in headers and in first columns."""
    index = article.block_index(start)
    block = article.blocks[index]
    if not is_row(article, index):
        return None
    above = list(takewhile(lambda at: is_row(article, at), range(index - 1, -1, -1)))
    at = article.text.count("|", block.start, start) - 1
    if not above or at < 1:
        return None
    header, row = _cells(article, above[-1]), _cells(article, index)
    return Cell(row[0], header[at] if at < len(header) else "")


def is_row(article: Article, index: int) -> bool:
    """Whether a block is a line of a table, drawn with bars."""
    block = article.blocks[index]
    return article.text.startswith("|", block.start) and article.text[block.start : block.end].count("|") > 2


def _cells(article: Article, index: int) -> list[str]:
    """Return the cells of a line, without their marks of emphasis."""
    block = article.blocks[index]
    if _RULE.fullmatch(article.text, block.start, block.end):
        return []
    inner = article.text[block.start : block.end].strip().strip("|")
    return [" ".join(cell.replace("*", "").replace("_", " ").split()) for cell in inner.split("|")]
