"""What the formats have in common: the words and symbols of a verdict, and the lists a reader asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from factlint.results import (
    AnchorStatus,
    ArticleView,
    Cause,
    ClaimResult,
    Discrepancy,
    Drift,
    Evidence,
    Failure,
    Newest,
    Report,
    Review,
    Verdict,
)

SYMBOLS = {
    Verdict.SUPPORTED: "✓",
    Verdict.REFUTED: "✗",
    Verdict.CONFLICTING: "≠",
    Verdict.NOT_ENOUGH: "?",
}
LABELS = {
    Verdict.SUPPORTED: "supported",
    Verdict.REFUTED: "refuted",
    Verdict.CONFLICTING: "conflicting",
    Verdict.NOT_ENOUGH: "not enough evidence",
}
Level = Literal["error", "warning", "note", "none"]

_OUTCOMES = {"mismatch": 0, "imprecise": 1, "match": 2}


@dataclass(frozen=True, slots=True)
class Gist:
    """A claim in one row: what it says, what the reference that matters most says, and where."""

    claimed: str
    found: str = ""
    difference: str = ""
    source: str = ""
    rule: str = ""
    more: int = 0


def imprecise(claim: ClaimResult) -> bool:
    """Whether the claim stands but says more or other than its references give."""
    return claim.verdict is Verdict.SUPPORTED and any(one.severity == "minor" for one in claim.discrepancies)


def disputed(claim: ClaimResult) -> bool:
    """Whether the claim stands by its policy though a reference says otherwise."""
    return claim.verdict is Verdict.SUPPORTED and any(one.severity == "major" for one in claim.discrepancies)


def qualifiers(claim: ClaimResult) -> list[str]:
    """Return what stands beside the verdict: outdated, imprecise, disputed, accepted, waived, to do, drift."""
    flags = {
        "outdated": claim.outdated,
        "imprecise": imprecise(claim),
        "disputed": disputed(claim),
        "accepted": claim.accepted,
        "waived": bool(claim.waived),
        "to do": claim.todo,
        "drift": any(not drift.information for drift in claim.drift),
    }
    return [word for word, holds in flags.items() if holds]


def level(claim: ClaimResult) -> Level:
    """Return how loud a claim is told in formats with severities."""
    if claim.verdict in (Verdict.REFUTED, Verdict.CONFLICTING):
        return "error"
    if claim.verdict is Verdict.NOT_ENOUGH or imprecise(claim) or disputed(claim):
        return "warning"
    return "note" if claim.outdated or claim.drift else "none"


def settled(claim: ClaimResult) -> bool:
    """Whether somebody has answered for the finding: accepted in the baseline, or waived for a time."""
    return claim.accepted or bool(claim.waived)


def telling(claim: ClaimResult) -> Evidence | None:
    """Return the evidence that says most: a mismatch before a match, sources that count before others."""
    ranked = sorted(claim.evidence, key=lambda one: (not one.independent, _OUTCOMES[one.outcome], one.tier))
    return ranked[0] if ranked else None


def gist(claim: ClaimResult) -> Gist:
    """Return the claim in one row."""
    evidence = telling(claim)
    if evidence is None:
        return Gist(claim.claimed.text, found="–", source=_failed_sources(claim))
    return Gist(
        evidence.claimed.text,
        since(evidence.found.text),
        evidence.difference,
        evidence.source,
        evidence.rule,
        len(claim.evidence) - 1,
    )


def headline(claim: ClaimResult) -> str:
    """Return what is to be said about the claim in one sentence, its id first."""
    one = claim.discrepancies[0] if claim.discrepancies else None
    words = " ".join([LABELS[claim.verdict], *(f"({flag})" for flag in qualifiers(claim))])
    if one is None:
        why = _moved_on(claim) if claim.checked else "; ".join(_why_unchecked(claim))
        return f"{claim.id}: {words}: {why or claim.reason}"
    should = f"; should say: {one.suggestion}" if one.suggestion else ""
    return f"{claim.id}: {words}: {say_discrepancy(one)}{should}"


def discrepancies(report: Report) -> list[tuple[ClaimResult, Discrepancy]]:
    """Return every discrepancy with its claim, the major ones first."""
    pairs = [(claim, one) for claim in report.claims for one in claim.discrepancies]
    return sorted(pairs, key=lambda pair: pair[1].severity != "major")


def drifts(report: Report) -> list[tuple[ClaimResult, Drift]]:
    """Return every drift with its claim, those that the gate counts first."""
    pairs = [(claim, one) for claim in report.claims for one in claim.drift]
    return sorted(pairs, key=lambda pair: pair[1].information)


def unchecked(report: Report) -> list[tuple[ClaimResult, list[str]]]:
    """Return the claims for which no reference gave evidence that counts, and why."""
    return [(claim, list(_why_unchecked(claim))) for claim in report.claims if not claim.checked]


def failures_aside(report: Report) -> list[tuple[ClaimResult, str]]:
    """Return the references that failed on claims which others could settle, or at their newest alone."""
    checked = [claim for claim in report.claims if claim.checked]
    unread = [
        (claim, f"{one.source}: its newest could not be read: {one.newest.difference}")
        for claim in checked
        for one in claim.evidence
        if one.newest and one.newest.outcome == "unread"
    ]
    return [(claim, _say_failure(one)) for claim in checked for one in claim.failures] + unread


def at_newest(newest: Newest) -> str:
    """Return what a reference says at its newest, and of which day where it tells."""
    return f"{newest.found.text} as of {newest.as_of}" if newest.as_of else newest.found.text


def reviews(report: Report) -> list[tuple[ClaimResult, str]]:
    """Return what other fact-checkers have said of the claims, and why some could not be read."""
    return [
        (claim, words)
        for claim in report.claims
        for words in [*map(say_review, claim.reviews), *(f"not read: {why}" for why in claim.reviews_unread)]
    ]


def anchors_amiss(report: Report) -> list[tuple[ClaimResult, str]]:
    """Return the claims whose quote the article's text lacks or holds twice, in words."""
    words = {
        AnchorStatus.MISSING: "the article's text doesn't contain it",
        AnchorStatus.AMBIGUOUS: "the article's text contains it more than once",
    }
    amiss = [claim for claim in report.claims if claim.anchor.status in words]
    return [(claim, words[claim.anchor.status] + _nearest(claim)) for claim in amiss]


