"""The rule for names of people, places and organisations."""

from __future__ import annotations

from typing import ClassVar

from factlint.comparators.base import Comparison, Outcome, Rule, Terms, Tolerance
from factlint.values.base import Name
from factlint.values.names import NameMatch, NameRelation, NameThresholds, compare_names

_OUTCOMES = {
    NameRelation.SAME: Outcome.MATCH,
    NameRelation.VARIANT: Outcome.MATCH,
    NameRelation.WRONG_TITLE: Outcome.IMPRECISE,
    NameRelation.MISSPELT: Outcome.MISMATCH,
    NameRelation.GIVEN_FOR_FAMILY: Outcome.MISMATCH,
    NameRelation.DIFFERENT: Outcome.MISMATCH,
}


class NameRule(Rule):
    """A name matches the same name and its variants: transliterations, diacritics, order, short forms,
    aliases. A wrong title is imprecise. A misspelling, a given name used as the family name, and another
    name are mismatches. ``name`` (80 %) is the likeness from which a name counts as misspelt."""

    name = "name"
    claims: ClassVar[tuple[type, ...]] = (Name,)
    finds: ClassVar[tuple[type, ...]] = (Name,)

    def compare(self, claimed: Name, found: Name, terms: Terms) -> Comparison:
        """Compare part by part."""
        match = matched(claimed, found, terms.tolerance)
        outcome = _OUTCOMES[match.kind]
        apart = outcome is not Outcome.MATCH
        return Comparison(
            outcome,
            self.name,
            band=f"the same name or a variant of it; misspelt from {match_percent(terms.tolerance)} likeness",
            difference=f"{claimed.text} vs {found.text}" if apart else "",
            note="" if match.kind is NameRelation.SAME else match.reason,
            suggestion=(match.suggestion or found.text) if apart else "",
        )


def matched(claimed: Name, found: Name, tolerance: Tolerance) -> NameMatch:
    """Compare two names under the project's threshold."""
    return compare_names(claimed, found, NameThresholds(similarity=round(tolerance.name * 100)))


def match_percent(tolerance: Tolerance) -> str:
    """Write the threshold in per cent."""
    return f"{round(tolerance.name * 100)} %"


RULES = (NameRule(),)
