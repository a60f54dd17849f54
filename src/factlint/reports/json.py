"""JSON: the report's model as it is, versioned by ``schema_version``. ``schema`` documents it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.reports import escape

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import Report

SUFFIX = ".json"


def render(report: Report, options: RenderOptions) -> str:
    """Return the whole report as one JSON document."""
    return escape.json_text(report.model_dump(mode="json")) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the document."""
    from factlint.results import SCHEMA_VERSION, Report

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"factlint report {SCHEMA_VERSION}",
        **Report.model_json_schema(mode="serialization"),
    }
