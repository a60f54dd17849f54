"""The lock file: what is written reads the same, older ones are upgraded, newer ones refused, merges are clean."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint import baseline
from factlint.baseline.lock import Accepted, Entry, Lock
from factlint.baseline.lockfile import text_of
from factlint.errors import InvalidProjectError, LockVersionError
from factlint.results import Verdict

VERSION_1 = """\
version: '1'
claims:
  bridge-length:
    quote: 1,420 metres
    claimed: 1,420 metres
    verdict: refuted
    outdated: true
    reason: old design length
    references:
      bridges:
        found: '1240'
        outcome: mismatch
        rule: rounding
        band: 1,420 ± 5
"""

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
slugs = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,9}", fullmatch=True)
accepteds = st.builds(
    Accepted,
    found=words,
    reading=words,
    outcome=st.sampled_from(["match", "imprecise", "mismatch"]),
    rule=words,
)
entries = st.builds(
    Entry,
    quote=words,
    claimed=words,
    verdict=st.sampled_from(Verdict),
    outdated=st.booleans(),
    reason=words,
    by=words,
    unread=st.lists(slugs, max_size=2).map(tuple),
    references=st.dictionaries(st.one_of(slugs, slugs.map("{}#2".format)), accepteds, max_size=3),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return tmp_path_factory.mktemp("lock") / "factlint.lock"


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(slugs, entries, max_size=4))
def test_what_is_saved_reads_the_same_and_is_sorted(path, claims):
    lock = Lock(claims=claims)
    baseline.save(lock, path)
    assert baseline.load(path) == lock
    reversed_lock = Lock(claims=dict(reversed(claims.items())))
    assert text_of(reversed_lock) == path.read_text(encoding="utf-8")


def test_every_line_stands_for_itself(path):
    entry = Entry(quote="a\nb", claimed="#: '\"\u2028 é", verdict=Verdict.SUPPORTED, reason="yes\x07")
    baseline.save(Lock(claims={"one": entry, "two": entry}), path)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert all(not line or line.startswith(("#", "version:", "one/", "two/")) for line in lines)


def test_version_1_is_upgraded(path):
    path.write_text(VERSION_1, encoding="utf-8")
    lock = baseline.load(path)
    entry = lock.claims["bridge-length"]
    assert (entry.verdict, entry.outdated, entry.references["bridges"].found) == (
        Verdict.REFUTED,
        True,
        "1240",
    )
    baseline.save(lock, path)
    assert 'version: "2"' in path.read_text(encoding="utf-8")
    assert baseline.load(path) == lock


def test_an_unknown_version_is_refused(path):
    path.write_text('version: "3"\nanything: goes\n', encoding="utf-8")
    with pytest.raises(LockVersionError, match="version 3"):
        baseline.load(path)


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ('a/quot: "x"', "FL003", "unknown key 'quot'"),
        ('a/b/c/d: "x"', "FL003", "neither claim/field"),
        ('claims: "x"', "FL003", "neither claim/field"),
        ('a/references: "x"', "FL003", "neither claim/field"),
        ('a/verdict: "fine"', "FL005", "verdict"),
        ('a/quote: "other"', "FL002", "two branches accepted it"),
    ],
)
def test_faults_are_told_with_their_line(path, line, code, told):
    rest = 'version: "2"\na/quote: "q"\na/claimed: "q"\na/reason: "r"\n'
    verdict = "" if "a/verdict" in line else 'a/verdict: "supported"\n'
    path.write_text(f"{rest}{verdict}{line}\n", encoding="utf-8")
    with pytest.raises(InvalidProjectError) as caught:
        baseline.load(path)
    place = f"factlint.lock:{rest.count(chr(10)) + verdict.count(chr(10)) + 1}:1"
    assert any(p.code == code and told in str(p) and place in str(p) for p in caught.value.problems)


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", "a/b: {c: d}\n", "a/b/c: x\na/b: x\n"])
def test_nonsense_is_a_fault(path, text):
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidProjectError):
        baseline.load(path)


def test_two_that_accept_at_the_same_time_lose_nothing(project):
    command = [sys.executable, "-m", "factlint", "accept", "--reason", "both"]
    names = ["population", "bridge-length"]
    running = [subprocess.Popen([*command, name], cwd=project.root, stderr=subprocess.PIPE) for name in names]
    assert [one.wait(60) for one in running] == [0, 0], [one.stderr.read() for one in running]
    for one in running:
        one.stderr.close()
    assert set(baseline.load(project.root / "claims/factlint.lock").claims) == set(names)
