"""Patience with sources: who may fail, for how long, and what never passes by it."""

from __future__ import annotations

import json

import pytest

from loopback import Reply

GOOD = Reply("bridge,metres\nHarbour,1240\n", headers={"Content-Type": "text/csv"})


@pytest.fixture
def bridges(project, loopback):
    """A project whose bridges are read over HTTP; returns what sets the server's answer."""
    url = loopback.url("/bridges")
    project.edit("claims/sources.yaml", "kind: file, path: bridges.csv", f"kind: http, url: {url}")
    network = "{allow_private: 127.0.0.1, retries: 0, rate: 0, cache: '', timeout: 2}"
    project.write("factlint.yaml", f"version: 1\nnetwork: {network}\n")

    def answer(reply):
        loopback.routes["/bridges"] = reply

    answer(GOOD)
    return answer


def codes(project, runs, *arguments):
    return [project.check(*arguments)[0] for _ in range(runs)]


@pytest.mark.parametrize("status", [429, 500, 503, 404, 403])
def test_in_ci_a_source_may_fail_twice(project, bridges, monkeypatch, status):
    monkeypatch.setenv("CI", "true")
    assert codes(project, 1) == [0]
    bridges(Reply("no", status))
    assert codes(project, 4) == [0, 0, 3, 3]
    bridges(GOOD)
    assert codes(project, 1) == [0]
    bridges(Reply("no", status))
    assert codes(project, 3) == [0, 0, 3]


def test_elsewhere_the_first_failure_counts_and_a_setting_decides(project, bridges):
    assert codes(project, 1) == [0]
    bridges(Reply("no", 503))
    assert codes(project, 1) == [3]
    project.write("factlint.yaml", (project.root / "factlint.yaml").read_text() + "patience: 5\n")
    assert codes(project, 4) == [0, 0, 0, 3]


def test_what_is_excused_is_told_as_unchecked(project, bridges, monkeypatch):
    monkeypatch.setenv("CI", "true")
    codes(project, 1)
    bridges(Reply("no", 503))
    result = project.run("check")
    assert result.code == 0
    assert "checked 1 of 2 claims" in result.out
    assert "1 not enough evidence" in result.out
    assert "failing for 1 of 3 runs" in " ".join(result.out.split())


@pytest.mark.parametrize("arguments", [("--no-history",), ("--offline",)])
def test_without_a_memory_or_by_our_own_doing_a_failure_counts_at_once(
    project, bridges, monkeypatch, arguments
):
    monkeypatch.setenv("CI", "true")
    codes(project, 1)
    bridges(Reply("no", 503))
    assert codes(project, 1, *arguments) == [3]


def test_what_was_never_read_is_not_excused(project, bridges, monkeypatch):
    monkeypatch.setenv("CI", "true")
    bridges(Reply("no", 503))
    assert codes(project, 2) == [3, 3]


def test_an_edited_claim_is_checked_anew(project, bridges, monkeypatch):
    monkeypatch.setenv("CI", "true")
    codes(project, 1)
    project.edit("claims/city.yaml", "1,240 metres", "1,240 m")
    bridges(Reply("no", 503))
    assert codes(project, 1) == [3]


def test_a_missing_file_of_the_project_is_no_outage(project, monkeypatch):
    monkeypatch.setenv("CI", "true")
    codes(project, 1)
    (project.root / "claims/bridges.csv").unlink()
    assert codes(project, 1) == [3]


def test_nothing_checked_is_never_green_whatever_the_patience(project, bridges, monkeypatch):
    monkeypatch.setenv("CI", "true")
    codes(project, 1)
    bridges(Reply("no", 503))
    assert codes(project, 1, "--only", "bridge-length") == [3]
    assert codes(project, 1, "--only", "bridge-length", "--max-unchecked", "100%") == [3]


@pytest.mark.parametrize(
    ("share", "code"), [("0%", 3), ("49.9%", 3), ("50%", 0), ("half", 2), ("5", 2), ("-5%", 2)]
)
def test_a_share_may_go_unchecked(project, bridges, share, code):
    bridges(Reply("no", 503))
    assert project.run("check", "--max-unchecked", share).code == code


def test_a_damaged_history_is_told_and_counts_as_none(project, bridges, monkeypatch):
    monkeypatch.setenv("CI", "true")
    codes(project, 1)
    project.write(".factlint/history.sqlite", "no database at all, " * 100)
    bridges(Reply("no", 503))
    result = project.run("check")
    assert result.code == 3
    assert "not remembered: FL404" in result.err
    assert "not recorded: FL404" in result.err


def test_an_offline_run_in_between_is_no_failure_of_the_source(project, bridges, monkeypatch):
    monkeypatch.setenv("CI", "true")
    codes(project, 1)
    bridges(Reply("no", 503))
    assert codes(project, 1) == [0]
    assert codes(project, 3, "--offline") == [3, 3, 3]
    assert codes(project, 2) == [0, 3]


def test_an_offline_run_leaves_an_accepted_claim_unchecked_and_says_nothing_of_its_source(project, bridges):
    accepted = project.run("accept", "bridge-length", "--reason", "seen", "--by", "ann")
    assert accepted.code == 0
    result = project.run("check", "--offline", "--only", "bridge-length", "--format", "json")
    (claim,) = json.loads(result.out)["claims"]
    assert [failure["code"] for failure in claim["failures"]] == ["FL113"]
    assert claim["drift"] == []
    assert result.code == 3


def test_each_profile_has_its_own_memory(project, bridges, monkeypatch):
    monkeypatch.setenv("CI", "true")
    codes(project, 1)
    bridges(Reply("no", 503))
    assert codes(project, 1, "--profile", "live") == [3]
    assert codes(project, 2) == [0, 0]
