"""Rules for quantities. Each reads the claim's words as an interval of numbers that they accept."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from fractions import Fraction
from typing import ClassVar

from factlint.comparators.alignment import aligned, opposite
from factlint.comparators.base import Comparison, Outcome, Rule, Terms, Tolerance
from factlint.comparators.gap import described
from factlint.comparators.interval import Interval
from factlint.comparators.precision import half_place, possible, prints_zeros, reach
from factlint.comparators.settle import LOWER, UPPER, settle
from factlint.comparators.suggest import corrected
from factlint.comparators.words import band_percent, figure, number
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
        found = aligned(claimed, found, terms.rates)
        accepts, band = self.accepts(claimed, terms.tolerance)
        if opposite(claimed, found):
            outcome, note = Outcome.MISMATCH, f"the reference says it went {found.direction}"
        else:
            outcome, note = settle(self.read(claimed), found, accepts, terms.tolerance)
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
            suggestion="" if outcome is Outcome.MATCH else corrected(claimed, found, outcome),
        )

    def read(self, claimed: Quantity) -> Quantity:
        """Return the claim as this rule reads it."""
        return claimed


class Rounding(QuantityRule):
    """A bare figure (13,883; 2.4 million) is right if the reference rounds to it at its printed precision.

    Half the last counted place is accepted either way: 13,883 ± 0.5, 2.4 million ± 50,000, and 250,000
    ± 5,000, for trailing zeros don't count. How many printed zeros were counted can't be seen, so their
    band is never wider than ``round`` (5 %). A figure that is right only within ``about`` (10 %), or that
    rounds only to a single figure (3 million for 3.4 million), is imprecise.
    """

    name = "rounding"

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """Half the last counted place either way, or up to ``about`` for printed zeros."""
        fine = reach(claimed, tolerance)
        wide = fine
        if prints_zeros(claimed):
            wide = max(fine, min(half_place(claimed), tolerance.about * abs(figure(claimed))))
        return _ends(claimed, wide), f"{_figures(claimed)} ± {number(fine)} (as printed)"

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """Right only as a round figure."""
        fine = reach(claimed, tolerance)
        if claimed.step >= 10:
            fine = min(fine, max(tolerance.about, tolerance.round) * abs(figure(claimed)))
        return "" if truth.within(_ends(claimed, fine)) else "right only as a round figure"


class About(QuantityRule):
    """A figure with around, about, roughly or some is right within a relative band (``about``, 10 %)."""

    name = "about"

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """The relative band either way, and never less than a bare figure accepts."""
        size = abs(figure(claimed))
        margin = max(
            tolerance.about * size, min(half_place(claimed), tolerance.round * size), _least(claimed)
        )
        word = claimed.qualifier or "around"
        return _ends(claimed, margin), f"{_figures(claimed)} ± {band_percent(tolerance.about)} ({word})"

    def read(self, claimed: Quantity) -> Quantity:
        """Read a bare figure as an approximate one where the rule was asked for by name."""
        return replace(claimed, sense=Sense.APPROXIMATE) if claimed.sense is Sense.POINT else claimed


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
        return possible(claimed, tolerance), f"{limit}, informative to {band_percent(tolerance.informative)}"

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """The bound holds from too far."""
        stated = figure(claimed)
        near = Interval.around(stated, tolerance.informative * abs(stated))
        return "" if truth.meets(near) else "the bound holds, but is too far from the reference to inform"


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
        reached = truth.low == truth.high == figure(claimed)
        return "the reference reaches the figure" if reached else ""


class Between(QuantityRule):
    """A range (60,000 to 100,000) is right if the truth lies in it, each end read as a bare figure. A range
    that the reference tells otherwise is imprecise while the two share half of it."""

    name = "interval"
    senses = frozenset({Sense.RANGE})

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """From end to end, with the rounding of each."""
        low, high = _end(claimed, claimed.low), _end(claimed, claimed.high)
        span = Interval(figure(low) - reach(low, tolerance), figure(high) + reach(high, tolerance))
        return span, f"{_figures(claimed)} (each end as printed)"

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """A range so wide that it says too little."""
        if claimed.low is None or claimed.high is None:
            return ""
        near_low = Interval(None, claimed.low + tolerance.informative * abs(claimed.low))
        near_high = Interval(claimed.high - tolerance.informative * abs(claimed.high), None)
        if truth.meets(near_low) or truth.meets(near_high):
            return ""
        return "the range holds, but is too wide to inform"


class Magnitude(QuantityRule):
    """Tens of thousands, dozens, millions: right in their order of magnitude. One such unit is not yet
    several, so a reference below two of them is imprecise, unless ``magnitude: order`` is set."""

    name = "magnitude"
    senses = frozenset({Sense.MAGNITUDE})

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """The stretch that the words name."""
        return possible(claimed, tolerance), f"{_figures(claimed)} ({tolerance.magnitude})"

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """The plural needs two."""
        if tolerance.magnitude == "order" or claimed.low is None or truth.high is None:
            return ""
        return "the plural needs at least two of them" if truth.high < 2 * claimed.low else ""


class Declared(QuantityRule):
    """An explicit tolerance: the figure is right within ``absolute`` (in the claim's unit) or ``relative``
    of it, whichever is wider, whatever the words say. A bound gives way by as much."""

    name = "tolerance"

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """The declared margin either way."""
        share = (tolerance.relative or Fraction(0)) * abs(figure(claimed))
        margin = max(tolerance.absolute or Fraction(0), share)
        return _ends(claimed, margin), f"{_figures(claimed)} ± {number(margin)} (declared)"


class Exact(QuantityRule):
    """The figure itself and nothing else, for "exactly" and for counts that are never rounded."""

    name = "exact"

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """The stated figures."""
        return Interval(claimed.low, claimed.high), f"{_figures(claimed)} exactly"


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
        return Declared.name
    if claimed.sense is Sense.POINT and claimed.qualifier.startswith(_EXACTLY):
        return Exact.name
    return _BY_SENSE.get(claimed.sense, Bound.name)


def _figures(claimed: Quantity) -> str:
    if claimed.low is not None and claimed.high is not None and claimed.low != claimed.high:
        return f"{number(claimed.low)} to {number(claimed.high, claimed.unit)}"
    return number(figure(claimed), claimed.unit)


def _ends(claimed: Quantity, margin: Fraction) -> Interval:
    low = None if claimed.low is None else claimed.low - margin
    high = None if claimed.high is None else claimed.high + margin
    return Interval(low, high)


def _end(claimed: Quantity, value: Fraction | None) -> Quantity:
    """Return one end of a range as a bare figure."""
    return replace(claimed, low=value, high=value, sense=Sense.POINT, text="")


def _least(claimed: Quantity) -> Fraction:
    """Return half a unit for small counts: "about 3" holds for 3 whatever the band."""
    return min(half_place(claimed), Fraction(1, 2))


RULES = (Rounding(), About(), Bound(), Nearly(), Between(), Magnitude(), Declared(), Exact())
