"""The CI pieces are run as a CI server runs them: by bash, in a small project, with ``factlint`` on the path."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from smallproject import SmallProject

ROOT = Path(__file__).parents[2]

STAND_IN = """#!/usr/bin/env bash
printf '%s\\n' "$*" >>"$CALLS"
[[ "$1 $2" != "issue list" ]] || printf '%s' "${OPEN_ISSUE:-}"
[[ $* != *--body-file* ]] || cat "${@: -1}" >"$BODY"
"""


@dataclass(frozen=True)
class Job:
    """A job's folder and what its steps left there."""

    project: SmallProject
    temp: Path

    def run(self, script: str | list[str], **env: str) -> subprocess.CompletedProcess[str]:
        """Run a file of ``ci/``, or lines of shell, in the project's folder."""
        command = ["-euo", "pipefail", "-c", "\n".join(script)] if isinstance(script, list) else [script]
        return subprocess.run(
            ["bash", *(str(ROOT / "ci" / script) if command == [script] else part for part in command)],
            cwd=self.project.root,
            env=self._environment() | env,
            capture_output=True,
            text=True,
            check=False,
        )

    def stand_in(self, name: str) -> None:
        """Put a program on the path that only writes down how it was called."""
        program = self.temp / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(STAND_IN)
        program.chmod(0o755)

    def read(self, name: str) -> str:
        """Return what was written to a file of the job's folder; "" if nothing was."""
        path = self.temp / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def outputs(self) -> dict[str, str]:
        """The outputs of the step."""
        return dict(line.split("=", 1) for line in self.read("outputs").splitlines())

    def _environment(self) -> dict[str, str]:
        programs = [str(self.temp / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
        return {
            "PATH": os.pathsep.join(programs),
            "HOME": str(self.temp),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(self.temp / "outputs"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary"),
            "GITHUB_EVENT_NAME": "push",
            "GITHUB_REPOSITORY": "harbour-post/facts",
            "CALLS": str(self.temp / "calls"),
            "BODY": str(self.temp / "body"),
        }


@pytest.fixture
def job(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Job:
    """A job over the small project, whose claims are right."""
    project = SmallProject(tmp_path_factory.mktemp("project"), monkeypatch, capsys)
    return Job(project, tmp_path_factory.mktemp("runner"))
