"""From evidence to a verdict, under every policy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidences import evidence
from factlint.judge import judge
from factlint.project.claims import Policy
from factlint.results import Verdict

S, R, C, N = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH


def voices(text):
    """Read ``a+ b- c~``: sources a, b, c with match, mismatch, imprecise."""
    outcomes = {"+": "match", "-": "mismatch", "~": "imprecise"}
    return [evidence(outcomes[word[-1]], word[:-1]) for word in text.split()]


@pytest.mark.parametrize(
    ("said", "policy", "verdict"),
    [
        ("", "all", N),
        ("a+", "all", S),
        ("a~", "all", S),
        ("a-", "all", R),
        ("a+ b+", "all", S),
        ("a- b-", "all", R),
        ("a+ b-", "all", C),
        ("a+ b-", "any", S),
        ("a- b-", "any", R),
        ("a+ b+ c-", "majority", S),
        ("a+ b- c-", "majority", R),
        ("a+ b-", "majority", C),
    ],
)
def test_policies(said, policy, verdict):
    assert judge(voices(said), Policy(name=policy)).verdict is verdict


@pytest.mark.parametrize(
    ("said", "count", "verdict"),
    [("a+", 2, N), ("a+ b+", 2, S), ("a- b-", 2, R), ("a+ b-", 2, C), ("a+ b+ c-", 2, C), ("a-", 2, N)],
)
def test_at_least_counts_independent_sources(said, count, verdict):
    assert judge(voices(said), Policy(name="at-least", count=count)).verdict is verdict


def test_one_publisher_counts_once():
    twice = [evidence("match", "a", independence="un"), evidence("match", "b", independence="un")]
    assert judge(twice, Policy(name="at-least", count=2)).verdict is N
    split = [evidence("match", "a", independence="un"), evidence("mismatch", "b", independence="un")]
    assert judge(split, Policy()).verdict is C


def test_the_articles_own_site_never_counts():
    assert judge([evidence("match", independent=False)], Policy()).verdict is N
    assert (
        judge([evidence("match", "own", independent=False), evidence("mismatch", "b")], Policy()).verdict is R
    )


def test_tiers_let_the_nearest_to_the_record_decide():
    said = [evidence("match", "record", tier=1), evidence("mismatch", "press", tier=3)]
    assert judge(said, Policy(name="tiers")).verdict is S


@pytest.mark.parametrize(
    ("outcome", "newest", "outdated"),
    [
        ("match", "mismatch", True),
        ("imprecise", "mismatch", True),
        ("match", "match", False),
        ("match", "", False),
    ],
)
def test_outdated_is_right_then_and_different_now(outcome, newest, outdated):
    ruling = judge([evidence(outcome, newest=newest)], Policy())
    assert (ruling.verdict, ruling.outdated) == (S, outdated)


outcomes = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("+-~")).map("".join), max_size=6)


@given(outcomes, st.sampled_from(["all", "any", "majority", "tiers"]))
def test_the_order_of_the_evidence_never_matters(said, name):
    policy = Policy(name=name)
    forward = judge(voices(" ".join(said)), policy)
    assert judge(voices(" ".join(reversed(said))), policy) == forward


@given(outcomes)
def test_all_is_the_strictest(said):
    if judge(voices(" ".join(said)), Policy()).verdict is S:
        assert judge(voices(" ".join(said)), Policy(name="any")).verdict is S
        assert judge(voices(" ".join(said)), Policy(name="majority")).verdict is S


def test_a_publisher_counts_once_however_its_name_is_written():
    said = [
        evidence("match", "a", independence="Statistics Norland"),
        evidence("match", "b", independence=" statistics  norland"),
    ]
    assert judge(said, Policy(name="at-least", count=2)).verdict is N
