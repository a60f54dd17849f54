"""What a figure says of a thing (its area, its height, its price), by the words beside it.

Read from ``data/aspects.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factlint.prose.lexicon import aspect_rows, stems_of
from factlint.prose.tokens import Token
from factlint.values.base import Quantity
from factlint.values.units import unit

_NAMES = {"points": "share", "number": "count"}

Names = frozenset[str]
_NONE: Names = frozenset()


@dataclass(frozen=True, slots=True)
class Aspects:
    """The aspects by dimension and stem: of the words that tell them, and of those that do so only by themselves.

    sole: by dimension, what every figure of it says
    """

    telling: dict[tuple[str, str], Names]
    weak: dict[tuple[str, str], Names]
    sole: dict[str, Names]

    def of(self, token: Token, kind: str) -> Names:
        """Return the aspects that a word may tell beside a figure of a dimension."""
        key = (kind, token.stem)
        return self.telling.get(key, _NONE) | self.weak.get(key, _NONE)

    def told(self, tokens: Iterable[Token], kind: str) -> tuple[Names, Names]:
        """Return the aspects that the words tell, and those that they would tell where no word tells one."""
        stems = {token.stem for token in tokens}
        strong = frozenset(name for stem in stems for name in self.telling.get((kind, stem), ()))
        weak = frozenset(name for stem in stems for name in self.weak.get((kind, stem), ()))
        return strong, weak | self.sole.get(kind, _NONE)


@lru_cache(maxsize=1)
def table() -> Aspects:
    """Return the shipped aspects."""
    rows = aspect_rows()
    return Aspects(
        telling=_by_stem(rows, "words"),
        weak=_by_stem(rows, "weak"),
        sole={row["dimension"]: frozenset((name,)) for name, row in rows.items() if row.get("sole")},
    )


def _by_stem(rows: dict[str, dict[str, Any]], key: str) -> dict[tuple[str, str], Names]:
    found: dict[tuple[str, str], set[str]] = {}
    for name, row in rows.items():
        for word in row.get(key, "").split():
            found.setdefault((row["dimension"], stems_of(word)), set()).add(name)
    return {place: frozenset(names) for place, names in found.items()}


def dimension(quantity: Quantity | None) -> str:
    """Return the dimension of a figure under the names of the data file; "" where there is no figure."""
    if quantity is None:
        return ""
    if len(quantity.unit) == 3 and quantity.unit.isupper():
        return "money"
    known = unit(quantity.unit).dimension
    return _NAMES.get(known, known)


def common(claimed: Iterable[Token], found: Iterable[Token], kind: str) -> Names:
    """Return the aspects that both sides' words tell; weak words do so where their side has no others."""
    (ours, weak_ours), (theirs, weak_theirs) = table().told(claimed, kind), table().told(found, kind)
    if ours and theirs:
        return ours & theirs
    return (ours & weak_theirs) | (weak_ours & theirs)
