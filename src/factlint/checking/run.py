"""Check a project: every claim against every one of its references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from factlint.checking.found import value_in
from factlint.checking.gathering import Found, gather_all
from factlint.checking.reviews import Reviews
from factlint.checking.views import value_view
from factlint.errors import NothingToCheckError
from factlint.fetch import Fetching
from factlint.judge import judge
from factlint.plan import as_of, plan
from factlint.project import anchors
from factlint.project.claims import Policy
from factlint.project.model import ClaimsDocument, LoadedClaim, Project
from factlint.results import (
    Anchor,
    AnchorStatus,
    ArticleView,
    ClaimResult,
    Discrepancy,
    Evidence,
    Failure,
    Report,
    Summary,
    Verdict,
)
from factlint.values.counted.measures import using

_UNANCHORED = Anchor(status=AnchorStatus.NOT_CHECKED)


def check(
    project: Project,
    how: Fetching = Fetching(),  # noqa: B008
    expected: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> Report:
    """Check every claim of the project and return the report, not yet held against a baseline.

    expected: words accepted earlier, by claim and reference; where a selector is lost they are looked for
    Raises NothingToCheckError when there is no claim.
    """
    if not project.claims:
        raise NothingToCheckError("there is no claim to check")
    work = plan(project)
    tape = how.tape(project)
    with using(project.vocabulary):
        found = gather_all(project, work, how, tape, expected)
        results = tuple(_result(project, claim, found[claim.claim.id]) for claim in project.claims)
    return Report(
        tool=_tool(),
        generated=tape.moment.isoformat(timespec="seconds"),
        profile=project.profile,
        articles=tuple(_article(document, project.root) for document in project.documents),
        summary=summarise(results),
        claims=results,
    )


def summarise(claims: tuple[ClaimResult, ...]) -> Summary:
    """Count over the claims' results."""
    verdicts = [claim.verdict for claim in claims]
    minor = [c for c in claims if any(item.severity == "minor" for item in c.discrepancies)]
    return Summary(
        claims=len(claims),
        checked=sum(claim.checked for claim in claims),
        supported=verdicts.count(Verdict.SUPPORTED),
        refuted=verdicts.count(Verdict.REFUTED),
        conflicting=verdicts.count(Verdict.CONFLICTING),
        not_enough=verdicts.count(Verdict.NOT_ENOUGH),
        outdated=sum(claim.outdated for claim in claims),
        imprecise=len(minor),
        failures=sum(len(claim.failures) for claim in claims),
        drift=sum(not item.information for claim in claims for item in claim.drift),
        accepted=sum(claim.accepted for claim in claims),
        waived=sum(bool(claim.waived) for claim in claims),
        anchors_checked=sum(claim.anchor.status != AnchorStatus.NOT_CHECKED for claim in claims),
    )


def policy_of(project: Project, claim: LoadedClaim) -> Policy:
    """Return the nearest policy: the claim's, its file's or the project's."""
    return claim.claim.policy or claim.file.model.policy or project.settings.policy


def _result(project: Project, loaded: LoadedClaim, found: Sequence[Found]) -> ClaimResult:
    claim = loaded.claim
    evidence = tuple(item for item in found if isinstance(item, Evidence))
    policy = policy_of(project, loaded)
    ruling = judge(evidence, policy)
    day = as_of(loaded)
    return ClaimResult(
        id=claim.id,
        quote=claim.quote.exact,
        claimed=evidence[0].claimed if evidence else value_view(loaded.value),
        verdict=ruling.verdict,
        outdated=ruling.outdated,
        reason=ruling.reason,
        policy=f"at-least {policy.count}" if policy.name == "at-least" else policy.name,
        as_of=claim.as_of or (day.isoformat() if day else ""),
        attribution=claim.attribution,
        tags=claim.tags,
        note=claim.note,
        file=loaded.where.file,
        line=loaded.where.line,
        anchor=_anchor(loaded),
        evidence=evidence,
        failures=tuple(item for item in found if isinstance(item, Failure)),
        discrepancies=tuple(_discrepancy(item) for item in evidence if item.outcome != "match"),
        reviews=tuple(review for item in found if isinstance(item, Reviews) for review in item.items),
        reviews_unread=tuple(item.problem for item in found if isinstance(item, Reviews) and item.problem),
        todo=claim.todo,
    )


def _discrepancy(evidence: Evidence) -> Discrepancy:
    return Discrepancy(
        reference=evidence.reference,
        severity="major" if evidence.outcome == "mismatch" else "minor",
        rule=evidence.rule,
        claimed=evidence.claimed.text,
        found=evidence.found.text,
        difference=evidence.difference,
        direction=evidence.direction,
        note=evidence.note,
        suggestion=evidence.suggestion,
    )


def _anchor(loaded: LoadedClaim) -> Anchor:
    text = loaded.file.text
    if text is None:
        return _UNANCHORED
    match = anchors.find(loaded.claim.quote, text, loaded.file.marks)
    if not match.places:
        near = value_in(match.nearest, loaded)
        reading = value_view(near).reading if near else ""
        return Anchor(status=AnchorStatus.MISSING, nearest=match.nearest, nearest_reading=reading)
    if len(match.places) > 1:
        return Anchor(status=AnchorStatus.AMBIGUOUS)
    start, end = match.places[0]
    return Anchor(
        status=AnchorStatus.FOUND,
        start=start,
        end=end,
        line=anchors.line_of(text, start),
        digest=anchors.digest(text, start, end),
    )


def _article(document: ClaimsDocument, root: Path) -> ArticleView:
    article, text = document.model.article, document.text
    return ArticleView(
        title=article.title,
        publisher=article.publisher,
        published=article.published or "",
        url=article.url,
        file=_inside(document.source, root) if text is not None else "",
        claims_file=document.name,
        text_sha256=sha256(text.encode()).hexdigest() if text is not None else "",
    )


def _inside(file: Path | None, root: Path) -> str:
    """Return a file of the project as seen from its root; where another one lies is nobody's business."""
    full = file.resolve() if file else None
    return full.relative_to(root).as_posix() if full and full.is_relative_to(root) else ""


def _tool() -> str:
    from factlint.version import __version__

    return f"factlint {__version__}"
