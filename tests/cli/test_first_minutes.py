"""What a newcomer meets: help that reads at 80 columns, completion, colours, and errors that suggest."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from factlint.cli.app import application

HEAVY = ("httpx", "hishel", "selectolax", "re2", "rapidfuzz", "yaml", "rich", "pydantic", "jinja2", "lxml")


def paths(command=None, path=()):
    command = command or get_command(application())
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from paths(inner, (*path, name))


@pytest.mark.parametrize("path", list(paths()), ids=lambda path: " ".join(path) or "factlint")
def test_help_reads_at_80_columns(project, monkeypatch, path):
    monkeypatch.setenv("COLUMNS", "80")
    told = project.run(*path, "--help").out
    assert told.startswith(f"Usage: {' '.join(['factlint', *path])} ")
    assert max(map(len, told.splitlines())) <= 80
    listed = told.partition("Commands:")[2]
    assert "..." not in listed, listed


def test_help_lists_every_command_with_what_it_does(project, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    whole = CliRunner().invoke(application(), ["--help"], prog_name="factlint").output
    assert project.run("--help").out.split() == whole.split()


def test_help_and_version_load_nothing_that_they_have_no_use_for():
    code = (
        "import sys; from factlint.cli import main; sys.argv = ['factlint', '{}']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([name for name in {!r} if name in sys.modules], file=sys.stderr)"
    )
    for option, without in [
        ("--help", HEAVY),
        ("--version", ("typing", "re", "typer", "importlib.metadata")),
    ]:
        done = subprocess.run(
            [
                sys.executable,
                "-I",
                "-S",
                "-c",
                f"import sys; sys.path[:0] = {sys.path!r}\n" + code.format(option, without),
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr.strip() == "[]", option


def test_the_version_is_the_installed_one(project):
    for arguments in (("--version",), ("-V",), ("-V", "check")):
        assert project.run(*arguments).out == f"factlint {version('factlint')}\n"


@pytest.mark.parametrize(
    ("typed", "offered"), [("factlint va", "validate"), ("factlint check --off", "--offline")]
)
def test_the_shell_completes(project, monkeypatch, typed, offered):
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    monkeypatch.setenv("_FACTLINT_COMPLETE", "complete_bash")
    assert project.run().out.split() == [offered]


def test_colours_follow_no_color_and_force_color(project, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in project.run("check").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in project.run("check").out


def test_a_page_of_an_error_or_rule(project):
    assert project.run("rules", "fl012").out.startswith("FL012\n\nMissingFileError: A file that was named")
    assert "informative" in project.run("rules", "bound").out
    listed = project.run("rules").out
    assert all(f"\n{name} " in listed for name in ("FL013", "FL210", "rounding"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("chekc",), "Did you mean 'check'?"),
        (("check", "--ofline"), "--offline"),
        (("rules", "roundign"), "did you mean 'rounding'?"),
        (("rules", "FL01"), "did you mean 'FL001'?"),
        (("check", "--format", "markdwon"), "did you mean 'markdown'?"),
        (("check", "--report", "html"), "such as html=report.html"),
        (("check", "--fail-on", "refutd"), "refuted"),
        (("explain", "populatoin"), "did you mean 'population'?"),
        (("accept", "population"), "say why"),
        (("init",), "FL501"),
        (("check", "--profile", "nightly"), "FL014"),
        (("check", "--untrusted"), "FL407 --untrusted needs --base"),
        (("check", "--changed-since", "main"), "FL406"),
        (("diff", "1", "2"), "FL404"),
    ],
)
def test_errors_say_what_would_be_right(project, arguments, words):
    told = project.run(*arguments)
    assert told.code == 2
    assert words in told.err
    assert "Traceback" not in told.err
