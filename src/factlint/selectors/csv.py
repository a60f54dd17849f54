"""Rows of a CSV or TSV file, a spreadsheet or a page's table."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.documents.table import Table, table
from factlint.selectors.rows import RowsSelector


class CsvSelector(RowsSelector):
    """A row of a CSV or TSV file, of a spreadsheet (XLSX, ODS) or of a page's table, found by its values.

    ``where`` narrows the rows. ``column`` is the cell to read; or ``low``, ``high`` and ``bound`` compose
    the words of a bounded figure. With ``date`` the rows are a series, read at the latest row on or before
    the claim's day (a date counts from the first day that it may mean). With ``interval`` the row that
    holds on the day is read: from its first day up to, but not on, its last, so that a successor holds on
    the day of the change. ``many: true`` reads all rows found as one list. The columns ``publisher``,
    ``address``, ``published``, ``as_of``, ``confidence`` and ``note``, where a file has them, say where each
    row comes from. ``header`` is the header's line or row, where a title stands above it. Spreadsheets need the
    extra ``sheets``; ``sheet`` names the sheet where there are several, and what is read is the cell's value,
    not the digits it shows (``13883`` for ``13,883``, ``0.2`` for ``20 %``).

    ```yaml
    select:
      kind: csv
      where: {country: Norland, measure: killed}
      low: low
      high: high
      date: as_of
    ```
    """

    kind: Literal["csv"] = "csv"
    header: int | None = Field(
        None,
        ge=1,
        description="Of a file or sheet, the line or row of the header, where a title stands above.",
    )
    sheet: str = Field("", description="The sheet, or the caption or heading of a page's table.")

    def _table(self, document: Document) -> Table:
        return table(document, self.format, self.sheet, self.header or 1)
