"""The words that would be right: the reference's figure and sense, in the claim's own style."""

from __future__ import annotations

from factlint.comparators.words import stated
from factlint.values.base import Quantity
from factlint.values.format import format as in_style


def corrected(claimed: Quantity, found: Quantity) -> str:
    """Return what the claim should say; ``found`` is in the claim's unit.

    The reference is rounded to the claim's precision, unless that gives the claim's own words again.
    """
    words = in_style(found, like=claimed)
    if words.casefold() != claimed.text.casefold():
        return words
    return in_style(found) if in_style(found).casefold() != words.casefold() else stated(found)
