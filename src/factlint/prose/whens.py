"""Stretches that say when by something else than a date."""

from __future__ import annotations

from factlint.prose.frames import WHEN
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence

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
