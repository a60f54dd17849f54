"""What a passage names as some of what its figure is of: "40 million for public buildings, among them schools"."""

from __future__ import annotations

from factlint.prose.frames import Frame
from factlint.prose.tokens import Tag


def examples_behind(found: Frame) -> frozenset[int]:
    """Return the ids of the words behind "including", "such as" or "among them", where no other figure follows."""
    tokens, at = found.sentence.tokens, found.at
    words = [token.word for token in tokens]
    start = next((n for n in range(at + 1, len(tokens)) if _leads(words, n)), len(tokens))
    later = any(token.tag is Tag.VALUE for token in tokens[start:])
    return frozenset() if later else frozenset(map(id, tokens[start:]))


def _leads(words: list[str], at: int) -> bool:
    pair = words[at : at + 2]
    return words[at] == "including" or pair in (["such", "as"], ["among", "them"], ["among", "which"])
