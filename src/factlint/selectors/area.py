"""The area of a GeoJSON feature."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from factlint.documents.area import GEOMETRIES, area_km2
from factlint.documents.base import Document
from factlint.documents.json import json, printed
from factlint.documents.nearest import did_you_mean, listed
from factlint.errors import NoMatchError, SeveralMatchesError, UnparseableError
from factlint.selectors.base import Passage, SelectorBase


class AreaSelector(SelectorBase):
    """The area of a GeoJSON feature, in square kilometres on the WGS 84 ellipsoid.

    ``where`` names properties and the values they must have, until one feature is left; ``sum: true`` adds
    the areas of all that are left (features that overlap count twice, points and lines not at all). A bare
    geometry is a feature without properties.

    ```yaml
    select:
      kind: area
      where: {status: occupied}
      sum: true
    ```
    """

    kind: Literal["area"] = "area"
    where: dict[str, str] = Field(
        default_factory=dict, description="Properties and the values they must have."
    )
    sum: bool = Field(False, description="Add the areas of all features that are left.")

    def find(self, document: Document, at: date | None) -> Passage:
        """Find the feature, or with ``sum`` the features, and measure the area."""
        features = _features(json(document), document.address)
        for name, wanted in self.where.items():
            values = [_property(feature, name) for feature in features]
            features = [feature for feature, value in zip(features, values, strict=True) if value == wanted]
            if not features:
                hint = did_you_mean(wanted, values) or did_you_mean(name, _properties(document))
                raise NoMatchError(f"no feature has {name} = '{wanted}'", hint=hint)
        if not features:
            raise NoMatchError("there is no feature")
        if len(features) > 1 and not self.sum:
            raise SeveralMatchesError(
                f"{len(features)} features: {listed(map(_label, features))}",
                hint="narrow 'where', or say 'sum: true'",
            )
        areas = [area_km2(feature["geometry"]) if feature.get("geometry") else 0.0 for feature in features]
        counted = sum(area > 0 for area in areas)
        if not counted:  # a place without a shape, a point or a line: that is no area of zero
            raise NoMatchError("what was found has no area", hint=f"there is {listed(map(_label, features))}")
        few = f"{counted} of " if counted < len(areas) else ""
        every = f"{few}{len(areas)} feature{'s' if len(areas) > 1 else ''}"
        return Passage(
            text=f"{sum(areas):.2f} km2",
            context=listed(map(_label, features)),
            locator=f"area of {every}" if self.sum else "area of the feature",
        )


def _features(value: Any, address: str) -> list[dict[str, Any]]:
    kind = value.get("type") if isinstance(value, dict) else None
    found = value.get("features") if kind == "FeatureCollection" else [value] if kind == "Feature" else None
    if kind in GEOMETRIES:
        found = [{"geometry": value}]
    if not isinstance(found, list) or not all(isinstance(feature, dict) for feature in found):
        raise UnparseableError(f"{address} gave JSON where GeoJSON features were expected")
    return found


def _property(feature: dict[str, Any], name: str) -> str:
    value = (feature.get("properties") or {}).get(name)
    return "" if isinstance(value, dict | list) else printed(value)


def _properties(document: Document) -> list[str]:
    found = _features(json(document), document.address)
    return sorted({name for feature in found for name in feature.get("properties") or {}})


def _label(feature: dict[str, Any]) -> str:
    cells = feature.get("properties") or {}
    return "; ".join(f"{name}: {_property(feature, name)}" for name in cells)
