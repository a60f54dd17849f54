"""The figures that a claim gives beside an order: "the largest, with 61,240 inhabitants", "16 seats more than"."""

from __future__ import annotations

from dataclasses import replace

from factlint.comparators import compare
from factlint.comparators.base import Outcome, Terms
from factlint.errors import FactlintError
from factlint.prose.rows import Row
from factlint.prose.tabled.base import Answer, Asked
from factlint.values.base import Counted, Quantity


def with_figures(asked: Asked, row: Row, number: int, answer: Answer | None) -> Answer | None:
    """Return the answer where the claim's figures are the row's too, one that refutes where they aren't."""
    if answer is None or not answer.right:
        return answer if not asked.values or answer is None else _unless_open(asked, row, number, answer)
    for at, value in asked.values:
        agreed = _agrees(asked, row, number, at, value)
        if not agreed:
            return None if agreed is None else Answer(False, row, f"{row.label}: {row.text}")
    return answer


def _unless_open(asked: Asked, row: Row, number: int, answer: Answer) -> Answer | None:
    """Return a refuting answer where every figure is one of the row."""
    read = all(_agrees(asked, row, number, at, value) is not None for at, value in asked.values)
    return answer if read else None


def _agrees(asked: Asked, row: Row, number: int, at: int, value: Quantity) -> bool | None:
    """Return whether a figure is the row's in the column that its words name, or else in the one ordered by."""
    named = asked.column(asked.tokens[at + 1 : at + 3])
    column = number if named is None else named
    return matches(value, asked.figure(row, column))


def matches(ours: Quantity, theirs: Quantity | None) -> bool | None:
    """Return whether two figures agree, or ``None`` where they can't be compared."""
    if theirs is None or ours.unit != theirs.unit:
        return None
    plain = replace(ours, counted=Counted(), role="", direction="", negated=False)
    try:
        found = compare(plain, replace(theirs, counted=Counted()), terms=Terms())
    except FactlintError:
        return None
    return found.outcome is not Outcome.MISMATCH
