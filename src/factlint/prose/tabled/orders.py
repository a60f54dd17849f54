"""How a word orders the rows of a table: "higher", "the largest", "fewer" say by what column, and which way."""

from __future__ import annotations

from functools import lru_cache

from factlint.prose import labels, ranks
from factlint.prose.lexicon import stem
from factlint.prose.stems import table as data
from factlint.prose.tabled.base import Asked
from factlint.prose.tokens import Tag, Token
from factlint.values.units import unit as known

ANY = "*"
_IRREGULAR = {
    "better": "",
    "worse": "",
    "best": "",
    "worst": "",
    "farther": "far",
    "fewer": "few",
    "less": "less",
}

_NO_SIZES = frozenset(("length", "time", "temperature", "speed"))

Way = tuple[int, frozenset[str]]
"""1 for more first, -1 for less first, and the stems of the columns that are ordered by."""


@lru_cache(maxsize=1)
def _orders() -> dict[str, tuple[Way, ...]]:
    found: dict[str, tuple[Way, ...]] = {}
    for line in data("tabled")["order"].strip().splitlines():
        word, way, *columns = line.split()
        names = frozenset(columns if columns == [ANY] else map(stem, columns))
        found[stem(word)] = (*found.get(stem(word), ()), (1 if way == "up" else -1, names))
    return found


def ways(word: str) -> tuple[Way, ...]:
    """Return how a comparative or a superlative orders, most likely first; nothing for a word that is none."""
    if word in ("more", "most", "less", "least", "fewer", "fewest"):
        return _orders()[stem({"fewer": "few", "fewest": "few"}.get(word, word))]
    for ending in ("iest", "ier", "est", "er"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            base = word.removesuffix(ending) + ("y" if ending[0] == "i" else "")
            return _orders().get(stem(base)) or _orders().get(stem(base + "e")) or ()
    return ()


def way_of(token: Token) -> tuple[Way, ...]:
    """Return how a token of a claim orders: "higher", "largest", "second-largest"."""
    one = ranks.rank(token.stem)
    word = token.word.rpartition("-")[2] if one is not None else token.word
    return ways(word)


def ordered_by(asked: Asked, at: int, words: list[Token]) -> tuple[int, int] | None:
    """Return the way and the column by which the token ``at`` orders the table, or ``None`` where it is unclear.

    words: what else of the claim may name the column
    """
    after = asked.tokens[at + 1] if at + 1 < len(asked.tokens) else None
    found = way_of(asked.tokens[at])
    if after is not None and asked.tokens[at].word.rpartition("-")[2] in ("more", "most", "less", "least"):
        found = _adjective(after, asked.tokens[at].word) or found
    by = _named_measure(asked, at)
    for way, columns in found:
        if by is not None:
            return way, by
        number = asked.column(words) if ANY in columns else _by(asked, columns, words)
        if number is not None:
            return way, number
    return None


def _named_measure(asked: Asked, at: int) -> int | None:
    """Return the column that "by population" names."""
    tokens = asked.tokens
    for n in range(at + 1, len(tokens) - 1):
        if tokens[n].word != "by" or tokens[n + 1].tag is not Tag.NOUN:
            continue
        number = asked.column(tokens[n + 1 : n + 3])
        if number is not None and labels.is_among(tokens[n + 1], _titled(asked, number)):
            return number
    return None


def _titled(asked: Asked, number: int) -> list[Token]:
    return [w for text in (asked.table.header[number], *asked.titles) for w in labels.words(text)]


def _adjective(after: Token, word: str) -> tuple[Way, ...]:
    """Return how "more populous" and "least expensive" order."""
    turn = -1 if word.rpartition("-")[2] in ("less", "least") else 1
    return tuple(
        (turn * way, names) for way, names in _orders().get(after.stem, ()) if after.tag is not Tag.VERB
    )


def _by(asked: Asked, columns: frozenset[str], words: list[Token]) -> int | None:
    """Return the column of one of the stems, or the one that the claim names besides."""
    table = asked.table
    fit = [n for n, header in enumerate(table.header) if _stems(header) & columns]
    if len(fit) == 1:
        return fit[0]
    number = asked.column(words)
    if number is None or (fit and number not in fit):
        return None
    told = _stems(table.header[number], *asked.titles, table.around)
    return number if told & columns or _is_bare_of(asked, number, columns) else None


def _is_bare_of(asked: Asked, number: int, columns: frozenset[str]) -> bool:
    """Whether a column without a name can hold nothing else: by its unit, or as the title puts it in order."""
    if labels.words(labels.without_unit(asked.table.header[number])):
        return False  # dates are no words
    figures = [figure for row in asked.rows if (figure := asked.figure(row, number)) is not None]
    unit = figures[0].unit if figures else ""
    sole = labels.sole_aspect(unit) if unit else frozenset()
    titled = [names for text in asked.titles for word in labels.words(text) for _, names in ways(word.word)]
    sized = stem("size") in columns and bool(unit) and known(unit).dimension not in _NO_SIZES
    return bool(sole & columns) or columns in titled or sized


def _stems(*texts: str) -> frozenset[str]:
    return frozenset(word.stem for text in texts for word in labels.words(text))
