"""The words on both sides of a number, within its sentence and a reach; a sentence is cut into words once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from factlint.values.base import Quantity, Reading, Recurrence
from factlint.values.grammar import DATE, NUMBER, Words, lowered, sentence_end, sentence_start

BEFORE = 120  # characters looked at before a number
AFTER = 140  # and after it

Span = tuple[int, int]


class Clause:
    """The surroundings of ``readings[at]``, as words of its sentence in which every value is one mark.

    before, after: the words on both sides, in lower case, the nearest within reach
    sentence: the sentence's number in the text; unit: that of the number
    """

    __slots__ = (
        "_first",
        "_mark",
        "_words",
        "after",
        "at",
        "before",
        "end",
        "readings",
        "sentence",
        "start",
        "text",
        "unit",
    )

    def __init__(
        self, text: str, readings: list[Reading], at: int, words: Words, mark: int, sentence: int
    ) -> None:
        self.text, self.readings, self.at, self.sentence = text, readings, at, sentence
        self.start, self.end = readings[at].start, readings[at].end
        value = readings[at].value
        self.unit = value.unit if isinstance(value, Quantity) else ""
        self._words, self._mark = words, mark
        self._first = bisect_left(words.start, self.start - BEFORE, 0, mark)
        self.before = words.word[self._first : mark]
        self.after = words.word[mark + 1 : bisect_right(words.end, self.end + AFTER, mark + 1)]

    def span_before(self, first: int, last: int) -> Span:
        """Return where the words ``first`` to ``last`` (excluded) of ``before`` stand in the text."""
        return self._words.start[self._first + first], self._words.end[self._first + last - 1]

    def span_after(self, first: int, last: int) -> Span:
        """Return where the words ``first`` to ``last`` (excluded) of ``after`` stand in the text."""
        return self._words.start[self._mark + 1 + first], self._words.end[self._mark + last]


def clauses(text: str, readings: list[Reading]) -> Iterator[Clause]:
    """Yield the clause of every number, in order; ``readings`` are sorted and don't overlap."""
    at = sentence = 0
    while at < len(readings):
        last, stop = _sentence(text, readings, at)
        if any(map(_is_number, readings[at:last])):
            words, marks = _cut(text, readings, at, last, stop)
            for i, mark in enumerate(marks, at):
                if _is_number(readings[i]):
                    yield Clause(text, readings, i, words, mark, sentence)
        at = last
        sentence += 1


def _is_number(reading: Reading) -> bool:
    """Tell a number that may count something from a date and from a rank."""
    return isinstance(reading.value, Quantity) and reading.value.unit != "ordinal"


def _sentence(text: str, readings: list[Reading], at: int) -> Span:
    """Return the reading after the last one of the sentence of ``readings[at]``, and where that ends."""
    end = readings[at].end
    stop, limit = sentence_end(text, end, AFTER), end + AFTER
    at += 1
    while at < len(readings) and readings[at].start < stop:
        end = readings[at].end
        at += 1
        if stop == end - 1:  # the full stop of "8 p.m." ends the sentence as well
            return at, end
        if stop < end or stop == limit:
            stop, limit = sentence_end(text, end, AFTER), end + AFTER
    return at, stop


def _cut(text: str, readings: list[Reading], first: int, last: int, stop: int) -> tuple[Words, list[int]]:
    """Cut a sentence into words; return them and the indices of the marks of the readings ``first`` to ``last``."""
    start, near = sentence_start(text, readings[first].start, BEFORE), first
    while near and readings[near - 1].end > start:
        near -= 1
    if readings[near].start < start:
        start, near = readings[near].end, near + 1
    words, marks = Words(), []
    low, offset = lowered(text[start:stop]), start
    for i in range(near, last):
        reading = readings[i]
        words.add_lowered(low, offset, start, reading.start)
        if i >= first:
            marks.append(len(words.word))
        start = reading.end
        if isinstance(reading.value, Recurrence):
            words.add_lowered(low, offset, reading.start, start)  # "monthly" stays a word
        else:
            words.add(NUMBER if isinstance(reading.value, Quantity) else DATE, reading.start, start)
    words.add_lowered(low, offset, start, stop)
    return words, marks
