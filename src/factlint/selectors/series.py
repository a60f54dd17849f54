"""What the kinds share that may find dated values: a series is read at a day.

A point counts from the first day that its date may mean: ``2025-07`` is read from 1 July on. Where a row
tells of a whole period it counts from the period's last day instead. On or before a day is the latest such
point; without a day it is the newest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from pydantic import Field

from factlint.documents.nearest import listed, quoted
from factlint.errors import NoMatchError, SeriesFallsError, SeveralMatchesError, ValueProblem
from factlint.selectors.base import Passage, Point, SelectorBase, gathered
from factlint.selectors.dates import edtf, end_of, start_of

Edge = Literal["start", "end"]


class SeriesSelector(SelectorBase):
    """Base of the kinds that find one value, several as a list, or a dated series."""

    many: bool = Field(False, description="Read all that is found, as the members of a list.")
    cumulative: bool = Field(False, description="The values are running totals, which may not fall.")
    counts_from: Edge = Field("start", description="'end' where a row tells of a period that must be over.")
    date_order: Literal["dmy", "mdy", "ymd", ""] = Field("", description="How numeric dates are written.")

    def _settled(self, found: Sequence[Passage], at: date | None, what: str, hint: str) -> Passage:
        """Return the one passage of those found: a list with ``many``, the point at the day of a series.

        what, hint: how the message of a SeveralMatchesError begins, and how to narrow the selection
        """
        series = [replace(item, as_of=self._edtf(item)) for item in found if item.as_of]
        if self._is_series:
            found = self._latest(series, at)
        if self.many:
            return gathered(list(found))
        if len(found) > 1:
            when = f" of {found[0].as_of}" if self._is_series else ""
            places = listed(f"{item.text} ({item.locator})" for item in found)
            raise SeveralMatchesError(f"{what} {len(found)} values{when}: {places}", hint=hint)
        return self._with_series(found[0], series) if self._is_series else found[0]

    @property
    def _is_series(self) -> bool:
        """Whether the passages are the dated points of one series."""
        return self.dated

    def _latest(self, series: Sequence[Passage], at: date | None) -> list[Passage]:
        edge = start_of if self.counts_from == "start" else end_of
        reached = [item for item in series if at is None or edge(item.as_of) <= at]
        if not reached:
            earliest = min(series, key=lambda item: start_of(item.as_of), default=None)
            hint = f"the earliest is of {earliest.as_of}" if earliest else "no value has a date"
            raise NoMatchError(f"nothing on or before {at}", hint=hint)
        last = max(edge(item.as_of) for item in reached)
        return [item for item in reached if edge(item.as_of) == last]

    def _with_series(self, chosen: Passage, series: Sequence[Passage]) -> Passage:
        ordered = sorted(series, key=lambda item: start_of(item.as_of))
        if self.cumulative:
            _check_rising(ordered[: ordered.index(chosen) + 1])
        return replace(chosen, series=tuple(Point(item.as_of, item.text) for item in ordered))

    def _edtf(self, item: Passage) -> str:
        return edtf(item.as_of, self.date_order, item.locator)


def _check_rising(points: Sequence[Passage]) -> None:
    from factlint.values import Quantity, read

    highest, words = None, ""
    for point in points:
        try:
            value = read(point.text, like="quantity")
        except ValueProblem as error:
            raise type(error)(
                f"{point.locator}: {error.message}", hint="a running total is made of figures alone"
            ) from None
        low = value.low if isinstance(value, Quantity) else None
        if low is None:
            continue
        if highest is not None and low < highest:
            raise SeriesFallsError(
                f"a cumulative series falls from {quoted(words)} to {quoted(point.text)} on {point.as_of}",
                hint=point.locator,
            )
        highest, words = low, point.text
