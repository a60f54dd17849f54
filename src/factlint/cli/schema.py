"""``factlint schema``: the JSON Schemas that editors and readers of the report use."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any, Literal

import typer

_WORDS = ["string", "number", "boolean"]


class SchemaName(StrEnum):
    """Which file's schema."""

    CLAIMS = "claims"
    SOURCES = "sources"
    SETTINGS = "settings"
    REPORT = "report"
    LOCK = "lock"


def schema(
    name: Annotated[
        SchemaName,
        typer.Argument(metavar="FILE", help="Whose schema to print."),
    ] = SchemaName.CLAIMS,
) -> None:
    """Print the JSON Schema of a project file or report."""
    print(schema_text(name), end="")


def schema_text(name: SchemaName) -> str:
    """Return a schema as JSON text (JSON Schema 2020-12)."""
    from pydantic import TypeAdapter

    mode: Literal["serialization", "validation"] = (
        "serialization" if name is SchemaName.REPORT else "validation"
    )
    body = TypeAdapter(_model(name)).json_schema(mode=mode)
    if name is not SchemaName.REPORT:
        body = _as_editors_read(body)
    shape = {"$schema": "https://json-schema.org/draft/2020-12/schema", **body}
    return json.dumps(shape, indent=2, ensure_ascii=False) + "\n"


def _as_editors_read(shape: Any) -> Any:
    """Allow bare numbers and booleans where factlint reads words: an editor types YAML's plain scalars."""
    if isinstance(shape, list):
        return [_as_editors_read(item) for item in shape]
    if not isinstance(shape, dict):
        return shape
    shape = {key: _as_editors_read(value) for key, value in shape.items()}
    if shape.get("const") == "1":
        return {
            **{key: value for key, value in shape.items() if key != "const"},
            "type": _WORDS,
            "enum": ["1", 1],
        }
    if shape.get("type") == "string" and "enum" not in shape and "const" not in shape:
        return {**shape, "type": _WORDS}
    return shape


def _model(name: SchemaName) -> type[Any]:
    from factlint.baseline.lock import Lock
    from factlint.project.claims import ClaimsFile
    from factlint.project.settings import Settings
    from factlint.project.sources import SourcesFile
    from factlint.results import Report

    models: dict[SchemaName, type[Any]] = {
        SchemaName.CLAIMS: ClaimsFile,
        SchemaName.SOURCES: SourcesFile,
        SchemaName.SETTINGS: Settings,
        SchemaName.REPORT: Report,
        SchemaName.LOCK: Lock,
    }
    return models[name]
