"""The gate: from findings to one exit code, with its reasons. It reads the baseline and never writes it.

0 all well; 1 discrepancies that aren't accepted; 2 bad input or nothing to check; 3 could not check;
4 drift only. The first that applies wins, in the order 1, 3, 4.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from factlint.project.settings import FailOn
from factlint.results import ClaimResult, Report, Verdict

OK, DISCREPANCIES, BAD_INPUT, UNCHECKED, DRIFT = range(5)

_EXITS = {
    FailOn.REFUTED: DISCREPANCIES,
    FailOn.CONFLICTING: DISCREPANCIES,
    FailOn.IMPRECISE: DISCREPANCIES,
    FailOn.OUTDATED: DISCREPANCIES,
    FailOn.UNCHECKED: UNCHECKED,
    FailOn.DRIFT: DRIFT,
}


def gate(report: Report, fail_on: Collection[FailOn], max_unchecked: Fraction = Fraction(0)) -> Report:
    """Return the report with its exit code and the reasons for it.

    max_unchecked: share of the claims, 0 to 1, that may go unchecked.
    """
    found = {kind: [claim.id for claim in report.claims if _is(claim, kind)] for kind in FailOn}
    if len(found[FailOn.UNCHECKED]) <= max_unchecked * len(report.claims):
        found[FailOn.UNCHECKED] = []
    counted = [kind for kind in FailOn if kind in fail_on and found[kind]]
    code = min((_EXITS[kind] for kind in counted), default=OK)
    reasons = tuple(f"{len(found[kind])} {kind}: {_some(found[kind])}" for kind in counted)
    return report.model_copy(update={"exit_code": code, "gate": reasons})


def unchecked(claim: ClaimResult) -> bool:
    """Whether a claim, or one of its references, could not be checked."""
    return claim.todo or bool(claim.failures) or not claim.checked


def _is(claim: ClaimResult, kind: FailOn) -> bool:
    if kind is FailOn.DRIFT:
        return any(not item.information for item in claim.drift)
    if claim.accepted or claim.waived:
        return kind is FailOn.UNCHECKED and unchecked(claim)
    match kind:
        case FailOn.REFUTED:
            return claim.verdict is Verdict.REFUTED
        case FailOn.CONFLICTING:
            return claim.verdict is Verdict.CONFLICTING
        case FailOn.IMPRECISE:
            return any(item.severity == "minor" for item in claim.discrepancies)
        case FailOn.OUTDATED:
            return claim.outdated
        case _:
            return unchecked(claim)


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
