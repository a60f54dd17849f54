"""Stretches that say when by something else than a date."""

from __future__ import annotations

from factlint.prose.frames import WHEN
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag

_SPANS = frozenset(
    "day week month year decade night morning evening afternoon hour minute weekend season round".split()
)


def says_when(sentence: Sentence, numbers: list[int]) -> bool:
    """Whether a stretch says when by something else than a date: "before the pandemic"."""
    return any(
        phrase.head in numbers
        and (
            phrase.role in WHEN
            or _is_ordinal_alone(sentence, phrase)
            or (
                phrase.role in ("on", "in")
                and sentence.tokens[phrase.head].word in _SPANS
                and not phrase.holder
            )
        )
        for phrase in sentence.phrases
    )


def _is_ordinal_alone(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a period told by its number alone: "0.9% in the first"."""
    nouns = sentence.nouns(phrase)
    return (
        phrase.role == "in"
        and not phrase.joined
        and len(nouns) == 1
        and nouns[0].stem in {"#1", "#2", "#3", "#4"}
    )


def is_told(sentence: Sentence, at: int) -> bool:
    """Whether a date says when something was, and isn't a part of a name: "the 1990 census", "the final of 2018"."""
    phrase = sentence.phrase_at(at)
    before = sentence.tokens[at - 2 : at] if at > 1 else []
    if [token.tag for token in before] == [Tag.NOUN, Tag.PREP] and before[1].word == "of":
        return False  # "the final of 2018"
    return phrase is None or not any(
        token.tag is Tag.NOUN and not token.owner for token in sentence.tokens[at + 1 : phrase.last + 1]
    )
