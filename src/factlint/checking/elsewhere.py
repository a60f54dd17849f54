"""Look for an accepted value elsewhere in a document whose selector no longer finds it, and propose where.

What is proposed was tried: the selector given finds the value, and nothing else, in the document as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from factlint.documents.archives import unpacked
from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.json import json, printed
from factlint.documents.nearest import quoted
from factlint.documents.table import table
from factlint.documents.text import plain_text
from factlint.errors import FactlintError
from factlint.selectors.base import SelectorBase
from factlint.selectors.jsonpath import JsonpathSelector
from factlint.selectors.rows import RowsSelector
from factlint.selectors.table import TableSelector, cells_of
from factlint.values import Quantity, read, scan

_MOST = 3
_LEAVES = 20_000


def elsewhere(document: Document, selector: SelectorBase, words: str, at: date | None) -> str:
    """Return where the accepted words, or the same figures, stand now; "" where they are nowhere."""
    try:
        document = unpacked(document, selector.member, selector.format)
    except FactlintError:
        return ""
    wanted = _Wanted(words)
    for search in (_columns, _paths, _cells, _sentences):
        try:
            found = list(dict.fromkeys(islice(search(document, selector, wanted, at), _MOST)))
        except FactlintError:
            continue
        if found:
            return " or ".join(found)
    return ""


class _Wanted:
    """The accepted value: its words and, where it is one, its figures."""

    def __init__(self, words: str) -> None:
        self.words = _folded(words)
        self.figures = _figures(words)

    def __contains__(self, text: str) -> bool:
        if _folded(text) == self.words:
            return True
        return self.figures is not None and any(map(str.isdigit, text)) and _figures(text) == self.figures


def _columns(document: Document, selector: SelectorBase, wanted: _Wanted, at: date | None) -> Iterator[str]:
    """Try the same rows in other columns."""
    if not (isinstance(selector, RowsSelector) and selector.column):
        return
    for name in table(document, selector.format).columns:
        other = selector.model_copy(update={"column": name})
        if _finds(other, document, wanted, at):
            yield _written(other)


def _paths(document: Document, selector: SelectorBase, wanted: _Wanted, at: date | None) -> Iterator[str]:
    """Try every leaf of a JSON document."""
    if detect(document, selector.format) != "json":
        return
    for path, text in islice(_leaves(json(document), "$"), _LEAVES):
        if text in wanted:
            yield _written(JsonpathSelector(path=path))


def _leaves(node: Any, path: str) -> Iterator[tuple[str, str]]:
    pending = [(path, node)]
    while pending:
        path, item = pending.pop()
        if isinstance(item, dict):
            pending += [(f"{path}[{_key(name)}]", inner) for name, inner in reversed(list(item.items()))]
        elif isinstance(item, list):
            pending += [(f"{path}[{number}]", inner) for number, inner in reversed(list(enumerate(item)))]
        else:
            yield path, printed(item)


def _key(name: str) -> str:
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _cells(document: Document, selector: SelectorBase, wanted: _Wanted, at: date | None) -> Iterator[str]:
    """Try every cell of the document's tables, by its headers."""
    for text, row, column in islice(cells_of(document, selector.format), _LEAVES):
        if text in wanted and row and column:
            other = TableSelector(row=tuple(row), column=tuple(column), format=selector.format)
            if _finds(other, document, wanted, at):
                yield _written(other)


def _sentences(document: Document, selector: SelectorBase, wanted: _Wanted, at: date | None) -> Iterator[str]:
    """Look through the running text."""
    text = plain_text(document, selector.format)
    whole = _folded(text.text)
    spans = [(one.start, one.end) for one in scan(text.text) if text.text[one.start : one.end] in wanted]
    start = whole.find(wanted.words) if len(whole) == len(text.text) else -1
    if not spans and wanted.figures is None and start >= 0:
        spans = [(start, start + len(wanted.words))]
    for first, last in spans:
        yield f"{quoted(text.around(first, last))} ({text.place(first, last)})"


def _finds(selector: SelectorBase, document: Document, wanted: _Wanted, at: date | None) -> bool:
    try:
        return selector.find(document, at).text in wanted
    except FactlintError:
        return False


def _written(selector: SelectorBase) -> str:
    """Write a selector on one line, to be copied into a claims file."""
    import yaml

    fields = selector.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return yaml.safe_dump(
        {"kind": selector.kind, **fields},
        default_flow_style=True,
        sort_keys=False,
        allow_unicode=True,
        width=float("inf"),
    ).strip()


def _figures(text: str) -> tuple[object, ...] | None:
    try:
        value = read(text, like="quantity")
    except FactlintError:
        return None
    return (value.low, value.high, value.sense) if isinstance(value, Quantity) else None


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
