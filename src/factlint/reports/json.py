"""JSON: the report's model as it is, versioned by ``schema_version``. ``schema`` documents it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.reports import escape

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Report

SUFFIX = ".json"

_NO_CLAIMS = '\n  "claims": []'


def render(report: Report, options: RenderOptions) -> str:
    """Return the whole report as one JSON document.

    It is written claim by claim, so that of a large report there is only the text in memory.
    """
    text = escape.json_text(report.model_copy(update={"claims": ()}).model_dump(mode="json")) + "\n"
    claims = ",".join(_claim(claim) for claim in report.claims)
    return text.replace(_NO_CLAIMS, f'\n  "claims": [{claims}\n  ]', 1) if claims else text


def _claim(claim: ClaimResult) -> str:
    text = escape.json_text(claim.model_dump(mode="json"))
    return "\n    " + text.replace("\n", "\n    ")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the document."""
    from factlint.results import SCHEMA_VERSION, Report

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"factlint report {SCHEMA_VERSION}",
        **Report.model_json_schema(mode="serialization"),
    }
