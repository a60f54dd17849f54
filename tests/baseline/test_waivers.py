"""Waivers end: until their day they settle a claim's findings, from the next they are red themselves."""

from __future__ import annotations

import pytest

WRONG = ("quote: 1,240 metres\n    value: 1,240", "quote: 1,420 metres\n    value: 1,420")


@pytest.fixture
def wrong(project):
    project.edit("claims/city.yaml", *WRONG)
    project.on("2026-03-01")
    return project


def waive(project, *, until="2026-03-31", claim="bridge-length"):
    return project.run("waive", claim, "--owner", "Ada", "--reason", "ask: the agency", "--until", until)


def test_until_its_day_and_not_longer(wrong):
    assert wrong.check()[0] == 1
    assert waive(wrong).code == 0
    for day, code in (("2026-03-01", 0), ("2026-03-31", 0), ("2026-04-01", 1), ("2027-01-01", 1)):
        wrong.on(day)
        assert wrong.check()[0] == code, day
    code, claims = wrong.check("--fail-on", "drift")
    assert (code, [one["cause"] for one in claims["bridge-length"]["drift"]]) == (4, ["waiver-expired"])


def test_the_file_changes_by_one_line_and_can_be_renewed(wrong):
    path = wrong.root / "claims/city.yaml"
    before = path.read_text()
    waive(wrong)
    added = set(path.read_text().splitlines()) - set(before.splitlines())
    line = '    waive: {owner: Ada, reason: "ask: the agency", until: "2026-03-31"}'
    assert added == {line}
    waive(wrong, until="2026-05-31")
    assert path.read_text().replace("2026-05-31", "2026-03-31").replace(f"{line}\n", "") == before


def test_a_waiver_written_as_a_block_is_renewed_too(wrong):
    block = "    waive:  # until they answer\n      owner: Bo\n      reason: r\n      until: 2026-03-05\n\n"
    wrong.edit("claims/city.yaml", "    tags: [bridge]\n", f"    tags: [bridge]\n{block}")
    assert waive(wrong).code == 0
    text = (wrong.root / "claims/city.yaml").read_text()
    assert "owner: Bo" not in text
    wrong.on("2026-03-20")
    assert wrong.check()[0] == 0


def test_a_waiver_is_for_findings_and_not_for_failures(wrong):
    waive(wrong)
    (wrong.root / "claims/bridges.csv").unlink()
    assert wrong.check()[0] == 3


def test_a_strict_run_finds_waivers_and_entries_that_nothing_needs(project):
    project.on("2026-03-01")
    assert project.run("accept", "--all-new", "--reason", "first").code == 0
    assert project.run("check", "--strict").code == 0
    waive(project, claim="population")
    result = project.run("check", "--strict")
    assert result.code == 4
    assert "1 unused: population (waived: take the waiver out)" in result.out
    project.edit("claims/city.yaml", "id: bridge-length", "id: bridge")
    assert project.run("check").code == 0
    assert "bridge-length (in the baseline: factlint accept --prune)" in project.run("check", "--strict").out
    assert project.run("check", "--strict", "--only", "population").code == 4
    result = project.run("accept", "--prune", "--reason", "renamed")
    assert "dropped 1 claim from claims/factlint.lock" in result.err
    assert all(not line.startswith("bridge-length/") for line in project.lock)


@pytest.mark.parametrize(
    ("until", "told"), [("2026-02-28", "is over"), ("soon", "is no day"), ("2026-02-30", "is no day")]
)
def test_a_day_that_is_over_or_none_is_refused(wrong, until, told):
    before = (wrong.root / "claims/city.yaml").read_text()
    result = waive(wrong, until=until)
    assert result.code == 2
    assert told in " ".join(result.err.split())
    assert (wrong.root / "claims/city.yaml").read_text() == before


def test_an_unknown_claim_is_named(wrong):
    result = waive(wrong, claim="bridge-lenght")
    assert result.code == 2
    assert "did you mean 'bridge-length'?" in result.err


def test_a_review_that_is_overdue_is_drift(project):
    project.edit(
        "claims/city.yaml", "    tags: [bridge]\n", "    tags: [bridge]\n    review_by: 2026-03-10\n"
    )
    project.on("2026-03-10")
    assert project.check()[0] == 0
    project.on("2026-03-11")
    code, claims = project.check()
    assert (code, [one["cause"] for one in claims["bridge-length"]["drift"]]) == (4, ["review-overdue"])


@pytest.mark.parametrize("name", ["city", "pop*", "populaton"])
def test_one_claim_is_waived_by_its_id_alone(project, name):
    before = (project.root / "claims/city.yaml").read_text()
    result = project.run("waive", name, "--owner", "Ada", "--reason", "known", "--until", "2999-01-01")
    assert result.code == 2
    assert f"FL013 no claim is called '{name}'" in result.err
    assert (project.root / "claims/city.yaml").read_text() == before


def test_what_comes_next_is_said_where_accepting_helps(project):
    project.on("2026-03-01")
    project.run("accept", "--all-new", "--reason", "checked")
    project.edit("claims/city.yaml", "tags: [bridge]", "review_by: 2026-02-28")
    told = project.run("check").out
    assert "look again, and set a later review_by" in told
    assert "factlint accept" not in told
    project.edit("claims/census.csv", "2114000", "2121000")
    assert "factlint accept ID --reason WHY accepts it" in project.run("check").out
