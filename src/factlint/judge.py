"""From the evidence on a claim to its verdict, by a policy over independent sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factlint.project.claims import Policy
from factlint.results import Evidence, Verdict


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with its reason; ``outdated``: right on its day, and the reference has moved on."""

    verdict: Verdict
    outdated: bool
    reason: str


@dataclass(frozen=True, slots=True)
class LastWord:
    """What a reference that can't be read now said when it last could."""

    source: str
    independence: str
    tier: int
    outcome: str
    independent: bool = True
    newest: None = None


Voice = Evidence | LastWord


@dataclass(frozen=True, slots=True)
class _Votes:
    """How many independent voices support, refute, or say both."""

    support: int
    refute: int
    split: int

    @property
    def all(self) -> int:
        return self.support + self.refute + self.split


def judge(evidence: Sequence[Voice], policy: Policy) -> Ruling:
    """Judge a claim. Sources of one publisher or group count once; the article's own site never does."""
    counted = [item for item in evidence if item.independent]
    if policy.name == "tiers":
        counted = _best_tier(counted)
    votes = _count(counted)
    verdict = _verdict(votes, policy)
    outdated = verdict is Verdict.SUPPORTED and any(_moved_on(item) for item in counted)
    return Ruling(verdict, outdated, _reason(votes, policy))


def _best_tier(evidence: list[Voice]) -> list[Voice]:
    best = min((item.tier for item in evidence), default=0)
    return [item for item in evidence if item.tier == best]


def _count(evidence: Sequence[Voice]) -> _Votes:
    voices: dict[str, set[bool]] = defaultdict(set)
    for item in evidence:
        name = " ".join((item.independence or item.source).casefold().split())
        voices[name].add(item.outcome != "mismatch")
    said = list(voices.values())
    return _Votes(said.count({True}), said.count({False}), said.count({True, False}))


def _verdict(votes: _Votes, policy: Policy) -> Verdict:
    if votes.all == 0:
        return Verdict.NOT_ENOUGH
    if policy.name == "any" and votes.support:
        return Verdict.SUPPORTED
    if policy.name == "majority" and not votes.split:
        return _majority(votes)
    if policy.name == "at-least" and max(votes.support, votes.refute) < policy.count and not votes.split:
        return Verdict.CONFLICTING if votes.support and votes.refute else Verdict.NOT_ENOUGH
    if votes.split or (votes.support and votes.refute):
        return Verdict.CONFLICTING
    return Verdict.SUPPORTED if votes.support else Verdict.REFUTED


def _majority(votes: _Votes) -> Verdict:
    if votes.support == votes.refute:
        return Verdict.CONFLICTING
    return Verdict.SUPPORTED if votes.support > votes.refute else Verdict.REFUTED


def _moved_on(evidence: Voice) -> bool:
    newest = evidence.newest
    return evidence.outcome != "mismatch" and newest is not None and newest.outcome == "mismatch"


def _reason(votes: _Votes, policy: Policy) -> str:
    if votes.all == 0:
        return "no reference gave evidence"
    name = f"at least {policy.count}" if policy.name == "at-least" else policy.name
    parts = [f"{votes.support} of {votes.all} independent sources support it", f"{votes.refute} refute it"]
    if votes.split:
        parts.append(f"{votes.split} say both")
    return f"{', '.join(parts)} (policy: {name})"
