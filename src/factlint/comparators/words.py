"""Numbers, bands and differences in plain words, for the parts of a comparison that people read."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factlint.values.base import Quantity, Sense
from factlint.values.plain import printed

_PREFIX = {
    Sense.APPROXIMATE: "around",
    Sense.AT_LEAST: "at least",
    Sense.MORE_THAN: "more than",
    Sense.AT_MOST: "up to",
    Sense.LESS_THAN: "less than",
    Sense.NEARLY: "nearly",
}

_MOVES = {"up": "rose", "down": "fell"}


def figure(quantity: Quantity) -> Fraction:
    """Return the one figure that the words state; of a range its lower end."""
    ends = (quantity.low, quantity.high)
    if quantity.sense in (Sense.NEARLY, Sense.AT_MOST, Sense.LESS_THAN):
        ends = (quantity.high, quantity.low)
    stated = ends[0] if ends[0] is not None else ends[1]
    if stated is None:
        raise ValueError("a quantity states at least one figure")
    return stated


@lru_cache(maxsize=1024)  # the same bands are written over and over
def number(value: Fraction, unit: str = "") -> str:
    """Write an amount with no more decimals than help: ``13,883``, ``19.8 %``, ``61.39 square miles``."""
    if value.denominator == 1 and unit in ("", "%"):
        return f"{value.numerator:,}{' %' * bool(unit)}"
    places = _places(value)
    rounded = Fraction(round(value * 10**places), 10**places)
    while places and (rounded * 10 ** (places - 1)).denominator == 1:
        places -= 1
    unit = "" if unit in ("ordinal", "x") else unit
    amount = Quantity(rounded, rounded, step=Fraction(1, 10**places), unit="" if unit == "%" else unit)
    return f"{printed(amount)} %" if unit == "%" else printed(amount)


def _places(value: Fraction) -> int:
    """Return two decimals, one from 1,000 on, and as many as show three digits below a tenth."""
    size, places = abs(value), 1 if abs(value) >= 1000 else 2
    while size and size * 10**places < 100 and places < 12:
        places += 1
    return 0 if value.denominator == 1 else places


def percent(share: Fraction) -> str:
    """Write a share in per cent, with one decimal below 10 %: ``6.0 %``, ``35 %``, ``under 0.1 %``."""
    size = abs(share * 100)
    if size >= 10:
        return f"{round(size):,} %"
    tenths = round(size * 10)
    return f"{tenths // 10}.{tenths % 10} %" if tenths else "under 0.1 %"


def band_percent(share: Fraction) -> str:
    """Write a configured band as it is: ``10 %``, ``2.5 %``."""
    return f"{number(share * 100)} %"


def stated(quantity: Quantity) -> str:
    """Write a quantity as its words state it, in plain figures: ``up to 250,000``, ``60,000 to 100,000``."""
    unit = quantity.unit
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high and quantity.sense is not Sense.NEARLY:
        return f"{number(low)} to {number(high, unit)}"
    prefix = _PREFIX.get(quantity.sense, "")
    return f"{prefix} {number(figure(quantity), unit)}".strip()


def shown(quantity: Quantity) -> str:
    """Return the quantity's own words, or its figures where it has none."""
    return " ".join(quantity.text.split()) or stated(quantity)


def moving(quantity: Quantity, other: Quantity) -> str:
    """Return the quantity's words, with a verb where the other moves another way: ``fell 5%``."""
    verb = _MOVES.get(quantity.direction, "") if quantity.direction != other.direction else ""
    words = shown(quantity)
    return words if not verb or words.startswith(verb) else f"{verb} {words}"
