"""A figure in a table: the cell whose row, column and caption are all that the claim speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from factlint.comparators import compare
from factlint.comparators.base import Outcome, Terms
from factlint.errors import FactlintError
from factlint.prose import telling, timing
from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.frames import Frame
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.modes import modes, per, periods
from factlint.prose.rows import Row
from factlint.prose.sentence import Sentence
from factlint.prose.tokenizing import tokens
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says
from factlint.values.base import Context, Counted, DateValue, Quantity, Reading
from factlint.values.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from factlint.values.scan import scan
from factlint.verdict import Verdict

_UNIT = re.compile(
    r"\(([^()]{1,40})\)|,? in ((?:thousands?|millions?|billions?)\b[^,;()]{0,30}|%|per ?cent|percent)", re.I
)
_SCALE = re.compile(r"\b(thousand|million|billion|trillion)s?(?: of)?\b", re.I)
_NARROWING = re.compile(r"\b(?:among|for|aged|under|over|without|with|excluding|except|not)\b", re.I)
_OPENS = re.compile(r"\s+(?:by|per|in|of|at|from|to|for|and|since|between|during|on)\s+|[,:;–—]\s*", re.I)
_BY = re.compile(r"[,:;]|\bby\b")
_TITLES = frozenset("tabl result figur statistic summari overview standing data list count tally".split())
_TABLED = frozenset("win receiv get tak handl carri scor earn hav record regist attract draw serv".split())
_FILLING = PREPOSITIONS | CONJUNCTIONS | DETERMINERS


@dataclass(frozen=True, slots=True)
class _Cell:
    """One cell: its header, what it says, and the words that tell what it is."""

    row: Row
    header: str
    text: str


def bind(claim: Frame, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return the cells of the passages' tables that a claim's figure speaks of."""
    return [
        _bound(claim, _Cell(row, header, text), terms)
        for row in sentences
        if isinstance(row, Row) and _all_claimed(claim, _words(row.label))
        for header, text in row.cells
        if _all_claimed(claim, _words(_without_unit(header)))
    ]


