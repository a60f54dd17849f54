"""Lanes: what a pull request touches, and what of a fork may be trusted. Both look at a base revision."""

from factlint.lanes.revision import exported, tracked
from factlint.lanes.touched import touched
from factlint.lanes.trust import closed, only_built_in

__all__ = ["closed", "exported", "only_built_in", "touched", "tracked"]
