"""How much a claim deserves checking: a sum of stated reasons, from 0 to 100. It orders work and decides nothing."""

from __future__ import annotations

from dataclasses import replace

from factlint.drafting.model import Drafted
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType

_HARM = frozenset(
    {"killed", "injured", "killed or wounded", "missing", "displaced", "arrested", "infected", "cases"}
)
_BASE = {
    ValueType.NAME: 20,
    ValueType.QUOTATION: 30,
    ValueType.STATE: 35,
    ValueType.DATE: 35,
    ValueType.LIST: 35,
}


def weighed(article: Article, claim: Drafted) -> Drafted:
    """Return the claim with its score and the reasons for it."""
    reasons = [(told, points) for told, points, holds in _reasons(article, claim) if holds]
    score = _BASE.get(claim.kind, 40) if claim.kind else 45
    score += sum(points for _, points in reasons)
    return replace(claim, score=max(0, min(100, score)), reasons=tuple(told for told, _ in reasons))


def _reasons(article: Article, claim: Drafted) -> list[tuple[str, int, bool]]:
    tags = set(claim.tags)
    exact = (
        claim.kind is None
        and any(char.isdigit() for char in str(claim.value))
        and str(claim.value)[:1].isdigit()
    )
    return [
        ("exact figure", 15, exact),
        ("harm to people", 20, claim.measure in _HARM),
        ("money", 10, "money" in tags),
        ("share or change", 10, bool(tags & {"shares", "multiples"})),
        ("rank or record", 10, bool(tags & {"ranks", "superlatives"})),
        ("names a source", 5, bool(claim.attribution) and claim.kind is not ValueType.QUOTATION),
        ("no source named", 5, not claim.attribution and claim.kind is None),
        ("opens the story", 10, _opens(article, claim)),
        (
            "back-reference or doubtful reading",
            10,
            any(not flag.startswith("in row") for flag in claim.flags),
        ),
        (
            "inside a quotation",
            -10,
            claim.kind is not ValueType.QUOTATION and article.quotation(claim.start) is not None,
        ),
    ]


def _opens(article: Article, claim: Drafted) -> bool:
    return claim.start < article.opening
