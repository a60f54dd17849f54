"""The row of a table that speaks of a claim, with the selector that reads its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factlint.documents.base import Document
from factlint.documents.table import Row, table
from factlint.errors import FactlintError
from factlint.prose.passages import terms
from factlint.selectors.csv import CsvSelector
from factlint.values import read
from factlint.values.base import DateValue, Quantity, Value

LEAST_SHARED = 3  # terms that a row and its header have in common with a claim
_LONGEST_ROW = 400


@dataclass(frozen=True, slots=True)
class Cell:
    """A row in one line, the cell of it that may hold what is claimed, and the selector of that cell.

    text: "" where no cell holds such a value; select: "" where the row isn't told from the others
    """

    row: str
    text: str = ""
    select: CsvSelector | None = None

    @property
    def selector(self) -> str:
        """The selector as YAML on one line."""
        if self.select is None:
            return ""
        from yaml import safe_dump

        told = {"kind": "csv", "where": dict(self.select.where), "column": self.select.column}
        return str(safe_dump(told, default_flow_style=True, sort_keys=False, width=1_000_000)).strip()


def cell_for(document: Document, wanted: frozenset[str], value: Value, day: str = "") -> Cell | None:
    """Return the row of the document's table that shares most terms with a claim, if it shares enough.

    day: the claim's own day, which decides between rows that share as many
    """
    rows = table(document).rows
    best = max(rows, key=lambda row: (len(_row_terms(row) & wanted), day in row.cells.values()), default=None)
    if best is None or len(_row_terms(best) & wanted) < LEAST_SHARED:
        return None
    shown = ", ".join(f"{name}: {said}" for name, said in best.cells.items() if said)[:_LONGEST_ROW]
    column = _column(best, wanted, value)
    if not column:
        return Cell(shown)
    return Cell(shown, best.cells[column], _selector(document, best, column, wanted))


def _row_terms(row: Row) -> set[str]:
    return terms(" ".join(f"{name} {said}" for name, said in row.cells.items()))


def _column(row: Row, wanted: frozenset[str], value: Value) -> str:
    """Return the column whose cell has the claim's type: the one whose name the claim speaks of, else the only one."""
    fitting = [name for name, said in row.cells.items() if _is_like(said, value)]
    named = [name for name in fitting if terms(name) & wanted]
    chosen = named if len(named) == 1 else fitting
    return chosen[0] if len(chosen) == 1 else ""


def _is_like(said: str, value: Value) -> bool:
    kind = "quantity" if isinstance(value, Quantity) else "date" if isinstance(value, DateValue) else ""
    try:
        return bool(kind and said) and isinstance(read(said, like=kind), type(value))
    except FactlintError:
        return False


def _selector(document: Document, row: Row, column: str, wanted: frozenset[str]) -> CsvSelector | None:
    """Return the selector of a cell: by the cells that the claim speaks of, then by more, until the row is alone."""
    others = [name for name, said in row.cells.items() if said and name != column]
    spoken = [name for name in others if terms(row.cells[name]) & wanted]
    where: dict[str, str] = {}
    for name in [*spoken, *(name for name in others if name not in spoken)]:
        where[name] = row.cells[name]
        if _is_alone(document, where):
            return CsvSelector(where=where, column=column)
    return None


def _is_alone(document: Document, where: Mapping[str, str]) -> bool:
    (first, said), *rest = where.items()
    found = table(document).having(first, said)
    return sum(all(row.cells.get(name) == cell for name, cell in rest) for row in found) == 1
