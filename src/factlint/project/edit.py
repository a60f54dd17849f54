"""Edit one value of a YAML file and keep every other byte: comments, order, quotes and layout.

An edit is made in the text, at the places that the parser gives, and then proved: the file must read as before
but for the value that was set.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import yaml

from factlint.errors import CantEditError, FactlintError
from factlint.project import yamlfile
from factlint.project.yamlfile import Keys


def set_value(text: str, path: Keys, value: Any) -> str:
    """Return the YAML text with ``value`` at ``path``, whose parent must exist. Raises CantEditError.

    value: a string, a list of strings or a flat mapping of strings; lists and mappings are written on one line
    """
    around = list(_nodes(yaml.compose(text, yaml.SafeLoader), path[:-1]))
    parent = around[-1]
    if not isinstance(parent, yaml.CollectionNode):
        raise CantEditError(f"there is no {'.'.join(map(str, path[:-1]))}")
    found = _entry(parent, path[-1])
    words = written(value, flow=any(getattr(node, "flow_style", False) for node in around))
    edited = _replaced(text, found, words) if found else _inserted(text, parent, str(path[-1]), words)
    _prove(text, edited, path, value)
    return edited


def written(value: Any, *, flow: bool = False) -> str:
    """Write a value on one line, plain where that reads as the same string; ``flow``: within brackets."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_scalar(item, flow=True)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_scalar(item, flow=True) for item in value) + "]"
    return _scalar(value, flow=flow)


def _scalar(text: str, *, flow: bool) -> str:
    probe = f"{{a: {text}}}" if flow else f"a: {text}"
    plain = text.isprintable() and text == text.strip() and _reads_as(probe, {"a": text})
    if plain and yaml.safe_load(probe) == {"a": text}:
        return text
    if text.isprintable():
        return json.dumps(text, ensure_ascii=False)
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf")).strip()


def _reads_as(text: str, data: Any) -> bool:
    try:
        return bool(yamlfile.loads(text).data == data and yaml.safe_load(text) is not None)
    except (yaml.YAMLError, ValueError, FactlintError):
        return False


def _nodes(node: yaml.Node | None, path: Keys) -> Iterator[yaml.Node | None]:
    """Yield the nodes along a path, the root first."""
    yield node
    for key in path:
        node = _entry(node, key)
        yield node


def _entry(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
        return next(iter(node.value[key : key + 1]), None)
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    return None


def _replaced(text: str, node: yaml.Node, words: str) -> str:
    return text[: node.start_mark.index] + words + text[_end(node) :]


def _end(node: yaml.Node) -> int:
    """Return where the node's own words end; the parser counts the blank lines after a block to the block."""
    block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    while block and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
        block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    return int(node.end_mark.index)


def _inserted(text: str, parent: yaml.CollectionNode, key: str, words: str) -> str:
    """Insert behind the parent's first entry, which a block has on lines of its own."""
    if not isinstance(parent, yaml.MappingNode) or not parent.value:
        raise CantEditError(f"there is no mapping to put '{key}' into")
    name, first = parent.value[0]
    at = _end(first)
    if parent.flow_style:
        return f"{text[:at]}, {key}: {words}{text[at:]}"
    at = text.find("\n", at) if "\n" in text[at:] else len(text)
    return f"{text[:at]}\n{' ' * name.start_mark.column}{key}: {words}{text[at:]}"


def _prove(before: str, after: str, path: Keys, value: Any) -> None:
    expected = yamlfile.loads(before).data
    inner = expected
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    if not _reads_as(after, expected):
        raise CantEditError(f"{'.'.join(map(str, path))} can't be set without touching the rest of the file")
