"""What the README shows works as shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smallproject import SmallProject

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)


def test_the_claims_file_checks_as_the_text_says(tmp_path, monkeypatch, capsys):
    claims, sources = blocks("yaml")
    assert len(claims.splitlines()) <= 10
    project = SmallProject(tmp_path, monkeypatch, capsys)
    project.write("claims/city.yaml", claims)
    project.write("claims/sources.yaml", sources)
    project.write("claims/census.csv", "city,day,people\nNorthport,2025-01-01,2114000\n")
    assert project.run("check").code == 0
    chain = project.run("explain", "population").out
    assert "about" in chain
    assert "2025-01-01" in chain


def test_the_python_example_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    [example] = blocks("python")
    exec(compile(example, "README.md", "exec"), {})
    assert capsys.readouterr().out == "supported True 13,883\n"


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_exist(target):
    assert f"$ make {target}" in TEXT
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_every_command_is_named(tmp_path, monkeypatch, capsys):
    listed = SmallProject(tmp_path, monkeypatch, capsys).run("--help").out
    commands = re.findall(r"^  ([a-z]+) ", listed.partition("Commands:")[2], re.MULTILINE)
    assert commands
    missing = [name for name in commands if f"`factlint {name}" not in TEXT]
    assert not missing
