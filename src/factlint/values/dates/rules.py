"""Rules of the grammar by the words that they begin with, so that only those that may fit are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from factlint.values.dates.tokens import FOUR, NTH, SMALL, Tokens
from factlint.values.dates.words import ONES, ORDINAL_ONES, TENS

T = TypeVar("T")
Reader = Callable[[Tokens, int], tuple[T, int] | None]

NUMBERS = frozenset({SMALL, FOUR, *ONES, *TENS})
DAYS = frozenset({SMALL, NTH, *ONES, *TENS, *ORDINAL_ONES})
ORDINALS = frozenset({NTH, *TENS, *ORDINAL_ONES})


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """``read`` is tried where one of ``starts`` stands, perhaps after "the" (``the``)."""

    read: Reader[T]
    starts: Iterable[str]
    the: bool = False


class Grammar(Generic[T]):
    """A set of rules; reading takes the longest of those that fit, the first of equals.

    starts: the words that anything read by these rules begins with
    """

    def __init__(self, *rules: Rule[T]) -> None:
        self.rules = rules
        self._plain = _index(rules)
        self._after_the = _index(rule for rule in rules if rule.the)
        self.starts = frozenset(self._plain) | ({"the"} if self._after_the else set())

    def read(self, t: Tokens, i: int) -> tuple[T, int] | None:
        """Return the longest reading at ``i`` and the index past it."""
        key, table = t.keys[i], self._plain
        if key == "the" and key not in table:
            key, table = t.keys[i + 1], self._after_the
        best: tuple[T, int] | None = None
        for reader in table.get(key, ()):
            found = reader(t, i)
            if found and (best is None or found[1] > best[1]):
                best = found
        return best


def _index(rules: Iterable[Rule[T]]) -> dict[str, tuple[Reader[T], ...]]:
    table: dict[str, tuple[Reader[T], ...]] = {}
    for rule in rules:
        for word in rule.starts:
            table[word] = (*table.get(word, ()), rule.read)
    return table
