"""Words for different things of one kind, which are never each other: granite and sandstone, red and blue."""

from __future__ import annotations

from functools import lru_cache

from factlint.prose.lexicon import stems_of
from factlint.prose.stems import table


def contrast(a: str, b: str, domain: str) -> bool:
    """Whether two stems are different members of one set of siblings of a domain."""
    ours, theirs = _members(domain).get(a, {}), _members(domain).get(b, {})
    return any(number in theirs and theirs[number] != member for number, member in ours.items())


@lru_cache(maxsize=8)
def _members(domain: str) -> dict[str, dict[int, int]]:
    """Return the sets that each stem is in, by their number, with the number of the member that it is there."""
    found: dict[str, dict[int, int]] = {}
    for number, line in enumerate(table("contrasts")["contrasts"][domain].strip().splitlines()):
        for member, words in enumerate(line.split()):
            for word in words.split(","):
                found.setdefault(stems_of(word), {})[number] = member
    return found
