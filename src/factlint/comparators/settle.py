"""Settle a claimed quantity against a found one: two stretches of the number line, and what the words say.

The claim's words accept an interval; the reference's words leave the truth in another. Where the second
lies within the first the claim holds, where they are apart it doesn't. Where they overlap, the claim either
tells the reference's own figure in another sense (imprecise), or the reference can't settle it.
"""

from __future__ import annotations

from fractions import Fraction

from factlint.comparators.base import Outcome, Tolerance
from factlint.comparators.interval import Interval
from factlint.comparators.precision import Blur, half_place, possible
from factlint.comparators.words import figure, shown
from factlint.errors import ReferenceTooCoarseError
from factlint.values.base import Quantity, Sense

Settled = tuple[Outcome, str]

LOWER = frozenset({Sense.AT_LEAST, Sense.MORE_THAN})
UPPER = frozenset({Sense.AT_MOST, Sense.LESS_THAN})
_LOOSE = frozenset({Sense.APPROXIMATE, Sense.RANGE, Sense.MAGNITUDE})
_TOLD = {
    Sense.APPROXIMATE: "an approximate figure",
    Sense.NEARLY: "a figure not quite reached",
    Sense.AT_LEAST: "a lower bound",
    Sense.MORE_THAN: "a lower bound",
    Sense.AT_MOST: "an upper bound",
    Sense.LESS_THAN: "an upper bound",
    Sense.RANGE: "a range",
    Sense.MAGNITUDE: "an order of magnitude",
    Sense.POINT: "a plain figure",
}


def settle(
    claimed: Quantity, found: Quantity, accepts: Interval, hidden: Blur, tolerance: Tolerance
) -> Settled:
    """Return the outcome and, unless it is a match, the reason. ``found`` is aligned.

    Raises ReferenceTooCoarseError where the reference agrees as far as it goes and can't settle the claim.
    """
    truth = possible(found, tolerance)
    if truth.within(accepts):
        return Outcome.MATCH, ""
    if not truth.meets(accepts) or _touches(claimed, truth, accepts):
        if _rounded_away(claimed, found, accepts, hidden):
            raise _too_coarse(claimed, found)
        return Outcome.MISMATCH, ""
    return _overlapping(claimed, found, accepts, tolerance)


def _touches(claimed: Quantity, truth: Interval, accepts: Interval) -> bool:
    """Whether two stretches share an end and nothing more: around 250 (to 275) and 275 to 325."""
    points = truth.low == truth.high or accepts.low == accepts.high
    return claimed.sense not in LOWER | UPPER and not points and truth.overlap(accepts) == 0


def _rounded_away(claimed: Quantity, found: Quantity, accepts: Interval, hidden: Blur) -> bool:
    """Whether the reference is rounded more coarsely than the claim, and that may hide a truth it accepts."""
    if claimed.sense in LOWER | UPPER:
        coarser = hidden.rounded
    else:
        coarser = claimed.sense is Sense.POINT and half_place(claimed) < hidden.reach
    stated = figure(found)
    truth = Interval(stated - hidden.reach, stated + hidden.reach, open_low=True, open_high=True)
    return coarser and truth.meets(accepts)


def _overlapping(claimed: Quantity, found: Quantity, accepts: Interval, tolerance: Tolerance) -> Settled:
    told = _told(found)
    if _same_side(claimed, found):
        return _bounds(claimed, found, tolerance)
    if _opposite_sides(claimed, found) and figure(claimed) == figure(found):
        return Outcome.MISMATCH, "the reference bounds it from the other side"
    if found.sense is Sense.APPROXIMATE and claimed.sense in _LOOSE and told.within(accepts):
        return Outcome.MATCH, ""
    if claimed.sense is Sense.MAGNITUDE and found.sense in LOWER and _is_several(claimed, found):
        return Outcome.MATCH, ""
    if claimed.sense is Sense.RANGE and found.sense is Sense.RANGE:
        return _ranges(claimed, found)
    if found.sense is not Sense.MAGNITUDE and _tells(claimed, found, accepts, tolerance):
        return Outcome.IMPRECISE, _other_sense(claimed, found)
    raise _too_coarse(claimed, found)


def _is_several(claimed: Quantity, found: Quantity) -> bool:
    """Whether a lower bound alone makes the magnitude's plural true: at least 3,400 are thousands."""
    return claimed.low is not None and figure(found) >= max(claimed.low, 2 * claimed.step)


def _told(found: Quantity) -> Interval:
    """Return the figures that the reference prints, whatever their sense."""
    if found.sense is Sense.RANGE:
        return Interval(found.low, found.high)
    return Interval(figure(found), figure(found))


def _tells(claimed: Quantity, found: Quantity, accepts: Interval, tolerance: Tolerance) -> bool:
    """Whether the claim tells the reference's own figure, if in another sense."""
    if claimed.sense not in LOWER | UPPER:
        return _told(found).meets(accepts)
    end = found.high if claimed.sense in UPPER and found.sense is Sense.RANGE else None
    return _near(claimed, figure(found) if end is None else end, tolerance)


def _near(claimed: Quantity, other: Fraction, tolerance: Tolerance) -> bool:
    return abs(figure(claimed) - other) <= tolerance.about * abs(figure(claimed))


def _same_side(claimed: Quantity, found: Quantity) -> bool:
    return {claimed.sense, found.sense} <= LOWER or {claimed.sense, found.sense} <= UPPER


def _opposite_sides(claimed: Quantity, found: Quantity) -> bool:
    sides = (claimed.sense in LOWER, claimed.sense in UPPER, found.sense in LOWER, found.sense in UPPER)
    return sides in ((True, False, False, True), (False, True, True, False))


def _bounds(claimed: Quantity, found: Quantity, tolerance: Tolerance) -> Settled:
    """Two bounds of one side, the claim's the tighter: they are the figures told, and compare as such."""
    if _near(claimed, figure(found), tolerance):
        return Outcome.IMPRECISE, "the claim's bound is tighter than the reference's"
    return Outcome.MISMATCH, "the reference gives another bound"


def _ranges(claimed: Quantity, found: Quantity) -> Settled:
    """Ranges that share less than half of the claim's are two different ranges."""
    ours, theirs = _told(claimed), _told(found)
    shared, width = ours.overlap(theirs), (claimed.high or Fraction(0)) - (claimed.low or Fraction(0))
    if shared is not None and 2 * shared < width:
        return Outcome.MISMATCH, "the two ranges share less than half of the claim's"
    if ours.within(theirs):
        return Outcome.IMPRECISE, "the reference's range is wider"
    return Outcome.IMPRECISE, "the reference gives another range"


def _other_sense(claimed: Quantity, found: Quantity) -> str:
    return f"the reference gives {_TOLD[found.sense]}, told here as {_TOLD[claimed.sense]}"


def _too_coarse(claimed: Quantity, found: Quantity) -> ReferenceTooCoarseError:
    return ReferenceTooCoarseError(
        f"'{shown(found)}' doesn't contradict '{shown(claimed)}', but is too coarse to settle it",
        hint="find a more exact reference, or state the claim more coarsely",
    )
