"""A figure in a table: the cell whose row, column and caption are all that the claim speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from factlint.comparators import compare
from factlint.comparators.base import Outcome, Terms
from factlint.errors import FactlintError
from factlint.prose import labels, telling, timing
from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.frames import Frame
from factlint.prose.lexicon import lexicon
from factlint.prose.modes import modes, per, periods
from factlint.prose.rows import Row
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import measure_of, says
from factlint.values.base import Counted
from factlint.verdict import Verdict

_NARROWING = re.compile(r"\b(?:among|for|aged|under|over|without|with|excluding|except|not)\b", re.I)
_OPENS = re.compile(r"\s+(?:by|per|in|of|at|from|to|for|and|since|between|during|on)\s+|[,:;–—]\s*", re.I)
_BY = re.compile(r"[,:;]|\bby\b")
_MARKS = re.compile(r"[^\w]+")
_BRACKETS = re.compile(r"\([^()]{1,60}\)")
_TITLES = frozenset("tabl result figur statistic summari overview standing data list count tally".split())
_PLAIN = frozenset("value number total figure amount count all overall quantity data".split())
_PERIODIC = frozenset(("monthly", "annual", "yearly", "quarterly", "seasonal"))
_SHARES = frozenset("share percentage percent proportion rate".split())


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: its header, what it says, and the words that tell what it is."""

    row: Row
    header: str
    text: str

    @property
    def titles(self) -> tuple[str, str, str]:
        """What tells the unit, the nearest first."""
        table = self.row.table
        return self.header, table.caption, table.corner


