"""ClaimReview (schema.org) as JSON-LD: one review a claim that was checked, in the publisher's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factlint.errors import PublisherMissingError
from factlint.reports import escape, view
from factlint.results import Verdict

if TYPE_CHECKING:
    from factlint.reports.base import Publisher, RenderOptions
    from factlint.results import ArticleView, ClaimResult, Report

SUFFIX = ".jsonld"

WORST, BEST = 1, 5

_RATINGS = {Verdict.REFUTED: (1, "Refuted"), Verdict.CONFLICTING: (3, "Conflicting evidence")}
_IMPRECISE, _SUPPORTED = (4, "Supported, but imprecise"), (5, "Supported")
_ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def render(report: Report, options: RenderOptions) -> str:
    """Return the reviews as a JSON-LD graph; raises ``PublisherMissingError`` where nobody publishes them."""
    publisher = options.publisher
    if publisher is None:
        raise PublisherMissingError(
            "ClaimReview names who publishes the fact check, and no publisher is configured",
            hint="add 'publisher:' with 'name:' and 'url:' to factlint.yaml",
        )
    reviews = [_review(claim, report, publisher) for claim in report.claims if claim.checked]
    return escape.json_text({"@context": "https://schema.org", "@graph": reviews}) + "\n"


def _review(claim: ClaimResult, report: Report, publisher: Publisher) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "url": f"{publisher.url}#claim-{view.key(claim)}",
        "datePublished": escape.line(report.generated)[:10],
        "author": {"@type": "Organization", "name": publisher.name, "url": publisher.url},
        "claimReviewed": escape.line(claim.quote),
        "reviewBody": escape.line(view.headline(claim)),
        "reviewRating": _rating(claim),
        "itemReviewed": _item(claim, view.article_of(claim, report)),
    }


def _rating(claim: ClaimResult) -> dict[str, Any]:
    """Return the verdict as a rating; without enough evidence there are words and no number."""
    if claim.verdict is Verdict.NOT_ENOUGH:
        return {"@type": "Rating", "alternateName": "Not enough evidence"}
    value, words = _RATINGS.get(claim.verdict, _IMPRECISE if view.imprecise(claim) else _SUPPORTED)
    scale = {"ratingValue": value, "bestRating": BEST, "worstRating": WORST}
    return {"@type": "Rating", **scale, "alternateName": words}


def _item(claim: ClaimResult, article: ArticleView | None) -> dict[str, Any]:
    item: dict[str, Any] = {"@type": "Claim"}
    if claim.attribution:
        item["author"] = {"@type": "Person", "name": escape.line(claim.attribution)}
    if article is None:
        return item
    dated = {"datePublished": article.published} if _ISO_DATE.fullmatch(article.published) else {}
    appearance: dict[str, Any] = {"@type": "NewsArticle", "headline": escape.line(article.title), **dated}
    if escape.safe_link(article.url):
        appearance["url"] = article.url
    if article.publisher:
        organisation = {"@type": "Organization", "name": escape.line(article.publisher)}
        appearance["publisher"] = organisation
        item.setdefault("author", organisation)
    return item | dated | {"appearance": appearance}
