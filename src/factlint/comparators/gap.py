"""The difference between a claimed and a found quantity: its words, its direction, its relative size."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factlint.comparators.base import Direction, Outcome
from factlint.comparators.settle import LOWER, UPPER
from factlint.comparators.words import figure, moving, number, percent
from factlint.values.base import Quantity, Sense


class Gap(NamedTuple):
    """A difference; ``size`` is (claimed - found) / |found|, ``None`` where the reference is zero."""

    words: str
    direction: Direction
    size: Fraction | None


def described(claimed: Quantity, found: Quantity, outcome: Outcome) -> Gap:
    """Describe how far the claim is from the reference's nearest figure; both in one unit."""
    pair = f"{moving(claimed, found)} vs {moving(found, claimed)}"
    ours, theirs = _nearest(claimed, found)
    if outcome is Outcome.MATCH and claimed.sense is Sense.MAGNITUDE:
        theirs = ours
    if ours == theirs:
        return Gap("" if outcome is Outcome.MATCH else pair, "", Fraction(0))
    apart = ours - theirs
    size = None if theirs == 0 else apart / abs(theirs)
    share = "" if size is None else f" ({percent(size)})"
    kept = outcome is Outcome.MATCH and claimed.sense in LOWER | UPPER
    manner = "within the bound" if kept else ("too high" if apart > 0 else "too low")
    if outcome is Outcome.MATCH and not kept:
        manner = "higher" if apart > 0 else "lower"
    unit = claimed.unit
    if unit in ("%", "pp"):
        unit = "point" if abs(apart) == 1 else "points"
    return Gap(f"{pair}: {number(abs(apart), unit)}{share} {manner}", _direction(ours, theirs, outcome), size)


def _nearest(claimed: Quantity, found: Quantity) -> tuple[Fraction, Fraction]:
    """Return the two figures that lie nearest to each other; equal ones where the stated figures overlap."""
    ours, theirs = _span(claimed), _span(found)
    if ours[1] < theirs[0]:
        return ours[1], theirs[0]
    if theirs[1] < ours[0]:
        return ours[0], theirs[1]
    return max(ours[0], theirs[0]), max(ours[0], theirs[0])


def _span(quantity: Quantity) -> tuple[Fraction, Fraction]:
    if quantity.sense in (Sense.RANGE, Sense.MAGNITUDE) and quantity.low is not None:
        return quantity.low, quantity.low if quantity.high is None else quantity.high
    return figure(quantity), figure(quantity)


def _direction(ours: Fraction, theirs: Fraction, outcome: Outcome) -> Direction:
    if outcome is Outcome.MATCH:
        return ""
    if ours < 0 and theirs < 0:
        ours, theirs = -ours, -theirs
    return "overstated" if ours > theirs else "understated"
