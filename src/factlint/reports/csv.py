"""CSV (RFC 4180) for spreadsheets: one row a claim and reference, failures included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.reports import escape

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Report

SUFFIX = ".csv"

COLUMNS = (
    "id", "verdict", "outdated", "accepted", "waived", "tags", "quote", "as_of", "file", "line",
    "reference", "source", "publisher", "outcome", "claimed", "found", "difference", "direction",
    "rule", "band", "suggestion", "passage", "passage_as_of", "address", "retrieved", "confidence", "message",
)  # fmt: skip


def render(report: Report, options: RenderOptions) -> str:
    """Return a header and the rows; cells that a spreadsheet would compute are quoted with ``'``."""
    import csv
    from io import StringIO

    sink = StringIO()
    writer = csv.DictWriter(sink, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for claim in report.claims:
        for row in _rows(claim):
            writer.writerow({name: escape.csv_cell(cell) for name, cell in (_claim(claim) | row).items()})
    return sink.getvalue()


def _claim(claim: ClaimResult) -> dict[str, str]:
    return {
        "id": claim.id,
        "verdict": claim.verdict.value,
        "outdated": _yes(claim.outdated),
        "accepted": _yes(claim.accepted),
        "waived": claim.waived,
        "tags": "; ".join(claim.tags),
        "quote": claim.quote,
        "as_of": claim.as_of,
        "file": claim.file,
        "line": str(claim.line or ""),
        "claimed": claim.claimed.text,
    }


def _rows(claim: ClaimResult) -> Iterator[dict[str, str]]:
    suggestions = {one.reference: one.suggestion for one in claim.discrepancies}
    for one in claim.evidence:
        yield {
            "reference": one.reference,
            "source": one.source,
            "publisher": one.passage.publisher or one.publisher,
            "outcome": one.outcome,
            "claimed": one.claimed.text,
            "found": one.found.text,
            "difference": one.difference,
            "direction": one.direction,
            "rule": one.rule,
            "band": one.band,
            "suggestion": suggestions.get(one.reference, one.suggestion),
            "passage": one.passage.text,
            "passage_as_of": one.passage.as_of,
            "address": one.passage.address or one.document.address,
            "retrieved": one.document.retrieved,
            "confidence": one.passage.confidence,
            "message": one.note,
        }
    for failure in claim.failures:
        message = f"{failure.code} {failure.message}"
        where = {"reference": failure.reference, "source": failure.source, "address": failure.location}
        yield where | {"outcome": f"failed to {failure.stage}", "message": message}
    if not (claim.evidence or claim.failures):
        yield {"outcome": "not checked", "message": claim.reason}


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"
