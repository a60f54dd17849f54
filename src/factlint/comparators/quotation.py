"""The rule for words that are quoted."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from factlint.comparators.base import Comparison, Outcome, Rule, Terms
from factlint.comparators.excerpt import Excerpt, fragments, locate
from factlint.comparators.tokens import tokens
from factlint.comparators.words import band_percent
from factlint.errors import UnreadableValueError
from factlint.values.base import Text

_UNLIKE = 0.6  # share of changed words from which no stretch of the source is shown as the nearest


class Quotation(Rule):
    """A quotation matches if the reference has its words, all of them, in order and without a gap.

    Case, punctuation, hyphens and kinds of quotation marks don't count. An ellipsis or an [insertion] in
    the quotation stands for any words; the parts around it must follow each other in the reference.
    Changed words up to ``quotation`` (20 %) of the quotation's own are imprecise, more are a mismatch; a
    changed number or negation is always one. The difference is a word diff: ``[-source-] {+quoted+}``.
    """

    name = "quotation"
    claims: ClassVar[tuple[type, ...]] = (Text,)
    finds: ClassVar[tuple[type, ...]] = (Text,)

    def compare(self, claimed: Text, found: Text, terms: Terms) -> Comparison:
        """Compare word by word."""
        parts = fragments(claimed.text)
        if not parts:
            raise UnreadableValueError("the quotation has no words", hint="write the quoted words")
        excerpts = locate(parts, tokens(found.text))
        share = terms.tolerance.quotation
        band = f"its very words; up to {band_percent(share)} of them changed is imprecise"
        edits, words = sum(item.edits for item in excerpts), sum(item.words for item in excerpts)
        scattered = not edits and not _ordered(excerpts)
        if not edits and not scattered:
            return Comparison(Outcome.MATCH, self.name, band=band)
        grave = any(change.grave for item in excerpts for change in item.changes)
        few = edits <= share * words and not grave and not scattered
        return Comparison(
            Outcome.IMPRECISE if few else Outcome.MISMATCH,
            self.name,
            band=band,
            difference="" if scattered else " … ".join(item.diff for item in excerpts if item.changes),
            note=_note(edits, words, grave, scattered),
            suggestion="" if edits > _UNLIKE * words else _right(excerpts, found.text),
        )


def _ordered(excerpts: list[Excerpt]) -> bool:
    places = [(item.start, item.end) for item in excerpts]
    return all(left[1] <= right[0] for left, right in pairwise(places))


def _note(edits: int, words: int, grave: bool, scattered: bool) -> str:
    if scattered:
        return "the reference has the parts in another order"
    if edits > _UNLIKE * words:
        return "the reference doesn't have these words"
    changed = f"{edits} of {words} words changed"
    return f"{changed}, among them a number or a negation" if grave else changed


def _right(excerpts: list[Excerpt], source: str) -> str:
    """Return the source's own words, parts joined by an ellipsis."""
    return " … ".join(source[item.start : item.end] for item in sorted(excerpts, key=lambda e: e.start))


RULES = (Quotation(),)
