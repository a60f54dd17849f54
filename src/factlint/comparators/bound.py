"""Rules for figures that bound the truth from one side."""

from __future__ import annotations

from factlint.comparators.base import Tolerance
from factlint.comparators.interval import Interval
from factlint.comparators.precision import possible
from factlint.comparators.quantity import QuantityRule
from factlint.comparators.settle import LOWER, UPPER
from factlint.comparators.words import band_percent, figure, number
from factlint.values.base import Quantity, Sense


class Bound(QuantityRule):
    """A bound (more than, at least, over; up to, fewer than, no more than) is right if the truth keeps it.

    A bound that holds but lies further from the reference than ``informative`` (50 % of the bound) says too
    little, and is imprecise: "more than 10,000" of 40,000.
    """

    name = "bound"
    senses = LOWER | UPPER

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """Everything on the bound's side."""
        word = claimed.qualifier or claimed.sense.value.replace("-", " ")
        limit = f"{word} {number(figure(claimed), claimed.unit)}"
        return possible(claimed, tolerance), f"{limit} (informative to {band_percent(tolerance.informative)})"

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """The bound holds from too far."""
        stated = figure(claimed)
        near = Interval.around(stated, tolerance.informative * abs(stated))
        return "" if truth.gap(near) == 0 else "the bound holds, but is too far from the reference to inform"


class Nearly(QuantityRule):
    """Nearly, almost or just under a figure: below it by no more than ``nearly`` (10 %). A reference that
    reaches the figure makes the claim imprecise; one that passes it, wrong."""

    name = "nearly"
    senses = frozenset({Sense.NEARLY})

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """The band below the figure, and the figure itself."""
        span = possible(claimed, tolerance)
        shown = f"{number(figure(claimed), claimed.unit)} - {band_percent(tolerance.nearly)}"
        return Interval(span.low, span.high), f"{shown} ({claimed.qualifier or 'nearly'})"

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """The figure itself is reached."""
        reached = truth == Interval(figure(claimed), figure(claimed))
        return "the reference reaches the figure" if reached else ""


RULES = (Bound(), Nearly())
