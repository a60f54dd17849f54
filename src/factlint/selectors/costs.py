"""Refuse queries whose cost explodes with the document: claims files may come from strangers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import prod
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathQuery

LONGEST = 1000
MAX_DESCENTS = 2
MAX_BRANCHES = 64

_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_FAR = re.compile(r"//|(?<![\w*.)\]])/|\b(?:descendant|following|preceding)")


def check_jsonpath(query: JSONPathQuery) -> None:
    """Raise ValueError for a filter that walks the document for every node, and for exploding unions."""
    from jsonpath_rfc9535.filter_expressions import RootFilterQuery

    if _descents(query) > MAX_DESCENTS or _branches(query) > MAX_BRANCHES:
        raise ValueError(f"at most {MAX_DESCENTS} descents ('..') and {MAX_BRANCHES} branches are allowed")
    for found in _filter_queries(query):
        far = (
            not found.query.singular_query() if isinstance(found, RootFilterQuery) else _descents(found.query)
        )
        if far:
            raise ValueError("a filter may use neither '..' nor '$' with more than one match")


def check_xpath(path: str) -> None:
    """Raise ValueError for a predicate that walks the document for every node."""
    depth = 0
    plain = _LITERAL.sub("''", path)
    for found in re.finditer(rf"[\[\]]|{_FAR.pattern}", plain):
        if found[0] in "[]":
            depth += 1 if found[0] == "[" else -1
        elif depth:
            raise ValueError(f"a predicate may not use '{found[0]}': it would walk the document every time")


def _descents(query: JSONPathQuery) -> int:
    from jsonpath_rfc9535.segments import JSONPathRecursiveDescentSegment

    return sum(isinstance(segment, JSONPathRecursiveDescentSegment) for segment in query.segments)


def _branches(query: JSONPathQuery) -> int:
    return prod(len(segment.selectors) for segment in query.segments)


def _filter_queries(query: JSONPathQuery) -> Iterator[Any]:
    from jsonpath_rfc9535.filter_expressions import FilterQuery

    pending: list[Any] = [query]
    while pending:
        part = pending.pop()
        if isinstance(part, FilterQuery):
            yield part
            pending.append(part.query)
        elif isinstance(part, list | tuple):
            pending.extend(part)
        else:
            inner = ("segments", "selectors", "expression", "left", "right", "args")
            pending.extend(getattr(part, name) for name in inner if hasattr(part, name))
