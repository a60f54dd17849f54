"""Whether two spellings of a name are two known ways to write the same letters of another alphabet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factlint.values.folding import fold
from factlint.values.names.tables import has_syllables, table


@dataclass(frozen=True, slots=True)
class Tradition:
    """One family of romanisations: who belongs to it, and the rules that bring its spellings together."""

    name: str
    shape: re.Pattern[str] | None
    language: str
    names: str
    rules: tuple[tuple[re.Pattern[str], str], ...]

    def key(self, folded: str) -> str:
        """Return what is left when the alternations of the tradition are taken away."""
        for pattern, replacement in self.rules:
            folded = pattern.sub(replacement, folded)
        return folded

    def covers(self, word: str, context: str) -> bool:
        """Whether a word, marks kept, may belong to the tradition in a name of this context."""
        if self.language:
            return context == self.language and all(
                has_syllables(context, part) for part in fold(word).split()
            )
        if self.names and context == self.names:
            return True
        return self.shape is not None and self.shape.search(word.lower()) is not None


@lru_cache(maxsize=1)
def _traditions() -> tuple[Tradition, ...]:
    return tuple(
        Tradition(
            entry["name"],
            re.compile(entry["shape"]) if "shape" in entry else None,
            entry.get("language", ""),
            entry.get("names", ""),
            tuple((re.compile(pattern), replacement) for pattern, replacement in entry["rules"]),
        )
        for entry in table("romanisation")["tradition"]
    )


def tradition_of(a: str, b: str, context: str = "") -> str:
    """Return the name of the romanisation under which two words agree, or "" when there is none.

    ``context`` is what the whole name tells of its language ("korean", "arabic" …), or "".
    """
    folded_a, folded_b = fold(a), fold(b)
    if max(len(folded_a), len(folded_b)) > 40:
        return ""
    for tradition in _traditions():
        covered = tradition.covers(a, context) or tradition.covers(b, context)
        if covered and tradition.key(folded_a) == tradition.key(folded_b):
            return tradition.name
    return ""
