"""JSON: the report's model as it is, versioned by ``schema_version``. ``schema`` documents it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from factlint.reports import escape

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Report

SUFFIX = ".json"

_NO_CLAIMS = '\n  "claims": []'


def render(report: Report, options: RenderOptions) -> str:
    """Return the whole report as one JSON document."""
    return "".join(pieces(report, options))


def pieces(report: Report, options: RenderOptions) -> Iterator[str]:
    """Yield the document claim by claim, so that a large one is never in memory as a whole."""
    text = _written(replace(report, claims=())) + "\n"
    if not report.claims:
        yield text
        return
    before, _, after = text.partition(_NO_CLAIMS)
    yield before + '\n  "claims": ['
    for number, claim in enumerate(report.claims):
        written = _written(claim).replace("\n", "\n    ")
        yield f"{',' if number else ''}\n    {written}"
    yield "\n  ]" + after


def _written(part: Report | ClaimResult) -> str:
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return escape.json_safe(to_json(part, indent=2).decode())
    except PydanticSerializationError:  # a lone surrogate, which JSON may hold and UTF-8 may not
        return escape.json_text(asdict(part))


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the document."""
    from pydantic import TypeAdapter

    from factlint.results import SCHEMA_VERSION, Report

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"factlint report {SCHEMA_VERSION}",
        **TypeAdapter(Report).json_schema(mode="serialization"),
    }
