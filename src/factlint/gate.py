"""The gate: from findings to one exit code, with its reasons. It reads the baseline and never writes it.

0 all well; 1 discrepancies that aren't accepted; 2 bad input or nothing to check; 3 could not check;
4 drift only. The first that applies wins, in the order 1, 3, 4. A run that checked nothing is never green,
whatever is counted.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
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


def gate(
    report: Report,
    fail_on: Collection[FailOn],
    max_unchecked: Fraction = Fraction(0),
    unused: Collection[str] = (),
) -> Report:
    """Return the report with its exit code and the reasons for it.

    max_unchecked: share of the claims, 0 to 1, that may go unchecked
    unused: what a strict run counts as drift: entries of the baseline, and waivers, that nothing needs
    """
    found = {kind: [claim.id for claim in report.claims if _is(claim, kind)] for kind in FailOn}
    if len(found[FailOn.UNCHECKED]) <= max_unchecked * len(report.claims):
        found[FailOn.UNCHECKED] = []
    told = [(_EXITS[kind], f"{len(found[kind])} {kind}", found[kind]) for kind in FailOn if kind in fail_on]
    told.append((DRIFT, f"{len(unused)} unused", list(unused)))
    if FailOn.OUTDATED in fail_on:  # whether these are can't be told
        unread = [claim.id for claim in report.claims if _is_unread(claim)]
        told.append((UNCHECKED, f"{len(unread)} unread at their newest", unread))
    if not any(claim.checked for claim in report.claims):
        told.append((UNCHECKED, "nothing was checked", [claim.id for claim in report.claims]))
    counted = [(code, f"{words}: {_some(names)}") for code, words, names in told if names]
    code = min((code for code, _ in counted), default=OK)
    return replace(report, exit_code=code, gate=tuple(reason for _, reason in counted))


def unchecked(claim: ClaimResult) -> bool:
    """Whether a claim, or one of its references, could not be checked, and patience doesn't excuse it."""
    if claim.failures:
        return claim.todo or not all(failure.excused for failure in claim.failures)
    return claim.todo or not claim.checked


def _is(claim: ClaimResult, kind: FailOn) -> bool:
    if kind is FailOn.UNCHECKED:
        return unchecked(claim)
    if kind is FailOn.DRIFT:
        return not claim.waived and any(not item.information for item in claim.drift)
    if claim.accepted or claim.waived:
        return False
    match kind:
        case FailOn.REFUTED:
            return claim.verdict is Verdict.REFUTED
        case FailOn.CONFLICTING:
            return claim.verdict is Verdict.CONFLICTING
        case FailOn.IMPRECISE:
            return any(item.severity == "minor" for item in claim.discrepancies)
        case _:
            return claim.outdated


def _is_unread(claim: ClaimResult) -> bool:
    """Whether a reference could not be read at its newest, and nobody has said that this may stand."""
    unread = any(one.newest and one.newest.outcome == "unread" for one in claim.evidence)
    return unread and not (claim.accepted or claim.waived)


def _some(ids: list[str]) -> str:
    return ", ".join(ids[:5]) + (f" and {len(ids) - 5} more" if len(ids) > 5 else "")
