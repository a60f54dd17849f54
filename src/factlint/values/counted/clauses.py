"""The words on both sides of a number, bounded by its sentence and by a reach."""

from __future__ import annotations

from functools import cached_property

from factlint.values.base import Quantity, Reading, Recurrence
from factlint.values.grammar import DATE, NUMBER, Words, sentence_end, sentence_start

BEFORE = 120  # characters looked at before a number
AFTER = 140  # and after it
_NEIGHBOURS = 6  # values looked at on each side


class Clause:
    """The surroundings of ``readings[at]``; each side is read when first asked for."""

    def __init__(self, text: str, readings: list[Reading], at: int) -> None:
        self.text, self.readings, self.at = text, readings, at
        self.start, self.end = readings[at].start, readings[at].end

    @cached_property
    def after(self) -> Words:
        """The words from the number to the end of its sentence."""
        words, start = Words(), self.end
        stop = sentence_end(self.text, start, AFTER)
        for reading in self.readings[self.at + 1 : self.at + 1 + _NEIGHBOURS]:
            if reading.start >= stop:
                break
            start = _add(words, self.text, start, reading)
        words.add_text(self.text, start, max(start, stop))
        return words

    @cached_property
    def before(self) -> Words:
        """The words from the start of the number's sentence up to it."""
        words, start = Words(), sentence_start(self.text, self.start, BEFORE)
        for reading in self.readings[max(0, self.at - _NEIGHBOURS) : self.at]:
            if reading.start < start:
                start = max(start, reading.end)
                continue
            start = _add(words, self.text, start, reading)
        words.add_text(self.text, start, self.start)
        return words


def _add(words: Words, text: str, start: int, reading: Reading) -> int:
    """Add the words up to a value and a mark for it ("monthly" stays a word); return its end."""
    words.add_text(text, start, reading.start)
    if isinstance(reading.value, Recurrence):
        words.add_text(text, reading.start, reading.end)
    else:
        words.add(NUMBER if isinstance(reading.value, Quantity) else DATE, reading.start, reading.end)
    return reading.end
