"""Two branches that accept different claims merge, with git itself, into what both accepted."""

from __future__ import annotations

import pytest

from factlint import baseline
from factlint.baseline.lock import Accepted, Entry, Lock
from factlint.errors import InvalidProjectError
from factlint.results import Verdict

LOCK = "claims/factlint.lock"


def entry(found="5", quote="five"):
    """Entries are as alike as can be: what they have in common must not be merged away."""
    reference = Accepted(found=found, outcome="match", rule="rounding", band="5 ± 0.5", sha256="0" * 64)
    return Entry(
        quote=quote,
        claimed="5",
        verdict=Verdict.SUPPORTED,
        reason="ok",
        references={"a": reference, "b": reference},
    )


def write(project, claims):
    baseline.save(Lock(claims=claims), project.root / LOCK)


@pytest.fixture
def repository(project):
    project.git("init", "-q")
    project.write("claims/.gitattributes", "factlint.lock merge=union\n")
    project.commit("Start")
    return project


def merged(project, start, ours, theirs):
    """Merge two branches that change the baseline, and read the result."""
    if start is not None:
        write(project, start)
        project.commit("Baseline")
    project.git("checkout", "-qb", "theirs")
    write(project, theirs)
    project.commit("Theirs")
    project.git("checkout", "-q", "main")
    write(project, ours)
    project.commit("Ours")
    project.git("merge", "-q", "--no-edit", "theirs")
    return baseline.load(project.root / LOCK).claims


ABC = {name: entry() for name in ("a", "b", "c")}
NEW = entry("6", "six")


@pytest.mark.parametrize(
    ("start", "ours", "theirs"),
    [
        (None, {"a": entry()}, {"b": entry()}),
        (None, {"b": entry()}, {"a": entry(), "c": entry()}),
        ({}, {"a": entry()}, {"b": entry()}),
        ({"m": entry()}, {"m": entry(), "a": entry()}, {"m": entry(), "b": entry()}),
        ({"m": entry()}, {"m": entry(), "y": entry()}, {"m": entry(), "z": entry()}),
        (ABC, ABC | {"b": NEW}, ABC | {"bb": entry()}),
        (ABC, ABC | {"b": NEW}, ABC | {"aa": entry()}),
        (ABC, ABC | {"b": NEW}, ABC | {"c": NEW}),
        (ABC, ABC | {"c": NEW}, ABC | {"d": entry()}),
        (ABC, {"a": entry(), "c": entry()}, ABC | {"c": NEW}),
        (ABC, {"a": entry(), "c": entry()}, ABC | {"d": entry()}),
    ],
)
def test_different_claims_merge(repository, start, ours, theirs):
    before = start or {}
    expected = {**before, **ours, **{k: v for k, v in theirs.items() if before.get(k) != v}}
    expected = {
        name: one for name, one in expected.items() if name in ours or before.get(name) != theirs.get(name)
    }
    assert merged(repository, start, ours, theirs) == expected


def test_the_same_claim_accepted_otherwise_is_a_fault_that_says_so(repository):
    with pytest.raises(InvalidProjectError) as caught:
        merged(repository, ABC, ABC | {"b": NEW}, ABC | {"b": entry("7")})
    assert "two branches accepted it" in str(caught.value.problems[0])


def test_accept_tells_git_how_to_merge_what_it_writes(project):
    project.git("init", "-q")
    result = project.run("accept", "population", "--reason", "first")
    assert "wrote claims/.gitattributes" in result.err
    assert (project.root / "claims/.gitattributes").read_text() == "factlint.lock merge=union\n"
    assert project.run("accept", "bridge-length", "--reason", "second").err.count("wrote") == 0


def test_real_accepts_on_two_branches_merge_and_stay_green(project):
    project.git("init", "-q")
    project.write(".gitignore", ".factlint/\nreports/\n")
    project.commit("Start")
    for branch, claim in (("one", "population"), ("two", "bridge-length")):
        project.git("checkout", "-qb", branch, "main")
        assert project.run("accept", claim, "--reason", f"accepted on {branch}").code == 0
        project.commit(branch)
    project.git("checkout", "-q", "main")
    project.git("merge", "-q", "--no-edit", "one")
    project.git("merge", "-q", "--no-edit", "two")
    code, claims = project.check("--strict")
    assert code == 0
    assert all(claim["accepted"] and not claim["drift"] for claim in claims.values())
