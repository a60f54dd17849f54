"""Values that are an element's whole text: by its id, by what its attributes say, by its classes, by place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.html import html, line_of
from factlint.selectors.css import CssSelector
from factlint.suggesting.base import Suggestion, Wanted

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_LONGEST = 60  # characters of an element that is only a value
_MOST = 50_000
_TELLING = ("itemprop", "data-testid", "data-field", "data-name", "data-key", "name", "property")
_SKIPPED = frozenset(("script", "style", "head", "html", "body", "title"))


def find(document: Document, wanted: Wanted) -> Iterator[Suggestion]:
    """Yield the selectors of every element that holds a value of the claim's kind and little else."""
    root = html(document).root if detect(document) == "html" else None
    if root is None:
        return
    for node in islice(root.traverse(include_text=False), _MOST):
        if node.tag in _SKIPPED or node.child is None or any(child.is_element_node for child in node.iter()):
            continue
        text = line_of(node)
        if not text or len(text) > _LONGEST or not wanted.is_kind(text):
            continue
        around = line_of(node.parent)[:300] if node.parent is not None else ""
        for path, survival, why in _paths(node):
            yield Suggestion(
                CssSelector(selector=path),
                text,
                around,
                wanted.is_met(text),
                survival,
                why,
                wanted.nearness(f"{path} {around}"),
            )


def _paths(node: LexborNode) -> Iterator[tuple[str, int, str]]:
    own = _own(node)
    if own:
        yield own
    step, up = _step(node), node.parent
    while up is not None and up.tag not in _SKIPPED:
        outer = _own(up)
        if outer:
            yield f"{outer[0]} {step}", outer[1] - 10, f"inside of what is {outer[2]}"
            return
        step, up = f"{_step(up)} > {step}", up.parent
    yield step, 25, "only by its place, which a redesign changes"


def _own(node: LexborNode) -> tuple[str, int, str] | None:
    """Return a selector by what the element says of itself."""
    attributes = node.attributes
    name = attributes.get("id")
    if name and _is_plain(name) and not any(char.isdecimal() for char in name):
        return f"#{name}", 85, "found by its id"
    for attribute in _TELLING:
        value = attributes.get(attribute)
        if value and '"' not in value and "\\" not in value:
            return f'{node.tag}[{attribute}="{value}"]', 80, f"found by its {attribute}"
    classes = [word for word in (attributes.get("class") or "").split() if _is_plain(word)]
    if classes:
        return f"{node.tag}.{'.'.join(classes)}", 60, "found by its class"
    return None


def _is_plain(name: str) -> bool:
    return name.replace("-", "").replace("_", "").isalnum() and not name[0].isdecimal() and name.isascii()


def _step(node: LexborNode) -> str:
    parent = node.parent
    same = [child for child in parent.iter() if child.tag == node.tag] if parent is not None else []
    if len(same) < 2:
        return node.tag or "*"
    number = next((i for i, child in enumerate(same, 1) if child == node), 1)
    return f"{node.tag}:nth-of-type({number})"
