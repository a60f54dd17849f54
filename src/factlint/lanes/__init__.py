"""Lanes: what a pull request touches, and what of a fork may be trusted. Both look at a base revision."""

from factlint.lanes.revision import exported
from factlint.lanes.touched import touched
from factlint.lanes.trust import only_built_in, with_waivers_of

__all__ = ["exported", "only_built_in", "touched", "with_waivers_of"]
