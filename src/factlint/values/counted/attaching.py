"""Filling ``Quantity.counted`` in the values found in a text."""

from __future__ import annotations

from factlint.values.base import Quantity, Reading
from factlint.values.counted import measures
from factlint.values.counted.clauses import clauses
from factlint.values.counted.findings import Finding, find
from factlint.values.counted.measures import Vocabulary
from factlint.values.counted.sharing import share

_UNCOUNTED = frozenset({"ordinal"})  # ranks


def attach(text: str, readings: list[Reading], vocabulary: Vocabulary | None = None) -> list[Reading]:
    """Return the readings with ``counted`` filled in every quantity that the words around tell about.

    ``readings`` are sorted and don't overlap; their spans and order stay as they are. Only a bounded stretch
    around each number is looked at, so the cost grows with their count.
    """
    vocabulary = vocabulary or measures.load()
    findings: list[Finding | None] = []
    for clause in clauses(text, readings):
        value = readings[clause.at].value
        unit = value.unit if isinstance(value, Quantity) else "ordinal"
        findings.append(None if unit in _UNCOUNTED else find(clause, unit, vocabulary))
    share(text, readings, findings)
    return [_filled(text, *pair) for pair in zip(readings, findings, strict=True)]


def _filled(text: str, reading: Reading, finding: Finding | None) -> Reading:
    value = reading.value
    if finding is None or not (finding.measure or finding.head) or not isinstance(value, Quantity):
        return reading
    if not finding.head:
        finding.head = value.counted.head
    return Reading(reading.start, reading.end, value.counting(finding.counted(text)))
