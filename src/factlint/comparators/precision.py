"""How exactly a printed figure is meant: by its last counted place, and by what its zeros may hide."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factlint.comparators.base import Tolerance
from factlint.comparators.interval import Interval
from factlint.comparators.words import figure
from factlint.values.base import Quantity, Sense

_SMALL = 100
ROUNDED = 1000  # from three trailing zeros on, a reference's figure is taken to be rounded


def half_place(quantity: Quantity) -> Fraction:
    """Return half of the last counted place. Zeros of a whole figure below 100 count: 20 is not 2 tens."""
    stated = figure(quantity)
    if abs(stated) < _SMALL and stated.denominator == 1:
        return min(quantity.step, Fraction(1)) / 2
    return quantity.step / 2


def reach(quantity: Quantity, tolerance: Tolerance) -> Fraction:
    """Return how far from a bare figure the truth may lie: half its last counted place, bounded for zeros
    that are printed, since it can't be seen how many of them were counted."""
    if prints_zeros(quantity):
        return min(half_place(quantity), tolerance.round * abs(figure(quantity)))
    return half_place(quantity)


def prints_zeros(quantity: Quantity) -> bool:
    """Whether the figure ends in printed zeros that may or may not be counted (250,000; not 3 million)."""
    if quantity.step < 10:
        return False
    digits = "".join(char for char in quantity.text if char.isdecimal())
    return not quantity.text or digits.endswith("0")


def possible(found: Quantity, tolerance: Tolerance) -> Interval:
    """Return where the truth may lie by the reference's words."""
    stated = figure(found)
    if found.sense is Sense.APPROXIMATE:
        return Interval.around(stated, tolerance.about * abs(stated))
    if found.sense is Sense.NEARLY:
        return below(stated, tolerance.nearly)
    if found.sense is Sense.MAGNITUDE:
        return Interval(found.low, found.high, open_high=True)
    return Interval(
        found.low,
        found.high,
        open_low=found.sense is Sense.MORE_THAN,
        open_high=found.sense is Sense.LESS_THAN,
    )


def below(stated: Fraction, band: Fraction) -> Interval:
    """Return the open stretch right below a figure (towards zero for a negative one)."""
    if stated < 0:
        return Interval(stated, stated + band * -stated, open_low=True)
    return Interval(stated - band * stated, stated, open_high=True)


class Blur(NamedTuple):
    """What a reference's own rounding hides: ``reach`` either way in the claim's unit, and whether the
    reference is visibly a rounded figure."""

    reach: Fraction
    rounded: bool


def blur(found: Quantity, aligned: Quantity, tolerance: Tolerance) -> Blur:
    """Return what a reference's bare figure hides: ``found`` as it is printed, ``aligned`` as converted.

    Data print exact counts that end in a zero or two by chance; those are taken as exact.
    """
    if found.sense is not Sense.POINT or not found.step:
        return Blur(Fraction(0), False)
    rounded = found.step >= ROUNDED
    hidden = reach(found, tolerance)
    if 1 <= found.step < ROUNDED:
        hidden = Fraction(0) if found.unit in ("", "x", "ordinal") else Fraction(1, 2)
    return Blur(hidden * aligned.step / found.step, rounded)
