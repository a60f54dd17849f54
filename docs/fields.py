"""The keys of a model as a Markdown table."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

_PLAIN = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
    "null": "",
}


def table(model: type[BaseModel], leave_out: tuple[str, ...] = ()) -> str:
    """Return a row for each key: what it takes, what holds without it, and what it is for."""
    schema = model.model_json_schema()
    needed = schema.get("required", [])
    rows = ["| key | takes | default | meaning |", "|---|---|---|---|"]
    for name, shape in schema["properties"].items():
        if name in leave_out:
            continue
        default = "needed" if name in needed else _default(shape)
        text = " ".join(shape.get("description", "").split())
        rows.append(f"| `{name}` | {takes(shape, schema)} | {default} | {text} |".replace("\n", " "))
    return "\n".join(rows)


def takes(shape: dict[str, Any], schema: dict[str, Any]) -> str:
    """Say in a few words what a JSON Schema lets in."""
    if "$ref" in shape:
        return _named(shape["$ref"], schema)
    if "enum" in shape or "const" in shape:
        choices = [str(choice) for choice in shape.get("enum", [shape.get("const")]) if choice != ""]
        return ", ".join(f"`{choice}`" for choice in choices)
    for several in ("anyOf", "oneOf", "allOf"):
        if several in shape:
            told = dict.fromkeys(takes(one, schema) for one in shape[several])
            return " or ".join(words for words in told if words)
    if "prefixItems" in shape:
        return f"list of {len(shape['prefixItems'])}"
    if shape.get("type") == "array":
        return f"list of {takes(shape.get('items', {}), schema)}"
    if shape.get("type") == "object":
        return "keys and values"
    return _PLAIN.get(shape.get("type", ""), "anything")


def _named(ref: str, schema: dict[str, Any]) -> str:
    name = ref.rpartition("/")[2]
    inner = schema["$defs"][name]
    if "properties" in inner:
        return name.removesuffix("Selector").lower()
    return takes(inner, schema)


def _default(shape: dict[str, Any]) -> str:
    default = shape.get("default")
    if default in (None, "", [], {}, ()):
        return ""
    if isinstance(default, dict):
        return "see below"
    words = ", ".join(map(str, default)) if isinstance(default, list) else str(default)
    return f"`{words.lower() if isinstance(default, bool) else words}`"
