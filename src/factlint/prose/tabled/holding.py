"""Who held what when: rows with a name and a span of years, as tables of officeholders have them."""

from __future__ import annotations

from datetime import date

from factlint.prose import labels
from factlint.prose.rows import Row
from factlint.prose.tabled.base import Answer, Asked, Named
from factlint.prose.tokens import Tag
from factlint.values.base import DateValue


def held(asked: Asked) -> Answer | None:
    """Return whether the one that the claim names held it on the claim's day, or over its span."""
    days = asked.dates
    if len(days) != 1 or asked.values or not days[0].start or not days[0].end or _is_asides(asked):
        return None
    terms = {id(row): span for row in asked.rows if (span := _term(row)) is not None}
    if not terms or len(terms) < len(asked.rows):
        return None
    named = _holder(asked)
    if named is None:
        return None
    asked.used.update(named.at)
    if asked.lacking():
        return None
    return _judged(asked, named.row, days[0], terms)


def _is_asides(asked: Asked) -> bool:
    """Whether the claim denies it, or says when it began, ended or who came next."""
    return any(
        token.tag is Tag.NOT or (token.tag is Tag.VERB and token.stem not in _HOLDING)
        for token in asked.tokens
    )


_HOLDING = frozenset("serv hold hav chair head lead govern reign rul presid be act".split())


def _holder(asked: Asked) -> Named | None:
    """Return the one row that the claim names, by its label or, where that is a date, by its first other words."""
    if len(asked.named) == 1:
        return asked.named[0]
    found = [Named(row, at) for row in asked.rows for _, cell in row.cells if (at := asked.places(cell))]
    return found[0] if len(found) == 1 and not asked.named else None


def _term(row: Row) -> tuple[date, date] | None:
    """Return the first and last day of the one span that a row gives."""
    spans = [
        day
        for text in (row.label, *(cell for _, cell in row.cells))
        for day in labels.dates(text)
        if _is_span(day)
    ]
    if len(spans) != 1:
        return None
    start, end = spans[0].start, spans[0].end
    return (start or date.min, end or date.max) if start or end else None


def _is_span(day: DateValue) -> bool:
    return "/" in day.edtf


def _judged(asked: Asked, row: Row, day: DateValue, terms: dict[int, tuple[date, date]]) -> Answer | None:
    """Compare spans; a year in which one term ended and the next began settles nothing."""
    first, last = terms[id(row)]
    start, end = day.start or date.min, day.end or date.max
    told = f"{row.label}: {row.text.partition(' — ')[2]}"
    if _is_span(day):
        return Answer((start, end) == (first, last), row, told)
    if end < first or last < start:
        return Answer(False, next((r for r in asked.rows if _is_inside(day, terms[id(r)])), row), told)
    return Answer(True, row, told) if _is_inside(day, (first, last)) else None


def _is_inside(day: DateValue, term: tuple[date, date]) -> bool:
    """Whether a day lies in a term, away from the years that it began and ended in."""
    start, end = day.start or date.min, day.end or date.max
    return term[0].year < start.year and end.year < term[1].year