def tally(report: Report) -> str:
    """Return ``checked N of M`` with the counts of verdicts, in one line."""
    summary = report.summary
    aside = [(summary.outdated, "outdated"), (summary.imprecise, "imprecise")]
    told = ", ".join(f"{count} {word}" for count, word in aside if count)
    counts = [
        (summary.supported, f"supported ({told})" if told else "supported"),
        (summary.refuted, "refuted"),
        (summary.conflicting, "conflicting"),
        (summary.not_enough, "not enough evidence"),
    ]
    said = ", ".join(f"{count} {word}" for count, word in counts if count)
    return f"checked {summary.checked} of {plural(summary.claims, 'claim')}" + (f": {said}" if said else "")


def say_discrepancy(one: Discrepancy) -> str:
    """Return claim against reference in one sentence, without what the sentence should say."""
    size = f": {one.difference}" if one.difference else ""
    return f"claimed {one.claimed}, {one.reference} has {since(one.found)}{size}"


def other_side(claim: ClaimResult) -> str:
    """Return what those references have that bear a conflicting claim out, "" for other claims."""
    if claim.verdict is not Verdict.CONFLICTING:
        return ""
    heard = [one for one in claim.evidence if one.independent and one.outcome != "mismatch"]
    return ", ".join(f"{one.reference} has {since(one.found.text)}" for one in heard)


def say_review(review: Review) -> str:
    """Return a review by others in one sentence."""
    rated = f"rated {quoted(review.rating)}" if review.rating else "reviewed"
    about = "; ".join(filter(None, (review.title, when(review.published), review.address)))
    aside = f" ({about})" if about else ""
    return f"{review.publisher or review.source} {rated}: {quoted(review.claim or review.title)}{aside}"


