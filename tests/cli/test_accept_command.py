"""The baseline as a user meets it: accepted is green, and four causes have four messages."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def accepted(project):
    project.edit(
        "claims/city.yaml", "quote: 1,240 metres\n    value: 1,240", "quote: 1,420 metres\n    value: 1,420"
    )
    project.edit("article.txt", "1,240", "1,420")
    article = ("claims/city.yaml", "--article", "article.txt")
    assert project.run("check", *article).code == 1
    result = project.run(
        "accept", "bridge-length", "--reason", "old design length", "--article", "article.txt"
    )
    assert result.code == 0, result.err
    assert project.run("check", *article).code == 0
    return project


def drift_of(project):
    result = project.run("check", "claims/city.yaml", "--article", "article.txt", "--format", "json")
    claims = {claim["id"]: claim for claim in json.loads(result.out)["claims"]}
    return result.code, [item["cause"] for item in claims["bridge-length"]["drift"]]


def test_the_lock_holds_who_why_and_what(accepted):
    lock = (accepted.root / "claims/factlint.lock").read_text()
    assert 'bridge-length/reason: "old design length"' in lock
    assert 'bridge-length/bridges/found: "1240"' in lock
    assert "population" not in lock


def test_an_edited_article_is_drift(accepted):
    accepted.edit("article.txt", "1,420 metres long", "1,421 metres long")
    assert drift_of(accepted) == (4, ["article-edited"])


def test_a_revised_reference_is_drift_and_the_flip_of_the_verdict_too(accepted):
    accepted.edit("claims/bridges.csv", "1240", "1420")
    assert drift_of(accepted) == (4, ["reference-revised", "verdict-flipped"])


def test_a_lost_selector_is_drift(accepted):
    accepted.edit("claims/bridges.csv", "metres", "length_m")
    assert drift_of(accepted) == (3, ["selector-lost"])


def test_a_source_that_is_gone_is_drift(accepted):
    (accepted.root / "claims/bridges.csv").unlink()
    assert drift_of(accepted) == (3, ["source-gone"])


def test_a_band_that_the_settings_changed_is_drift(accepted):
    accepted.edit("claims/city.yaml", "tags: [bridge]", "tags: [bridge]\n    tolerance: {absolute: 30}")
    assert drift_of(accepted) == (4, ["band-changed"])


def test_an_edited_claim_is_drift_and_no_longer_accepted(accepted):
    accepted.edit("claims/city.yaml", "1,420 metres", "1,430 metres")
    accepted.edit("article.txt", "1,420 metres", "1,430 metres")
    assert drift_of(accepted) == (1, ["claim-edited", "article-edited"])


def test_a_page_that_changed_beside_the_value_is_information_only(accepted):
    accepted.write("claims/bridges.csv", "bridge,metres\nHarbour,1240\nRiver,300\n")
    assert drift_of(accepted) == (0, ["page-changed"])


def test_a_failure_is_never_accepted(project):
    (project.root / "claims/bridges.csv").unlink()
    result = project.run("accept", "bridge-length", "--reason", "why not")
    assert result.code == 2
    assert "FL402 claim bridge-length: nothing was checked" in result.err
    assert not (project.root / "claims/factlint.lock").exists()


def test_accept_needs_a_reason_and_known_ids(project):
    assert project.run("accept", "population").code == 2
    result = project.run("accept", "populaton", "--reason", "typo")
    assert result.code == 2
    assert "did you mean 'population'?" in result.err


def test_all_new_accepts_what_the_baseline_lacks_and_check_never_writes_it(project):
    assert project.run("accept", "--all-new", "--reason", "first baseline").code == 0
    before = (project.root / "claims/factlint.lock").read_bytes()
    assert project.run("check").code == 0
    assert (project.root / "claims/factlint.lock").read_bytes() == before


def test_who_accepts_is_kept_without_being_asked_for(project, monkeypatch):
    monkeypatch.delenv("FACTLINT_USER", raising=False)
    project.git("init", "-q")
    project.git("config", "user.name", "Ada Lund")
    assert project.run("accept", "population", "--reason", "checked").err.startswith("accepted 1 claim into")
    assert 'population/by: "Ada Lund"' in project.lock
    project.run("accept", "population", "--reason", "checked", "--by", "Bo")
    assert 'population/by: "Bo"' in project.lock


def test_without_git_the_account_accepts(project, monkeypatch):
    monkeypatch.delenv("FACTLINT_USER", raising=False)
    monkeypatch.setenv("LOGNAME", "lund")
    monkeypatch.setenv("PATH", "")
    assert project.run("accept", "--all-new", "--reason", "checked").err.startswith("accepted 2 claims into")
    assert 'population/by: "lund"' in project.lock
