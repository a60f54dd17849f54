"""Two rows or two columns held against each other: "Mount Terrin is higher than Mount Callow"."""

from __future__ import annotations

from factlint.prose import labels
from factlint.prose.labels import listed
from factlint.prose.lexicon import stem
from factlint.prose.rows import Row
from factlint.prose.tabled.base import Answer, Asked, Named, date_of, low
from factlint.prose.tabled.orders import ordered_by, ways
from factlint.prose.tabled.valuing import with_figures
from factlint.prose.tokens import Tag
from factlint.values.base import Quantity, Sense

Side = tuple[Row, int]


def compared(asked: Asked) -> Answer | None:
    """Return whether the first of two is more, or less, than the second, as the claim says."""
    pivot = _pivot(asked)
    if pivot is None:
        return None
    at, way, number = pivot
    left, right = _sides(asked, at, number)
    if left is None or right is None:
        return None
    ours, theirs = low(asked.figure(*left)), low(asked.figure(*right))
    if ours is None or theirs is None or asked.lacking():
        return None
    told = f"{left[0].label}: {left[0].cells[left[1]][1]}, {right[0].label}: {right[0].cells[right[1]][1]}"
    answer = Answer((way * ours > way * theirs) != _is_denied(asked), left[0], told)
    apart = _difference(asked, at)
    if apart is None:
        return with_figures(asked, *left, answer)
    return _by_as_much(answer, apart, way * (ours - theirs)) if len(asked.values) == 1 else None


def _difference(asked: Asked, pivot: int) -> Quantity | None:
    """Return the figure before the comparative: "16 more seats than", "40 metres higher than"."""
    for at, value in asked.values:
        after = asked.tokens[at + 1].word if at + 1 < len(asked.tokens) else ""
        if at < pivot and (value.direction or ways(after)):
            return value
    return None


def _by_as_much(answer: Answer, apart: Quantity, found: float) -> Answer | None:
    """Hold the claimed difference against the one found, where it is told exactly."""
    said = low(apart)
    if said is None or apart.sense is not Sense.POINT:
        return None if answer.right else answer
    return Answer(answer.right and abs(found - said) < _EXACT, answer.row, answer.told)


_EXACT = 1e-6


def _is_denied(asked: Asked) -> bool:
    return any(token.tag is Tag.NOT for token in asked.tokens)


def _pivot(asked: Asked) -> tuple[int, int, int | None] | None:
    """Return the token between the two sides, which way the first one is said to differ, and the column if known."""
    tokens = asked.tokens
    for at, token in enumerate(tokens):
        if token.word == "than" or (token.word == "of" and at and tokens[at - 1].word == "ahead"):
            before = [n for n in range(max(0, at - 8), at) if ways(tokens[n].word)]
            if before:
                found = ordered_by(asked, before[-1], tokens)
                asked.used.update(before[-1:])
                return (at, *found) if found else _between_columns(asked, at, before[-1])
        for name, way in (("above", 1), ("below", -1)):
            if token.tag is Tag.VERB and token.stem in {stem(word) for word in listed(name)}:
                asked.used.add(at)
                number = asked.column(tokens)
                return (at, way, number) if number is not None else None
    return None


def _between_columns(asked: Asked, at: int, order: int) -> tuple[int, int, None] | None:
    found = ways(asked.tokens[order].word)
    return (at, found[0][0], None) if found else None


def _sides(asked: Asked, pivot: int, number: int | None) -> tuple[Side | None, Side | None]:
    """Return what stands on both sides: two rows in one column, or one row in two columns."""
    left = [one for one in asked.named if max(one.at) < pivot]
    right = [one for one in asked.named if min(one.at) > pivot]
    if len(left) == 1 and len(right) == 1:
        return _in_column(asked, left[0], right[0], number)
    if len(asked.named) == 1 and not right:
        asked.used.update(asked.named[0].at)
        return _columns(asked, asked.named[0].row, pivot)
    if not asked.named:
        return _by_dates(asked, pivot, number)
    return None, None


def _in_column(
    asked: Asked, left: Named, right: Named, number: int | None
) -> tuple[Side | None, Side | None]:
    if number is None or not asked.is_timely(asked.table.header[number], left.row.label):
        return None, None
    asked.used.update(left.at | right.at)
    return (left.row, number), (right.row, number)


def _columns(asked: Asked, row: Row, pivot: int) -> tuple[Side | None, Side | None]:
    """Return a row's cells in the columns that the claim names before and behind the pivot."""
    before = _column_in(asked, range(pivot))
    after = _column_in(asked, range(pivot + 1, len(asked.tokens)))
    if before is None or after is None or before == after:
        return None, None
    return (row, before), (row, after)


def _column_in(asked: Asked, places: range) -> int | None:
    """Return the one column whose header a stretch of the claim says, by its date or its words."""
    days = {day.edtf for at in places if (day := date_of(asked.tokens[at]))}
    tokens = [asked.tokens[at] for at in places]
    fit = []
    for number, header in enumerate(asked.table.header):
        words = labels.words(labels.without_unit(header))
        dated = {day.edtf for day in labels.dates(header)}
        if (dated and dated <= days) or (
            words and all(any(labels.says_same(t, w) for t in tokens) for w in words)
        ):
            fit.append(number)
    return fit[0] if len(fit) == 1 else None


def _by_dates(asked: Asked, pivot: int, number: int | None) -> tuple[Side | None, Side | None]:
    """Return the rows of two dates: "more containers in 2021 than in 2019"."""
    number = asked.column(asked.tokens) if number is None else number
    if number is None:
        return None, None
    left = [row for row in asked.rows if _is_of(asked, row, range(pivot))]
    right = [row for row in asked.rows if _is_of(asked, row, range(pivot, len(asked.tokens)))]
    if len(left) != 1 or len(right) != 1 or left == right:
        return None, None
    return (left[0], number), (right[0], number)


def _is_of(asked: Asked, row: Row, places: range) -> bool:
    days = {day.edtf for day in labels.dates(row.label)}
    return any((day := date_of(asked.tokens[at])) is not None and day.edtf in days for at in places)
