"""Addresses with gaps that a reference's query fills: ``counts/{station}.json``."""

from __future__ import annotations

import glob
import re
from collections.abc import Callable, Mapping

from factlint.errors import MissingQueryError

_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


def fill(template: str, query: Mapping[str, str], written: Callable[[str], str] = str) -> str:
    """Return the address with each ``{name}`` replaced by that value of the query, as ``written`` writes it.

    Raises MissingQueryError.
    """
    missing = [name for name in _PLACEHOLDER.findall(template) if name not in query]
    if missing:
        raise MissingQueryError(
            f"{template}: no value for {{{missing[0]}}}",
            hint=f"give the reference query: {missing[0]}: …",
        )
    return _PLACEHOLDER.sub(lambda match: written(query[match[1]]), template)


def pattern(template: str) -> str:
    """Return the glob pattern that every filled template matches."""
    return _PLACEHOLDER.sub("*", glob.escape(template))
