"""A claim read against one table: the rows and columns that it names, and what of it the table doesn't say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from factlint.prose import labels, timing
from factlint.prose.base import Agreement
from factlint.prose.labels import listed
from factlint.prose.rows import Row, Table
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue, Quantity

_BRACKETS = re.compile(r"\([^()]{1,60}\)")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a table says to a claim: whether it is so, by which row or sentence, and why."""

    right: bool
    row: Sentence
    told: str


@dataclass(frozen=True, slots=True)
class Named:
    """A row that a claim names, and the numbers of the claim's tokens that do."""

    row: Row
    at: frozenset[int]


@dataclass(eq=False)
class Asked:
    """One claim against one table. ``used``: the tokens that a reader has made sense of."""

    claim: Sentence
    table: Table
    used: set[int] = field(default_factory=set)

    @property
    def tokens(self) -> list[Token]:
        """The claim's tokens."""
        return self.claim.tokens

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of single things, without totals and what is left."""
        aside = listed("sums") | listed("rest")
        return [row for row in self.table.rows if not {w.word for w in labels.words(row.label)} & aside]

    @cached_property
    def named(self) -> list[Named]:
        """The rows that the claim names by all words of their labels; none inside of another's name."""
        found = [Named(row, at) for row in self.rows if (at := self.places(row.label))]
        return [one for one in found if not any(one.at < other.at for other in found)]

    def places(self, label: str) -> frozenset[int]:
        """Return the tokens that say a label: in a row, or else one for each of its words; nothing without."""
        wanted = labels.words(_BRACKETS.sub("", label))
        told = [at for at, token in enumerate(self.tokens) if token.tag not in _TYING]
        for first in range(len(told) - len(wanted) + 1):
            places = told[first : first + len(wanted)]
            if wanted and all(_names(self.tokens[at], word) for at, word in zip(places, wanted, strict=True)):
                return frozenset(places)
        single = [[at for at in told if _names(self.tokens[at], word)] for word in wanted]
        return (
            frozenset(at for places in single for at in places) if all(map(_is_one, single)) else frozenset()
        )

    def said(self, title: str) -> frozenset[int]:
        """Return the claim's tokens that say a title in whatever form and order: "charged wirelessly"."""
        found = [
            [at for at, token in enumerate(self.tokens) if labels.says_same(token, word)]
            for word in labels.words(_BRACKETS.sub("", title))
        ]
        return frozenset(at for places in found for at in places) if all(found) else frozenset()

    @cached_property
    def dates(self) -> list[DateValue]:
        """The dates of the claim."""
        return [value for token in self.tokens if (value := date_of(token)) is not None]

    @cached_property
    def values(self) -> list[tuple[int, Quantity]]:
        """The figures of the claim, with the numbers of their tokens; those that are part of a title are none."""
        found = [(at, t.quantity) for at, t in enumerate(self.tokens) if t.quantity and t.tag is Tag.VALUE]
        titles = {word.word for text in self.titles for word in labels.words(text)}
        inside = {at for one in self.named for at in one.at}
        return [(at, v) for at, v in found if self.tokens[at].word not in titles and at not in inside]

    @property
    def titles(self) -> tuple[str, ...]:
        """What the table is told to be of."""
        return self.table.caption, self.table.heading, self.table.corner

    @cached_property
    def _scope(self) -> tuple[Token, ...]:
        texts = (*self.titles, *self.table.header, self.table.around)
        return tuple(word for text in texts for word in labels.words(text))

    def lacking(self, *more: str) -> list[Token]:
        """Return the claim's words that neither the table's titles say nor what has been used, nor ``more`` texts."""
        scope = (*self._scope, *(word for text in more for word in labels.words(text)))
        return [
            token
            for at, token in enumerate(self.tokens)
            if at not in self.used
            and labels.matters(token)
            and not (token.tag is Tag.VERB and token.stem in labels.having())
            and not labels.is_among(token, scope)
            and not labels.is_kind(self.tokens, at)
        ]

    def is_alone(self, found: list[Token]) -> bool:
        """Whether words are whole names, and none a part of a longer name that the table has."""
        own = {id(token) for token in found}
        beside = [
            other
            for at, token in enumerate(self.tokens)
            if id(token) in own
            for other in self.tokens[max(0, at - 1) : at + 2]
        ]
        return all(token.proper for token in found) and all(id(t) in own or not t.proper for t in beside)

    def is_timely(self, *near: str) -> bool:
        """Whether the claim's dates are those of a column or a row (``near``) or else of the table."""
        found = [day for text in near for day in labels.dates(text)]
        around = [day for text in (*self.titles, self.table.around) for day in labels.dates(text)]
        agreed = timing.agree(self.dates, found, around)
        return agreed in (Agreement.SAME, Agreement.COMPATIBLE)

    @cached_property
    def is_partial(self) -> bool:
        """Whether the table is told as some of what there is."""
        text = f"{self.table.caption} {self.table.heading} {self.lead}".lower()
        return bool(set(re.findall(r"\w+", text)) & listed("partial"))

    @property
    def lead(self) -> str:
        """The last words in front of the table where it has no caption of its own."""
        return "" if self.table.caption else self.table.around.partition("\n")[0][-120:]

    def column(self, words: Iterable[Token] = ()) -> int | None:
        """Return the number of the one column that the claim means: by its dates, by words, or the only one of figures."""
        numbers = [n for n in range(len(self.table.header)) if self._is_of_figures(n)]
        dated = [n for n in numbers if labels.dates(self.table.header[n])]
        if dated:
            fit = [n for n in dated if self.dates and self.is_timely(self.table.header[n])]
            return fit[0] if len(fit) == 1 and all(labels.dates(self.table.header[n]) for n in fit) else None
        told = [(self._said(n, words), n) for n in numbers]
        best = max(told, default=(0.0, 0))
        if best[0] and sum(score == best[0] for score, _ in told) == 1:
            return best[1]
        plain = [n for n in numbers if not self._is_of_years(n)]
        sums = [n for n in plain if self.table.header[n].lower() in listed("sums")]
        if len(sums) == 1 and not best[0]:
            return sums[0]
        return plain[0] if len(plain) == 1 and not best[0] else None

    def _said(self, number: int, words: Iterable[Token]) -> float:
        """Return how much of a header some words say; its own words count for more than those that mean the same."""
        header = labels.words(labels.without_unit(self.table.header[number]))
        told = [any(labels.says_same(token, word) for token in words) for word in header]
        same = [any(token.stem == word.stem for token in words) for word in header]
        return (sum(told) + sum(same)) / len(header) if header else 0.0

    def _is_of_figures(self, number: int) -> bool:
        return any(self.figure(row, number) is not None for row in self.rows)

    def _is_of_years(self, number: int) -> bool:
        cells = [row.cells[number][1].strip() for row in self.rows]
        return all(len(cell) == 4 and cell.isdigit() and labels.dates(cell) for cell in cells if cell)

    def figure(self, row: Row, number: int) -> Quantity | None:
        """Return a row's figure in a column."""
        header, cell = row.cells[number]
        return labels.figure(cell, (header, self.table.caption, self.table.corner))


_TYING = frozenset((Tag.DET, Tag.PREP, Tag.MARK, Tag.DATE))


def _is_one(places: list[int]) -> bool:
    return len(places) == 1


def _names(token: Token, word: Token) -> bool:
    """Whether a token of a claim is a word of a label, and not merely of its kind."""
    return token.word == word.word or token.stem == word.stem or labels.says_same(token, word)


def date_of(token: Token) -> DateValue | None:
    """Return the date that a token stands for."""
    value = token.reading.value if token.reading else None
    return value if isinstance(value, DateValue) else None


def low(quantity: Quantity | None) -> float | None:
    """Return a figure as a number that others can be held against, or ``None``."""
    return None if quantity is None or quantity.low is None else float(quantity.low)
