"""Rules for one figure: bare, approximate, exact, or with a declared tolerance."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factlint.comparators.base import Tolerance
from factlint.comparators.interval import Interval
from factlint.comparators.precision import half_place, prints_zeros, reach
from factlint.comparators.quantity import QuantityRule, figures, spread
from factlint.comparators.words import band_percent, figure, number
from factlint.values.base import Quantity, Sense


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
        return spread(claimed, wide), f"{figures(claimed)} ± {number(fine)} (as printed)"

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """Right only as a round figure."""
        fine = reach(claimed, tolerance)
        if claimed.step >= 10:
            fine = min(fine, max(tolerance.about, tolerance.round) * abs(figure(claimed)))
        return "" if truth.within(spread(claimed, fine)) else "right only as a round figure"


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
        return spread(claimed, margin), f"{figures(claimed)} ± {band_percent(tolerance.about)} ({word})"

    def read(self, claimed: Quantity) -> Quantity:
        """Read a bare figure as an approximate one where the rule was asked for by name."""
        return replace(claimed, sense=Sense.APPROXIMATE) if claimed.sense is Sense.POINT else claimed


class Declared(QuantityRule):
    """An explicit tolerance: the figure is right within ``absolute`` (in the claim's unit) or ``relative``
    of it, whichever is wider, whatever the words say. A bound gives way by as much."""

    name = "tolerance"

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """The declared margin either way."""
        share = (tolerance.relative or Fraction(0)) * abs(figure(claimed))
        margin = max(tolerance.absolute or Fraction(0), share)
        return spread(claimed, margin), f"{figures(claimed)} ± {number(margin)} (declared)"


class Exact(QuantityRule):
    """The figure itself and nothing else, for "exactly" and for counts that are never rounded."""

    name = "exact"

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """The stated figures."""
        return Interval(claimed.low, claimed.high), f"{figures(claimed)} exactly"


def _least(claimed: Quantity) -> Fraction:
    """Return half a unit for small counts: "about 3" holds for 3 whatever the band."""
    return min(half_place(claimed), Fraction(1, 2))


RULES = (Rounding(), About(), Declared(), Exact())
