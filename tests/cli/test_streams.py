"""What the command line does when its output is closed, of another encoding, or read no further."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def shell(project, command, **environ):
    """Run a shell command in the project, with ``factlint`` as its first positional parameters."""
    return subprocess.run(
        ["bash", "-c", f'factlint() {{ "{sys.executable}" -m factlint "$@"; }}; {command}'],
        cwd=project.root,
        env=os.environ | environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_reader_that_left_is_no_verdict(project):
    done = shell(project, "factlint check --format json | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}")
    assert done.stdout.split() in (["141"], ["0"])
    done = shell(project, "set -o pipefail; factlint schema | true; echo $?", PYTHONUNBUFFERED="1")
    assert (done.stdout.split(), done.stderr) == (["141"], "")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_closed_stream_changes_no_exit_code(project, closed):
    assert shell(project, f"factlint check {closed}").returncode == 0


def test_any_encoding_of_the_output_will_do(project):
    done = shell(project, "factlint check", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "supported" in done.stdout


@pytest.mark.parametrize("arguments", [("--format", "pfd"), ("--report", "html"), ("--report", "pfd=a.pdf")])
def test_what_cannot_be_written_is_told_before_anything_is_read(project, arguments):
    (project.root / "claims/city.yaml").unlink()
    assert "FL52" in project.run("check", *arguments).err
