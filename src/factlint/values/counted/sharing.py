"""What one number tells about its neighbours in a sentence."""

from __future__ import annotations

import re
from itertools import pairwise

from factlint.values.base import Quantity, Reading
from factlint.values.counted.clauses import AFTER
from factlint.values.counted.findings import Finding
from factlint.values.function_words import CONJUNCTIONS, QUALIFIERS
from factlint.values.grammar import is_adverb, words_of

_COMPARED = re.compile(
    r"\b(?:from|to|compared (?:with|to)|against|versus|vs\.?|than)(?: \w{2,7}){0,2} ?$", re.IGNORECASE
)


def share(text: str, readings: list[Reading], findings: list[Finding | None]) -> None:
    """Fill what a number leaves unsaid from its neighbour in the same sentence, forwards and then back."""
    found = [pair for pair in zip(readings, findings, strict=True) if pair[1]]
    for (before, left), (here, right) in pairwise(found):
        if left and right and left.sentence == right.sentence and here.start - before.end <= AFTER:
            _forward(text, before, here, left, right)
    for (here, right), (_, left) in pairwise(reversed(found)):
        if left and right and right.origin == "predicate" and not left.measure:
            _back(text, here, left, right)


def _forward(text: str, before: Reading, here: Reading, left: Finding, right: Finding) -> None:
    """Inherit the measure of the whole, the things counted, a verb that governs both, or all in comparing."""
    if right.subset and not right.measure:
        right.measure = left.measure
        if not right.head:
            right.head, right.modifiers = left.head, left.modifiers
    if not right.head and right.measure and right.origin in {"predicate", "verb"} and left.head:
        right.head, right.modifiers = left.head, left.modifiers
    if right.measure or right.origin:
        return
    if left.origin == "verb" and right.head and _are_joined(text, left.noun_end, here.start):
        right.measure, right.origin = left.measure, "verb"
    elif not right.head and _unit(before) == _unit(here) and _COMPARED.search(text, before.end, here.start):
        right.measure, right.head, right.modifiers = left.measure, left.head, left.modifiers


def _unit(reading: Reading) -> str:
    return reading.value.unit if isinstance(reading.value, Quantity) else ""


def _back(text: str, here: Reading, left: Finding, right: Finding) -> None:
    """Tell the first what is said of the second: "Three soldiers and two civilians died"."""
    if _are_joined(text, left.noun_end, here.start):
        left.measure, left.origin = right.measure, "predicate"


def _are_joined(text: str, end: int, start: int) -> bool:
    """Whether only "and", commas and hedges stand between two places."""
    if not 0 < start - end <= 40:
        return False
    gap = words_of(text[end:start]).word
    joins = [word for word in gap if word in CONJUNCTIONS or word == ","]
    return bool(joins) and all(word in joins or word in QUALIFIERS or is_adverb(word) for word in gap)
