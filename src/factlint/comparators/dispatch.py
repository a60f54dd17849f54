"""Choose the rule for a pair of values, by name or by their types, and compare under it."""

from __future__ import annotations

from difflib import get_close_matches

from factlint.comparators import (
    boolean,
    bound,
    date,
    figure,
    listing,
    name,
    paraphrase,
    quantity,
    quotation,
    span,
    state,
    wording,
)
from factlint.comparators.base import Comparison, Rule, Terms
from factlint.errors import IncommensurableError, UnknownRuleError
from factlint.values.base import (
    Boolean,
    DateValue,
    Listing,
    Name,
    Quantity,
    Recurrence,
    Text,
    TimeValue,
    Value,
)


def compare(
    claimed: Value, found: Value, *, rule: str | None = None, terms: Terms | None = None
) -> Comparison:
    """Compare a claimed value with a found one under the named rule, or the one that their types ask for.

    Raises UnknownRuleError for a name that isn't a rule for these types, and as ``Rule.compare`` says.
    """
    terms = terms or Terms()
    chosen = _default(claimed, found, terms) if rule is None else _named(rule, claimed, found)
    return chosen.compare(claimed, found, terms)


def _named(name: str, claimed: Value, found: Value) -> Rule:
    chosen = RULES.get(name)
    if chosen is None:
        near = get_close_matches(name, RULES, n=1)
        hint = f"did you mean '{near[0]}'?" if near else f"rules: {', '.join(RULES)}"
        raise UnknownRuleError(f"there is no rule '{name}'", hint=hint)
    if not chosen.takes(claimed, found):
        usable = [rule.name for rule in RULES.values() if rule.takes(claimed, found)]
        raise UnknownRuleError(
            f"rule '{name}' doesn't compare {_kind(claimed)} with {_kind(found)}",
            hint=f"rules that do: {', '.join(usable)}" if usable else "",
        )
    return chosen


def _default(claimed: Value, found: Value, terms: Terms) -> Rule:
    if isinstance(claimed, Quantity) and isinstance(found, Quantity):
        return RULES[quantity.rule_for(claimed, terms.tolerance)]
    for ours, theirs, rule in _DEFAULTS:
        if isinstance(claimed, ours) and isinstance(found, theirs):
            return RULES[rule]
    raise IncommensurableError(f"{_kind(claimed)} can't be compared with {_kind(found)}")


def _kind(value: Value) -> str:
    sense = f" ({value.sense.value})" if isinstance(value, Quantity) else ""
    return f"a {type(value).__name__.lower()}{sense}"


def _one(claimed: Value, found: Value, terms: Terms) -> Comparison:
    return compare(claimed, found, terms=terms)


_ALL: tuple[Rule, ...] = (
    *figure.RULES,
    *bound.RULES,
    *span.RULES,
    *date.RULES,
    *state.RULES,
    *name.RULES,
    *listing.rules(_one),
    *quotation.RULES,
    *paraphrase.RULES,
    *wording.RULES,
    *boolean.RULES,
)
RULES: dict[str, Rule] = {rule.name: rule for rule in _ALL}
"""Every rule by its name."""

_DEFAULTS: tuple[tuple[type, type, str], ...] = (
    (DateValue, DateValue, "date-interval"),
    (TimeValue, TimeValue, "time"),
    (Recurrence, Recurrence, "recurrence"),
    (Text, DateValue, "state"),
    (Name, Name, "name"),
    (Text, Text, "quotation"),
    (Boolean, Boolean, "holds"),
    (Quantity, Listing, "count"),
    (Listing, Listing, "subset"),
    (Name, Listing, "subset"),
    (Text, Listing, "subset"),
)
