"""Names of people, places and organisations: read, compared, found in text."""

from __future__ import annotations

from factlint.values.names.finding import find_names
from factlint.values.names.matching import DEFAULT_THRESHOLDS, NameMatch, NameRelation, compare_names
from factlint.values.names.parts import read_name
from factlint.values.names.words import NameThresholds

__all__ = [
    "DEFAULT_THRESHOLDS",
    "NameMatch",
    "NameRelation",
    "NameThresholds",
    "compare_names",
    "find_names",
    "read_name",
]
