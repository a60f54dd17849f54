"""Keep runs in SQLite: one row a run, one a claim in it, one a reference of a claim.

It is a memory for people and for patience with sources. A check needs nothing of it, and it changes nothing
in a report but how long a source has failed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from factlint.baseline.memory import Key, Memory, Said
from factlint.baseline.patience import outage
from factlint.errors import HistoryError
from factlint.project.private import make_folder
from factlint.results import ClaimResult, Evidence, Failure, Report

VERSION = 1
KEPT = 1000
MOST = 1_000_000
"""Runs that are kept, and readings in them; the oldest go first."""

_SCHEMA = """
CREATE TABLE runs (
  id INTEGER PRIMARY KEY, started TEXT NOT NULL, profile TEXT NOT NULL, tool TEXT NOT NULL,
  exit_code INTEGER NOT NULL, whole INTEGER NOT NULL
);
CREATE TABLE claims (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, claim TEXT NOT NULL, claimed TEXT NOT NULL,
  verdict TEXT NOT NULL, outdated INTEGER NOT NULL, accepted INTEGER NOT NULL, waived TEXT NOT NULL,
  PRIMARY KEY (run, claim)
) WITHOUT ROWID;
CREATE TABLE readings (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE, claim TEXT NOT NULL, reference TEXT NOT NULL,
  stage TEXT NOT NULL, said TEXT NOT NULL, low TEXT, high TEXT, unit TEXT NOT NULL, as_of TEXT NOT NULL,
  outcome TEXT NOT NULL, least TEXT, most TEXT, sha256 TEXT NOT NULL,
  PRIMARY KEY (run, claim, reference)
) WITHOUT ROWID;
CREATE INDEX by_claim ON readings (claim, reference, run);
CREATE TABLE latest (
  profile TEXT NOT NULL, claim TEXT NOT NULL, reference TEXT NOT NULL,
  claimed TEXT NOT NULL, outcome TEXT NOT NULL, failing INTEGER NOT NULL,
  PRIMARY KEY (profile, claim, reference)
) WITHOUT ROWID;
"""

_LATEST = "INSERT INTO latest VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
_ANSWERED = _LATEST + "claimed = excluded.claimed, outcome = excluded.outcome, failing = 0"
_FAILED = _LATEST + "failing = iif(excluded.failing, failing + 1, 0)"


@dataclass(frozen=True, slots=True)
class Run:
    """One check. ``whole``: of all claims, not of chosen ones."""

    id: int
    started: str
    profile: str
    tool: str
    exit_code: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reference gave in one run: a value with what the claim accepted, or why there was none.

    stage: "" for evidence, else the stage that failed, and ``said`` why
    low, high, least, most: exact decimals (found; accepted) or ``None``
    """

    run: int
    started: str
    claim: str
    reference: str
    verdict: str
    stage: str
    said: str
    low: str | None
    high: str | None
    unit: str
    as_of: str
    outcome: str
    least: str | None
    most: str | None
    sha256: str


