"""Looking up in the passages the figures and days that a claim is reckoned from.

A claim may be true of two things that a passage tells apart: an age follows from two days, a rise from two levels.
Each is looked up by a plain claim of its own ("Ada Lind was born in 1203"): what stands in the passages for the made-up
year is the day, bound as strictly as any other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Protocol

from factlint.comparators.base import Outcome, Terms
from factlint.prose.base import Agreement, Binding, PartFinding
from factlint.prose.deciding import weakest
from factlint.prose.kinds.base import apart
from factlint.prose.sentence import Sentence
from factlint.values.base import Counted, DateValue, Quantity, Value
from factlint.verdict import Verdict

YEAR = "1203"
"""The year that stands in a question for the day that is asked for."""
FIGURE = "7"
"""The figure that stands in a question for the one that is asked for."""
DECIDED = (Verdict.SUPPORTED, Verdict.REFUTED)


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks the passages, in plain claims, for what one claim is reckoned from.

    claim: the claim; sentences: the passages'; settle: decides a sentence part by part, as it stands
    """

    claim: Sentence
    sentences: Sequence[Sentence]
    settle: Callable[[Sentence], list[PartFinding]]

    def knows(self, *years: str) -> bool:
        """Whether the passages name each of some years; the lookups of a level in a year are in vain where not."""
        return all(any(year in sentence.text for sentence in self.sentences) for year in years)

    def parts(self, text: str) -> list[PartFinding]:
        """Return the parts of a claim in other words, each with its verdict."""
        return self.settle(self._said(text))

    def verdict(self, text: str) -> Verdict:
        """Return the verdict on a claim in other words."""
        return weakest(self.parts(text))[0]

    def day(self, *texts: str) -> Binding | None:
        """Return the day that stands for ``YEAR`` in the first of the texts that has an answer."""
        answers = (self._answer(text, YEAR) for text in texts)
        return next((one for one in answers if one is not None and isinstance(one.value, DateValue)), None)

    def figure(self, *texts: str) -> Binding | None:
        """Return the exact figure that stands for ``FIGURE`` in the first of the texts that has an answer."""
        answers = (self._answer(text, FIGURE) for text in texts)
        return next((one for one in answers if one is not None and amount(one) is not None), None)

    def _said(self, text: str) -> Sentence:
        claim = self.claim
        return Sentence(text, claim.context, claim.start, claim.source, claim.before, names=claim.names)

    def _answer(self, text: str, slot: str) -> Binding | None:
        parts = self.parts(text)
        asked = [part for part in parts if slot in part.text.split() and part.kind in ("quantity", "date")]
        others = [part for part in parts if part not in asked and part.kind != "statement"]
        if len(asked) != 1 or any(part.verdict is not Verdict.SUPPORTED for part in others):
            return None
        best = asked[0].best
        if asked[0].verdict not in DECIDED or best is None or best.comparison is None or apart(best.facets):
            return None
        rivals = [one for one in asked[0].alternatives if one.comparison and _is_as_close(one, best)]
        return best if all(_same(one.value, best.value) for one in rivals) else None


class Reckoning(Protocol):
    """A module of this package."""

    def settle(self, ask: Asker) -> list[PartFinding]:
        """Return the parts of the claim with their verdicts, none where it isn't of this kind or can't be reckoned."""
        ...


def _same(one: Value | None, other: Value | None) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
    return isinstance(one, DateValue) and isinstance(other, DateValue) and one.edtf == other.edtf


def _is_as_close(one: Binding, best: Binding) -> bool:
    """Whether a binding agrees with as much as the best, and is of the same time: "by 2020" is not 1950."""
    return _said(one) >= _said(best) and set(_DIGITS.findall(one.time)) == set(_DIGITS.findall(best.time))


_DIGITS = re.compile(r"\d+")


def _said(binding: Binding) -> int:
    return sum(facet.agreement is Agreement.SAME for facet in binding.facets)


def amount(found: Binding | None) -> Fraction | None:
    """Return the number of a binding's figure where it is a single one, else ``None``."""
    value = found.value if found is not None else None
    return value.low if isinstance(value, Quantity) and value.low == value.high else None


def finding(
    text: str, verdict: Verdict, reason: str, best: Binding, *others: Binding, value: Value | None = None
) -> PartFinding:
    """Return a part that was reckoned from bindings, with the reckoning as its reason."""
    shown = replace(best, rule="reckoned")
    return PartFinding("reckoned", text, verdict, reason, value, best=shown, alternatives=others)


_MOST_UNITS = 6


def units(sentences: Sequence[Sentence]) -> list[str]:
    """Return the units and rates ("per 1,000 births") that the figures of the passages have, the bare one first."""
    rates = [rate for s in sentences if s.told is None for rate in _RATE.findall(s.text)]
    told = (t.quantity.unit for s in sentences if s.told is None for t in s.tokens if t.quantity)
    return list(dict.fromkeys(("", *(unit for unit in told if unit not in _NO_LEVELS), *rates)))[:_MOST_UNITS]


_RATE = re.compile(r"\bper (?:1,000|10,000|100,000|million|capita)(?: [a-z]+)?")
_NO_LEVELS = frozenset(("x", "pp", "bp", "ordinal"))


def apart_from(one: Binding, other: Binding) -> bool:
    """Whether two figures are of one unit, and not one and the same."""
    ours, theirs = one.value, other.value
    alike = isinstance(ours, Quantity) and isinstance(theirs, Quantity) and ours.unit == theirs.unit
    return alike and ((one.passage, one.start) != (other.passage, other.start) or not _same(ours, theirs))


def compared(claimed: Quantity, found: Quantity) -> Verdict | None:
    """Return whether a claimed figure is the reckoned one; none where they can't be compared."""
    from factlint.comparators import compare
    from factlint.errors import FactlintError

    plain = replace(claimed, role="", direction="", counted=Counted(), negated=False)
    try:
        outcome = compare(plain, found, terms=Terms()).outcome
    except FactlintError:
        return None
    return Verdict.REFUTED if outcome is Outcome.MISMATCH else Verdict.SUPPORTED
