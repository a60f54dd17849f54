"""The outlook in the terminal: what will break next, and by how much or when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.comparators.words import number, percent
from factlint.reports import escape

if TYPE_CHECKING:
    from factlint.outlook import Margin

_MONTH = Fraction(1461, 48)  # days


def render(margins: Sequence[Margin], most: int) -> str:
    """Return one entry a margin, the ``most`` most urgent."""
    if not margins:
        return "no supported claim has a figure that could move"
    lines = [line for margin in margins[:most] for line in _entry(margin)]
    left = len(margins) - most
    return "\n".join([*lines, *([f"and {left} more"] if left > 0 else [])])


def _entry(margin: Margin) -> Iterator[str]:
    yield escape.terminal(f"{margin.claim} ({margin.reference}): {_when(margin)}")
    yield f"    {escape.terminal(f'found {margin.found}; {_room(margin)}')}"


def _when(margin: Margin) -> str:
    if margin.out_since:
        return f"out of what it says since {margin.out_since}; right only as of its own day"
    if margin.breaks:
        return f"false from {margin.breaks} at its present pace of {_pace(margin)}"
    if margin.pace is not None:
        return f"safe at its present pace of {_pace(margin)}"
    if margin.share is None:
        return "no size to compare with"
    return f"{percent(margin.share)} from false" if margin.share else "at the very edge of what it says"


def _pace(margin: Margin) -> str:
    assert margin.pace is not None
    sign = "+" if margin.pace >= 0 else "−"
    return f"{sign}{number(abs(margin.pace) * _MONTH, margin.unit)} a month"


def _room(margin: Margin) -> str:
    """Say how far it may move either way before the sentence is false."""
    sides = (("fall", margin.fall), ("rise", margin.rise))
    told = [f"may {word} by {number(room, margin.unit)}" for word, room in sides if room is not None]
    share = (
        f" ({percent(margin.share)} at the nearer side)"
        if margin.share is not None and len(told) == 2
        else ""
    )
    return " or ".join(told).replace(" or may", " or") + share
