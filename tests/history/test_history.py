"""The history: what a run leaves in it, how a reference's path is drawn, and that it never steers a report."""

from __future__ import annotations

import sqlite3
from fractions import Fraction

import pytest

from factlint.history import History
from factlint.reports.plot import HEIGHT, plot


@pytest.fixture
def history(project):
    return History(project.root / ".factlint/history.sqlite")


def people(project, figure):
    project.write("claims/census.csv", f"city,day,people\nNorthport,2025-01-01,{figure}\n")


def test_a_run_keeps_values_verdicts_digests_and_failures(project, history):
    (project.root / "claims/bridges.csv").unlink()
    project.check()
    [run] = history.runs()
    assert (run.exit_code, run.profile, run.whole) == (3, "shipped", True)
    bridge, census = history.readings(run=run.id)
    assert (bridge.claim, bridge.stage, bridge.verdict) == ("bridge-length", "fetch", "not-enough-evidence")
    assert bridge.said.startswith("FL116 ")
    assert (census.said, census.low, census.as_of, census.outcome) == (
        "2114000",
        "2114000",
        "2025-01-01",
        "match",
    )
    assert (census.least, census.most) == ("1890000", "2310000")
    assert len(census.sha256) == 64


def test_narrowed_runs_are_told_apart_and_other_commands_leave_none(project, history):
    project.run("check", "--only", "population")
    project.run("explain", "population")
    project.run("accept", "population", "--reason", "fine")
    project.run("outlook")
    project.run("check", "--no-history")
    assert [run.whole for run in history.runs()] == [False]


def test_a_project_may_keep_no_history(project):
    project.write("factlint.yaml", "version: 1\nhistory: ''\n")
    assert project.check()[0] == 0
    assert not (project.root / ".factlint").exists()
    result = project.run("history")
    assert (result.code, "keeps no history" in result.err) == (2, True)


def test_the_report_is_the_same_with_and_without_a_history(project):
    def report(*arguments):
        out = project.run("check", "--format", "json", *arguments).out
        return [line for line in out.splitlines() if '"generated"' not in line]

    first = report("--no-history")
    assert report() == first
    assert report() == first


def test_the_path_of_a_reference_is_listed_and_plotted(project):
    for figure in (2_114_000, 2_114_000, 2_250_000, 2_500_000):
        people(project, figure)
        project.check()
    (project.root / "claims/census.csv").unlink()
    project.check()
    out = project.run("history", "population").out
    assert "runs 1-2" in out
    assert "supported: 2250000" in out
    assert "refuted: 2500000" in out
    assert "not-enough-evidence: no answer: FL116" in out
    assert sum("┄" in line for line in out.splitlines()) == 2
    assert "✗" in out


def test_runs_are_listed_and_compared(project):
    project.check()
    people(project, 2_500_000)
    project.check()
    listed = project.run("history").out
    assert "1  " in listed
    assert "exit 1" in listed
    out = project.run("diff").out
    assert "population: verdict: supported → refuted" in out
    assert "population, census: 2114000 (2025-01-01) → 2500000 (2025-01-01)" in out
    assert "bridge-length" not in out
    assert project.run("diff", "1", "1").out.endswith("no verdict and no reading differs\n")
    project.run("check", "--only", "population")
    assert "bridge-length: verdict: supported → not checked in this run" in project.run("diff", "2", "3").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("diff",), "fewer than two"),
        (("history", "nobody"), "no run has read"),
        (("diff", "1", "9"), "no run 9"),
    ],
)
def test_what_the_history_does_not_hold(project, arguments, told):
    project.check()
    if len(arguments) == 3:
        project.check()
    result = project.run(*arguments)
    assert result.code == 2
    assert told in result.err


def test_hostile_words_do_not_reach_the_terminal(project):
    project.write("claims/census.csv", "city,day,people\nNorthport,2025-01-01,2114000 \x1b[31m::error::x\n")
    project.check()
    out = project.run("history", "population").out
    assert "\x1b" not in out
    assert "::error" not in out


def test_a_history_of_another_version_is_left_alone(project):
    project.check()
    path = project.root / ".factlint/history.sqlite"
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    result = project.run("check")
    assert result.code == 0
    assert "another version" in result.err


def test_old_runs_make_room(project, history, monkeypatch):
    monkeypatch.setattr("factlint.history.store.KEPT", 2)
    for _ in range(4):
        project.check()
    assert [run.id for run in history.runs()] == [3, 4]
    assert {reading.run for reading in history.readings()} == {3, 4}


@pytest.mark.parametrize(
    ("path", "band"),
    [([5], (4, 6)), ([5, None, 7], (4, 6)), ([1, 2, 3], (None, 2)), ([5, 5], (5, 5)), ([0], (None, None))],
)
def test_a_plot_has_a_column_a_run_and_a_mark_in_each(path, band):
    figures = [None if figure is None else Fraction(figure) for figure in path]
    lines = plot(figures, tuple(None if end is None else Fraction(end) for end in band))
    columns = list(zip(*(line.partition("│")[2] for line in lines[:-1]), strict=True))
    assert len(columns) == len(path)
    marks = ["".join(column).strip("┄ ") for column in columns]
    low, high = (band[0] if band[0] is not None else -99, band[1] if band[1] is not None else 99)
    assert marks == ["?" if figure is None else "●" if low <= figure <= high else "✗" for figure in path]
    assert len(lines) <= HEIGHT + 1


def test_no_figure_gives_no_plot():
    assert plot([None, None], (Fraction(1), None)) == []


def test_git_does_not_see_what_factlint_keeps_for_itself(project):
    project.git("init", "-q")
    project.check()
    assert ".factlint" not in project.git("status", "--porcelain", "--untracked-files=all")
