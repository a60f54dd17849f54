"""Read a dated series at a day.

A point counts from the first day that its date may mean: ``2025-07`` is read from 1 July on. On or before
a day is the latest such point; without a day it is the newest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factlint.documents.nearest import listed, quoted
from factlint.errors import NoMatchError, SeriesFallsError, SeveralMatchesError
from factlint.selectors.base import Passage, Point
from factlint.selectors.dates import start_of


def latest(passages: Sequence[Passage], at: date | None) -> list[Passage]:
    """Return the passages of the latest date on or before ``at``: several where that date has several.

    Raises NoMatchError where every date is later.
    """
    dated = sorted(((start_of(item.as_of), item) for item in passages), key=lambda pair: pair[0])
    reached = [pair for pair in dated if at is None or pair[0] <= at]
    if not reached:
        raise NoMatchError(
            f"nothing on or before {at}", hint=f"the earliest is of {dated[0][1].as_of}" if dated else ""
        )
    return [item for start, item in reached if start == reached[-1][0]]


def read_at(passages: Sequence[Passage], at: date | None, *, cumulative: bool = False) -> Passage:
    """Return the one point on or before ``at``, with the whole series attached.

    Raises NoMatchError, SeveralMatchesError (two points of one date), SeriesFallsError.
    """
    chosen = latest(passages, at)
    if len(chosen) > 1:
        raise SeveralMatchesError(
            f"{len(chosen)} values of {chosen[0].as_of}: {listed(item.text for item in chosen)}",
            hint="narrow the selection until each date has one value",
        )
    ordered = sorted(passages, key=lambda item: start_of(item.as_of))
    if cumulative:
        _check_rising(ordered[: ordered.index(chosen[0]) + 1])
    return replace(chosen[0], series=tuple(Point(item.as_of, item.text) for item in ordered))


def _check_rising(points: Sequence[Passage]) -> None:
    from factlint.values import Quantity, read

    before: Passage | None = None
    highest = None
    for point in points:
        value = read(point.text, like="quantity")
        low = value.low if isinstance(value, Quantity) else None
        if low is not None and highest is not None and low < highest:
            raise SeriesFallsError(
                f"a cumulative series falls from {quoted(before.text if before else '')} "
                f"to {quoted(point.text)} on {point.as_of} ({point.locator})"
            )
        before, highest = point, low if low is not None else highest
