"""What something is because of: it has to be told of the same event, not only nearby."""

from __future__ import annotations

from factlint.prose.clauses import Kind
from factlint.prose.context import points_back
from factlint.prose.frames import Frame
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.tokens import CAUSES, Token
from factlint.prose.words import alike

_DEPENDENT = (Kind.SUBORDINATE, Kind.PARTICIPLE, Kind.RELATIVE)
_FORCING = frozenset(
    map(
        stem,
        """cause force lead make prompt trigger spark bring result prevent stop delay disrupt oblige compel drive cost
        end halt ground close shut cancel damage destroy kill""".split(),
    )
)


def is_told(sides: Sides, phrase: Phrase, key: Token) -> bool:
    """Whether the passage tells the cause that a phrase of the claim names as one, in the sentence of what it caused."""
    if phrase.role not in CAUSES:
        return True
    sentence = sides.found.sentence
    named = [p for p in sentence.phrases if any(alike(key, token) for token in sentence.nouns(p))]
    meant = any(p.role in CAUSES and points_back(sentence, p) for p in sentence.phrases)
    verb = any(alike(key, token) for token in sentence.tokens if token.stem in lexicon().verbs)
    return meant or verb or any(_is_cause(sides.found, sentence, p) for p in named)


def _is_cause(found: Frame, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase may be told as a cause: behind a preposition, in a clause that hangs on another, or as what forces."""
    if phrase.role not in (SUBJECT, OBJECT) or phrase.clause.kind in _DEPENDENT:
        return True
    verb = phrase.clause.verb
    forced = verb is not None and sentence.tokens[verb].stem.removeprefix("be_").split("_")[0] in _FORCING
    return phrase.role == SUBJECT and (forced or phrase.clause is found.clause)
