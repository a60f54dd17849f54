"""The words that would be right: the reference's figure and sense, in the claim's own style."""

from __future__ import annotations

from factlint.comparators.base import Outcome
from factlint.comparators.words import stated
from factlint.values.base import Quantity


def corrected(claimed: Quantity, found: Quantity, outcome: Outcome) -> str:
    """Return what the claim should say; ``found`` is in the claim's unit."""
    return stated(found)
