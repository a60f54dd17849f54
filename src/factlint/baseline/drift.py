"""Hold a report against the baseline: article, claim and references, each difference with its cause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from factlint.baseline.lock import Accepted, Entry, Lock, band_of
from factlint.checking.run import summarise
from factlint.errors import OfflineError
from factlint.results import AnchorStatus, Cause, ClaimResult, Drift, Evidence, Failure, Report, ValueView

_LOST = ("select", "read", "configure")


def against(report: Report, lock: Lock) -> Report:
    """Return the report with each claim's drift and acceptance filled in."""
    claims = tuple(_held(claim, lock.claims.get(claim.id)) for claim in report.claims)
    return replace(report, claims=claims, summary=summarise(claims))


def edited(claim: ClaimResult, entry: Entry) -> bool:
    """Whether the claim's own words changed since it was accepted."""
    return (claim.quote, claim.claimed.text) != (entry.quote, entry.claimed)


def _held(claim: ClaimResult, entry: Entry | None) -> ClaimResult:
    if entry is None:
        return claim
    drift = (*claim.drift, *_drift(claim, entry))
    settled = entry.verdict == claim.verdict and not any(one.cause is Cause.CLAIM_EDITED for one in drift)
    return replace(claim, drift=drift, accepted=settled, accepted_reason=entry.reason if settled else "")


def _drift(claim: ClaimResult, entry: Entry) -> Iterator[Drift]:
    yield from _words(claim, entry)
    yield from _anchor(claim, entry)
    evidence = {item.reference: item for item in claim.evidence}
    failures = {item.reference: item for item in claim.failures}
    for name, before in entry.references.items():
        if name in evidence:
            yield from _revised(name, before, evidence[name])
            yield from _banded(name, before, evidence[name]) if not edited(claim, entry) else ()
        elif not _unasked(failures.get(name)):
            yield _missing(name, before, failures.get(name))
    for name in sorted(evidence.keys() - entry.references.keys()):
        yield _new(evidence[name], entry)
    if not failures.keys() & entry.references.keys():
        yield from _verdict(claim, entry)


def _unasked(failure: Failure | None) -> bool:
    """Whether an offline run left the source alone: it is unchecked, and no news of the source."""
    return failure is not None and failure.code == OfflineError.code


def _words(claim: ClaimResult, entry: Entry) -> Iterator[Drift]:
    if edited(claim, entry):
        yield Drift(
            cause=Cause.CLAIM_EDITED,
            message="the claim's quote or value was edited since it was accepted",
            before=_said(entry.quote, entry.claimed),
            after=_said(claim.quote, claim.claimed.text),
            before_reading=entry.reading,
            after_reading=claim.claimed.reading,
        )


def _said(quote: str, claimed: str) -> str:
    return quote if claimed in quote else f"{quote} = {claimed}"


def _anchor(claim: ClaimResult, entry: Entry) -> Iterator[Drift]:
    anchor = claim.anchor
    if anchor.status is AnchorStatus.MISSING:
        yield Drift(
            cause=Cause.ARTICLE_EDITED,
            message="the article no longer holds the quote"
            + ("; these are the nearest words" if anchor.nearest else ""),
            before=claim.quote,
            after=anchor.nearest,
            before_reading=claim.claimed.reading,
            after_reading=anchor.nearest_reading,
        )
    elif anchor.status is AnchorStatus.AMBIGUOUS:
        message = "the article now holds the quote more than once"
        yield Drift(cause=Cause.ARTICLE_EDITED, message=message)
    elif entry.anchor and anchor.digest and entry.anchor != anchor.digest:
        message = "the words around the quote were edited; the quote itself stands"
        yield Drift(cause=Cause.ARTICLE_EDITED, message=message)


