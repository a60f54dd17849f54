"""Stretches of a text in their order, found by place in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar, overload


class Span(Protocol):
    """Anything that stands in a text; ``end`` is excluded."""

    @property
    def start(self) -> int:
        """The first character."""

    @property
    def end(self) -> int:
        """The character after the last."""


T = TypeVar("T", bound=Span)


class Spans(Generic[T]):
    """Items of a text, sorted, none overlapping another."""

    __slots__ = ("_ends", "_items", "_starts")

    def __init__(self, items: Iterable[T]) -> None:
        self._items = list(items)
        self._starts = [item.start for item in self._items]
        self._ends = [item.end for item in self._items]

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self._items[index]

    def within(self, start: int, end: int) -> list[T]:
        """Return the items that lie wholly between two characters."""
        return self._items[bisect_left(self._starts, start) : bisect_right(self._ends, end)]

    def touching(self, start: int, end: int) -> list[T]:
        """Return the items that have a character in common with a stretch."""
        return self._items[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def before(self, at: int) -> list[T]:
        """Return the items that start before a character."""
        return self._items[: bisect_left(self._starts, at)]
