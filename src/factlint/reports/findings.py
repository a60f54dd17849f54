"""The findings that code-review formats show: one a claim that isn't plainly supported, and one a drift."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.reports import view
from factlint.results import Cause, Verdict

if TYPE_CHECKING:
    from factlint.reports.view import Level
    from factlint.results import ClaimResult, Report

RULES = {
    "refuted": "The references disagree with the article.",
    "conflicting-evidence": "The references disagree with one another.",
    "not-enough-evidence": "No reference could settle the claim.",
    "imprecise": "The claim stands, but says more or other than the reference gives.",
    "disputed": "The claim stands by its policy, though a reference disagrees.",
    "outdated": "The claim was right on its day; the reference has moved on.",
    **{
        f"drift/{cause.value}": f"Drift from the baseline: {cause.value.replace('-', ' ')}."
        for cause in Cause
    },
}
"""Every rule that a finding can carry, and what it says."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at. ``settled`` says why nobody needs to: accepted or waived, with the reason."""

    rule: str
    level: Level
    claim: ClaimResult
    message: str
    settled: str = ""
    reference: str = ""


def findings(report: Report) -> Iterator[Finding]:
    """Yield the report's findings, claim by claim."""
    for claim in report.claims:
        rule = _rule(claim)
        if rule:
            yield Finding(rule, view.level(claim), claim, view.headline(claim), _settled(claim))
        for drift in claim.drift:
            level: Level = "note" if drift.information else "warning"
            if drift.cause is not Cause.OUTDATED or not claim.outdated:
                message = f"{claim.id}: {view.say_drift(drift)}"
                yield Finding(f"drift/{drift.cause}", level, claim, message, reference=drift.reference)


def fingerprint(finding: Finding) -> str:
    """Return what makes findings of two runs the same one: claim, rule and reference, never the line."""
    identity = "\0".join(["factlint/1", finding.claim.id, finding.rule, finding.reference])
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()


def _rule(claim: ClaimResult) -> str:
    if claim.verdict is not Verdict.SUPPORTED:
        return claim.verdict.value
    if view.imprecise(claim):
        return "imprecise"
    if view.disputed(claim):
        return "disputed"
    return "outdated" if claim.outdated else ""


def _settled(claim: ClaimResult) -> str:
    if claim.waived:
        return f"waived: {claim.waived}"
    return f"accepted: {claim.accepted_reason}" if claim.accepted else ""
