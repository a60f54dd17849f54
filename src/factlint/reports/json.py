"""JSON: the report's model as it is, versioned by ``schema_version``. ``schema`` documents it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factlint.reports import escape

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Report, Result

SUFFIX = ".json"

_NO_CLAIMS = '\n  "claims": []'


def render(report: Report, options: RenderOptions) -> str:
    """Return the whole report as one JSON document."""
    return "".join(pieces(report, options))


def pieces(report: Report, options: RenderOptions) -> Iterator[str]:
    """Yield the document claim by claim, so that a large one is never in memory as a whole."""
    text = _written(report.model_copy(update={"claims": ()})) + "\n"
    if not report.claims:
        yield text
        return
    before, _, after = text.partition(_NO_CLAIMS)
    yield before + '\n  "claims": ['
    for number, claim in enumerate(report.claims):
        yield f"{',' if number else ''}{_claim(claim)}"
    yield "\n  ]" + after


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
