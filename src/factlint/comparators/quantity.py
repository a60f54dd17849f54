"""What the rules for quantities share. Each reads the claim's words as an interval of accepted numbers."""

from __future__ import annotations

from abc import abstractmethod
from fractions import Fraction
from typing import ClassVar

from factlint.comparators.alignment import aligned, opposite
from factlint.comparators.base import Comparison, Outcome, Rule, Terms, Tolerance
from factlint.comparators.gap import described
from factlint.comparators.interval import Interval
from factlint.comparators.precision import blur, possible
from factlint.comparators.settle import settle
from factlint.comparators.suggest import corrected
from factlint.comparators.words import figure, number
from factlint.values.base import Quantity, Sense, Value


class QuantityRule(Rule):
    """What the rules for quantities share: align, accept, settle, describe."""

    claims: ClassVar[tuple[type, ...]] = (Quantity,)
    finds: ClassVar[tuple[type, ...]] = (Quantity,)
    senses: ClassVar[frozenset[Sense]] = frozenset(Sense)

    def takes(self, claimed: Value, found: Value) -> bool:
        """Whether the rule reads words of the claim's sense."""
        return super().takes(claimed, found) and getattr(claimed, "sense", None) in self.senses

    @abstractmethod
    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """Return the numbers that the claim's words accept, and the band in plain words."""

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """Return why a claim that holds is imprecise all the same; empty when it isn't."""
        return ""

    def compare(self, claimed: Quantity, found: Quantity, terms: Terms) -> Comparison:
        """Compare in the claim's unit. Raises as ``Rule.compare`` says."""
        printed, found = found, aligned(claimed, found, terms.rates)
        hidden = blur(printed, found, terms.tolerance)
        accepts, band = self.accepts(claimed, terms.tolerance)
        if opposite(claimed, found):
            outcome, note = Outcome.MISMATCH, f"the reference says it went {found.direction}"
        else:
            outcome, note = settle(self.read(claimed), found, accepts, hidden, terms.tolerance)
        if outcome is Outcome.MATCH:
            note = self.remark(claimed, possible(found, terms.tolerance), terms.tolerance)
            outcome = Outcome.IMPRECISE if note else outcome
        gap = described(claimed, found, outcome)
        return Comparison(
            outcome=outcome,
            rule=self.name,
            band=band,
            accepts=(accepts.low, accepts.high),
            difference=gap.words,
            direction=gap.direction,
            size=gap.size,
            note=note or ("" if outcome is Outcome.MATCH else f"outside {band}"),
            suggestion="" if outcome is Outcome.MATCH else corrected(claimed, printed, terms.locale),
        )

    def read(self, claimed: Quantity) -> Quantity:
        """Return the claim as this rule reads it."""
        return claimed


_BY_SENSE = {
    Sense.POINT: "rounding",
    Sense.APPROXIMATE: "about",
    Sense.NEARLY: "nearly",
    Sense.RANGE: "interval",
    Sense.MAGNITUDE: "magnitude",
}
_EXACTLY = ("exactly", "precisely")


def rule_for(claimed: Quantity, tolerance: Tolerance) -> str:
    """Return the name of the rule that the claim's words, or a declared tolerance, ask for."""
    if tolerance.absolute is not None or tolerance.relative is not None:
        return "tolerance"
    if claimed.sense is Sense.POINT and claimed.qualifier.startswith(_EXACTLY):
        return "exact"
    return _BY_SENSE.get(claimed.sense, "bound")


def figures(claimed: Quantity) -> str:
    """Write the stated figures without their qualifier."""
    if claimed.low is not None and claimed.high is not None and claimed.low != claimed.high:
        return f"{number(claimed.low)} to {number(claimed.high, claimed.unit)}"
    return number(figure(claimed), claimed.unit)


def spread(claimed: Quantity, margin: Fraction) -> Interval:
    """Return the stated figures with a margin on either side; an open side stays open."""
    low = None if claimed.low is None else claimed.low - margin
    high = None if claimed.high is None else claimed.high + margin
    return Interval(low, high)
