"""How far the references may move before a supported claim is false, and when at their pace they will be there.

Exact throughout, and counted from the reference's own newest date, never from the clock.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, pairwise
from statistics import median

from factlint.comparators.base import exact
from factlint.errors import FactlintError
from factlint.project.fields import date_of
from factlint.results import ClaimResult, Evidence, Report, Verdict
from factlint.values import Quantity
from factlint.values.units import convert

RECENT = 12
"""The newest points that the pace is taken from."""

_PURE = {"", "ordinal", "x"}
_HORIZON = 36_525  # days: what breaks in a century is no news

Band = tuple[Fraction | None, Fraction | None]
Point = tuple[date, Fraction]


@dataclass(frozen=True, slots=True)
class Margin:
    """How a reference stands to what a claim accepts, in the claim's unit.

    fall, rise: how far it may fall or rise; ``None`` where the claim accepts anything on that side
    share: the smaller of the two against the reference's size, ``None`` where that is nothing
    pace: its change a day, by the Theil-Sen estimator over its newest points; ``None`` without a series
    breaks: the first day on which it will be out at that pace
    out_since: the day of the series from which it has been out of the band without a break
    """

    claim: str
    reference: str
    found: str
    unit: str
    fall: Fraction | None
    rise: Fraction | None
    share: Fraction | None
    pace: Fraction | None = None
    breaks: date | None = None
    out_since: date | None = None


def outlook(report: Report) -> list[Margin]:
    """Return the margins of the report's supported claims of quantities, what breaks next first."""
    margins = [margin for claim in report.claims for margin in _of(claim)]
    return sorted(margins, key=_urgency)


def theil_sen(points: Sequence[Point]) -> Fraction | None:
    """Return the median of the slopes between all pairs of points, a day; ``None`` for fewer than three days.

    Theil (1950), Sen (1968): nearly a third of the points may be wrong without moving it far.
    """
    if len({day for day, _ in points}) < 3:
        return None
    slopes = [
        (after - before) / (late - early).days
        for (early, before), (late, after) in combinations(points, 2)
        if late != early
    ]
    return median(slopes)


def _urgency(margin: Margin) -> tuple[int, date, Fraction, str]:
    first, share = margin.out_since or margin.breaks or date.max, margin.share
    rank = 0 if margin.out_since else 1 if margin.breaks else 2 if share is not None else 3
    return rank, first, share if share is not None else Fraction(0), margin.claim


def _of(claim: ClaimResult) -> Iterator[Margin]:
    if claim.verdict is not Verdict.SUPPORTED:
        return
    for evidence in claim.evidence:
        band = _band(evidence)
        found = _converted(evidence.found.low, evidence.found.high, evidence)
        if band is not None and found is not None and _holds(band, found):
            yield _margin(claim, evidence, band, found)


def _band(evidence: Evidence) -> Band | None:
    if evidence.accepts is None or evidence.outcome == "mismatch":
        return None
    least, most = (None if end is None else _fraction(end) for end in evidence.accepts)
    return None if least is None and most is None else (least, most)


def _margin(claim: ClaimResult, evidence: Evidence, band: Band, found: Band) -> Margin:
    (least, most), (low, high) = band, found
    fall = None if least is None or low is None else low - least
    rise = None if most is None or high is None else most - high
    size = abs(low if low is not None else high or Fraction(0))
    nearer = min((side for side in (fall, rise) if side is not None), default=None)
    points = list(_points(evidence))
    pace = theil_sen(points[-RECENT:])
    out = _out_since(points, band)
    return Margin(
        claim=claim.id,
        reference=evidence.reference,
        found=evidence.found.text,
        unit=evidence.claimed.unit,
        fall=fall,
        rise=rise,
        share=nearer / size if nearer is not None and size else None,
        pace=pace,
        breaks=_breaks(points[-1], pace, band) if pace and not out else None,
        out_since=out,
    )


def _points(evidence: Evidence) -> Iterator[Point]:
    """Yield the series in the claim's unit; what has no date or figure is left out."""
    for point in evidence.series:
        value = _converted(point.low, point.high, evidence)
        when = date_of(point.date)
        figure = None if value is None else value[0] if value[0] is not None else value[1]
        day = when.start or when.end
        if figure is not None and day is not None:
            yield day, figure


def _out_since(points: Sequence[Point], band: Band) -> date | None:
    if not points or _holds(band, (points[-1][1], points[-1][1])):
        return None
    turned = [late for (_, before), (late, _) in pairwise(points) if _holds(band, (before, before))]
    return turned[-1] if turned else points[0][0]


def _breaks(newest: Point, pace: Fraction, band: Band) -> date | None:
    day, figure = newest
    limit = band[1] if pace > 0 else band[0]
    days = _HORIZON if limit is None else (limit - figure) // pace + 1
    return day + timedelta(days=int(days)) if days < _HORIZON else None


def _holds(band: Band, found: Band) -> bool:
    (least, most), (low, high) = band, found
    return (least is None or low is None or least <= low) and (most is None or high is None or high <= most)


def _converted(low: str | None, high: str | None, evidence: Evidence) -> Band | None:
    """Read a reference's figures in the claim's unit; ``None`` where they can't be converted."""
    found, claimed = evidence.found.unit, evidence.claimed.unit
    value = Quantity(_fraction(low), _fraction(high), unit=found)
    if value.low is None and value.high is None:
        return None
    if found != claimed and not {found, claimed} <= _PURE:
        try:
            value = convert(value, claimed)
        except FactlintError:
            return None
    return value.low, value.high


def _fraction(text: str | None) -> Fraction | None:
    value = exact(text) if text is not None else None
    return value if isinstance(value, Fraction) else None
