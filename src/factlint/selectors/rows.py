"""What the selectors of rows share: which row, at which day, and which of its cells."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Self

from pydantic import Field, model_validator

from factlint.documents.base import Document
from factlint.documents.nearest import did_you_mean, listed, shortened
from factlint.documents.table import Row, Table
from factlint.errors import NoMatchError
from factlint.selectors.base import Day, Passage, Provenance
from factlint.selectors.dates import OPEN, changes, covers, edtf, start_of
from factlint.selectors.series import SeriesSelector

_INTERVAL = "interval"
_PROVENANCE = ("publisher", "address", "published", "confidence", "note")
_CONTEXT = 300
_FEW = 3


class RowsSelector(SeriesSelector):
    """Base of the kinds that find rows by the values of their columns."""

    where: dict[str, str] = Field(default_factory=dict, description="Columns and the values they must have.")
    column: str = Field("", description="The column to read; 'interval' reads the validity interval itself.")
    low: str = Field("", description="The column of the lower bound, read together with 'high'.")
    high: str = Field("", description="The column of the upper bound.")
    bound: str = Field("", description="The column of the words that qualify it: around, at least, up to …")
    date: str = Field("", description="The column of the date: the latest row on or before the day is read.")
    interval: tuple[str, str] | None = Field(None, description="The columns from which to which a row holds.")
    missing: tuple[str, ...] = Field((), description="Cells that mean 'no value', besides empty ones.")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if bool(self.column) == bool(self.low or self.high):
            raise ValueError("give either 'column', or 'low' and 'high', to say what is read")
        if self.date and self.interval:
            raise ValueError("give either 'date' or 'interval', not both")
        if self.cumulative and not self.date:
            raise ValueError("'cumulative' needs the 'date' column")
        return self

    @property
    def dated(self) -> bool:
        """Whether the rows have dates."""
        return bool(self.date or self.interval)

    @property
    def _is_series(self) -> bool:
        return bool(self.date)

    @abstractmethod
    def _table(self, document: Document) -> Table:
        """Return the document as rows."""

    def find(self, document: Document, at: Day | None) -> Passage:
        """Find the row, or with ``many`` the rows, and read its value."""
        table = self._table(document)
        if not table.rows:
            raise NoMatchError(f"{document.address}: there are no rows")
        self._check_columns(table)
        every = [(row, self._passage(row)) for row in self._matching(table)]
        found = [pair for pair in every if pair[1].text not in ("", *self.missing)]
        if not found:
            there = listed((passage.context for _, passage in every), most=1)
            raise NoMatchError(f"the rows found have no value in {self._columns()}", hint=f"there is {there}")
        valid = self._valid(found, at) if self.interval else [passage for _, passage in found]
        return self._settled(valid, at, "the rows found have", self._narrower([row for row, _ in found]))

    def _narrower(self, rows: Sequence[Row]) -> str:
        """Hint at the columns by which rows can be told apart, those with the fewest values first."""
        own = (*self.where, *(self.interval or ()), *_PROVENANCE, self.column, self.low, self.high, self.date)
        told = {name: dict.fromkeys(row.cells.get(name, "") for row in rows) for name in rows[0].cells}
        apart = [name for name, values in told.items() if name not in own and len(values) > 1]
        few = sorted(apart, key=lambda name: len(told[name]))[:_FEW]
        some = "; ".join(f"{name} is {listed(told[name], most=3)}" for name in few)
        dated = "" if self.dated else ", or say 'date' or 'interval'"
        return f"narrow 'where'{f' ({some})' if some else ''}{dated}"

    def _check_columns(self, table: Table) -> None:
        read = (self.column, self.low, self.high, self.bound, self.date)
        for name in (*self.where, *(self.interval or ()), *read):
            if name and name not in table.columns and not self._is_interval(name):
                raise NoMatchError(f"there is no column '{name}'", hint=did_you_mean(name, table.columns))

    def _matching(self, table: Table) -> Sequence[Row]:
        rows: Sequence[Row] = table.rows
        for number, (name, wanted) in enumerate(self.where.items()):
            matching = (
                [row for row in rows if row.cells.get(name, "") == wanted]
                if number
                else table.having(name, wanted)
            )
            if not matching:
                hint = did_you_mean(wanted, (row.cells.get(name, "") for row in rows))
                raise NoMatchError(f"no row has {name} = '{wanted}'", hint=hint)
            rows = matching
        return rows

    def _valid(self, found: list[tuple[Row, Passage]], at: Day | None) -> list[Passage]:
        """Keep the rows that hold on the day; without a day, after the last change of all.

        An interval that is read itself needn't hold then: what is over or still to come is an answer too.
        """
        spans = [self._span(row) for row, _ in found]
        days = [at] if at else [changes(spans)[-1], max(start_of(first) for first, _ in spans)]
        for day in days:
            valid = [pair[1] for pair, span in zip(found, spans, strict=True) if covers(span, day)]
            if valid:
                return valid
        if self._is_interval(self.column):
            return _last_begun(found, spans, at)
        held = listed(f"{passage.text} ({passage.as_of})" for _, passage in found)
        raise NoMatchError(f"no row holds on {at}", hint=f"there are {held}")

    def _passage(self, row: Row) -> Passage:
        return Passage(
            text=self._text(row),
            context=_context(row),
            locator=f"{row.place}, {self._columns()}",
            as_of=self._day(row),
            provenance=Provenance(**{name: row.cells.get(name, "") for name in _PROVENANCE}),
        )

    def _text(self, row: Row) -> str:
        if self._is_interval(self.column) and self.column not in row.cells:
            return "/".join(self._span(row))
        bound = row.cells.get(self.bound, "")
        if self.column:
            value = row.cells.get(self.column, "")
            return f"{bound} {value}".strip() if value else ""
        return _bounded(row.cells.get(self.low, ""), row.cells.get(self.high, ""), bound)

    def _day(self, row: Row) -> str:
        if self.interval:
            span = self._span(row)
            return "/".join(span) if span != (OPEN, OPEN) else ""
        if self.date:
            return row.cells.get(self.date, "")
        told = row.cells.get("as_of", "")
        return edtf(told, self.date_order, f"{row.place}, column as_of") if told else ""

    def _span(self, row: Row) -> tuple[str, str]:
        first, last = (row.cells.get(name, "") for name in self.interval or ("", ""))
        return edtf(first, self.date_order, row.place), edtf(last, self.date_order, row.place)

    def _is_interval(self, name: str) -> bool:
        return self.interval is not None and name == _INTERVAL

    def _columns(self) -> str:
        names = [name for name in (self.column, self.low, self.high) if name]
        return f"column {names[0]}" if len(names) == 1 else f"columns {' and '.join(names)}"


def _last_begun(
    found: list[tuple[Row, Passage]], spans: list[tuple[str, str]], at: Day | None
) -> list[Passage]:
    """Return what began last by the day, or, where nothing had begun, what begins first."""
    starts = [start_of(first) for first, _ in spans]
    begun = [start for start in starts if at is None or start <= at]
    wanted = max(begun) if begun else min(starts)
    return [passage for (_, passage), start in zip(found, starts, strict=True) if start == wanted]


def _bounded(low: str, high: str, bound: str) -> str:
    """Compose the words of a bounded value, such as ``60,000 to 100,000`` or ``up to 250,000``."""
    if low and high and low != high:
        return f"{bound} {low} to {high}".strip()
    figure = low or high
    words = bound or ("" if low and high else "at least" if low else "up to")
    return f"{words} {figure}".strip() if figure else ""


def _context(row: Row) -> str:
    cells = (f"{name}: {value}" for name, value in row.cells.items() if value and name not in _PROVENANCE)
    return shortened("; ".join(cells), _CONTEXT)
