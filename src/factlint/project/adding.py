"""Add a source to a sources file and keep every other byte: comments, order and layout."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factlint.errors import CantEditError, FactlintError
from factlint.project import yamlfile
from factlint.project.edit import written

_NEW = 'version: "1"\n\nsources:\n'


def with_source(text: str, name: str, fields: Mapping[str, Any]) -> str:
    """Return a sources file's text with one more source at the end of its list.

    fields: strings, flat lists and flat mappings, in the order in which they are written
    Raises CantEditError where the name is taken, or the list isn't one entry a line.
    """
    text = text if text.strip() else _NEW
    file = yamlfile.loads(text)
    known = file.data.get("sources") if isinstance(file.data, dict) else None
    if name in (known or {}):
        raise CantEditError(f"there is a source '{name}' already", hint="give another one with --name")
    lines = text.splitlines(keepends=True)
    at, indent = _place(file, len(lines))
    inner = " " * (2 * indent)
    entry = [
        f"{' ' * indent}{name}:\n",
        *(f"{inner}{key}: {written(value)}\n" for key, value in fields.items()),
    ]
    before = "".join(lines[:at])
    if before and not before.endswith("\n"):
        before += "\n"
    gap = "\n" if known else ""
    after = f"{before}{gap}{''.join(entry)}{_gap(lines[at:])}{''.join(lines[at:])}"
    _prove(after, file.data, name, fields)
    return after


def _place(file: yamlfile.YamlFile, end: int) -> tuple[int, int]:
    """Return before which line an entry goes, and how far it is indented."""
    top = file.where(("sources",)).line
    following = [
        place.line for path, place in file.places.items() if len(path) == 1 and place.line > max(top, 1)
    ]
    entries = [place.column - 1 for path, place in file.places.items() if path[:-1] == ("sources",)]
    return (min(following) - 1 if following else end), (entries[0] if entries else 2)


def _gap(rest: list[str]) -> str:
    return "\n" if rest else ""


def _prove(after: str, before: Any, name: str, fields: Mapping[str, Any]) -> None:
    expected = {**before, "sources": {**(before.get("sources") or {}), name: dict(fields)}}
    try:
        found = yamlfile.loads(after).data
    except FactlintError:
        found = None
    if found != expected:
        raise CantEditError(
            "the source can't be added without touching the rest of the file",
            hint="write 'sources:' as a block, one entry a line",
        )
