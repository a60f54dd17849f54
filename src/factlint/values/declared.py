"""A unit as a file declares it beside its bare figures, such as the head of a table in millions does."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from factlint.errors import ValueProblem
from factlint.values.base import Quantity
from factlint.values.scales import scale_word
from factlint.values.units import UNIT_BY_CODE


def in_declared_unit(quantity: Quantity, words: str) -> Quantity:
    """Return a bare quantity in the unit that ``words`` declare: ``km2``, ``sq km``, ``thousand``, ``EUR million``.

    People are what is counted, not a unit. Words that name no unit are a unit of their own.
    """
    factor, unit = _declared(words)
    low, high = (None if end is None else end * factor for end in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, step=quantity.step * factor, unit=unit)


@lru_cache(maxsize=256)
def _declared(words: str) -> tuple[Fraction, str]:
    if words in UNIT_BY_CODE:
        return Fraction(1), words
    parts = words.replace("_", " ").split()
    for at, rest in ((0, parts[1:]), (-1, parts[:-1])):
        scale = scale_word(parts[at]) if parts else None
        if scale:
            inner, unit = _declared(" ".join(rest).removeprefix("of "))
            return scale * inner, unit
    return _named(words) if parts else (Fraction(1), "")


def _named(words: str) -> tuple[Fraction, str]:
    from factlint.values.read import read

    try:
        one = read(f"1 {words}", like="quantity")
    except ValueProblem:
        return Fraction(1), words
    if not isinstance(one, Quantity) or one.low is None or one.low != one.high:
        return Fraction(1), words
    people = one.counted.head == "person" and not (one.unit or one.counted.modifiers or one.counted.measure)
    named = people or (one.unit and one.text == f"1 {words}")
    return (one.low, one.unit) if named else (Fraction(1), words)
