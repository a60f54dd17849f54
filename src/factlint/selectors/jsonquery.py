"""JSONPath (RFC 9535), with its ``match`` and ``search`` on RE2."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from factlint.documents.nearest import did_you_mean
from factlint.errors import TooDeepError
from factlint.selectors.costs import LONGEST, check_jsonpath

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathNode, JSONPathQuery


@cache
def compiled(path: str) -> JSONPathQuery:
    """Compile a query. Raises ValueError saying what is wrong and where."""
    from jsonpath_rfc9535 import JSONPathError

    if len(path) > LONGEST:
        raise ValueError(f"a path has at most {LONGEST} characters")
    try:
        query = _environment().compile(path)
    except (JSONPathError, RecursionError) as error:
        raise ValueError(f"'{path}' is no JSONPath (RFC 9535): {error}") from None
    check_jsonpath(query)
    return query


def nodes(path: str, value: Any) -> list[JSONPathNode]:
    """Return what a query that compiles finds. Raises TooDeepError."""
    from jsonpath_rfc9535 import JSONPathRecursionError

    try:
        return list(compiled(path).finditer(value))
    except JSONPathRecursionError:
        raise TooDeepError("the JSON document nests too deep for a descendant query") from None


@cache
def _environment() -> JSONPathEnvironment:
    from jsonpath_rfc9535 import JSONPathEnvironment
    from jsonpath_rfc9535.function_extensions import ExpressionType, FilterFunction

    class Matches(FilterFunction):
        """``match`` and ``search`` on an engine that hostile patterns can't slow down."""

        arg_types = [ExpressionType.VALUE, ExpressionType.VALUE]  # noqa: RUF012
        return_type = ExpressionType.LOGICAL

        def __init__(self, whole: bool) -> None:
            self.whole = whole

        def __call__(self, text: object, pattern: object) -> bool:
            return isinstance(text, str) and isinstance(pattern, str) and _matches(pattern, text, self.whole)

    environment = JSONPathEnvironment()
    environment.function_extensions["match"] = Matches(True)
    environment.function_extensions["search"] = Matches(False)
    return environment


def _matches(pattern: str, text: str, whole: bool) -> bool:
    from factlint.selectors.patterns import compile_pattern

    try:
        found = compile_pattern(pattern)
    except ValueError:
        return False
    return bool(found.fullmatch(text) if whole else found.search(text))


def nearest_key(path: str, value: Any) -> str:
    """Return a hint at the key that the path most likely meant: the first of its names that the document lacks."""
    keys = _keys(value)
    names = [name for name in _names(path) if name not in keys]
    return did_you_mean(names[0], keys) if names else ""


def _names(path: str) -> list[str]:
    from jsonpath_rfc9535.selectors import NameSelector

    return [
        selector.name
        for segment in compiled(path).segments
        for selector in segment.selectors
        if isinstance(selector, NameSelector)
    ]


def _keys(value: Any) -> list[str]:
    keys: dict[str, None] = {}
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            keys.update(dict.fromkeys(item))
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
    return list(keys)
