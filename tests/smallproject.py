"""A small invented project in a temporary folder, and the command line run on it in-process."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ARTICLE = """\
Northport's population has grown to about 2.1 million, the city said on 4 March 2025.
The new bridge, 1,240 metres long, opened in 2019. Mayor Ada Lund called it "a promise kept".
"""

CLAIMS = """\
version: 1
article: {title: Northport grows, publisher: Harbour Post, published: 2025-03-05, language: en-GB}
claims:
  - id: population
    quote: about 2.1 million
    value: about 2.1 million
    tags: [city]
    references:
      - source: census
        select: {kind: csv, where: {city: Northport}, column: people, date: day}
  - id: bridge-length
    quote: 1,240 metres
    value: 1,240 metres
    tags: [bridge]
    references:
      - source: bridges
        select: {kind: csv, where: {bridge: Harbour}, column: metres}
        unit: m
"""

SOURCES = """\
version: 1
sources:
  census: {publisher: Statistics Norland, kind: file, path: census.csv}
  bridges: {publisher: Roads Agency, kind: file, path: bridges.csv}
"""

CENSUS = "city,day,people\nNorthport,2024-01-01,2083000\nNorthport,2025-01-01,2114000\n"
BRIDGES = "bridge,metres\nHarbour,1240\n"


@dataclass(frozen=True)
class Result:
    """What a command gave."""

    code: int
    out: str
    err: str


class SmallProject:
    """The project's folder, and shorthands to change its files and run commands in it."""

    def __init__(
        self, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.root = root
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        self.write("claims/city.yaml", CLAIMS)
        self.write("claims/sources.yaml", SOURCES)
        self.write("claims/census.csv", CENSUS)
        self.write("claims/bridges.csv", BRIDGES)
        self.write("article.txt", ARTICLE)
        self.write("factlint.yaml", "version: 1\n")
        monkeypatch.chdir(root)
        monkeypatch.setenv("COLUMNS", "120")
        monkeypatch.delenv("CI", raising=False)

    def write(self, name: str, text: str) -> Path:
        """Write a file of the project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace words in a file; they must be there."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def run(self, *arguments: str) -> Result:
        """Run ``factlint`` with these arguments, as its entry point does."""
        from factlint.cli import main

        self._monkeypatch.setattr(sys, "argv", ["factlint", *arguments])
        self._capsys.readouterr()
        code: object = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        told = self._capsys.readouterr()
        return Result(int(code or 0), told.out, told.err)

    def check(self, *arguments: str) -> tuple[int, dict[str, Any]]:
        """Run ``factlint check`` and return its exit code and the claims of its JSON report by id."""
        result = self.run("check", "--format", "json", *arguments)
        assert result.out, result.err
        return result.code, {claim["id"]: claim for claim in json.loads(result.out)["claims"]}

    def on(self, day: str) -> None:
        """Make it this day (``YYYY-MM-DD``) for waivers and reviews."""
        from factlint.cli import session

        self._monkeypatch.setattr(session, "today", lambda: date.fromisoformat(day))

    def git(self, *arguments: str) -> str:
        """Run git in the project, with nothing of this machine's configuration."""
        identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(
            ["git", *identity, "-c", "init.defaultBranch=main", *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def commit(self, message: str = "Change") -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "-qm", message)

    @property
    def lock(self) -> list[str]:
        """The baseline's lines, without its comments."""
        path = self.root / "claims/factlint.lock"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        return [line for line in text.splitlines() if line and not line.startswith("#")]
