"""Keep a conflict standing while one of its sources is out: an outage is no resolution.

A reference that can't be read keeps its last word (of the history, else of the baseline). It is counted only
where leaving it out would make the claim look better, or settle a conflict.
"""

from __future__ import annotations

from dataclasses import replace

from factlint.baseline.drift import edited
from factlint.baseline.lock import Lock
from factlint.baseline.memory import Memory
from factlint.checking.run import policy_of, summarise
from factlint.judge import LastWord, judge
from factlint.project.model import LoadedClaim, Project
from factlint.results import ClaimResult, Failure, Report, Verdict


def standing(report: Report, project: Project, lock: Lock, memory: Memory) -> Report:
    """Return the report with the verdicts that the references' last words keep up."""
    loaded = {item.claim.id: item for item in project.claims}
    claims = tuple(_kept(claim, loaded[claim.id], project, lock, memory) for claim in report.claims)
    return replace(report, claims=claims, summary=summarise(claims))


def last_word(claim: ClaimResult, failure: Failure, lock: Lock, memory: Memory) -> str:
    """Return the outcome that a failing reference last had for the claim's present words, "" for none."""
    said = memory.said.get((claim.id, failure.reference))
    if said is not None and said.claimed == claim.claimed.text:
        return said.outcome
    entry = lock.claims.get(claim.id)
    if entry is None or edited(claim, entry) or failure.reference not in entry.references:
        return ""
    return entry.references[failure.reference].outcome


def _kept(
    claim: ClaimResult, loaded: LoadedClaim, project: Project, lock: Lock, memory: Memory
) -> ClaimResult:
    words = {item.reference: last_word(claim, item, lock, memory) for item in claim.failures}
    silent = [item for item in claim.failures if words[item.reference]]
    if not silent or not claim.checked:
        return claim
    votes = [_vote(item, words[item.reference], project) for item in silent]
    ruling = judge([*claim.evidence, *votes], policy_of(project, loaded))
    if not _glossed_over(claim.verdict, ruling.verdict):
        return claim
    names = ", ".join(item.reference for item in silent)
    reason = f"{ruling.reason}; {names} can't be read now and counts as it was last read"
    return replace(claim, verdict=ruling.verdict, outdated=False, reason=reason)


def _vote(failure: Failure, outcome: str, project: Project) -> LastWord:
    source = project.sources[failure.source]
    return LastWord(failure.source, source.independence or source.place, source.tier, outcome)


def _glossed_over(now: Verdict, kept: Verdict) -> bool:
    worse = {
        Verdict.SUPPORTED: (Verdict.REFUTED, Verdict.CONFLICTING),
        Verdict.REFUTED: (Verdict.CONFLICTING,),
    }
    return kept in worse.get(now, ())
