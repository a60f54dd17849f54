"""Nothing counted: "no casualties" and "No arrests" state the number zero."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.values.base import Counted, Quantity, Reading
from factlint.values.counted.measures import load
from factlint.values.counted.nouns import noun_phrase
from factlint.values.grammar import is_plural, words_of

STARTS = frozenset({"no"})
_NEXT_WORDS = re.compile(r" [a-z]+(?: [a-z]+){0,3}")


def at(text: str, low: str, start: int) -> Reading | None:
    """Return the zero stated by "no" before a plural that names an event which is counted ("no deaths")."""
    end = start + len("no")
    following, vocabulary = _NEXT_WORDS.match(low, end), load()
    if not following or vocabulary.terms.keys().isdisjoint(following[0].split()):
        return None
    words = words_of(following[0])
    phrase = noun_phrase(words.word, 0, vocabulary)
    if not phrase or not phrase.firm or not is_plural(words.word[phrase.last - 1]):
        return None
    end += words.end[phrase.last - 1]
    said = text[start + len("no ") : end]
    counted = Counted(phrase.measure, phrase.head, phrase.modifiers, said)
    return Reading(start, end, Quantity(Fraction(0), Fraction(0), counted=counted, text=text[start:end]))
