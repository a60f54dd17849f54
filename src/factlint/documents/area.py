"""Areas of GeoJSON geometries (RFC 7946) on the WGS 84 ellipsoid, equal-area by way of authalic latitude.

Every vertex is projected by Lambert's cylindrical equal-area projection of the ellipsoid (Snyder, Map
Projections, USGS Professional Paper 1395, eq. 3-12 and 10-1 to 10-5), where a polygon's area is that of
the plane. An edge is straight in that projection; against GeoJSON's edge, straight in degrees, the
difference vanishes for edges as short as borders have.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atanh, fsum, radians, sin, sqrt
from typing import Any

from factlint.errors import UnparseableError

_SEMI_MAJOR_KM = 6378.137
_FLATTENING = 1 / 298.257223563
_NO_AREA = ("Point", "MultiPoint", "LineString", "MultiLineString")
_E = sqrt(_FLATTENING * (2 - _FLATTENING))

GEOMETRIES = ("Polygon", "MultiPolygon", "GeometryCollection", *_NO_AREA)


def area_km2(geometry: Any) -> float:
    """Return the area in square kilometres; lines and points have none.

    Raises UnparseableError for what is no GeoJSON geometry.
    """
    try:
        return _area(geometry)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise UnparseableError(f"no GeoJSON geometry: {type(error).__name__} {error}") from None


def _area(geometry: Any) -> float:
    kind = geometry["type"]
    if kind == "Polygon":
        return _polygon(geometry["coordinates"])
    if kind == "MultiPolygon":
        return fsum(map(_polygon, geometry["coordinates"]))
    if kind == "GeometryCollection":
        return fsum(map(_area, geometry["geometries"]))
    if kind in _NO_AREA:
        return 0.0
    raise ValueError(f"'{kind}'")


def _polygon(rings: Sequence[Sequence[Sequence[float]]]) -> float:
    """Return the outer ring's area without that of the holes."""
    outer, *holes = map(_ring, rings)
    return outer - fsum(holes)


def _ring(points: Sequence[Sequence[float]]) -> float:
    """Return the area within a closed ring, whichever way it winds."""
    if list(points[0]) != list(points[-1]):
        raise ValueError("a ring that isn't closed")
    parts = []
    for (lon1, lat1, *_), (lon2, lat2, *_) in pairwise(points):
        if not (-90 <= lat1 <= 90 and -90 <= lat2 <= 90):
            raise ValueError("a latitude beyond 90 degrees")
        east = (lon2 - lon1 + 180) % 360 - 180  # the short way, also across the antimeridian
        parts.append(radians(east) * (_q(lat1) + _q(lat2)))
    return abs(fsum(parts)) * _SEMI_MAJOR_KM**2 / 4


def _q(latitude: float) -> float:
    """Return Snyder's q (eq. 3-12), by which area grows from the equator to a latitude."""
    sine = sin(radians(latitude))
    return (1 - _E**2) * (sine / (1 - (_E * sine) ** 2) + atanh(_E * sine) / _E)
