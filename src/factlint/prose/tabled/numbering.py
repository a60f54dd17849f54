"""How many rows there are, or are such: "two of the five cities have more than 100,000 inhabitants"."""

from __future__ import annotations

from factlint.prose import labels
from factlint.prose.lexicon import lexicon
from factlint.prose.rows import Row
from factlint.prose.tabled.base import Answer, Asked, low
from factlint.prose.tokens import Tag, Token
from factlint.values.base import Quantity, Sense

_ABOVE = (Sense.MORE_THAN, Sense.AT_LEAST)
_BELOW = (Sense.LESS_THAN, Sense.AT_MOST)
_CLOSED = (Sense.AT_LEAST, Sense.AT_MOST)
_EVERY = frozenset(("all", "every", "each", "both"))

Figure = tuple[int, Quantity]


def numbered(asked: Asked) -> Answer | None:
    """Return whether as many rows are such as the claim says."""
    limits = [one for one in asked.values if one[1].sense in (*_ABOVE, *_BELOW)]
    counts = [one for one in asked.values if one not in limits]
    every = asked.tokens[0].word in _EVERY if asked.tokens else False
    if len(limits) > 1 or asked.named or not asked.rows or not (counts or (every and limits)):
        return None
    if any(value.unit or value.sense is not Sense.POINT for _, value in counts) or not _are_counts(
        asked, counts
    ):
        return None
    if (limits and counts and limits[0][0] < counts[0][0]) or any(t.tag is Tag.NOT for t in asked.tokens):
        return None
    met = _met(asked, limits[0]) if limits else _listed(asked, counts[0][0])
    asked.used.update(at for at, _ in (*counts, *limits))
    if met is None or asked.lacking():
        return None
    return _counted(asked, met, counts, every)


def _are_counts(asked: Asked, counts: list[Figure]) -> bool:
    """Whether there is one count at most, or the second is the whole that the first is of: "two of the five"."""
    if len(counts) < 2:
        return True
    between = [token.word for token in asked.tokens[counts[0][0] + 1 : counts[1][0]]]
    return len(counts) == 2 and between[:1] == ["of"] and len(between) <= 2


def _counted(asked: Asked, met: list[Row], counts: list[Figure], every: bool) -> Answer | None:
    told = f"{len(met)} of {len(asked.rows)}: {', '.join(row.label for row in met[:6])}"
    whole = counts[1:] or (counts if every else [])
    if asked.is_partial or (whole and low(whole[0][1]) != len(asked.rows)):
        return None
    wanted = len(asked.rows) if every else low(counts[0][1])
    return Answer(len(met) == wanted, (met or asked.rows)[0], told)


def _listed(asked: Asked, at: int) -> list[Row] | None:
    """Return all rows where the claim counts what the table is headed by: "The league has four clubs"."""
    kind = _kind(asked, at)
    heads = [word for text in (asked.table.corner, asked.table.caption) for word in labels.words(text)]
    if kind is None or kind.stem in lexicon().idle or not labels.is_among(kind, heads):
        return None
    return asked.rows if not any(labels.dates(row.label) for row in asked.rows) else None


def _kind(asked: Asked, at: int) -> Token | None:
    """Return the noun that a count is of."""
    behind = asked.tokens[at + 1 : at + 5]
    nouns = [token for token in behind if token.tag is Tag.NOUN]
    return nouns[0] if nouns else None


def _met(asked: Asked, limit: Figure) -> list[Row] | None:
    """Return the rows whose figures keep a limit, in the column that the claim means; every row must have one."""
    number = asked.column(asked.tokens)
    if number is None or not asked.is_timely(asked.table.header[number]):
        return None
    found = [(row, asked.figure(row, number)) for row in asked.rows]
    if any(figure is None or not _is_of_unit(figure, limit[1]) for _, figure in found):
        return None
    return [row for row, figure in found if _keeps(low(figure) or 0.0, limit[1])]


def _is_of_unit(figure: Quantity, limit: Quantity) -> bool:
    return figure.unit == limit.unit


def _keeps(figure: float, limit: Quantity) -> bool:
    bound = limit.low if limit.sense in _ABOVE else limit.high
    if bound is None:
        return False
    if limit.sense in _CLOSED and figure == bound:
        return True
    return figure > bound if limit.sense in _ABOVE else figure < bound
