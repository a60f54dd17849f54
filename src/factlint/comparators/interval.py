"""Intervals of exact numbers, open or closed at either end, bounded or not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``: ``None`` leaves a side unbounded, ``open_…`` an end out."""

    low: Fraction | None
    high: Fraction | None
    open_low: bool = False
    open_high: bool = False

    @classmethod
    def around(cls, centre: Fraction, reach: Fraction) -> Interval:
        """Return the closed interval ``centre ± reach``."""
        return cls(centre - reach, centre + reach)

    def holds(self, number: Fraction) -> bool:
        """Whether the number lies in the interval."""
        return Interval(number, number).within(self)

    def within(self, other: Interval) -> bool:
        """Whether every number of this interval lies in the other."""
        return _starts_no_earlier(self, other) and _ends_no_later(self, other)

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common."""
        return not _before(self, other) and not _before(other, self)

    def gap(self, other: Interval) -> Fraction:
        """Return how far apart the two lie: 0 where they meet or touch."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return Fraction(0)

    def overlap(self, other: Interval) -> Fraction | None:
        """Return the length of what the two share; ``None`` where that is unbounded."""
        lows = [end for end in (self.low, other.low) if end is not None]
        highs = [end for end in (self.high, other.high) if end is not None]
        if not lows or not highs:
            return None
        return max(Fraction(0), min(highs) - max(lows))


def _starts_no_earlier(inner: Interval, outer: Interval) -> bool:
    if outer.low is None:
        return True
    if inner.low is None or inner.low < outer.low:
        return False
    return inner.low > outer.low or inner.open_low or not outer.open_low


def _ends_no_later(inner: Interval, outer: Interval) -> bool:
    if outer.high is None:
        return True
    if inner.high is None or inner.high > outer.high:
        return False
    return inner.high < outer.high or inner.open_high or not outer.open_high


def _before(left: Interval, right: Interval) -> bool:
    if left.high is None or right.low is None:
        return False
    return left.high < right.low or (left.high == right.low and (left.open_high or right.open_low))
