"""Where answers are kept between runs: one SQLite file."""

from __future__ import annotations

import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

_SCHEMA = """CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, url TEXT, address TEXT, checked REAL, status INTEGER, headers TEXT, body BLOB,
    via TEXT)"""
_VERSION = 2
_KEEP = 90 * 86400  # seconds after which an answer that nobody asked for again is dropped
_BATCH = 64
_BATCH_BYTES = 4 * 2**20

Fields = tuple[tuple[str, str], ...]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """A successful response after redirects.

    url: as asked for; address: after redirects; both with credentials redacted
    via: the redirects on the way to it, in order and without their content
    checked: when the origin last said that this is current, in seconds since 1970
    """

    url: str
    address: str
    checked: float
    status: int
    headers: Fields
    body: bytes
    via: tuple[Answer, ...] = ()


class Store:
    """Answers by key. Writes are gathered and made in short transactions, so that several runs at once
    don't lock each other out. A damaged or locked file costs its benefit, never the run."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / f"answers-{_VERSION}.sqlite"
        self._lock = Lock()
        self._held: set[str] = set()
        self._pending: dict[str, Answer] = {}
        self._pending_bytes = 0
        self._database: sqlite3.Connection | None = None

    def find(self, key: str) -> Answer | None:
        """Return the answer under ``key``, or ``None``."""
        with self._lock:
            if key in self._pending:
                return self._pending[key]
            if self._database is None and not self._path.exists():
                return None
            try:
                query = "SELECT url, address, checked, status, headers, body, via FROM answers WHERE key = ?"
                row = self._open().execute(query, (key,)).fetchone()
            except sqlite3.Error as error:
                log.warning("the cache can't be read: %s", error)
                return None
        if row is None:
            return None
        via = tuple(
            Answer(url, url, checked, status, _fields(told), b"")
            for url, checked, status, told in json.loads(row[6])
        )
        return Answer(row[0], row[1], row[2], row[3], _fields(json.loads(row[4])), row[5], via)

    def holds(self, key: str) -> bool:
        """Whether the answer under ``key`` was kept in this run."""
        return key in self._held

    def keep(self, key: str, answer: Answer) -> None:
        """Keep an answer under ``key`` in place of what was there."""
        with self._lock:
            self._held.add(key)
            self._pending[key] = answer
            self._pending_bytes += len(answer.body)
            if len(self._pending) >= _BATCH or self._pending_bytes >= _BATCH_BYTES:
                self._flush()

    def close(self) -> None:
        """Write what is pending and close the file."""
        with self._lock:
            if self._pending:
                self._flush(prune=True)
            if self._database is not None:
                self._database.close()
                self._database = None

    def _flush(self, prune: bool = False) -> None:
        rows = [
            (key, a.url, a.address, a.checked, a.status, json.dumps(a.headers), a.body, _via(a))
            for key, a in self._pending.items()
        ]
        newest = max(answer.checked for answer in self._pending.values())
        self._pending.clear()
        self._pending_bytes = 0
        try:
            with self._open() as database:
                database.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
                if prune:
                    database.execute("DELETE FROM answers WHERE checked < ?", (newest - _KEEP,))
        except (sqlite3.Error, OSError) as error:
            self._held.difference_update(row[0] for row in rows)
            log.warning("the cache can't be written: %s", error)

    def _open(self) -> sqlite3.Connection:
        if self._database is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            ignore = self._path.parent / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
            self._database = _connect(self._path)
        return self._database


class NoStore:
    """Keeps nothing."""

    def find(self, key: str) -> Answer | None:
        """Return ``None``."""
        return None

    def holds(self, key: str) -> bool:
        """Return ``False``."""
        return False

    def keep(self, key: str, answer: Answer) -> None:
        """Drop the answer."""

    def close(self) -> None:
        """Do nothing."""


def _via(answer: Answer) -> str:
    return json.dumps([(hop.address, hop.checked, hop.status, hop.headers) for hop in answer.via])


def _fields(told: list[list[str]]) -> Fields:
    return tuple((str(name), str(value)) for name, value in told)


def _connect(path: Path) -> sqlite3.Connection:
    try:
        return _prepare(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        path.unlink()  # not a database: a cache can always be made anew
        return _prepare(path)


def _prepare(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=10, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA cache_size = -256")  # KiB; an answer is read or written once a run
        with database:
            database.execute(_SCHEMA)
    except sqlite3.Error:
        with closing(database):
            raise
    return database