class History:
    """A project's history; the file is made when the first run is recorded."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def memory(self, profile: str) -> Memory:
        """Return what a check under ``profile`` remembers. Raises HistoryError."""
        if not self._path.exists():
            return Memory()
        with self._open() as base:
            rows = base.execute(
                "SELECT claim, reference, claimed, outcome, failing FROM latest WHERE profile = ?", (profile,)
            ).fetchall()
        failing: dict[Key, int] = {(row[0], row[1]): row[4] for row in rows if row[4]}
        return Memory(failing, {(row[0], row[1]): Said(row[2], row[3]) for row in rows if row[3]})

    def record(self, report: Report, *, whole: bool) -> int:
        """Add a run and return its number. Raises HistoryError."""
        make_folder(self._path.parent)
        run = (report.generated, report.profile, report.tool, report.exit_code, whole)
        with self._open() as base:
            added = base.execute(
                "INSERT INTO runs (started, profile, tool, exit_code, whole) VALUES (?, ?, ?, ?, ?)", run
            )
            number = added.lastrowid or 0
            base.executemany(
                "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)",
                (_claim(number, one) for one in report.claims),
            )
            rows = [row for one in report.claims for row in _readings(number, one)]
            base.executemany(f"INSERT INTO readings VALUES ({', '.join('?' * 13)})", rows)  # noqa: S608
            for claim in report.claims:
                _remember(base, report.profile, claim)
            kept = min(KEPT, MOST // max(len(rows), 1))
            base.execute("DELETE FROM runs WHERE id <= ?", (number - max(kept, 2),))
        return number

    def runs(self) -> list[Run]:
        """Return every run, oldest first. Raises HistoryError."""
        if not self._path.exists():
            return []
        with self._open() as base:
            rows = base.execute("SELECT id, started, profile, tool, exit_code, whole FROM runs ORDER BY id")
            return [Run(*row) for row in rows]

    def run(self, number: int) -> Run:
        """Return one run. Raises HistoryError for one that isn't there."""
        found = next((run for run in self.runs() if run.id == number), None)
        if found is None:
            raise HistoryError(f"the history holds no run {number}", hint="factlint history lists them")
        return found

    def readings(self, *, claim: str | None = None, run: int | None = None) -> list[Reading]:
        """Return the readings of a claim or of a run, oldest first. Raises HistoryError."""
        if not self._path.exists():
            return []
        with self._open() as base:
            rows = base.execute(
                "SELECT r.run, started, r.claim, reference, verdict, stage, said, low, high, unit, as_of, outcome,"
                " least, most, sha256 FROM readings AS r JOIN runs ON runs.id = r.run"
                " JOIN claims AS c ON c.run = r.run AND c.claim = r.claim"
                " WHERE (?1 IS NULL OR r.claim = ?1) AND (?2 IS NULL OR r.run = ?2)"
                " ORDER BY r.run, r.claim, reference",
                (claim, run),
            )
            return [Reading(*row) for row in rows]

    def verdicts(self, run: int) -> dict[str, str]:
        """Return the verdicts of a run by claim, with ``, outdated`` where so. Raises HistoryError."""
        with self._open() as base:
            rows = base.execute("SELECT claim, verdict, outdated FROM claims WHERE run = ?", (run,))
            return {name: f"{verdict}, outdated" if outdated else verdict for name, verdict, outdated in rows}

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection in a transaction, the tables made where there are none."""
        try:
            base = sqlite3.connect(self._path, timeout=30, isolation_level=None)
        except sqlite3.Error as error:
            raise self._broken(error) from None
        try:
            base.execute("PRAGMA foreign_keys = ON")
            base.execute("BEGIN IMMEDIATE")
            self._prepare(base)
            yield base
            base.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._broken(error) from None
        finally:
            base.close()

    def _prepare(self, base: sqlite3.Connection) -> None:
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            for statement in _SCHEMA.split(";"):
                base.execute(statement)
            base.execute(f"PRAGMA user_version = {VERSION}")
        elif version != VERSION:
            raise HistoryError(f"{self._path.name} was written by another version of factlint ({version})")

    def _broken(self, error: sqlite3.Error) -> HistoryError:
        return HistoryError(f"{self._path.name}: {error}", hint="delete it, or run with --no-history")


def _claim(run: int, claim: ClaimResult) -> tuple[object, ...]:
    flags = (claim.outdated, claim.accepted, claim.waived)
    return run, claim.id, claim.claimed.text, claim.verdict.value, *flags


def _readings(run: int, claim: ClaimResult) -> Iterator[tuple[object, ...]]:
    for one in claim.evidence:
        yield run, claim.id, one.reference, *_evidence(one)
    for failure in claim.failures:
        yield run, claim.id, failure.reference, *_failure(failure)


def _remember(base: sqlite3.Connection, profile: str, claim: ClaimResult) -> None:
    """Update what each reference last said, and for how many runs it has failed."""
    key = (profile, claim.id)
    said = [(*key, one.reference, claim.claimed.text, one.outcome, 0) for one in claim.evidence]
    base.executemany(_ANSWERED, said)
    silent = [one for one in claim.failures if one.stage != "fetch" or outage(one)]
    base.executemany(_FAILED, [(*key, one.reference, "", "", outage(one)) for one in silent])


def _evidence(one: Evidence) -> tuple[object, ...]:
    found, (least, most) = one.found, one.accepts or (None, None)
    value = (found.text, found.low, found.high, found.unit, one.passage.as_of, one.outcome)
    return "", *value, least, most, one.document.sha256


def _failure(one: Failure) -> tuple[object, ...]:
    return one.stage, f"{one.code} {one.message}", None, None, "", "", "", None, None, ""
