"""One exit code for every combination of findings, with stated precedence."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from evidences import evidence, result
from factlint.checking.run import summarise
from factlint.gate import gate
from factlint.project.settings import DEFAULT_FAIL_ON, FailOn
from factlint.results import Cause, Discrepancy, Drift, Failure, Report, Verdict

FAILURE = Failure(reference="b", source="b", stage="fetch", code="FL105", message="gone")
DRIFT = Drift(cause=Cause.REFERENCE_REVISED, message="revised")
MINOR = Discrepancy(reference="a", severity="minor", rule="about", claimed="5", found="up to 5")

CLAIMS = {
    FailOn.REFUTED: result(Verdict.REFUTED),
    FailOn.CONFLICTING: result(Verdict.CONFLICTING, evidence=(evidence(), evidence("mismatch", "b"))),
    FailOn.IMPRECISE: result(discrepancies=(MINOR,)),
    FailOn.OUTDATED: result(outdated=True),
    FailOn.UNCHECKED: result(Verdict.NOT_ENOUGH, evidence=(), failures=(FAILURE,)),
    FailOn.DRIFT: result(drift=(DRIFT,)),
}
CODES = {
    FailOn.REFUTED: 1,
    FailOn.CONFLICTING: 1,
    FailOn.IMPRECISE: 1,
    FailOn.OUTDATED: 1,
    FailOn.UNCHECKED: 3,
    FailOn.DRIFT: 4,
}


def report(*claims):
    named = tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(claims))
    return Report(tool="t", generated="", profile="p", articles=(), summary=summarise(named), claims=named)


@pytest.mark.parametrize("present", list(product((False, True), repeat=len(CLAIMS))))
def test_every_combination_of_findings(present):
    kinds = [kind for kind, here in zip(CLAIMS, present, strict=True) if here]
    claims = [CLAIMS[kind] for kind in kinds] or [result()]
    for counted in (tuple(FailOn), DEFAULT_FAIL_ON, (FailOn.DRIFT,), ()):
        nothing = [3] if kinds == [FailOn.UNCHECKED] else []
        expected = min([CODES[kind] for kind in kinds if kind in counted] + nothing, default=0)
        gated = gate(report(*claims), counted)
        assert gated.exit_code == expected
        assert bool(gated.gate) == bool(expected)
        strict = gate(report(*claims), counted, unused=["old (baseline)"])
        assert strict.exit_code == min(expected or 4, 4)
        assert len(strict.gate) == len(gated.gate) + 1


def test_accepted_and_waived_discrepancies_do_not_count_but_failures_do():
    for settled in ({"accepted": True}, {"waived": "by Ada until 2026-12-31"}):
        refuted = result(Verdict.REFUTED, **settled)
        assert gate(report(refuted), tuple(FailOn)).exit_code == 0
        failing = result(Verdict.REFUTED, failures=(FAILURE,), **settled)
        assert gate(report(failing), tuple(FailOn)).exit_code == 3


def test_the_drift_of_a_waived_claim_does_not_count_until_the_waiver_ends():
    assert (
        gate(report(result(drift=(DRIFT,), waived="by Ada until 2026-12-31")), tuple(FailOn)).exit_code == 0
    )
    ended = Drift(cause=Cause.WAIVER_EXPIRED, message="ended")
    assert gate(report(result(drift=(ended,))), tuple(FailOn)).exit_code == 4


def failing(runs, patience):
    return replace(FAILURE, failing_runs=runs, patience=patience)


@pytest.mark.parametrize(
    ("runs", "patience", "code"),
    [(0, 3, 3), (1, 3, 0), (2, 3, 0), (3, 3, 3), (9, 3, 3), (1, 1, 3), (1, 0, 3)],
)
def test_a_source_may_fail_until_patience_runs_out(runs, patience, code):
    lost = result(Verdict.NOT_ENOUGH, evidence=(), failures=(failing(runs, patience),))
    assert gate(report(result(), lost), DEFAULT_FAIL_ON).exit_code == code
    aside = result(failures=(failing(runs, patience),))
    assert gate(report(aside), DEFAULT_FAIL_ON).exit_code == code


def test_one_failure_that_counts_is_enough():
    both = result(failures=(failing(1, 3), failing(3, 3)))
    assert gate(report(both), DEFAULT_FAIL_ON).exit_code == 3


@pytest.mark.parametrize("settled", [{}, {"waived": "by Ada until 2026-12-31"}, {"accepted": True}])
def test_checking_nothing_is_never_green(settled):
    lost = result(Verdict.NOT_ENOUGH, evidence=(), failures=(failing(1, 3),), **settled)
    for fail_on in ((), (FailOn.DRIFT,), tuple(FailOn)):
        gated = gate(report(lost, lost), fail_on, Fraction(1))
        assert (gated.exit_code, gated.gate) == (3, ("nothing was checked: c0, c1",))


def test_a_strict_run_counts_what_is_unused_as_drift():
    assert gate(report(result()), (), unused=["old (baseline)"]).exit_code == 4
    assert gate(report(CLAIMS[FailOn.UNCHECKED], result()), tuple(FailOn), unused=["old"]).exit_code == 3


def test_information_is_never_counted():
    told = Drift(cause=Cause.PAGE_CHANGED, message="page changed", information=True)
    assert gate(report(result(drift=(told,))), tuple(FailOn)).exit_code == 0


def test_a_claim_that_is_still_to_be_reviewed_is_unchecked():
    assert gate(report(result(todo=True)), DEFAULT_FAIL_ON).exit_code == 3


@pytest.mark.parametrize(("share", "code"), [("0", 3), ("1/5", 3), ("1/4", 0), ("1", 0)])
def test_a_share_may_go_unchecked(share, code):
    claims = [result()] * 3 + [CLAIMS[FailOn.UNCHECKED]]
    assert gate(report(*claims), DEFAULT_FAIL_ON, Fraction(share)).exit_code == code


def test_whether_a_claim_is_outdated_must_be_known_where_that_counts():
    unread = result(evidence=(evidence(newest="unread"),))
    assert gate(report(unread), DEFAULT_FAIL_ON).exit_code == 0
    strict = gate(report(unread, result()), (*DEFAULT_FAIL_ON, FailOn.OUTDATED))
    assert (strict.exit_code, strict.gate) == (3, ("1 unread at their newest: c0",))
    assert gate(report(replace(unread, accepted=True)), (FailOn.OUTDATED,)).exit_code == 0
