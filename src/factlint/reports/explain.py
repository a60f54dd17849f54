"""One claim's whole chain in plain lines: from the article's words to the verdict, each step named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.reports import escape, view

if TYPE_CHECKING:
    from factlint.results import ClaimResult, Evidence, Failure, Review

_LABEL = 12


def explain(claim: ClaimResult) -> str:
    """Return the chain of one claim as text, escaped for a terminal."""
    lines = [_head(claim), *_claim(claim)]
    for evidence in claim.evidence:
        lines += ["", f"reference {escape.terminal(evidence.reference)}", *_evidence(evidence)]
    for failure in claim.failures:
        lines += ["", f"reference {escape.terminal(failure.reference)}", *_failure(failure)]
    for review in claim.reviews:
        lines += [
            "",
            f"reviewed by {escape.terminal(review.publisher)}, which doesn't count",
            *_review(review),
        ]
    lines += ["", *_conclusion(claim)]
    return "\n".join(lines)


def _head(claim: ClaimResult) -> str:
    flags = "".join(f", {word}" for word in view.qualifiers(claim))
    return f"{view.SYMBOLS[claim.verdict]} {claim.id}: {view.LABELS[claim.verdict]}{flags}"


def _claim(claim: ClaimResult) -> Iterator[str]:
    anchor = claim.anchor
    place = f"line {anchor.line}, characters {anchor.start}-{anchor.end}" if anchor.line else anchor.status
    yield from _rows(
        ("quote", f"“{claim.quote}” ({place})"),
        ("claimed", _value(claim.claimed.text, claim.claimed.reading)),
        ("as of", claim.as_of),
        ("attributed", claim.attribution),
        ("defined in", f"{claim.file}:{claim.line}" if claim.line else claim.file),
        ("note", claim.note),
    )


def _evidence(evidence: Evidence) -> Iterator[str]:
    document, passage, newest = evidence.document, evidence.passage, evidence.newest
    origin = ", ".join(
        filter(None, (passage.publisher, passage.address, passage.published, passage.confidence))
    )
    when = document.retrieved or "a file of the project"
    when += f", version of {document.dated}" if document.dated else ""
    later = ": ".join(filter(None, (view.at_newest(newest), newest.outcome))) if newest else ""
    if newest and newest.outcome in ("unread", "not-comparable"):
        later += f" ({newest.difference})"
    yield from _rows(
        ("source", f"{evidence.source} ({evidence.publisher}, tier {evidence.tier})"),
        ("document", f"{document.address} ({when}), sha256 {document.sha256}"),
        ("selector", evidence.selector),
        ("passage", f"“{passage.text}” ({passage.locator})"),
        ("context", passage.context),
        ("origin", origin),
        ("speaks of", passage.as_of),
        ("found", _value(evidence.found.text, evidence.found.reading)),
        ("rule", f"{evidence.rule}: {evidence.band}" if evidence.band else evidence.rule),
        ("difference", evidence.difference),
        ("outcome", evidence.outcome),
        ("because", evidence.note),
        ("should say", evidence.suggestion),
        ("newest", later),
        ("counts", "" if evidence.independent else "no: it is the article's own site"),
    )


def _failure(failure: Failure) -> Iterator[str]:
    yield from _rows(
        ("source", failure.source),
        ("address", failure.location),
        ("failed to", failure.stage),
        ("because", f"{failure.code} {failure.message}"),
        ("hint", failure.hint),
    )


def _review(review: Review) -> Iterator[str]:
    yield from _rows(
        ("claim", review.claim),
        ("by", review.claimant),
        ("rating", review.rating),
        ("title", review.title),
        ("published", review.published),
        ("address", review.address),
    )


def _conclusion(claim: ClaimResult) -> Iterator[str]:
    accepted = f"yes: {claim.accepted_reason}" if claim.accepted else ""
    yield from _rows(
        ("verdict", f"{view.LABELS[claim.verdict]}: {claim.reason}"),
        *(("reviews", f"not read: {problem}") for problem in claim.reviews_unread),
        ("outdated", "right on its day; the newest value is another" if claim.outdated else ""),
        ("accepted", accepted),
        ("waived", claim.waived),
        *(("drift", view.say_drift(drift)) for drift in claim.drift),
    )


def _rows(*rows: tuple[str, str]) -> Iterator[str]:
    for label, text in rows:
        if text:
            yield f"  {label:{_LABEL}}{escape.terminal(text)}"


def _value(text: str, reading: str) -> str:
    return f"{text} (read as {reading})" if reading and reading != text else text
