"""Rules of the grammar by the words that they begin with, so that only those that may fit are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from factlint.values.dates.tokens import FOUR, NTH, SMALL, Tokens
from factlint.values.dates.words import ONES, ORDINAL_ONES, TENS, UNITS

T = TypeVar("T")
Reader = Callable[[Tokens, int], tuple[T, int] | None]

NUMBERS = frozenset({SMALL, FOUR, *ONES, *TENS})
DAYS = frozenset({SMALL, NTH, *ONES, *TENS, *ORDINAL_ONES})
ORDINALS = frozenset({NTH, *TENS, *ORDINAL_ONES})
SUFFIXES = frozenset({"st", "nd", "rd", "th"})
# What may stand between figures and the end of the length of time that they begin: "2.5 years", "2 to 3 weeks".
LENGTH_BEHIND = frozenset({*UNITS, *"- – to or and . , full whole a past".split()})


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """``read`` is tried where one of ``starts`` stands, perhaps after "the" (``the``).

    then: what a rule that begins with figures asks for right behind them; empty where that may be anything
    """

    read: Reader[T]
    starts: Iterable[str]
    the: bool = False
    then: frozenset[str] = frozenset()


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
        key, table, behind = t.keys[i], self._plain, i + 1
        if key == "the" and key not in table:
            key, table, behind = t.keys[behind], self._after_the, behind + 1
        choices = table.get(key)
        if choices is None:
            return None
        best: tuple[T, int] | None = None
        for reader in choices.get(t.keys[behind]) or choices[""]:
            found = reader(t, i)
            if found and (best is None or found[1] > best[1]):
                best = found
        return best


_FIGURES = frozenset({SMALL, FOUR, NTH})
_Choices = dict[
    str, tuple[Reader[T], ...]
]  # readers by what stands behind the first word; "" for anything else


def _index(rules: Iterable[Rule[T]]) -> dict[str, _Choices[T]]:
    """Return the readers by the first word and, for figures, by what stands behind them."""
    by_start: dict[str, list[Rule[T]]] = {}
    for rule in rules:
        for word in rule.starts:
            by_start.setdefault(word, []).append(rule)
    return {word: _choices(word, fitting) for word, fitting in by_start.items()}


def _choices(start: str, rules: list[Rule[T]]) -> _Choices[T]:
    if start not in _FIGURES:
        return {"": tuple(rule.read for rule in rules)}
    behind = {"", *(word for rule in rules for word in rule.then)}
    return {word: tuple(rule.read for rule in rules if not rule.then or word in rule.then) for word in behind}
