"""JSON: the report's model as it is, versioned by ``schema_version``. ``schema`` documents it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.reports import escape

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Report, Result

SUFFIX = ".json"

_NO_CLAIMS = '\n  "claims": []'


def render(report: Report, options: RenderOptions) -> str:
    """Return the whole report as one JSON document.

    It is written claim by claim, so that of a large report there is only the text in memory.
    """
    text = _written(report.model_copy(update={"claims": ()})) + "\n"
    if not report.claims:
        return text
    before, _, after = text.partition(_NO_CLAIMS)
    first, *others = report.claims
    return "".join(
        (before, '\n  "claims": [', _claim(first), *(f",{_claim(one)}" for one in others), "\n  ]", after)
    )


def _claim(claim: ClaimResult) -> str:
    return "\n    " + _written(claim).replace("\n", "\n    ")


def _written(part: Result) -> str:
    from pydantic_core import PydanticSerializationError

    try:
        return escape.json_safe(part.model_dump_json(indent=2))
    except PydanticSerializationError:  # a lone surrogate, which JSON may hold and UTF-8 may not
        return escape.json_text(part.model_dump(mode="json"))


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the document."""
    from factlint.results import SCHEMA_VERSION, Report

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"factlint report {SCHEMA_VERSION}",
        **Report.model_json_schema(mode="serialization"),
    }