def bind(claim: Frame, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return the cells of the passages' tables that a claim's figure speaks of."""
    rows = [row for row in sentences if isinstance(row, Row)]
    named = [row for row in rows if _is_in_name(claim, row)]
    if named:
        return [_in_name(claim, named[0])]
    return [
        _bound(claim, _Cell(row, header, text), terms)
        for row in _rows(claim, rows)
        for header, text in _columns(claim, row)
    ]


def _rows(claim: Frame, rows: list[Row]) -> list[Row]:
    """Return the rows that the claim names, and the total where it names none: "Lind County has 145,543 people"."""
    sums = [row for row in rows if row.label.strip().lower() in labels.listed("sums")]
    found = [row for row in rows if _all_claimed(claim, labels.words(_BRACKETS.sub("", row.label)))]
    return found or sums


def _columns(claim: Frame, row: Row) -> list[tuple[str, str]]:
    """Return the cells whose headers the claim says, of those the ones that it says most of: "gold", not "total"."""
    found = [(_said(claim, header), header, text) for header, text in row.cells if _is_column(claim, header)]
    most = max((said for said, _, _ in found), default=0)
    return [(header, text) for said, header, text in found if said == most]


def _said(claim: Frame, header: str) -> int:
    return sum(_is_claimed(claim, token) for token in labels.words(labels.without_unit(header)))


def _is_in_name(claim: Frame, row: Row) -> bool:
    """Whether a figure is a part of the name that the table is of: "the Tessera 4"."""
    before = claim.sentence.tokens[claim.at - 1] if claim.at else None
    others = [t for t in claim.sentence.tokens if t.tag is Tag.VALUE and t is not claim.token]
    if before is None or not before.proper or claim.token.word.isalpha() or not others:
        return False
    name = f"{before.word} {claim.token.word}"
    return any(
        f" {name} " in f" {re.sub(_MARKS, ' ', text.lower())} "
        for text in (row.table.caption, row.table.heading, row.label)
    )


def _in_name(claim: Frame, row: Row) -> Binding:
    text = f"{row.table.heading or row.table.caption}"
    return Binding(text, 0, len(text), row.source, claim.quantity, rule="name", verdict=Verdict.SUPPORTED)


def _is_column(claim: Frame, header: str) -> bool:
    """Whether the claim has the words of a header, but for those that its figure says itself."""
    share = claim.quantity is not None and claim.quantity.unit == "%"
    told = labels.words(labels.without_unit(header))
    return _all_claimed(
        claim, (t for t in told if t.word not in _PLAIN and not (share and t.word in _SHARES))
    )


def _bound(claim: Frame, cell: _Cell, terms: Terms) -> Binding:
    start = max(cell.row.text.find(f"{cell.header}: {cell.text}"), 0)
    start = cell.row.text.find(cell.text, start + len(cell.header))
    facets = (Facet("row", Agreement.SAME, cell.row.label, cell.row.label), *_facets(claim, cell))
    found = labels.figure(cell.text, cell.titles)
    made = Binding(
        passage=cell.row.text,
        start=max(start, 0),
        end=max(start, 0) + len(cell.text),
        source=cell.row.source,
        value=found,
        counts=" ".join(filter(None, (cell.row.table.caption, cell.header))),
        facets=facets,
    )
    problem = _problem(claim, cell, facets)
    if problem or found is None or claim.quantity is None:
        return replace(made, problem=problem or f"'{cell.text}' is no figure")
    ours = replace(claim.quantity, counted=Counted(), role="", direction="", negated=False)
    try:
        comparison = compare(ours, replace(found, counted=Counted()), terms=terms)
    except FactlintError as error:
        return replace(made, problem=error.message)
    wrong = comparison.outcome is Outcome.MISMATCH
    verdict = Verdict.REFUTED if wrong else Verdict.SUPPORTED
    return replace(made, comparison=comparison, rule=comparison.rule, verdict=verdict)


def _problem(claim: Frame, cell: _Cell, facets: tuple[Facet, ...]) -> str:
    """Say what keeps a cell from settling the claim."""
    lacking = [facet for facet in facets if facet.agreement in (Agreement.MISSING, Agreement.DIFFERENT)]
    if lacking:
        return "; ".join(
            f"{facet.name}: the table doesn't say '{facet.claimed or facet.found}'" for facet in lacking
        )
    told = [t for t in claim.tokens(sorted(claim.reach)) if t.stem not in labels.having()]
    sort = (per(claim.sentence.tokens, claim.at) and not _per(cell)) or telling.source(claim)
    if sort or telling.denied(claim) or modes(told) or periods(told) or telling.direction(claim):
        return "the claim says more of the figure than a table does"
    return ""


def _per(cell: _Cell) -> tuple[Token, ...]:
    """Return the words of what the cell's unit is per."""
    return next((told for text in cell.titles if (told := labels.per(labels.unit(text)))), ())


def _facets(claim: Frame, cell: _Cell) -> Iterator[Facet]:
    """Yield a facet for what one side says and the other doesn't: words, time, unit."""
    scope = [token for text in _told(cell) for token in labels.words(text)]
    scope += [t for row in cell.row.table.rows if not cell.header for t in labels.words(row.label.lower())]
    told = claim.sentence.tokens
    sole = labels.sole_aspect(claim.quantity.unit) if claim.quantity and claim.quantity.unit else frozenset()
    for at in sorted(claim.reach):
        if _matters(told[at]) and not labels.is_among(told[at], (*scope, *_per(cell))):
            if not labels.is_kind(told, at) and told[at].stem not in sole:
                yield Facet("words", Agreement.MISSING, told[at].word)
    for token in _narrowing(cell):
        if says(token) and not _is_claimed(claim, token):
            yield Facet("caption", Agreement.DIFFERENT, "", token.word)
    ours = timing.stated(claim)
    near = [*labels.dates(cell.header), *labels.dates(cell.row.label)]
    around = [day for text in _titles(cell) for day in labels.dates(text)]
    agreement = timing.agree(ours, near, around)
    if (near and not ours) or agreement in (Agreement.MISSING, Agreement.DIFFERENT):
        yield Facet(
            "time", Agreement.DIFFERENT, ", ".join(d.text for d in ours), ", ".join(d.text for d in near)
        )
    yield from _units(claim, cell)


def _units(claim: Frame, cell: _Cell) -> Iterator[Facet]:
    found = labels.figure(cell.text, cell.titles)
    ours = claim.quantity.unit if claim.quantity else ""
    if found is not None and found.unit != ours and not (_is_money(found.unit) and _is_money(ours)):
        yield Facet("unit", Agreement.DIFFERENT, ours, found.unit or "a bare figure")
    told = per(claim.sentence.tokens, claim.at)
    if _per(cell) and not told:
        yield Facet("rate", Agreement.DIFFERENT, "", f"per {_per(cell)[0].word}")


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _matters(token: Token) -> bool:
    """Whether a word of the claim must be found: verbs that only say that somebody has a figure need not."""
    return labels.matters(token) and not (token.tag is Tag.VERB and token.stem in labels.having())


def _titles(cell: _Cell) -> tuple[str, ...]:
    table = cell.row.table
    return table.caption, table.corner, table.heading


def _told(cell: _Cell) -> tuple[str, ...]:
    return cell.row.label, cell.header, cell.text, *_titles(cell), cell.row.table.around


def _narrowing(cell: _Cell) -> list[Token]:
    """Return the words of the caption that say what is counted, apart from titles, units and "by region".

    Where a column or a cell says itself what it counts, the caption only tells what the table is about.
    """
    caption = labels.without_unit(cell.row.table.caption)
    first = _OPENS.split(caption)[0]
    titled = any(token.stem in _TITLES for token in labels.words(first))
    told = titled or any(_counts(text) for text in (cell.header, cell.text))
    words = [] if told else list(labels.words(first))
    found = _NARROWING.search(caption)
    rest = _BY.split(caption[found.start() :])[0] if found else ""
    asides = [t for n, t in enumerate(words) if n and t.word.endswith("ed") and not measure_of(t.word)]
    return [t for t in (*words, *labels.words(rest)) if t not in asides and t.word not in _PERIODIC]


def _counts(text: str) -> bool:
    """Whether a header or a cell says what is counted: "Seats", "76 seats"; a year or a sex doesn't."""
    told = [t for t in labels.words(labels.without_unit(text)) if not t.word[:1].isdigit()]
    return any(says(t) and t.word not in _PLAIN and t.stem not in lexicon().people for t in told)


def _all_claimed(claim: Frame, words: Iterable[Token]) -> bool:
    return all(_is_claimed(claim, token) for token in words)


def _is_claimed(claim: Frame, token: Token) -> bool:
    """Whether the claim has a word of a label, in the figure's reach."""
    if token.word.isdigit() and any(token.word == other.word for other in claim.sentence.tokens):
        return True  # a part of a name: "Kestrel 200"
    return any(_says(other, token) for other in claim.tokens(claim.reach))


def _says(ours: Token, theirs: Token) -> bool:
    return labels.says_same(ours, theirs) or (ours.tag is Tag.DATE and theirs.word in ours.word.split())
