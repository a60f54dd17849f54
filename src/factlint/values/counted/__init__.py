"""What numbers count: read from the grammar around them, and related to what a claim says."""

from __future__ import annotations

from factlint.values.counted.attaching import attach, fill
from factlint.values.counted.relations import Relation, combine, compatible
from factlint.values.counted.stated import read_counted

__all__ = ["Relation", "attach", "combine", "compatible", "fill", "read_counted"]
