"""A chart of a reference's dated series with the claim in it: where everything stands, in SVG's units."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from factlint.results import ClaimResult, Evidence, PointView

WIDTH, HEIGHT = 640, 250
LEFT, RIGHT, TOP, BOTTOM = 84, 14, 26, 30
MOST_POINTS = 400

_EDTF = re.compile(r"\[?(-?\d{2}[\dX]{2})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A point: its place and its words. ``top`` and ``bottom`` differ where the reference gives a range."""

    x: float
    y: float
    top: float
    bottom: float
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and its words."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws. ``band`` is the accepted range as (top, height); ``claimed`` a height."""

    path: str
    marks: tuple[Mark, ...]
    read: Mark | None
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    claimed: float | None
    band: tuple[float, float] | None
    as_of: Tick | None
    description: str


@dataclass(frozen=True, slots=True)
class _Scale:
    """A linear map from data to drawing units."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low)
        return round(self.start + min(max(share, 0.0), 1.0) * (self.end - self.start), 1)


_Point = tuple[float, float, float, PointView]


def draw(claim: ClaimResult, evidence: Evidence) -> Chart | None:
    """Return the chart of the evidence's series, or None with fewer than two numeric, dated points."""
    points = _thinned(_points(evidence.series))
    if len(points) < 2 or points[0][0] == points[-1][0]:
        return None
    claimed, accepts = _claimed(evidence)
    as_of = claim.as_of or evidence.passage.as_of
    day = position(as_of)
    x = _x_scale(points, day)
    y = _y_scale(points, [value for value in (*claimed, *accepts) if value is not None])
    marks = tuple(_mark(point, x, y) for point in points)
    return Chart(
        path="M" + " L".join(f"{mark.x} {mark.y}" for mark in marks),
        marks=marks,
        read=_read(points, marks, evidence, day),
        x_ticks=_x_ticks(points, x),
        y_ticks=tuple(Tick(y(value), label) for value, label in _ticks(y.low, y.high)),
        claimed=_middle(claimed, y),
        band=_band(accepts, y),
        as_of=Tick(x(day), as_of) if day is not None else None,
        description=_describe(points, evidence, as_of, shown=claimed != (None, None)),
    )


def position(edtf: str) -> float | None:
    """Return the first day of an EDTF date as a year with a fraction, or None where there is none."""
    found = _EDTF.match(edtf)
    if not found:
        return None
    month = min(int(found[2] or 1), 12)
    return int(found[1].replace("X", "0")) + (month - 1) / 12 + (int(found[3] or 1) - 1) / 372


def _points(series: tuple[PointView, ...]) -> list[_Point]:
    points = []
    for point in series:
        at, low, high = position(point.date), _number(point.low), _number(point.high)
        low, high = (high if low is None else low), (low if high is None else high)
        if at is not None and low is not None and high is not None:
            points.append((at, low, high, point))
    return sorted(points, key=lambda point: point[0])


def _thinned(points: list[_Point]) -> list[_Point]:
    step = math.ceil(len(points) / MOST_POINTS)
    return points[:-1:step] + points[-1:] if step > 1 else points


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _claimed(evidence: Evidence) -> tuple[tuple[float | None, ...], tuple[float | None, ...]]:
    """Return the claim's value and the band it accepts, where they are in the reference's unit."""
    if evidence.claimed.unit != evidence.found.unit:
        return (None, None), (None, None)
    accepts = evidence.accepts or (None, None)
    return (
        (_number(evidence.claimed.low), _number(evidence.claimed.high)),
        (_number(accepts[0]), _number(accepts[1])),
    )


def _x_scale(points: list[_Point], day: float | None) -> _Scale:
    ends = [points[0][0], points[-1][0], *([day] if day is not None else [])]
    room = (max(ends) - min(ends)) * 0.03
    return _Scale(min(ends) - room, max(ends) + room, LEFT, WIDTH - RIGHT)


def _y_scale(points: list[_Point], more: list[float]) -> _Scale:
    low = min([point[1] for point in points] + more)
    high = max([point[2] for point in points] + more)
    room = (high - low) * 0.1 or abs(high) * 0.1 or 1.0
    return _Scale(low - room, high + room, HEIGHT - BOTTOM, TOP)


def _mark(point: _Point, x: _Scale, y: _Scale) -> Mark:
    at, low, high, view = point
    return Mark(x(at), y((low + high) / 2), y(high), y(low), f"{view.date}: {view.text}")


def _read(
    points: list[_Point], marks: tuple[Mark, ...], evidence: Evidence, day: float | None
) -> Mark | None:
    for point, mark in zip(points, marks, strict=True):
        if point[3].date == evidence.passage.as_of:
            return mark
    before = [mark for point, mark in zip(points, marks, strict=True) if day is not None and point[0] <= day]
    return before[-1] if before else None


def _middle(claimed: tuple[float | None, ...], y: _Scale) -> float | None:
    known = [value for value in claimed if value is not None]
    return y(sum(known) / len(known)) if known else None


def _band(accepts: tuple[float | None, ...], y: _Scale) -> tuple[float, float] | None:
    low, high = accepts
    if low is None and high is None:
        return None
    top = y(y.high if high is None else high)
    return top, round(max(y(y.low if low is None else low) - top, 1.0), 1)


def _x_ticks(points: list[_Point], x: _Scale) -> tuple[Tick, ...]:
    """Return ticks at years, or at the first and the last point where the series is too short for them."""
    first, last = math.ceil(x.low), math.floor(x.high)
    if last - first < 2:
        return tuple(Tick(x(point[0]), point[3].date) for point in (points[0], points[-1]))
    return tuple(Tick(x(year), str(year)) for year in range(first, last + 1, math.ceil((last - first) / 8)))


def _ticks(low: float, high: float) -> list[tuple[float, str]]:
    rough = (high - low) / 4
    power: float = 10.0 ** math.floor(math.log10(rough))
    step = power * next(size for size in (1, 2, 2.5, 5, 10) if power * size >= rough * 0.8)
    first, last = math.ceil(low / step), math.floor(high / step)
    return [(number * step, _label(number * step, step)) for number in range(first, last + 1)]


def _label(value: float, step: float) -> str:
    for size, word in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(value) >= size:
            return f"{value / size:,.{_places(step / size)}f}{word}"
    return f"{value:,.{_places(step)}f}"


def _places(step: float) -> int:
    return next((places for places in range(6) if math.isclose(step, round(step, places), rel_tol=1e-6)), 6)


def _describe(points: list[_Point], evidence: Evidence, as_of: str, *, shown: bool) -> str:
    first, last = points[0][3], points[-1][3]
    said = [
        f"Line chart of {len(points)} values, from {first.date} ({first.text}) to {last.date} ({last.text})."
    ]
    if shown:
        said.append(f"The claim says {evidence.claimed.text}.")
        if evidence.accepts:
            said.append(f"It accepts {between(evidence.accepts)}.")
    if as_of:
        said.append(f"Read as of {as_of}: {evidence.found.text}.")
    return " ".join(said)


def between(bounds: tuple[str | None, str | None]) -> str:
    """Return a range of exact decimals in words, with separators: ``58,900 to 65,100``, ``at least 5``."""
    low, high = (_grouped(bound) for bound in bounds)
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"at least {low}" if low else f"at most {high}" if high else "any value"


def _grouped(bound: str | None) -> str:
    found = re.fullmatch(r"(-?\d+)(\.\d+)?", bound or "")
    return f"{int(found[1]):,}{found[2] or ''}" if found else (bound or "")
