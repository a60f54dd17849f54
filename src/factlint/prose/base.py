"""What verifying a claim against prose gives: the verdict, and for each part of the claim what was bound to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from factlint.comparators.base import Comparison
from factlint.values.base import Value
from factlint.verdict import Verdict


class Agreement(StrEnum):
    """How one facet of a passage stands to the claim's."""

    SAME = "same"
    COMPATIBLE = "compatible"  # the claim doesn't say
    MISSING = "missing"  # the claim says it, the passage doesn't
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Facet:
    """One facet: what is measured, of whom, where, when, in what way, who says so; both sides in their words."""

    name: str
    agreement: Agreement
    claimed: str = ""
    found: str = ""


@dataclass(frozen=True, slots=True)
class Binding:
    """A candidate of a passage and what it is bound to.

    passage: the sentence; start, end: the value's characters in it; source: the number of the document
    counts: what the value counts or says, in the passage's words
    rule: the comparison rule, or how the words were matched; comparison: ``None`` where facets keep it from being made
    coarse: it is the same thing, but told too coarsely to settle the claim
    problem: why the values can't be compared, empty where they could
    """

    passage: str
    start: int
    end: int
    source: int = 0
    value: Value | None = None
    counts: str = ""
    place: str = ""
    time: str = ""
    rule: str = ""
    comparison: Comparison | None = None
    facets: tuple[Facet, ...] = ()
    problem: str = ""
    coarse: bool = False
    verdict: Verdict = Verdict.NOT_ENOUGH

    @property
    def found(self) -> str:
        """The words of the value, or the whole passage where it holds none."""
        return self.passage[self.start : self.end] or self.passage


@dataclass(frozen=True, slots=True)
class PartFinding:
    """One part of a claim: its words and fields, its verdict, and the passage that decides it.

    kind: "quantity", "date", "rank", "direction", "members", "office", "quotation", "statement" or "reckoned"
    best: the binding that decides, or the nearest one where none does
    alternatives: other candidates, the nearest first
    """

    kind: str
    text: str
    verdict: Verdict
    reason: str
    value: Value | None = None
    counts: str = ""
    place: str = ""
    time: str = ""
    best: Binding | None = None
    alternatives: tuple[Binding, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on a claim, why, and its parts; the claim is as strong as its weakest part."""

    claim: str
    verdict: Verdict
    reason: str
    parts: tuple[PartFinding, ...] = ()
