"""The rule for whether something holds."""

from __future__ import annotations

from typing import ClassVar

from factlint.comparators.base import Comparison, Outcome, Rule, Terms
from factlint.values.base import Boolean


class Holds(Rule):
    """Yes against yes and no against no match; yes against no is a mismatch."""

    name = "holds"
    claims: ClassVar[tuple[type, ...]] = (Boolean,)
    finds: ClassVar[tuple[type, ...]] = (Boolean,)

    def compare(self, claimed: Boolean, found: Boolean, terms: Terms) -> Comparison:
        """Compare the two answers."""
        if claimed.holds == found.holds:
            return Comparison(Outcome.MATCH, self.name, band="the same answer")
        difference = f"{_answer(claimed)} vs {_answer(found)}"
        note = (
            "the reference says that it holds" if found.holds else "the reference says that it doesn't hold"
        )
        return Comparison(
            Outcome.MISMATCH,
            self.name,
            band="the same answer",
            difference=difference,
            note=note,
            suggestion=_answer(found),
        )


def _answer(value: Boolean) -> str:
    return value.text or ("yes" if value.holds else "no")


RULES = (Holds(),)
