"""SQLite databases, queried with an authorizer that allows reading the database itself and nothing else."""

from __future__ import annotations

import sqlite3

from factlint.documents.base import Document
from factlint.documents.detect import looks_like
from factlint.documents.nearest import listed
from factlint.errors import DocumentLimitError, QueryError, UnparseableError

MAX_ROWS = 100_000
MAX_STEPS = 50_000_000
MAX_LENGTH = 10_000_000

_STEPS_A_CALL = 1_000_000
_ALLOWED = (
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_FUNCTION,
    sqlite3.SQLITE_RECURSIVE,
)
_REFUSED_FUNCTIONS = ("load_extension", "fts3_tokenizer", "readfile", "writefile", "edit")


def sqlite_rows(document: Document, query: str) -> tuple[list[str], list[list[str]]]:
    """Run one query on a database and return its columns and its rows as text, NULL as the empty string.

    Raises UnparseableError, QueryError (also for anything but reading) and DocumentLimitError.
    """
    if not document.body.startswith(b"SQLite format 3\x00"):
        seen = looks_like(document)
        raise UnparseableError(f"{document.address} gave {seen} where an SQLite database was expected")
    connection = sqlite3.connect(":memory:")
    try:
        _open(connection, document.body)
        return _run(connection, query)
    finally:
        connection.close()


def _open(connection: sqlite3.Connection, body: bytes) -> None:
    connection.deserialize(body)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_LENGTH)
    connection.set_authorizer(_authorize)
    calls = iter(range(MAX_STEPS // _STEPS_A_CALL))
    connection.set_progress_handler(lambda: next(calls, -1) < 0, _STEPS_A_CALL)


def _run(connection: sqlite3.Connection, query: str) -> tuple[list[str], list[list[str]]]:
    try:
        cursor = connection.execute(query)
        rows = cursor.fetchmany(MAX_ROWS + 1)
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise DocumentLimitError("the query takes more steps than are allowed") from None
        raise QueryError(f"the query can't be run: {error}", hint=_tables(connection)) from None
    except sqlite3.Error as error:
        raise QueryError(f"the query can't be run: {error}", hint="a query may only read") from None
    if len(rows) > MAX_ROWS:
        raise DocumentLimitError(f"the query gives more than {MAX_ROWS:,} rows")
    columns = [name for name, *_ in cursor.description or ()]
    return columns, [[_shown(value) for value in row] for row in rows]


def _tables(connection: sqlite3.Connection) -> str:
    """Return a hint at the tables and views with their columns; "" where they can't be read."""
    try:
        found = connection.execute("SELECT sql FROM sqlite_master WHERE type IN ('table', 'view')").fetchmany(
            9
        )
    except sqlite3.Error:
        return ""
    return f"there is {listed(str(sql) for (sql,) in found)}" if found else "there is no table"


def _authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    if action not in _ALLOWED or (action == sqlite3.SQLITE_FUNCTION and second in _REFUSED_FUNCTIONS):
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def _shown(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)
