"""Hold a report against the baseline: article, claim and references, each difference with its cause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factlint.baseline.lock import Accepted, Entry, Lock
from factlint.checking.run import summarise
from factlint.results import (
    AnchorStatus,
    Cause,
    ClaimResult,
    Drift,
    Evidence,
    Failure,
    Report,
)

_LOST = ("select", "read", "configure")


def against(report: Report, lock: Lock) -> Report:
    """Return the report with each claim's drift and acceptance filled in."""
    claims = tuple(_held(claim, lock.claims.get(claim.id)) for claim in report.claims)
    return report.model_copy(update={"claims": claims, "summary": summarise(claims)})


def _held(claim: ClaimResult, entry: Entry | None) -> ClaimResult:
    if entry is None:
        return claim
    drift = (*claim.drift, *_drift(claim, entry))
    edited = any(item.cause is Cause.CLAIM_EDITED for item in drift)
    settled = entry.verdict == claim.verdict and not edited
    return claim.model_copy(
        update={"drift": drift, "accepted": settled, "accepted_reason": entry.reason if settled else ""}
    )


def _drift(claim: ClaimResult, entry: Entry) -> Iterator[Drift]:
    yield from _words(claim, entry)
    yield from _anchor(claim, entry)
    evidence = {item.reference: item for item in claim.evidence}
    failures = {item.reference: item for item in claim.failures}
    for name, before in entry.references.items():
        yield from _reference(name, before, evidence.get(name), failures.get(name))
    for name in evidence.keys() - entry.references.keys():
        message = f"{name} gives evidence that the baseline doesn't hold"
        yield Drift(cause=Cause.SOURCE_BACK, reference=name, message=message, after=evidence[name].found.text)
    if not failures.keys() & entry.references.keys():
        yield from _verdict(claim, entry)


def _words(claim: ClaimResult, entry: Entry) -> Iterator[Drift]:
    if (claim.quote, claim.claimed.text) == (entry.quote, entry.claimed):
        return
    yield Drift(
        cause=Cause.CLAIM_EDITED,
        message="the claim's quote or value was edited since it was accepted",
        before=f"{entry.quote} = {entry.claimed}",
        after=f"{claim.quote} = {claim.claimed.text}",
    )


def _anchor(claim: ClaimResult, entry: Entry) -> Iterator[Drift]:
    anchor = claim.anchor
    if anchor.status in (AnchorStatus.MISSING, AnchorStatus.AMBIGUOUS):
        nearest = f"; the nearest words are '{anchor.nearest}'" if anchor.nearest else ""
        message = f"the article no longer holds the quote exactly once{nearest}"
        yield Drift(cause=Cause.ARTICLE_EDITED, message=message, before=claim.quote, after=anchor.nearest)
    elif entry.anchor and anchor.digest and entry.anchor != anchor.digest:
        message = "the words around the quote were edited; the quote itself stands"
        yield Drift(cause=Cause.ARTICLE_EDITED, message=message, before=entry.anchor, after=anchor.digest)


def _reference(name: str, before: Accepted, now: Evidence | None, failure: Failure | None) -> Iterator[Drift]:
    if now is not None:
        yield from _compared(name, before, now)
    elif failure is None:
        message = f"{name} is no longer a reference of this claim"
        yield Drift(cause=Cause.CLAIM_EDITED, reference=name, message=message, before=before.found)
    elif failure.stage == "fetch":
        message = f"{name} can't be read: {failure.message}"
        yield Drift(cause=Cause.SOURCE_GONE, reference=name, message=message, before=before.found)
    elif failure.stage in _LOST:
        message = f"the selector no longer finds the value in {name}: {failure.message}"
        yield Drift(cause=Cause.SELECTOR_LOST, reference=name, message=message, before=before.found)
    else:
        message = f"{name} can no longer be compared: {failure.message}"
        yield Drift(cause=Cause.REFERENCE_REVISED, reference=name, message=message, before=before.found)


def _compared(name: str, before: Accepted, now: Evidence) -> Iterator[Drift]:
    newest = now.newest.found.text if now.newest else ""
    if (before.found, before.as_of) != (now.found.text, now.passage.as_of):
        standing = (
            "still within the claim's band" if now.outcome != "mismatch" else "outside the claim's band"
        )
        message = f"{name} was revised from '{before.found}' to '{now.found.text}', {standing}"
        yield _change(Cause.REFERENCE_REVISED, name, message, before.found, now.found.text)
    elif before.newest != newest:
        message = f"the newest value of {name} moved from '{before.newest}' to '{newest}'"
        yield _change(Cause.PAGE_CHANGED, name, message, before.newest, newest, information=True)
    elif before.sha256 != now.document.sha256:
        message = f"{name} changed, the value read from it did not"
        yield _change(Cause.PAGE_CHANGED, name, message, before.sha256, now.document.sha256, information=True)
    if (before.rule, before.band) != (now.rule, now.band):
        message = f"the band for {name} changed from '{before.band}' to '{now.band}'"
        yield _change(Cause.BAND_CHANGED, name, message, before.band, now.band)


def _verdict(claim: ClaimResult, entry: Entry) -> Iterator[Drift]:
    if claim.verdict != entry.verdict:
        message = f"the verdict flipped from {entry.verdict} to {claim.verdict}"
        yield Drift(cause=Cause.VERDICT_FLIPPED, message=message, before=entry.verdict, after=claim.verdict)
    elif claim.outdated and not entry.outdated:
        message = "right on its day; the reference has moved on since it was accepted"
        yield Drift(cause=Cause.OUTDATED, message=message)


def _change(
    cause: Cause, name: str, message: str, before: str, after: str, *, information: bool = False
) -> Drift:
    return Drift(
        cause=cause, reference=name, message=message, before=before, after=after, information=information
    )


def overdue(report: Report, review: dict[str, date], today: date) -> Report:
    """Return the report with a drift on every claim whose review day has passed."""
    claims = tuple(_reviewed(claim, review.get(claim.id), today) for claim in report.claims)
    return report.model_copy(update={"claims": claims, "summary": summarise(claims)})


def _reviewed(claim: ClaimResult, due: date | None, today: date) -> ClaimResult:
    if due is None or due >= today:
        return claim
    late = Drift(cause=Cause.REVIEW_OVERDUE, message=f"to be reviewed by {due}", before=due.isoformat())
    return claim.model_copy(update={"drift": (*claim.drift, late)})
