"""What stands beside a place in a lower-cased text: cheap looks that spare most patterns from being tried."""

from __future__ import annotations

from collections.abc import Iterable

_REACH = 24
_OPENERS = "(\"'“‘«[—–"


def word_before(low: str, at: int) -> str:
    """Return the word that ends before ``at`` and one space, without opening marks; "" where none does."""
    begin = at - _REACH if at > _REACH else 0
    stop = at - 1 if at and low[at - 1] in " \n\u00a0" else at
    cut = low.rfind(" ", begin, stop) + 1
    line = low.rfind("\n", begin, stop) + 1
    return low[max(cut, line, begin) : stop].lstrip(_OPENERS)


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of words as a tree of their letters, so that a mismatch is found at its first letter."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _pattern(tree)


def _pattern(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [f"{_quoted(letter)}{_pattern(below)}" for letter, below in sorted(node.items()) if letter]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body


def _quoted(letter: str) -> str:
    return letter if letter.isalnum() else f"\\{letter}"
