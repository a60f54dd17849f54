"""Bring a found quantity to the claim's terms, or say why the two can't be compared.

What is counted must be the same as far as both say it; units convert; a fall told as a negative number
and a fall told in words are one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factlint.comparators.words import shown
from factlint.errors import DimensionClashError, IncommensurableError
from factlint.values.base import Counted, Quantity
from factlint.values.counted import compatible
from factlint.values.units import Rate, convert

_PURE = frozenset({"", "x", "ordinal"})
_PARTS = {"narrower": "only a part of that", "wider": "more than that", "different": "something else"}


def aligned(claimed: Quantity, found: Quantity, rates: Iterable[Rate] = ()) -> Quantity:
    """Return ``found`` in the claim's unit and direction.

    Raises IncommensurableError when the two count different things, DimensionClashError or
    MissingRateError when their units don't convert.
    """
    _same_counted(claimed.counted, found.counted)
    if claimed.negated != found.negated:
        raise IncommensurableError("one of the two figures is denied and the other is not")
    if claimed.role and found.role and claimed.role != found.role:
        raise IncommensurableError(
            f"the claim tells where a change stood ('{claimed.role}'), the reference another part of it "
            f"('{found.role}')"
        )
    return _same_direction(claimed, _in_unit(claimed, found, rates))


def opposite(claimed: Quantity, found: Quantity) -> bool:
    """Whether one says that it rose and the other that it fell; ``found`` is aligned."""
    return bool(claimed.direction and found.direction) and claimed.direction != found.direction


def _same_counted(claimed: Counted, found: Counted) -> None:
    part = _PARTS.get(str(compatible(_as_far_as(found, claimed), _as_far_as(claimed, found))))
    if part:
        raise IncommensurableError(
            f"the claim counts {_told(claimed)}, the reference counts {_told(found)}, which is {part}",
            hint="choose a reference that counts what the claim counts",
        )


def _as_far_as(other: Counted, counted: Counted) -> Counted:
    """Return what is counted without a population where the other side names none: it is unknown, not all."""
    if other.head or other.modifiers or not (counted.head or counted.modifiers):
        return counted
    return replace(counted, head="", modifiers=())


def _told(counted: Counted) -> str:
    things = " ".join((*counted.modifiers, counted.head)).strip()
    parts = [part for part in (things, counted.measure.replace("-", " ")) if part]
    return f"'{counted.text or ', '.join(parts)}'"


def _in_unit(claimed: Quantity, found: Quantity, rates: Iterable[Rate]) -> Quantity:
    """Convert; a share of one is per cent ("a fifth" is 20 %), a bare rank or multiple is a number."""
    unit = claimed.unit
    if found.unit == unit:
        return found
    if {found.unit, unit} <= _PURE:
        return replace(found, unit=unit)
    if {found.unit, unit} == {"", "%"}:
        bare, other = (claimed, "reference") if not unit else (found, "claim")
        if not _is_share(bare):
            raise DimensionClashError(
                f"'{shown(bare)}' has no unit, the {other}'s figure is in %",
                hint="say it beside the selector or the claim's value: 'unit:'",
            )
    elif not unit or not found.unit:
        bare, other = (claimed, found.unit) if not unit else (found, unit)
        raise DimensionClashError(
            f"'{shown(bare)}' has no unit, the other figure is in {other}",
            hint="say it beside the selector or the claim's value: 'unit:'",
        )
    return convert(found, unit, rates)


def _is_share(quantity: Quantity) -> bool:
    ends = [end for end in (quantity.low, quantity.high) if end is not None]
    return all(0 <= end <= 1 for end in ends) and any(end.denominator != 1 for end in ends)


def _same_direction(claimed: Quantity, found: Quantity) -> Quantity:
    if claimed.direction and not found.direction and _negative(found):
        return replace(_mirrored(found), direction="down")
    if found.direction == "down" and not claimed.direction and _negative(claimed):
        return replace(_mirrored(found), direction="")
    return found


def _negative(quantity: Quantity) -> bool:
    return any(end is not None and end < 0 for end in (quantity.low, quantity.high))


def _mirrored(quantity: Quantity) -> Quantity:
    low = None if quantity.high is None else -quantity.high
    high = None if quantity.low is None else -quantity.low
    return replace(quantity, low=low, high=high)
