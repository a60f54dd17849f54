"""What is counted, stated by itself: ``measure: killed or wounded``, ``population: Russian soldiers``."""

from __future__ import annotations

from factlint.values.base import Counted
from factlint.values.counted import measures
from factlint.values.counted.measures import Vocabulary
from factlint.values.counted.nouns import noun_phrase
from factlint.values.counted.predicates import joint
from factlint.values.counted.subjects import SUMS
from factlint.values.grammar import words_of


def read_counted(text: str, vocabulary: Vocabulary | None = None) -> Counted:
    """Read a phrase such as "killed or wounded", "Russian soldiers" or "deaths of civilians".

    Words that the vocabulary lacks become the head noun and its modifiers, so that nothing is lost.
    """
    vocabulary = vocabulary or measures.load()
    words = words_of(text).word
    measure, head, at = "", "", _after_sum(words)
    modifiers: tuple[str, ...] = ()
    while at < len(words):
        phrase = noun_phrase(words, at, vocabulary)
        said = None if phrase and (phrase.head or phrase.measure) else joint(words, at, vocabulary)
        if phrase and not said:
            measure = measure if measure and not phrase.firm else phrase.measure or measure
            head, modifiers = (head, modifiers) if head else (phrase.head, phrase.modifiers)
        measure = said.measure if said else measure
        at = said.last if said else phrase.last if phrase else at + 1
    return Counted(measure, head, modifiers, " ".join(text.split()))


def _after_sum(words: list[str]) -> int:
    """Step over "the number of"."""
    at = 1 if words[:1] == ["the"] else 0
    return at + 2 if words[at : at + 1] and words[at] in SUMS and words[at + 1 : at + 2] == ["of"] else 0
