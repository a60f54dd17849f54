"""A course over time: "rose in 2022", "fell between 2019 and 2021", read from rows or columns of dates."""

from __future__ import annotations

from factlint.prose import labels
from factlint.prose.labels import listed
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.rows import Row
from factlint.prose.tabled.base import Answer, Asked, low
from factlint.prose.tokens import Tag
from factlint.values.base import DateValue

Point = tuple[DateValue, float, Row, str]


def changed(asked: Asked) -> Answer | None:
    """Return whether the figure of the claim's day went the claimed way from the one before, or over its span."""
    ways = [(at, way) for at, t in enumerate(asked.tokens) if t.tag is Tag.VERB and (way := _way(t.stem))]
    denied = any(token.tag is Tag.NOT for token in asked.tokens)
    if len(ways) != 1 or asked.values or denied or not asked.dates:
        return None
    asked.used.add(ways[0][0])
    points = _series(asked)
    span = _span(asked, points)
    if span is None or asked.lacking():
        return None
    first, last = span
    if first[1] == last[1]:
        return Answer(False, last[2], f"{first[3]}, {last[3]}")
    return Answer((last[1] > first[1]) == (ways[0][1] == "up"), last[2], f"{first[3]}, {last[3]}")


def _way(stem_: str) -> str:
    """Return which way a verb says that it went; what slows is less than before."""
    paces = {stem(word): way for way, name in (("up", "faster"), ("down", "slower")) for word in listed(name)}
    return lexicon().directions.get(stem_) or paces.get(stem_, "")


def _series(asked: Asked) -> list[Point]:
    """Return the figures by date, the earliest first: down a column of years, or along a row under years."""
    found = _down(asked) if not asked.named else []
    if len(asked.named) == 1:
        asked.used.update(asked.named[0].at)
        found = _along(asked, asked.named[0].row)
    elif not found and len(asked.rows) == 1:
        found = _along(asked, asked.rows[0])
    return sorted(found, key=lambda point: point[0].edtf)


def _down(asked: Asked) -> list[Point]:
    number = asked.column(asked.tokens)
    if number is None:
        return []
    return [
        (days[0], figure, row, f"{row.label}: {row.cells[number][1]}")
        for row in asked.rows
        if len(days := labels.dates(row.label)) == 1
        and (figure := low(asked.figure(row, number))) is not None
    ]


def _along(asked: Asked, row: Row) -> list[Point]:
    return [
        (days[0], figure, row, f"{header}: {cell}")
        for number, (header, cell) in enumerate(row.cells)
        if len(days := labels.dates(header)) == 1 and (figure := low(asked.figure(row, number))) is not None
    ]


def _span(asked: Asked, points: list[Point]) -> tuple[Point, Point] | None:
    """Return the two figures that the claim speaks of."""
    names = [point[0].edtf for point in points]
    ours = [edtf for day in asked.dates for edtf in day.edtf.split("/")]
    if len(set(names)) < len(names) or not all(edtf in names for edtf in ours):
        return None
    places = sorted(names.index(edtf) for edtf in ours)
    if len(places) == 1 and places[0] > 0:
        return points[places[0] - 1], points[places[0]]
    return (points[places[0]], points[places[1]]) if len(places) == 2 else None
