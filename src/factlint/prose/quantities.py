"""Settle one figure of a claim: bind every figure of its kind in the passages, and compare what is the same thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factlint.comparators import compare
from factlint.comparators.base import Outcome, Terms
from factlint.errors import FactlintError
from factlint.prose import telling, timing
from factlint.prose.agreement import facets as facets_of
from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.frames import PLACING, Frame, frame
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag
from factlint.values.base import Counted, Quantity
from factlint.values.units import unit
from factlint.verdict import Verdict


def bindings(claim: Frame, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return every figure of the claim's kind with what it is bound to."""
    return [
        bound(claim, frame(sentence, at), terms)
        for sentence in sentences
        for at, token in enumerate(sentence.tokens)
        if token.tag is Tag.VALUE and _is_of_kind(claim.quantity, token.quantity)
    ]


def _is_of_kind(claimed: Quantity | None, found: Quantity | None) -> bool:
    """Whether two figures measure in one dimension; a share and a percentage are one."""
    if claimed is None or found is None:
        return False
    ours, theirs = unit(claimed.unit), unit(found.unit)
    if "ordinal" in (claimed.unit, found.unit):
        return claimed.unit == found.unit
    pair = {claimed.unit, found.unit}
    return (
        ours.dimension == theirs.dimension or pair in ({"", "%"}, {"", "x"}, {"%", "x"}) or _both_money(pair)
    )


def _both_money(units: set[str]) -> bool:
    return all(len(code) == 3 and code.isupper() for code in units)


def bound(claim: Frame, found: Frame, terms: Terms) -> Binding:
    """Relate one figure of a passage to the claim's, and compare them where they are of one thing."""
    facets = facets_of(claim, found)
    made = Binding(
        passage=found.sentence.text,
        start=found.token.start,
        end=found.token.end,
        source=found.sentence.source,
        value=found.quantity,
        counts=described(found),
        place=place(found),
        time=time(found),
        facets=facets,
    )
    apart = [facet for facet in facets if facet.agreement in (Agreement.DIFFERENT, Agreement.MISSING)]
    return _compared(made, claim, found, terms, apart)


def _compared(made: Binding, claim: Frame, found: Frame, terms: Terms, apart: list[Facet]) -> Binding:
    turned = [
        facet for facet in apart if facet.name == "direction" and facet.agreement is Agreement.DIFFERENT
    ]
    if len(apart) > len(turned):
        return replace(made, problem=told(apart))
    ours, theirs = claim.quantity, found.quantity
    if ours is None or theirs is None:
        return replace(made, problem="there is no figure")
    try:
        comparison = compare(_bare(ours, claim), _bare(theirs, found), terms=terms)
    except FactlintError as error:
        return replace(made, problem=error.message)
    wrong = comparison.outcome is Outcome.MISMATCH or bool(turned)
    if telling.denied(claim) != telling.denied(found):
        wrong = not wrong
        if not wrong:
            return replace(made, problem="one side denies the figure, the other gives another one")
    verdict = Verdict.REFUTED if wrong else Verdict.SUPPORTED
    return replace(made, comparison=comparison, rule=comparison.rule, verdict=verdict)


def _bare(quantity: Quantity, frame: Frame) -> Quantity:
    """Return a figure without what the facets have settled already."""
    return replace(quantity, counted=Counted(), role="", negated=False, direction=telling.direction(frame))


def told(apart: list[Facet]) -> str:
    """Say which facets keep two figures apart."""
    parts = []
    for facet in apart:
        if facet.agreement is Agreement.MISSING:
            parts.append(f"{facet.name}: the passage doesn't say '{facet.claimed}'")
        elif facet.claimed and facet.found:
            parts.append(f"{facet.name}: '{facet.found}', not '{facet.claimed}'")
        else:
            parts.append(f"{facet.name}: the passage speaks of '{facet.found or 'a plain figure'}'")
    return "; ".join(dict.fromkeys(parts))


def described(found: Frame) -> str:
    """Return what a figure counts, in the passage's words."""
    counted = found.quantity.counted if found.quantity else Counted()
    words = [found.sentence.slice(p.first, p.last) for p in found.subjects if p is not found.phrase]
    verb = found.verb.word if found.verb else ""
    return " ".join(dict.fromkeys(filter(None, (*words, verb, counted.text))))


def place(found: Frame) -> str:
    """Return where it is, in the passage's words."""
    return ", ".join(
        found.sentence.slice(phrase.first, phrase.last)
        for phrase in found.phrases
        if phrase.role in PLACING and phrase is not found.phrase and found.sentence.tokens[phrase.head].proper
    )


def time(found: Frame) -> str:
    """Return when it is, in the passage's words."""
    return ", ".join(day.text or day.edtf for day in timing.stated(found))
