"""The baseline: what has been accepted, and what has drifted from it."""

from factlint.baseline.drift import against
from factlint.baseline.lock import Entry, Lock, accept, load, save

__all__ = ["Entry", "Lock", "accept", "against", "load", "save"]
