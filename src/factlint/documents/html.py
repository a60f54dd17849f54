"""HTML documents, parsed by lexbor as browsers parse them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.documents import child, tangle
from factlint.documents.base import Document
from factlint.documents.text import decode
from factlint.errors import TooDeepError

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 512

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SPACES = re.compile(r" {2,}")
_BREAKS = re.compile(r"\n{3,}")
_UNSEEN = frozenset(
    ("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "datalist")
)
_CELLS = frozenset(("td", "th"))
_BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p
    pre search section select summary table tbody tfoot thead tr ul
    """.split()
)


def html(document: Document) -> LexborHTMLParser:
    """Return the parsed page. Raises EmptyDocumentError, and DocumentLimitError for a page that takes too long."""
    return document.parsed("html", _parse)


def visible_text(document: Document) -> str:
    """Return what a reader of the page sees: a blank line between blocks, a tab between table cells.

    Raises EmptyDocumentError and TooDeepError.
    """
    root = html(document).root
    return "" if root is None else text_of(root)


def text_of(node: LexborNode) -> str:
    """Return the visible text of one element, its white space collapsed as a browser does.

    The marks of footnotes are no part of it: ``13,883[2]`` is one figure.
    """
    parts: list[str] = []
    pending: list[tuple[LexborNode | str, int]] = [(node, 0)]
    while pending:
        item, depth = pending.pop()
        if isinstance(item, str):
            parts.append(item)
        elif item.is_text_node:
            parts.append(_SPACE.sub(" ", item.text(deep=False)))
        elif item.is_element_node and _seen(item) and not (depth and _is_mark(item)):
            _enter(item, depth, parts, pending)
    lines = (line.strip(" \t") for line in _SPACES.sub(" ", "".join(parts)).split("\n"))
    return _BREAKS.sub("\n\n", "\n".join(lines)).strip()


def line_of(node: LexborNode) -> str:
    """Return the visible text of one element on a single line."""
    return " ".join(text_of(node).split())


def _parse(document: Document) -> LexborHTMLParser:
    from selectolax.lexbor import LexborHTMLParser

    text = decode(document)
    if tangle.suspected(text):
        child.run("web page", text.encode("utf-8", "replace"), seconds=tangle.SECONDS)
    return LexborHTMLParser(text)


def _seen(node: LexborNode) -> bool:
    if node.tag in _UNSEEN:
        return False
    attributes = node.attributes
    return "hidden" not in attributes and not (
        "style" in attributes and _is_hidden(attributes["style"] or "")
    )


def _is_hidden(style: str) -> bool:
    """Whether an element's own style hides it, as it does keys for sorting and dates for machines."""
    plain = "".join(style.casefold().split())
    return "display:none" in plain or "visibility:hidden" in plain


def _is_mark(node: LexborNode) -> bool:
    """Whether an element is a footnote's mark: raised, and nothing but links within the page."""
    if node.tag not in ("a", "sup"):
        return False
    inner = list(node.iter())
    if node.tag == "a":
        return _is_within(node) and [child.tag for child in inner] == ["sup"] and not _own_text(node)
    return bool(inner) and all(map(_is_within, inner)) and not _own_text(node)


def _is_within(node: LexborNode) -> bool:
    return node.tag == "a" and (node.attributes.get("href") or "").startswith("#")


def _own_text(node: LexborNode) -> str:
    return node.text(deep=False).strip()


def _enter(
    node: LexborNode, depth: int, parts: list[str], pending: list[tuple[LexborNode | str, int]]
) -> None:
    if depth > MAX_DEPTH:
        raise TooDeepError(f"the page nests elements more than {MAX_DEPTH} deep")
    if node.tag == "br":
        parts.append("\n")
        return
    block = "\n\n" if node.tag in _BLOCKS else ""
    parts.append(block)
    pending.append(("\t" if node.tag in _CELLS else block, depth))
    pending.extend((child, depth + 1) for child in reversed(list(node.iter(include_text=True))))
