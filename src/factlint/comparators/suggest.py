"""The words that would be right: the reference's figure and sense, in the claim's own style."""

from __future__ import annotations

from factlint.comparators.words import figure, moving, shown
from factlint.values.base import Context, Quantity, Sense
from factlint.values.format import format as in_style

_SPELT = 12  # larger numbers aren't spelt out, even where the claim is in words


def corrected(claimed: Quantity, found: Quantity, locale: str = "") -> str:
    """Return what the claim should say, with the reference as it is printed and numbers as ``locale`` prints them.

    A figure is rounded to the claim's precision, unless that gives the claim's own words again. Words
    without a figure of their own (dozens, a fifth) can't lend their style.
    """
    other_way = found.direction != claimed.direction and bool(found.direction)
    if other_way or claimed.sense is Sense.MAGNITUDE or {claimed.unit, found.unit} == {"", "%"}:
        return moving(found, claimed)
    if claimed.text and not any(map(str.isdecimal, claimed.text)) and abs(figure(found)) > _SPELT:
        return shown(found)
    words = in_style(found, claimed, Context(locale=locale))
    return words if words.casefold() != claimed.text.casefold() else shown(found)
