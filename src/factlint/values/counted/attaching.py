"""Filling ``Quantity.counted`` in the values found in a text."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.values.base import Counted, Quantity, Reading
from factlint.values.counted import measures
from factlint.values.counted.clauses import clauses
from factlint.values.counted.findings import Finding, find
from factlint.values.counted.measures import Vocabulary
from factlint.values.counted.sharing import share


def attach(text: str, readings: list[Reading], vocabulary: Vocabulary | None = None) -> list[Reading]:
    """Return the readings with ``counted`` filled in every quantity that the words around tell about.

    ``readings`` are sorted and don't overlap; their spans and order stay as they are. Only a bounded stretch
    around each number is looked at, so the cost grows with their count.
    """
    attached = readings.copy()
    for at, value, counted in _told(text, readings, vocabulary or measures.load()):
        attached[at] = Reading(readings[at].start, readings[at].end, value.counting(counted))
    return attached


def fill(text: str, readings: list[Reading]) -> None:
    """Do as ``attach`` does to readings just made, whose values nobody else holds yet: fill them in place."""
    for _, value, counted in _told(text, readings, measures.load()):
        object.__setattr__(value, "counted", counted)


def _told(
    text: str, readings: list[Reading], vocabulary: Vocabulary
) -> Iterator[tuple[int, Quantity, Counted]]:
    findings: list[Finding | None] = [None] * len(readings)
    for clause in clauses(text, readings):
        findings[clause.at] = find(clause, vocabulary)
    share(text, readings, findings)
    for at, finding in enumerate(findings):
        value = readings[at].value
        if finding and (finding.measure or finding.head) and isinstance(value, Quantity):
            finding.head = finding.head or value.counted.head
            yield at, value, finding.counted(text)
