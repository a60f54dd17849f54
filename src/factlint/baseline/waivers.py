"""Waivers and review days: what holds until a day, and is red from the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factlint.checking.run import summarise
from factlint.project.claims import Claim, Waiver
from factlint.project.model import Project
from factlint.results import Cause, ClaimResult, Drift, Report, Verdict


def dated(report: Report, project: Project, today: date) -> Report:
    """Return the report with the claims' waivers and review days held against ``today``."""
    known = {item.claim.id: item.claim for item in project.claims}
    claims = tuple(
        _reviewed(_waived(one, known[one.id], today), known[one.id], today) for one in report.claims
    )
    return replace(report, claims=claims, summary=summarise(claims))


def _waived(result: ClaimResult, claim: Claim, today: date) -> ClaimResult:
    if claim.waive is None:
        return result
    if today <= claim.waive.until:
        return replace(result, waived=said(claim.waive))
    ended = f"the waiver by {claim.waive.owner} ended on {claim.waive.until} ({claim.waive.reason})"
    message = f"{ended}; correct the article, or waive it anew"
    return _with(result, Drift(cause=Cause.WAIVER_EXPIRED, message=message))


def _reviewed(result: ClaimResult, claim: Claim, today: date) -> ClaimResult:
    if claim.review_by is None or today <= claim.review_by:
        return result
    return _with(
        result,
        Drift(
            cause=Cause.REVIEW_OVERDUE,
            message=f"it was to be reviewed by {claim.review_by}; look again, and set a later review_by",
        ),
    )


def idle(report: Report) -> list[str]:
    """List the waived claims that have nothing to waive."""
    return [
        claim.id
        for claim in report.claims
        if claim.waived
        and claim.verdict is Verdict.SUPPORTED
        and not (claim.outdated or claim.discrepancies or any(not one.information for one in claim.drift))
    ]


def said(waiver: Waiver) -> str:
    """Return a waiver in one line."""
    return f"by {waiver.owner} until {waiver.until}: {waiver.reason}"


def _with(result: ClaimResult, drift: Drift) -> ClaimResult:
    return replace(result, drift=(*result.drift, drift))
