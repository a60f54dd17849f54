"""Pages of documentation as sessions: their files are written and their commands run, in order, in one folder.

A fence with ``title="claims/city.yaml"``, or a first line ``# claims/city.yaml``, is that file of the project;
``…, with a slip`` after the name says that ``factlint validate`` must find a fault in it. A YAML fence that is
a list of claims takes the place of the project's claims; one of other keys belongs to a claim or a reference.
A line ``$ command`` of a console fence is run; lines under it are what it prints, where ``…`` stands for
anything. It must end 0 unless ``; echo $?`` shows another code.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from factlint.project.claims import Claim
from factlint.project.references import Reference
from smallproject import SmallProject

ROOT = Path(__file__).parents[1]
GUIDES = sorted((ROOT / "docs").glob("*.md"))

_FENCE = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"^# ([\w./-]+\.\w+)(, with a slip)?$")
_NEEDS_NETWORK = re.compile(r"(pip|pipx|pre-commit) install ")
_CLAIMS = "claims/northport.yaml"


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, the file it is (``""`` for none), whether it has a slip, and its text."""

    language: str
    file: str
    faulty: bool
    text: str


def blocks(page: str) -> list[Block]:
    """Return the fenced blocks of a page of Markdown."""
    return [_block(*found) for found in _FENCE.findall(page)]


def _block(language: str, title: str, text: str) -> Block:
    named = _NAMED.match(text.partition("\n")[0])
    file = title or (named[1] if named else "")
    return Block(language, file, bool(named and named[2]), text)


class Session:
    """A folder, with the commands and files of one page."""

    def __init__(self, project: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project = project
        self.here = project.root
        self._monkeypatch = monkeypatch

    def follow(self, block: Block) -> None:
        """Do what a block shows."""
        if block.language == "console":
            self._console(block.text)
        elif block.language in ("sh", "bash") and not block.file:
            done = self._shell(block.text)
            assert done.returncode == 0, done.stderr
        elif block.file:
            self._write(block)
        elif block.language == "yaml":
            self._fragment(block.text)
        else:
            assert block.language in ("text", "json", "diff"), f"nothing runs a {block.language} block"

    def enter(self, folder: str) -> None:
        """Change to a folder, as ``cd`` does."""
        self.here = self.here / folder
        self._monkeypatch.chdir(self.here)

    def _write(self, block: Block) -> None:
        path = self.here / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        if path.suffix == ".yaml":
            told = self.project.run("validate")
            assert (told.code != 0) == block.faulty, told.out + told.err

    def _fragment(self, text: str) -> None:
        held = yaml.load(text, yaml.BaseLoader)
        if isinstance(held, list):
            file = self.here / _CLAIMS
            head = file.read_text(encoding="utf-8").partition("\nclaims:\n")[0]
            head = re.sub(r"\n  file: .*", "", head)  # the claims are of an article that isn't shown
            file.write_text(f"{head}\nclaims:\n{text}", encoding="utf-8")
            told = self.project.run("validate")
            assert told.code == 0, told.out
            return
        of_claim = {"id": "shown", "quote": "about 2 million", "value": "about 2 million"}
        if set(held) <= set(Reference.model_fields):
            held = {"references": [{"source": "census", **held}]}
        Claim.model_validate(of_claim | held)

    def _console(self, text: str) -> None:
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            printed = self._run(command)
            if shown.strip():
                assert _pattern(shown).fullmatch(printed), f"$ {command}\n{printed}\nisn't as shown:\n{shown}"

    def _run(self, command: str) -> str:
        if _NEEDS_NETWORK.match(command):
            return ""
        if command.startswith("make "):
            assert re.search(rf"^{command.split()[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE)
            return ""
        if command.startswith("cd "):
            self.enter(command[3:])
            return ""
        command, _, shows_code = (
            command.partition("; echo $?") if "; echo $?" in command else (command, "", None)
        )
        if command.startswith("factlint "):
            done = self.project.run(*shlex.split(command, comments=True)[1:])
            code, printed = done.code, done.out + done.err
        else:
            ended = self._shell(command)
            code, printed = ended.returncode, ended.stdout + ended.stderr
        if shows_code is None:
            assert code == 0, printed
            return printed
        return f"{printed}{code}\n"

    def _shell(self, script: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        environment = {"PATH": path, "HOME": str(self.here), "COLUMNS": os.environ["COLUMNS"]}
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=self.here,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


def _pattern(shown: str) -> re.Pattern[str]:
    lines = []
    for line in shown.rstrip().splitlines():
        if line.strip() == "…":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(r"[^\n]*".join(re.escape(part) for part in line.rstrip().split("…")) + r"[ ]*\n")
    return re.compile("".join(lines) + r"\s*")
