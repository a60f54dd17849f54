"""How a claimed value compares with a found one: one rule a class, one family of rules a file."""

from factlint.comparators.base import Comparison, Outcome, Terms, Tolerance
from factlint.comparators.dispatch import RULES, compare

__all__ = ["RULES", "Comparison", "Outcome", "Terms", "Tolerance", "compare"]
