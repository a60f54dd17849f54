"""The baseline: what has been accepted, and what has drifted from it."""

from factlint.baseline.drift import against
from factlint.baseline.lock import Entry, Lock, accept, unused, without
from factlint.baseline.lockfile import alone, attribute_merge, load, save

__all__ = [
    "Entry",
    "Lock",
    "accept",
    "against",
    "alone",
    "attribute_merge",
    "load",
    "save",
    "unused",
    "without",
]