def _missing(name: str, before: Accepted, failure: Failure | None) -> Drift:
    drift = partial(Drift, reference=name, before=before.found, before_reading=before.reading)
    if failure is None:
        message = f"{name} is no longer a reference of this claim"
        return drift(cause=Cause.CLAIM_EDITED, message=message)
    if failure.stage == "fetch":
        message = f"{name} can't be read: {failure.message}"
        return drift(cause=Cause.SOURCE_GONE, message=message)
    if failure.stage in _LOST:
        stands = f"the accepted value stands at {failure.elsewhere}" if failure.elsewhere else ""
        next_step = stands or "factlint suggest looks for another selector"
        message = f"the selector no longer finds the value in {name}: {failure.message}; {next_step}"
        return drift(cause=Cause.SELECTOR_LOST, message=message, after=failure.elsewhere)
    message = f"{name} can no longer be compared: {failure.message}"
    return drift(cause=Cause.REFERENCE_REVISED, message=message)


def _new(now: Evidence, entry: Entry) -> Drift:
    """Tell a reference that could not be read when the claim was accepted from one that was added since."""
    name = now.reference
    drift = partial(Drift, reference=name, after=now.found.text, after_reading=now.found.reading)
    if name in entry.unread:
        message = f"{name}, which could not be read when the claim was accepted, can be read again"
        agrees = now.outcome != "mismatch"
        return drift(cause=Cause.SOURCE_BACK, message=message, information=agrees)
    message = f"{name} was added to the claim's references since it was accepted"
    return drift(cause=Cause.CLAIM_EDITED, message=message)


def _revised(name: str, before: Accepted, now: Evidence) -> Iterator[Drift]:
    unread = now.newest is not None and now.newest.outcome == "unread"
    newest = now.newest.found.text if now.newest and not unread else before.newest if unread else ""
    if not _same(before, now.found):
        inside = "outside" if now.outcome == "mismatch" else "still within"
        message = f"{name} was revised from '{before.found}' to '{now.found.text}', {inside} the claim's band"
        yield Drift(
            cause=Cause.REFERENCE_REVISED,
            reference=name,
            message=message,
            before=before.found,
            after=now.found.text,
            before_reading=before.reading,
            after_reading=now.found.reading,
        )
    elif before.newest != newest:
        message = f"the newest value of {name} moved from '{before.newest}' to '{newest}'"
        yield _information(name, message, before.newest, newest)
    elif (before.found, before.as_of) != (now.found.text, now.passage.as_of):
        message = f"{name} says the same in other words or of another day"
        old, new = (" as of ".join(filter(None, pair)) for pair in _dated(before, now))
        yield _information(name, message, old, new)
    elif before.sha256 != now.document.sha256:
        yield _information(name, f"{name} changed, the value read from it did not", "", "")


def _dated(before: Accepted, now: Evidence) -> tuple[tuple[str, str], tuple[str, str]]:
    return (before.found, before.as_of), (now.found.text, now.passage.as_of)


def _same(before: Accepted, found: ValueView) -> bool:
    """Whether the value is the same, whatever its words; a value without a reading is its words."""
    if before.reading and found.reading:
        return before.reading == found.reading
    return before.found == found.text


def _information(name: str, message: str, before: str, after: str) -> Drift:
    return Drift(
        cause=Cause.PAGE_CHANGED,
        reference=name,
        message=message,
        before=before,
        after=after,
        information=True,
    )


def _banded(name: str, before: Accepted, now: Evidence) -> Iterator[Drift]:
    old, new = (f"{rule}: {band}" for rule, band in ((before.rule, before.band), (now.rule, band_of(now))))
    if old != new:
        message = f"what the claim accepts of {name} was changed, by its settings or a newer factlint"
        yield Drift(cause=Cause.BAND_CHANGED, reference=name, message=message, before=old, after=new)


def _verdict(claim: ClaimResult, entry: Entry) -> Iterator[Drift]:
    if claim.verdict != entry.verdict:
        message = f"the verdict flipped from {entry.verdict} to {claim.verdict}"
        yield Drift(cause=Cause.VERDICT_FLIPPED, message=message, before=entry.verdict, after=claim.verdict)
    elif claim.outdated and not entry.outdated:
        message = "right on its day; the reference has moved on since it was accepted"
        yield Drift(cause=Cause.OUTDATED, message=message)
