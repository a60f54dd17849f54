"""Patience with sources: one that fails turns the gate red only when it has failed for some runs on end.

Only what was read before, and agreed or was accepted as it was, may go unread for a while: patience never
makes a first check, an open discrepancy or a run without any answer green. It needs a history; without one a
failure counts at once.
"""

from __future__ import annotations

from dataclasses import replace

from factlint import errors
from factlint.baseline.lock import Lock
from factlint.baseline.memory import Memory
from factlint.results import Cause, ClaimResult, Drift, Failure, Report

_OURS = frozenset(
    kind.code
    for kind in (
        errors.BlockedAddressError,
        errors.OfflineError,
        errors.MissingCredentialError,
        errors.CredentialScopeError,
        errors.SourceFileMissingError,
        errors.OutsideRootError,
        errors.MissingQueryError,
    )
)
"""Failures to fetch that are the project's own: waiting mends none of them."""


def outage(failure: Failure) -> bool:
    """Whether a source failed by its own doing, so that waiting may mend it."""
    return failure.stage == "fetch" and failure.code not in _OURS


def patient(report: Report, lock: Lock, memory: Memory, patience: int) -> Report:
    """Return the report with each failure's count of runs, and the news of sources that are back."""
    claims = tuple(_claim(claim, lock, memory, patience) for claim in report.claims)
    return replace(report, claims=claims)


def _claim(claim: ClaimResult, lock: Lock, memory: Memory, patience: int) -> ClaimResult:
    failures = tuple(_counted(claim, item, lock, memory, patience) for item in claim.failures)
    excused = {item.reference for item in failures if item.excused}
    drift = tuple(_softened(item, excused) for item in claim.drift)
    back = tuple(
        Drift(
            cause=Cause.SOURCE_BACK,
            reference=item.reference,
            message=_back(item.reference, runs),
            information=True,
        )
        for item in claim.evidence
        if (runs := memory.failing.get((claim.id, item.reference), 0))
    )
    if not (failures or drift or back):
        return claim
    return replace(claim, failures=failures, drift=drift + back)


def _counted(claim: ClaimResult, failure: Failure, lock: Lock, memory: Memory, patience: int) -> Failure:
    key = claim.id, failure.reference
    if not outage(failure) or key not in memory.said:
        return failure
    known = memory.said[key]
    entry = lock.claims.get(claim.id)
    was_accepted = entry and entry.references.get(failure.reference)
    answered = known.outcome != "mismatch" or (was_accepted and was_accepted.outcome == known.outcome)
    if known.claimed != claim.claimed.text or not answered:
        return failure
    return replace(failure, failing_runs=memory.failing.get(key, 0) + 1, patience=patience)


def _softened(drift: Drift, excused: set[str]) -> Drift:
    if drift.cause is Cause.SOURCE_GONE and drift.reference in excused:
        return replace(drift, information=True)
    return drift


def _back(reference: str, runs: int) -> str:
    return f"{reference} can be read again, after failing for {runs} run{'' if runs == 1 else 's'}"
