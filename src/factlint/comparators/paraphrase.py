"""The rule for what is told in other words."""

from __future__ import annotations

import re
from typing import ClassVar

from factlint.comparators.base import Comparison, Outcome, Rule, Terms
from factlint.comparators.tokens import NEGATIONS, tokens
from factlint.comparators.words import band_percent
from factlint.errors import ReferenceTooCoarseError, UnreadableValueError
from factlint.values.base import Text

_FUNCTION_WORDS = """
    a an the and or but if of in on at to for from by with as into onto over under about between among through
    during before after since until than that this these those it its he she they them his her their we our us
    i you your who whom whose which what where when how is are was were be been being has have had do does did
    will would shall should may might must can could said says say saying told tells also both each such so
    there here very more most some any all other own same up out off then s
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_ENDINGS = re.compile(
    r"(?:ational|ization|isation|ations?|ments?|ities|ity|ings?|ively|ions?|edly|ally|ers?|ies|ied|ed|es|ly|al|s|e|y)$"
)
_STEM = 4


class Paraphrase(Rule):
    """A paraphrase matches if the reference has all its key words (no articles, pronouns, prepositions or
    auxiliaries; endings don't count: "advancing" is "advance"). With at least ``paraphrase`` (50 %) of
    them it is imprecise, and the note names those that the reference lacks; so it is when only one denies.

    Words are all it sees. Fewer shared key words prove nothing, so they raise ReferenceTooCoarseError and
    never end in a mismatch; other words for the same thing aren't known to it, and irony isn't either.
    """

    name = "paraphrase"
    claims: ClassVar[tuple[type, ...]] = (Text,)
    finds: ClassVar[tuple[type, ...]] = (Text,)

    def compare(self, claimed: Text, found: Text, terms: Terms) -> Comparison:
        """Compare key words."""
        ours, theirs = _keys(claimed.text), _keys(found.text)
        if not ours:
            raise UnreadableValueError(
                "the paraphrase has no key words", hint="write the sentence's own words"
            )
        lacking = [word for stem, word in ours.items() if stem not in theirs]
        least = terms.tolerance.paraphrase
        shared = len(ours) - len(lacking)
        if shared < least * len(ours):
            raise ReferenceTooCoarseError(
                f"the reference has {shared} of {len(ours)} key words, too few to settle it",
                hint="read both and declare another value or rule, or select a nearer passage",
            )
        notes = [f"not in the reference: {', '.join(lacking)}"] if lacking else []
        if _denies(claimed.text) != _denies(found.text):
            notes.append("only one of the two denies it")
        return Comparison(
            Outcome.IMPRECISE if notes else Outcome.MATCH,
            self.name,
            band=f"all key words; from {band_percent(least)} of them imprecise",
            difference=f"{len(lacking)} of {len(ours)} key words differ" if lacking else "",
            note="; ".join(notes),
            suggestion=" ".join(found.text.split()) if notes else "",
        )


def _keys(text: str) -> dict[str, str]:
    """Return the key words by their stems, in order."""
    words = [token.word for token in tokens(text)]
    return {_stem(word): word for word in words if word not in _FUNCTION and word not in NEGATIONS}


def _stem(word: str) -> str:
    """Cut a word's endings while at least four letters stay."""
    word = word.removesuffix("'s").removesuffix("'")
    for _ in range(3):
        cut = _ENDINGS.sub("", word)
        if cut == word or len(cut) < _STEM:
            break
        word = cut
    return word


def _denies(text: str) -> bool:
    return any(token.word in NEGATIONS for token in tokens(text))


RULES = (Paraphrase(),)
