"""What a kind of claim part is: how it is found in a claim, and how it is bound in passages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from factlint.comparators.base import Terms
from factlint.prose import timing
from factlint.prose.agreement import TURNING
from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.frames import PLACING, Frame
from factlint.prose.sentence import Sentence
from factlint.values.base import Counted, Value


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a claim: its kind, the frame around it, its words, and its value where it has one.

    whole: it says all that its clause does, so that the clause is no statement besides
    """

    kind: str
    frame: Frame
    text: str
    value: Value | None = None
    whole: bool = False


class Kind(Protocol):
    """A module of this package."""

    def parts(self, claim: Sentence) -> list[Part]:
        """Return the parts of this kind in a claim sentence."""
        ...

    def bind(self, part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
        """Return what the sentences have for a part, each candidate with its facets and its verdict."""
        ...


def binding(found: Frame, facets: tuple[Facet, ...], value: Value | None = None) -> Binding:
    """Return an undecided binding around a token of a passage."""
    printed = found.sentence.told or found.sentence
    start, end = found.sentence.span if found.sentence.told else (found.token.start, found.token.end)
    return Binding(
        passage=printed.text,
        start=start,
        end=end,
        source=found.sentence.source,
        value=value,
        counts=described(found),
        place=place(found),
        time=time(found),
        facets=facets,
    )


def apart(facets: Iterable[Facet]) -> list[Facet]:
    """Return the facets that keep a passage from settling the claim."""
    return [facet for facet in facets if facet.agreement in (Agreement.DIFFERENT, Agreement.MISSING)]


def turns(facet: Facet) -> bool:
    """Whether a facet turns what is told into its contrary: rose for fell, approved for rejected, who for whom."""
    return facet.name in TURNING and facet.agreement is Agreement.DIFFERENT


def told(facets: Iterable[Facet]) -> str:
    """Say which facets keep a passage from settling the claim."""
    parts = []
    for facet in facets:
        if facet.agreement is Agreement.MISSING:
            parts.append(f"{facet.name}: the passage doesn't say '{facet.claimed}'")
        elif facet.claimed and facet.found:
            parts.append(f"{facet.name}: '{facet.found}', not '{facet.claimed}'")
        else:
            parts.append(f"{facet.name}: the passage speaks of '{facet.found or 'a plain figure'}'")
    return "; ".join(dict.fromkeys(parts))


def described(found: Frame) -> str:
    """Return what a figure counts, or what is said, in the text's own words."""
    counted = found.quantity.counted if found.quantity else Counted()
    words = [found.sentence.slice(p.first, p.last) for p in found.subjects if p is not found.phrase]
    verb = found.verb.word if found.verb else ""
    return " ".join(dict.fromkeys(filter(None, (*words, verb, counted.text))))


def place(found: Frame) -> str:
    """Return where it is, in the text's own words."""
    return ", ".join(
        found.sentence.slice(phrase.first, phrase.last)
        for phrase in found.phrases
        if phrase.role in PLACING and phrase is not found.phrase and found.sentence.tokens[phrase.head].proper
    )


def time(found: Frame) -> str:
    """Return when it is, in the text's own words."""
    return ", ".join(day.text or day.edtf for day in timing.stated(found))
