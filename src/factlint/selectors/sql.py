"""Rows of a database by a query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.table import Table, under_header
from factlint.selectors.rows import RowsSelector


class SqlSelector(RowsSelector):
    """A row of a query's result, in an SQLite database or a Parquet file.

    The query may only read: it reaches no other file, no network and no setting, and is stopped when it
    takes too long. A Parquet file is the table ``data`` (extra ``sql``, DuckDB's dialect). All else is as
    for kind ``csv``: ``column`` says what is read, ``date`` makes the rows a series.

    ```yaml
    select:
      kind: sql
      query: SELECT day, sum(killed) AS killed FROM events GROUP BY day
      column: killed
      date: day
    ```
    """

    kind: Literal["sql"] = "sql"
    query: str = Field(min_length=6, max_length=10_000, description="The query; it may only read.")

    def _table(self, document: Document) -> Table:
        return document.parsed(f"sql:{self.query}", self._result)

    def _result(self, document: Document) -> Table:
        from factlint.documents.parquet import parquet_rows
        from factlint.documents.sqlite import sqlite_rows

        parquet = detect(document, self.format) == "parquet"
        columns, rows = (parquet_rows if parquet else sqlite_rows)(document, self.query)
        return under_header(_placed(columns, rows), document.address)


def _placed(columns: list[str], rows: list[list[str]]) -> Iterator[tuple[str, list[str]]]:
    yield "the columns", columns
    for number, cells in enumerate(rows, start=1):
        yield f"result row {number}", cells
