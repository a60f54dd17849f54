"""Evidence and claims' results for tests, with only what matters named."""

from __future__ import annotations

from typing import Any

from factlint.results import (
    Anchor,
    AnchorStatus,
    ClaimResult,
    DocumentView,
    Evidence,
    Newest,
    PassageView,
    ValueView,
    Verdict,
)


def evidence(outcome: str = "match", source: str = "a", *, newest: str = "", **more: Any) -> Evidence:
    """A piece of evidence; ``newest`` is the outcome at the reference's newest."""
    later = Newest(as_of="2026-01-01", found=ValueView(text="9"), outcome=newest) if newest else None
    fields: dict[str, Any] = {
        "reference": source,
        "source": source,
        "publisher": source,
        "independence": source,
        "document": DocumentView(address=f"{source}.csv", sha256="0" * 64),
        "selector": "{kind: csv}",
        "passage": PassageView(text="5", as_of="2025-01-01"),
        "claimed": ValueView(text="5"),
        "found": ValueView(text="5"),
        "rule": "rounding",
        "band": "5 ± 0.5",
        "newest": later,
    }
    return Evidence(outcome=outcome, **{**fields, **more})


def result(verdict: Verdict = Verdict.SUPPORTED, **more: Any) -> ClaimResult:
    """A claim's result; by default supported by one piece of evidence."""
    fields: dict[str, Any] = {
        "id": "c",
        "quote": "five",
        "claimed": ValueView(text="5"),
        "anchor": Anchor(status=AnchorStatus.NOT_CHECKED),
        "evidence": (evidence("mismatch" if verdict is Verdict.REFUTED else "match"),),
    }
    return ClaimResult(verdict=verdict, **{**fields, **more})
