"""Whether a passage's figure settles a claim's bound or range: it must lie inside it with all that it may mean."""

from __future__ import annotations

from fractions import Fraction

from factlint.values.base import Quantity, Sense

LOWER = (Sense.AT_LEAST, Sense.MORE_THAN)
UPPER = (Sense.AT_MOST, Sense.LESS_THAN)
_ROUGH = (Sense.APPROXIMATE, Sense.NEARLY)
_BAND = Fraction(1, 20)


def is_inside(claimed: Quantity, found: Quantity) -> bool:
    """Whether all that a found figure may mean is inside a claimed bound or range of the same unit.

    "At least 300" leaves "more than 300" open, as "at least 25" does "between 20 and 30", and "about 100" does
    "fewer than 100". What is no bound or range, or in another unit, is for the comparison itself to tell.
    """
    if claimed.unit != found.unit:
        return True
    if claimed.sense in LOWER:
        return _is_above(claimed, found)
    if claimed.sense in UPPER:
        return _is_below(claimed, found)
    if claimed.sense is not Sense.RANGE or claimed.low is None or claimed.high is None:
        return True
    if found.low is None or found.high is None:
        return False
    return claimed.low <= found.low + found.step / 2 and found.high - found.step / 2 <= claimed.high


def _is_above(claimed: Quantity, found: Quantity) -> bool:
    low, bound = found.low, claimed.low
    if low is None or bound is None:
        return False
    if found.sense in _ROUGH:
        return low >= bound * (1 + _BAND)
    strict = claimed.sense is Sense.MORE_THAN and found.sense is not Sense.MORE_THAN
    return low > bound if strict else low >= bound


def _is_below(claimed: Quantity, found: Quantity) -> bool:
    high, bound = found.high, claimed.high
    if high is None or bound is None:
        return False
    if found.sense is Sense.NEARLY:
        return high <= bound
    if found.sense is Sense.APPROXIMATE:
        return high <= bound * (1 - _BAND)
    strict = claimed.sense is Sense.LESS_THAN and found.sense is not Sense.LESS_THAN
    return high < bound if strict else high <= bound


def overlap(claimed: Quantity, found: Quantity) -> bool:
    """Whether a lower and an upper bound leave a number that both allow."""
    for one, other in ((claimed, found), (found, claimed)):
        if one.sense in LOWER and other.sense in UPPER and one.low is not None and other.high is not None:
            both = one.sense is Sense.AT_LEAST and other.sense is Sense.AT_MOST
            return one.low < other.high or (both and one.low == other.high)
    return False
