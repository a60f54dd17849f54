"""Values of JSON documents: by names where there are only names, by a member's own key in an array, last by number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.json import json, printed
from factlint.selectors.jsonpath import JsonpathSelector
from factlint.suggesting.base import Suggestion, Wanted

_MOST = 50_000


def find(document: Document, wanted: Wanted) -> Iterator[Suggestion]:
    """Yield a path for every leaf of the claim's kind."""
    if detect(document) != "json":
        return
    for path, around, value, numbered in islice(_leaves(json(document)), _MOST):
        text = printed(value)
        if not wanted.is_kind(text):
            continue
        names = "named by its keys" if not numbered else "one step counts members of an array"
        filtered = "[?" in path
        why = "found by a member's own key" if filtered and not numbered else names
        yield Suggestion(
            JsonpathSelector(path=path),
            text,
            around,
            wanted.is_met(text),
            45 if numbered else 80 if filtered else 90,
            why,
            wanted.nearness(f"{path} {around}".replace("_", " ")),
        )


def _leaves(root: Any) -> Iterator[tuple[str, str, Any, bool]]:
    """Yield path, neighbouring words, value, and whether a step of the path is a number."""
    pending: list[tuple[str, str, Any, bool]] = [("$", "", root, False)]
    while pending:
        path, around, item, numbered = pending.pop()
        if isinstance(item, dict):
            words = " ".join(str(value) for value in item.values() if isinstance(value, str))[:200]
            children = [
                (f"{path}{_named(name)}", f"{around} {words}".strip(), inner, numbered)
                for name, inner in item.items()
            ]
            pending += reversed(children)
        elif isinstance(item, list):
            pending += reversed(
                [_member(path, around, item, number, numbered) for number in range(len(item))]
            )
        elif item is not None and not isinstance(item, bool):
            yield path, around, item, numbered


def _member(
    path: str, around: str, items: list[Any], number: int, numbered: bool
) -> tuple[str, str, Any, bool]:
    item = items[number]
    key = _own_key(items, item) if isinstance(item, dict) else ""
    step = f"[?@{_named(key)}=={_key(item[key])}]" if key else f"[{number}]"
    return f"{path}{step}", around, item, numbered or not key


def _own_key(items: list[Any], item: dict[str, Any]) -> str:
    """Return the name of a text that no other member of the array has."""
    for name, value in item.items():
        same = sum(isinstance(other, dict) and other.get(name) == value for other in items)
        if isinstance(value, str) and value and same == 1 and len(value) < 80:
            return name
    return ""


def _named(name: str) -> str:
    """Write a name as a step of a path, short where the name is plain."""
    plain = name.isascii() and name.replace("_", "a").isalnum() and not name[:1].isdecimal()
    return f".{name}" if plain else f"[{_key(name)}]"


def _key(name: str) -> str:
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'"
