"""A date in a cell: "Completed: 1971", "First ascent" in the row of a peak."""

from __future__ import annotations

from factlint.prose import labels, timing
from factlint.prose.base import Agreement
from factlint.prose.rows import Row
from factlint.prose.tabled.base import Answer, Asked
from factlint.prose.tokens import Tag
from factlint.values.base import DateValue


def dated(asked: Asked) -> Answer | None:
    """Return whether a cell under the claim's row and heading holds the claim's date."""
    days = asked.dates
    if len(days) != 1 or asked.values or any(token.tag is Tag.NOT for token in asked.tokens):
        return None
    found = [
        answer
        for row in asked.rows
        for number in range(len(row.cells))
        if (answer := _read(Asked(asked.claim, asked.table), row, number, days[0])) is not None
    ]
    return found[0] if len(found) == 1 else None


def _read(asked: Asked, row: Row, number: int, day: DateValue) -> Answer | None:
    header, cell = row.cells[number]
    theirs = labels.dates(cell)
    row_at, header_at = asked.said(row.label), asked.said(labels.without_unit(header))
    if len(theirs) != 1 or not row_at or (labels.words(header) and not header_at):
        return None
    asked.used.update(row_at | header_at)
    if asked.lacking() or theirs[0].precision == "interval":
        return None
    agreed = timing.agree([day], theirs, [])
    told = f"{row.label}: {cell}"
    return None if agreed not in _SETTLING else Answer(agreed is Agreement.SAME, row, told)


_SETTLING = (Agreement.SAME, Agreement.DIFFERENT)
