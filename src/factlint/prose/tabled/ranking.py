"""A place among all rows: "the largest", "the second-highest", "the most gold medals", "finished third"."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.prose import labels, ranks
from factlint.prose.labels import listed
from factlint.prose.lexicon import lexicon
from factlint.prose.rows import Row
from factlint.prose.tabled.base import Answer, Asked, low
from factlint.prose.tabled.orders import ordered_by, way_of
from factlint.prose.tabled.valuing import with_figures
from factlint.prose.tokens import Tag


def ranked(asked: Asked) -> Answer | None:
    """Return whether the row that the claim names has the place that it says."""
    found = [(at, one) for at, t in enumerate(asked.tokens) if (one := ranks.rank(t.stem)) and not one.shared]
    denied = any(token.tag is Tag.NOT for token in asked.tokens)
    if len(found) != 1 or len(asked.named) != 1 or denied:
        return None
    (at, one), named = found[0], asked.named[0]
    asked.used.update({at, *named.at})
    if not one.by and one.place:
        return _by_column(asked, named.row, one.place)
    order = ordered_by(asked, at, [*asked.tokens[:at], *asked.tokens[at + 1 :]])
    if order is None or not asked.is_timely(asked.table.header[order[1]]):
        return None
    if _is_of_kind(asked, at):
        asked.used.add(at + 1)
    if asked.lacking():
        return None
    return with_figures(asked, named.row, order[1], _placed(asked, named.row, one.place, *order))


def _is_of_kind(asked: Asked, at: int) -> bool:
    """Whether the word behind a superlative belongs to it ("most populous") or only says what the row is ("city")."""
    after = asked.tokens[at + 1] if at + 1 < len(asked.tokens) else None
    joined = asked.tokens[at].word.endswith(("most", "least")) and bool(way_of(asked.tokens[at]))
    return after is not None and (joined or after.stem in lexicon().anaphors)


def _by_column(asked: Asked, row: Row, place: int) -> Answer | None:
    """Read the place from a column of places."""
    number = next(
        (n for n, header in enumerate(asked.table.header) if header.lower() in listed("ranks")), None
    )
    if number is None or asked.values or asked.lacking() or not asked.is_timely():
        return None
    found = low(labels.figure(row.cells[number][1].rstrip("."), ()))
    return None if found is None else Answer(found == place, row, f"{row.label}: {row.cells[number][1]}")


def _placed(asked: Asked, row: Row, place: int, way: int, number: int) -> Answer | None:
    """Count the rows that stand before this one; more than the place allows refute it, be the list full or not."""
    figures = {id(other): low(asked.figure(other, number)) for other in asked.rows}
    ours = figures[id(row)]
    if ours is None:
        return None
    ahead = [other for other in asked.rows if _is_ahead(figures[id(other)], ours, way)]
    gaps = any(figure is None for figure in figures.values())
    told = f"{row.label}: {row.cells[number][1]}"
    if len(ahead) >= place:
        first = _first(ahead, figures, way)
        return Answer(False, first, f"{first.label}: {first.cells[number][1]}, {told}")
    if asked.is_partial or gaps or len(asked.rows) < 2 or _ties(figures.values(), ours):
        return None
    return Answer(len(ahead) == place - 1, row, f"{told}, number {len(ahead) + 1} of {len(asked.rows)}")


def _is_ahead(other: float | None, ours: float, way: int) -> bool:
    return other is not None and way * other > way * ours


def _first(ahead: list[Row], figures: dict[int, float | None], way: int) -> Row:
    return max(ahead, key=lambda row: way * (figures[id(row)] or 0.0))


def _ties(figures: Iterable[float | None], ours: float) -> bool:
    return list(figures).count(ours) > 1