def say_drift(drift: Drift) -> str:
    """Return a drift with its cause in one sentence."""
    where = f" ({drift.reference})" if drift.reference else ""
    before, after = _read(drift.before, drift.before_reading), _read(drift.after, drift.after_reading)
    change = f". Was: {before or 'nothing'}. Now: {after or 'nothing'}." if before or after else ""
    return f"{drift.cause}{where}: {drift.message}{change}"


def anchors_line(report: Report) -> str:
    """Return how many quotes were held against the article's text."""
    summary = report.summary
    if not summary.anchors_checked:
        return "The article's text was not at hand: no quote was held against it."
    quotes = f"{plural(summary.claims, 'quote')} {'was' if summary.claims == 1 else 'were'}"
    return f"{summary.anchors_checked} of {quotes} held against the article's text."


def counts(report: Report) -> dict[Verdict, int]:
    """Return how many claims have each verdict."""
    return {verdict: sum(claim.verdict is verdict for claim in report.claims) for verdict in Verdict}


def key(claim: ClaimResult) -> str:
    """Return the claim's id as a part of an address, such as ``#claim-KEY``."""
    return quote(claim.id.encode("utf-8", "surrogatepass"), safe="").replace("%", "_")


def plural(count: int, noun: str) -> str:
    """Return ``1 claim``, ``2 claims``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def when(date: str) -> str:
    """Return a time of RFC 3339 or an EDTF date as a reader expects it."""
    between = re.fullmatch(r"\[(\S+)\.\.(\S+)\]", date)
    if between:
        return f"{between[1]} to {between[2]}"
    moment = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)\S*(?:Z|[+]00:00)", date)
    return f"{moment[1]} {moment[2]} UTC" if moment else date


def since(text: str) -> str:
    """Return an EDTF interval between days in words; any other text as it is."""
    days = re.fullmatch(r"(\d{4}(?:-\d\d){0,2})/(\d{4}(?:-\d\d){0,2}|\.\.)", text)
    if not days:
        return text
    return f"since {days[1]}" if days[2] == ".." else f"{days[1]} to {days[2]}"


def quoted(words: str) -> str:
    """Return words in quotation marks, unless they bring their own."""
    return words if words[:1] in ("“", '"', "‘", "«", "„") else f"“{words}”"


def article_of(claim: ClaimResult, report: Report) -> ArticleView | None:
    """Return the article that the claim's file is about."""
    if len(report.articles) == 1:
        return report.articles[0]
    return next((article for article in report.articles if article.claims_file == claim.file), None)


def causes(report: Report) -> list[Cause]:
    """Return the causes of drift that occur, in the order of their definition."""
    seen = {drift.cause for claim in report.claims for drift in claim.drift}
    return [cause for cause in Cause if cause in seen]


def _why_unchecked(claim: ClaimResult) -> Iterator[str]:
    if claim.todo:
        yield "to do: it names no reference yet"
    for failure in claim.failures:
        yield _say_failure(failure)
    if claim.evidence:
        yield "only sources that don't count gave evidence (the article's own domain)"
    if not (claim.todo or claim.failures or claim.evidence):
        yield claim.reason or "it has no reference"


def _say_failure(failure: Failure) -> str:
    """Say why a reference gave nothing and, where its runs are counted, for how long."""
    counted = (
        f"; failing for {failure.failing_runs} of {failure.patience} runs" if failure.failing_runs else ""
    )
    return f"{failure.source}: {failure.message}{counted}"


def _read(words: str, reading: str) -> str:
    return f"{words} (read as {reading})" if words and reading and reading != words else words


def _moved_on(claim: ClaimResult) -> str:
    newest = (one.newest for one in claim.evidence if one.newest and one.newest.outcome == "mismatch")
    return next((f"the reference now has {at_newest(one)}" for one in newest), "") if claim.outdated else ""


def _failed_sources(claim: ClaimResult) -> str:
    return ", ".join(dict.fromkeys(failure.source for failure in claim.failures))


def _nearest(claim: ClaimResult) -> str:
    return f"; nearest is {quoted(claim.anchor.nearest)}" if claim.anchor.nearest else ""
