"""Parquet files, queried by DuckDB in a child process that can reach nothing but the file's own rows."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factlint.documents.base import Document
from factlint.documents.child import run
from factlint.documents.detect import looks_like
from factlint.errors import DocumentLimitError, MissingExtraError, QueryError, UnparseableError

MAX_ROWS = 100_000
TABLE = "data"

_SETTINGS: dict[str, Any] = {"threads": "1", "memory_limit": "1GB", "autoinstall_known_extensions": "false"}
_LOCK = ("SET enable_external_access = false", "SET lock_configuration = true")


def parquet_rows(document: Document, query: str) -> tuple[list[str], list[list[str]]]:
    """Run one query on the table ``data`` and return its columns and its rows as text.

    Raises UnparseableError, QueryError, DocumentLimitError and MissingExtraError.
    """
    if not document.body.startswith(b"PAR1"):
        seen = looks_like(document)
        raise UnparseableError(f"{document.address} gave {seen} where a Parquet file was expected")
    columns, rows = run("Parquet file", document.body, {"query": query})
    return columns, rows


def parse(body: bytes, options: Mapping[str, str]) -> tuple[list[str], list[list[str]]]:
    """Load the file and run the query in the child process."""
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError("Parquet files need an extra", hint="pip install 'factlint[sql]'") from None
    connection = duckdb.connect(":memory:", config=_SETTINGS)
    try:
        _load(connection, body)
    except duckdb.Error as error:
        raise UnparseableError(f"the Parquet file can't be read: {error}") from None
    try:
        return _run(connection, duckdb, options["query"])
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise QueryError(f"the query can't be run: {reason}", hint=f"the table is '{TABLE}'") from None


def _load(connection: Any, body: bytes) -> None:
    """Copy the rows into memory; from then on no file and no setting is in reach."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "data.parquet")
        path.write_bytes(body)
        connection.execute(f"CREATE TABLE {TABLE} AS SELECT * FROM read_parquet(?)", [str(path)])  # noqa: S608
    for statement in _LOCK:
        connection.execute(statement)


def _run(connection: Any, duckdb: Any, query: str) -> tuple[list[str], list[list[str]]]:
    statements = duckdb.extract_statements(query)
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise QueryError("a query is one SELECT")
    result = connection.execute(statements[0])
    rows = result.fetchmany(MAX_ROWS + 1)
    if len(rows) > MAX_ROWS:
        raise DocumentLimitError(f"the query gives more than {MAX_ROWS:,} rows")
    columns = [column[0] for column in result.description]
    return columns, [["" if value is None else str(value) for value in row] for row in rows]