def _bound(claim: Frame, cell: _Cell, terms: Terms) -> Binding:
    start = max(cell.row.text.find(f"{cell.header}: {cell.text}"), 0)
    start = cell.row.text.find(cell.text, start + len(cell.header))
    facets = (Facet("row", Agreement.SAME, cell.row.label, cell.row.label), *_facets(claim, cell))
    found = _figure(cell)
    made = Binding(
        passage=cell.row.text,
        start=max(start, 0),
        end=max(start, 0) + len(cell.text),
        source=cell.row.source,
        value=found,
        counts=" ".join(filter(None, (cell.row.caption, cell.header))),
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
    told = list(claim.tokens(sorted(claim.reach)))
    sort = per(claim.sentence.tokens, claim.at) or telling.source(claim) or telling.denied(claim)
    if sort or modes(told) or periods(told) or telling.direction(claim):
        return "the claim says more of the figure than a table does"
    return ""


def _facets(claim: Frame, cell: _Cell) -> Iterator[Facet]:
    """Yield a facet for what one side says and the other doesn't: words, time, unit."""
    scope = [token for text in _told(cell) for token in _words(text)]
    for token in claim.tokens(sorted(claim.reach)):
        if not _matters(token) or any(alike(token, other) for other in scope):
            continue
        yield Facet("words", Agreement.MISSING, token.word)
    for token in _narrowing(cell):
        if says(token) and not _is_claimed(claim, token):
            yield Facet("caption", Agreement.DIFFERENT, "", token.word)
    ours = timing.stated(claim)
    near = [*_dates(cell.header), *_dates(cell.row.label)]
    agreement = timing.agree(ours, near, _dates(cell.row.caption))
    if (near and not ours) or agreement in (Agreement.MISSING, Agreement.DIFFERENT):
        yield Facet(
            "time", Agreement.DIFFERENT, ", ".join(d.text for d in ours), ", ".join(d.text for d in near)
        )
    figure, unit = _figure(cell), claim.quantity.unit if claim.quantity else ""
    if figure is not None and figure.unit != unit and not (_is_money(figure.unit) and _is_money(unit)):
        yield Facet("unit", Agreement.DIFFERENT, unit, figure.unit or "a bare figure")


def _is_money(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def _matters(token: Token) -> bool:
    """Whether a word of the claim must be found: verbs that only say that somebody has a figure need not."""
    words = lexicon()
    plain = token.tag is Tag.VERB and token.stem in _TABLED
    return token.tag in (Tag.NOUN, Tag.VERB) and says(token) and token.stem not in words.idle and not plain


def _told(cell: _Cell) -> tuple[str, ...]:
    return cell.row.label, cell.row.corner, cell.row.caption, cell.header


def _narrowing(cell: _Cell) -> list[Token]:
    """Return the words of the caption that say what is counted, apart from titles, units and "by region"."""
    caption = _UNIT.sub("", cell.row.caption)
    first = _OPENS.split(caption)[0]
    words = [] if any(token.stem in _TITLES for token in _words(first)) else list(_words(first))
    found = _NARROWING.search(caption)
    rest = _BY.split(caption[found.start() :])[0] if found else ""
    return [*words, *_words(rest)]


def _without_unit(header: str) -> str:
    return _UNIT.sub("", header)


def _all_claimed(claim: Frame, words: Iterable[Token]) -> bool:
    return all(_is_claimed(claim, token) for token in words)


def _is_claimed(claim: Frame, token: Token) -> bool:
    """Whether the claim has a word of a label, in the figure's reach."""
    return any(alike(token, other) or token.word == other.word for other in claim.tokens(claim.reach))


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[Token, ...]:
    """Return the words of a label: all but dates and those that only tie others; case says nothing there."""
    dated = [reading for reading in _readings(text) if isinstance(reading.value, DateValue)]
    found = [token for token in tokens(text, []) if token.word[:1].isalnum() and token.word not in _FILLING]
    kept = [t for t in found if not any(r.start <= t.start + _SHIFT < r.end for r in dated)]
    for token in kept:
        token.tag = Tag.NOUN
        token.stem = token.stem if token.stem[:1] != "#" else stem(token.word)
    return tuple(kept)


_LEAD = "in "
_SHIFT = len(_LEAD)


@lru_cache(maxsize=1024)
def _readings(text: str) -> list[Reading]:
    """Read a label as what follows "in", so that a bare year is one."""
    return list(scan(_LEAD + text[:300], Context()))


def _dates(text: str) -> list[DateValue]:
    return [reading.value for reading in _readings(text) if isinstance(reading.value, DateValue)]


def _figure(cell: _Cell) -> Quantity | None:
    """Return a cell's figure in the unit and scale of its header, or else of the caption; all printed digits count."""
    printed = cell.text.strip().lstrip("+")
    if not printed[:1].isdigit() and printed[:1] not in "-−–$€£¥":
        return None
    units = [unit for text in (cell.header, cell.row.caption) if (unit := _unit(text))]
    text = " ".join([printed, *units[:1]]) if not _says_unit(printed) else printed
    readings = scan(text, Context())
    if len(readings) != 1 or not isinstance(readings[0].value, Quantity) or readings[0].start > 1:
        return None
    value = readings[0].value
    if value.low is None or value.low != value.high or text[readings[0].end :].strip():
        return None
    return replace(value, step=_step(printed, value.low) or value.step, text=cell.text)


def _says_unit(printed: str) -> bool:
    return not printed.replace(",", "").replace(".", "").replace(" ", "").lstrip("-−–").isdigit()


def _unit(text: str) -> str:
    """Return the unit that brackets or "in millions of …" give: "km", "million dollars"."""
    found = _UNIT.search(text)
    return _SCALE.sub(r"\1", (found[1] or found[2]).strip()) if found else ""


def _step(printed: str, value: Fraction) -> Fraction | None:
    plain = printed.replace(",", "").replace(" ", "")
    try:
        number = Fraction(plain)
    except (ValueError, ZeroDivisionError):
        return None
    decimals = len(plain.partition(".")[2])
    return abs(value / number) / 10**decimals if number else None
