"""What a suggestion is, and what the claim needs: the values and the words that it is looked for by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Protocol

from factlint.comparators import compare
from factlint.comparators.base import Outcome
from factlint.documents.base import Document
from factlint.errors import FactlintError
from factlint.prose.passages import terms
from factlint.selectors.base import SelectorBase
from factlint.values import Quantity, Value, read
from factlint.values.base import DateValue


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A selector that was tried and finds one passage.

    found: the words that it reads; context: what stands around them
    matches: the words are the claim's value
    survival: 0 to 100, how well the selector will stand a redesign of the page, and ``why``
    nearness: how many of the claim's words stand around the value
    """

    selector: SelectorBase
    found: str
    context: str
    matches: bool
    survival: int
    why: str
    nearness: int = 0


class Wanted:
    """What the claim needs: its value, and the words of its sentence."""

    def __init__(self, value: Value, sentence: str) -> None:
        self.value, self.sentence = value, sentence

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the claim's words, with one term for each group of words that mean the same."""
        return frozenset(terms(self.sentence))

    def is_met(self, text: str) -> bool:
        """Whether the words read as the claim's value."""
        found = self._read(text)
        if found is None:
            return False
        try:
            return compare(self.value, found).outcome is not Outcome.MISMATCH
        except FactlintError:
            return False

    def is_kind(self, text: str) -> bool:
        """Whether the words read as a value of the claim's kind."""
        return self._read(text) is not None

    def distance(self, text: str) -> Fraction:
        """Return how far the words' figure is from the claim's; 0 where either is none."""
        here, there = _middle(self.value), _middle(self._read(text))
        return Fraction(0) if here is None or there is None else abs(here - there)

    def _read(self, text: str) -> Value | None:
        kind = (
            "quantity"
            if isinstance(self.value, Quantity)
            else "date"
            if isinstance(self.value, DateValue)
            else ""
        )
        if not kind:
            return read(text, like="name") if text.strip() else None
        try:
            return read(text, like=kind)
        except FactlintError:
            return None

    def nearness(self, text: str) -> int:
        """Count the claim's words that stand in a text."""
        return len(self.words & terms(text))


def _middle(value: Value | None) -> Fraction | None:
    ends = [end for end in (value.low, value.high) if end is not None] if isinstance(value, Quantity) else []
    return sum(ends, Fraction(0)) / len(ends) if ends else None


class Finder(Protocol):
    """A module of this package."""

    def find(self, document: Document, wanted: Wanted) -> Iterator[Suggestion]:
        """Yield untried suggestions for every value of the claim's kind; raises the FL2xx errors."""
        ...
