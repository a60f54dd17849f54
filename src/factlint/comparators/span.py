"""Rules for words that name a stretch of numbers: ranges and orders of magnitude."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from factlint.comparators.base import Tolerance
from factlint.comparators.interval import Interval
from factlint.comparators.precision import reach
from factlint.comparators.quantity import QuantityRule, figures
from factlint.comparators.words import figure, number
from factlint.values.base import Quantity, Sense


class Between(QuantityRule):
    """A range (60,000 to 100,000) is right if the truth lies in it, each end read as a bare figure. A range
    that the reference tells otherwise is imprecise while the two share half of it."""

    name = "interval"
    senses = frozenset({Sense.RANGE})

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """From end to end, with the rounding of each."""
        low, high = _end(claimed, claimed.low), _end(claimed, claimed.high)
        span = Interval(figure(low) - reach(low, tolerance), figure(high) + reach(high, tolerance))
        return span, f"{figures(claimed)} (each end as printed)"

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
    """Tens of thousands, dozens, several hundred, millions: right in their order of magnitude.

    One such unit is not yet several, so a reference below two of them is imprecise, unless ``magnitude:
    order`` is set. Thousands, millions and billions name everything that is counted in them, the next order
    too: 14 million are millions. One order above that the words are imprecise, further up wrong. *Several*
    and *a few* reach one unit further either way before they are wrong.
    """

    name = "magnitude"
    senses = frozenset({Sense.MAGNITUDE})

    def accepts(self, claimed: Quantity, tolerance: Tolerance) -> tuple[Interval, str]:
        """What the words name, from one unit or one less, up to one order or one unit more."""
        named = _named(claimed, tolerance)
        low = max(claimed.step, (claimed.low or Fraction(0)) - claimed.step)
        shown = number(named.low or Fraction(0))
        shown += " and more" if named.high is None else f" to {number(named.high)}"
        band = f"{shown} ({claimed.text or 'order of magnitude'})"
        return Interval(low, _above(claimed, named), open_high=True), band

    def remark(self, claimed: Quantity, truth: Interval, tolerance: Tolerance) -> str:
        """Less than two of them, or an order too low."""
        named = _named(claimed, tolerance)
        if truth.meets(named):
            return ""
        below = truth.high is not None and named.low is not None and truth.high < named.low
        return "fewer than the words name" if below else "true, but the words name less"


def _named(claimed: Quantity, tolerance: Tolerance) -> Interval:
    """Return what the words name: at least two units, and with a plain name of scale the next order too."""
    low, high = claimed.low or Fraction(0), claimed.high
    if tolerance.magnitude == "plural":
        low = max(low, 2 * claimed.step)
    if high is not None and _is_scale(claimed.low or Fraction(0)):
        high *= 10
    return Interval(low, high, open_high=True)


def _above(claimed: Quantity, named: Interval) -> Fraction | None:
    """Return up to where the words are imprecise rather than wrong."""
    if named.high is None:
        return None
    several = claimed.low != claimed.step and claimed.step not in _COLLECTIVE
    return named.high + claimed.step if several else 10 * named.high


_COLLECTIVE = (12, 20)  # dozens, scores


def _is_scale(value: Fraction) -> bool:
    """Whether a number has a name of its own: thousand, million, billion …"""
    while value > 1:
        value /= 1000
        if value == 1:
            return True
    return False


def _end(claimed: Quantity, value: Fraction | None) -> Quantity:
    """Return one end of a range as a bare figure."""
    return replace(claimed, low=value, high=value, sense=Sense.POINT, text="")


RULES = (Between(), Magnitude())
