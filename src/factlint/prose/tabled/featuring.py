"""What a table says in words: yes or no to a feature, a name under a heading, "Architect: Jo Park"."""

from __future__ import annotations

from factlint.prose import labels
from factlint.prose.labels import listed
from factlint.prose.rows import Row
from factlint.prose.tabled.base import Answer, Asked
from factlint.prose.tokens import Tag

_SLOTS = 4  # words that a cell of words may have


def featured(asked: Asked) -> Answer | None:
    """Return whether a cell of words says what the claim says of its row and column."""
    if asked.values or any(token.word in ("than", "or") for token in asked.tokens):
        return None
    found = [
        answer
        for row in _of_day(asked)
        for number in range(len(row.cells))
        if (answer := _read(Asked(asked.claim, asked.table), row, number)) is not None
    ]
    return found[0] if found and len({one.right for one in found}) == 1 else None


def _of_day(asked: Asked) -> list[Row]:
    """Return the rows of the claim's day, where rows have one; without, a claim with a date is of no row."""
    if not asked.dates:
        return asked.rows
    return [row for row in asked.rows if labels.dates(row.label) and asked.is_timely(row.label)]


def _read(asked: Asked, row: Row, number: int) -> Answer | None:
    header, cell = row.cells[number]
    title, at = _title(asked, row, header)
    if not at or (len(row.cells) > 1 and not title):
        return None
    asked.used.update(at)
    denied = any(token.tag is Tag.NOT or token.word in ("no", "cannot") for token in asked.tokens)
    word = cell.strip().lower()
    if word in listed("yes") | listed("no"):
        return (
            None
            if asked.lacking()
            else Answer((word in listed("yes")) != denied, row, f"{row.label}: {cell}")
        )
    if denied or not _is_name(cell):
        return None
    return _by_name(asked, row, number, cell)


def _title(asked: Asked, row: Row, header: str) -> tuple[bool, frozenset[int]]:
    """Return whether the claim says the header too, and the tokens that name the row and the header."""
    places, more = asked.said(row.label), asked.said(labels.without_unit(header))
    if not labels.words(row.label) and asked.dates:
        return bool(more), more
    if not places:
        return False, frozenset()
    return bool(more), places | more


def _is_name(cell: str) -> bool:
    """Whether a cell is a name or a few, in capitals, and no figure."""
    words = cell.replace(",", " ").split()
    return 0 < len(words) <= _SLOTS and words[0][:1].isupper() and not any(c.isdigit() for c in cell)


def _by_name(asked: Asked, row: Row, number: int, cell: str) -> Answer | None:
    """Return whether the claim gives the cell's name; another name in its place refutes it."""
    told = f"{row.label}: {cell}"
    places = asked.places(cell)
    if places:
        asked.used.update(places)
        return None if asked.lacking() else Answer(True, row, told)
    others = [asked.places(r.cells[number][1]) for r in asked.rows if r is not row and len(r.cells) > 1]
    asked.used.update(at for found in others for at in found)
    lacking = asked.lacking()
    rival = asked.is_alone(lacking) if lacking else any(others)
    return Answer(False, row, told) if rival else None
