"""What a figure leaves out because the one before has it: what a share is of, what "the figure" is of."""

from __future__ import annotations

from factlint.prose.clauses import Clause
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import stem
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token

_FIGURES = frozenset(("figure", "share", "proportion", "rate", "number", "percentage", "total"))


def base_before(made: Frame) -> tuple[Token, ...]:
    """Return what a bare share in subject place is of, by the share before: "one in six has a cat"."""
    phrase = made.phrase
    if phrase is None or phrase.role != SUBJECT or made.sentence.nouns(phrase) or not _is_share(made.token):
        return ()
    if any(p.holder is phrase for p in made.sentence.phrases):
        return ()
    for place, at in _figures_before(made):
        own = place.phrase_at(at)
        if own is None or not (_is_share(place.tokens[at]) or _are_asked(place, own)):
            return ()
        of = [p for p in place.phrases if p.holder is own and p.role == "of"]
        told = [token for p in (own, *of) for token in place.nouns(p)]
        if told:
            return tuple(token for token in told if token.tag is Tag.NOUN)
    return ()


def _are_asked(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a count is of those who were asked: "In a survey of 2,000 parents", "polled 900 adults"."""
    verb = phrase.clause.verb
    led = [sentence.tokens[phrase.holder.head]] if phrase.holder is not None else []
    led += [sentence.tokens[verb]] if verb is not None and phrase.role != SUBJECT else []
    return any(token.stem in _ASKING for token in led)


_ASKING = frozenset(map(stem, "survey poll study interview ask question sample questionnaire".split()))


def told_of_figure(made: Frame) -> tuple[Token, ...]:
    """Return what is said of the figure before, for "in the capital the figure is one in thirty"."""
    sentence, clause = made.sentence, made.clause
    subjects = [p for p in sentence.of(clause) if p.role == SUBJECT]
    bare = len(subjects) == 1 and _is_the_figure(sentence, subjects[0])
    verb = sentence.tokens[clause.verb] if clause.verb is not None else None
    if not bare or verb is None or verb.tag is not Tag.AUX:
        return ()
    for place, at in _figures_before(made)[:1]:
        other = place.owners.get(at)
        return tuple(_said(place, other)) if other is not None else ()
    return ()


def _is_the_figure(sentence: Sentence, phrase: Phrase) -> bool:
    tied = any(p.holder is phrase for p in sentence.phrases)
    return sentence.tokens[phrase.head].word in _FIGURES and len(sentence.nouns(phrase)) == 1 and not tied


def _said(sentence: Sentence, clause: Clause) -> list[Token]:
    """Return the nouns and verbs of a clause, without where it is."""
    placed = {at for p in sentence.of(clause) if p.role in PLACING for at in range(p.first, p.last + 1)}
    words = [sentence.tokens[at] for at in clause.members if at not in placed]
    return [token for token in words if token.tag in (Tag.NOUN, Tag.VERB)]


def _figures_before(made: Frame) -> list[tuple[Sentence, int]]:
    """Return the figures before, here and in the sentence before, the nearest first."""
    here = [(made.sentence, at) for at in range(made.at - 1, -1, -1)]
    last = made.sentence.before
    there = [(last, at) for at in range(len(last.tokens) - 1, -1, -1)] if last is not None else []
    return [(place, at) for place, at in (*here, *there) if place.tokens[at].tag is Tag.VALUE]


def _is_share(token: Token) -> bool:
    quantity = token.quantity
    if quantity is None:
        return False
    part = not quantity.unit and quantity.low is not None and 0 < quantity.low < 1
    return quantity.unit == "%" or part
