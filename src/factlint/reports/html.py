"""HTML: one file that needs nothing else, with the article, every claim and its whole chain of evidence."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.reports import chart, escape, highlight, templates, view
from factlint.results import AnchorStatus, ArticleView, ClaimResult, Evidence, Report, Verdict

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions

SUFFIX = ".html"

QUALIFIED = {"imprecise": "≈", "outdated": "↻"}
"""What shows in the article on supported claims, with its symbol."""

_CONTEXT = 1500
_ROWS = 60
_RANKS = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH, Verdict.SUPPORTED)


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as the page shows it.

    tone: the classes that colour its words: its verdict, and what qualifies a supported one
    facets: the words that filters look for, as JSON
    """

    number: int
    key: str
    claim: ClaimResult
    gist: view.Gist
    qualifiers: list[str]
    suggestion: str
    tone: str
    symbol: str
    rank: int
    facets: str


@dataclass(frozen=True, slots=True)
class Source:
    """A reference's words around the value read, the web addresses that may be followed, and the chart."""

    before: str
    hit: str
    after: str
    links: list[tuple[str, str, str]]
    drawing: chart.Chart | None
    rows: list[tuple[str, str]]
    left_out: int


@dataclass(frozen=True, slots=True)
class Text:
    """An article as the page shows it: its paragraphs, or the quotes where its text is not at hand.

    share: how much of it claims cover, in words; gaps: whether some of it is covered by none
    """

    article: ArticleView
    paragraphs: list[highlight.Paragraph]
    quotes: list[Card]
    link: str
    share: str = ""
    gaps: bool = False


def render(report: Report, options: RenderOptions) -> str:
    """Return the report as one HTML document without any outside part."""
    cards = [_card(number, claim) for number, claim in enumerate(report.claims, start=1)]
    style, script = templates.trusted("report.css"), templates.trusted("report.js")
    return templates.fill(
        "report.html",
        report=report,
        cards=cards,
        by_number={card.number: card for card in cards},
        texts=[_text(article, report, cards, options) for article in report.articles],
        facets=_facets(report),
        shares=_shares(report),
        style=style,
        script=script,
        policy=_policy(style, script),
        drifted=[(claim, view.say_drift(one)) for claim, one in view.drifts(report)],
        source_of=_source,
        qualified=QUALIFIED,
    ) + "\n"  # fmt: skip


def _card(number: int, claim: ClaimResult) -> Card:
    flags = view.qualifiers(claim)
    facets = {
        "verdict": [claim.verdict.value],
        "flag": [*flags, *([] if claim.checked else ["not checked"])],
        "cause": sorted({drift.cause.value for drift in claim.drift}),
        "tag": [escape.line(tag) for tag in claim.tags],
        "source": [escape.line(name) for name in _sources(claim)],
    }
    verdict = claim.verdict
    doubt = next((flag for flag in QUALIFIED if verdict is Verdict.SUPPORTED and flag in flags), "")
    return Card(
        number=number,
        key=view.key(claim),
        claim=claim,
        gist=view.gist(claim),
        qualifiers=flags,
        suggestion=next((one.suggestion for one in claim.discrepancies if one.suggestion), ""),
        tone=f"v-{verdict.value}" + (f" q-{doubt}" if doubt else ""),
        symbol=QUALIFIED.get(doubt, view.SYMBOLS[verdict]),
        rank=2 * _RANKS.index(verdict) - bool(doubt),
        facets=json.dumps(facets),
    )


def _sources(claim: ClaimResult) -> list[str]:
    return sorted({one.source for one in claim.evidence} | {one.source for one in claim.failures})


def _facets(report: Report) -> dict[str, list[str]]:
    """Return what the lists to choose from offer; a list with nothing to choose is left out."""
    facets = {
        "cause": [cause.value for cause in view.causes(report)],
        "tag": sorted({escape.line(tag) for claim in report.claims for tag in claim.tags}),
        "source": sorted({escape.line(name) for claim in report.claims for name in _sources(claim)}),
    }
    return {name: words for name, words in facets.items() if words}


def _shares(report: Report) -> list[tuple[Verdict, int, float, float]]:
    """Return each verdict with its count, and the start and width of its part of a bar 1000 wide."""
    whole, shares, start = max(len(report.claims), 1), [], 0.0
    for verdict, count in view.counts(report).items():
        width = 1000 * count / whole
        shares.append((verdict, count, round(start, 1), round(width, 1)))
        start += width
    return shares


def _text(article: ArticleView, report: Report, cards: list[Card], options: RenderOptions) -> Text:
    mine = [card for card in cards if view.article_of(card.claim, report) is article]
    link = escape.safe_link(article.url)
    shown = options.texts.get(article.claims_file)
    if shown is None:
        return Text(article, [], mine, link)
    spans = [_span(card) for card in mine if card.claim.anchor.status is AnchorStatus.FOUND]
    lines = highlight.paragraphs(shown.text, spans, shown.gaps, shown.marks)
    told = {number for line in lines for piece in line.pieces for number in piece.told}
    quotes = [card for card in mine if card.number not in told]
    return Text(article, lines, quotes, link, shown.share, bool(shown.gaps))


def _span(card: Card) -> highlight.Span:
    anchor = card.claim.anchor
    return highlight.Span(anchor.start or 0, anchor.end or 0, card.number, card.rank)


def _source(claim: ClaimResult, evidence: Evidence) -> Source:
    passage = evidence.passage
    words = passage.context if passage.text in passage.context else passage.text
    before, hit, after = words.partition(passage.text) if passage.text else (words, "", "")
    series = evidence.series[-_ROWS:]
    return Source(
        before=("…" if len(before) > _CONTEXT else "") + before[-_CONTEXT:],
        hit=hit[:_CONTEXT],
        after=after[:_CONTEXT] + ("…" if len(after) > _CONTEXT else ""),
        links=_links(evidence),
        drawing=chart.draw(claim, evidence),
        rows=[(point.date, point.text) for point in series],
        left_out=len(evidence.series) - len(series),
    )


def _links(evidence: Evidence) -> list[tuple[str, str, str]]:
    """Return the addresses told: what each is, its words, and where it leads (empty if nowhere safe)."""
    told = {
        "Address": evidence.passage.address,
        "Archived copy": evidence.document.archived,
        "Read from": evidence.document.address,
        "Configured": evidence.location,
    }
    seen: dict[str, str] = {}
    for name, address in told.items():
        if address and address not in seen:
            seen[address] = name
    return [(name, address, escape.safe_link(address)) for address, name in seen.items()]


def _policy(style: str, script: str) -> str:
    """Return the content security policy: nothing but this style and this script, by their digests."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
