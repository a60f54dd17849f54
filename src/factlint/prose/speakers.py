"""Who speaks the words between quotation marks: the one whose verb of telling stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factlint.prose.frames import subjects
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.telling import with_described
from factlint.prose.tokens import Tag, Token

_CALLING = frozenset(
    map(
        stem,
        """call describe label dub brand term write tweet post reply respond answer ask shout cry joke insist
        add blame condemn praise criticise criticize warn speak talk dismiss hail welcome complain accuse denounce refer
        mention apologise apologize promise vow quip comment disagree urge""".split(),
    )
)
_MARKS = frozenset(('"', "”", "’", "'", "»"))
_NEAR = 30  # tokens between a quotation and its verb


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker; ``denied`` where the passage says that it wasn't said."""

    words: tuple[Token, ...] = ()
    denied: bool = False
    told: bool = False  # a verb of telling stands in the sentence


def speaker(sentence: Sentence, quoted: Sequence[tuple[int, int]], at: int) -> Speaker:
    """Return who speaks the quotation that holds character ``at``; ``quoted`` are the places of all quotations."""
    start, end = next((span for span in quoted if span[0] <= at < span[1]), (at, at + 1))
    outside = [n for n, t in enumerate(sentence.tokens) if not any(a <= t.start < b for a, b in quoted)]
    verbs = [n for n in outside if _speaks(sentence.tokens[n])]
    if not verbs:
        return Speaker(told=any(sentence.tokens[n].tag is Tag.VERB for n in outside))
    verb = min(verbs, key=lambda n: _distance(sentence, n, start, end))
    if _distance(sentence, verb, start, end) > _NEAR:
        return Speaker(told=True)
    free = [phrase for phrase in sentence.phrases if phrase.head in outside]
    words = tuple(token for phrase in _phrases(sentence, verb, free) for token in _named(sentence, phrase))
    return Speaker(words, _is_denied(sentence, verb), told=True)


def _speaks(token: Token) -> bool:
    return token.tag is Tag.VERB and (token.stem in lexicon().speech or token.stem in _CALLING)


def _distance(sentence: Sentence, verb: int, start: int, end: int) -> int:
    """Return how many tokens stand between a verb and a quotation."""
    token = sentence.tokens[verb]
    low, high = (token.end, start) if token.start < start else (end, token.start)
    return sum(low <= other.start < high for other in sentence.tokens)


def _phrases(sentence: Sentence, verb: int, free: list[Phrase]) -> list[Phrase]:
    """Return the noun phrases of who speaks: behind "said" that follows a quotation, else the verb's subject."""
    tokens = sentence.tokens
    before = tokens[verb - 1] if verb else None
    if before is not None and before.word in _MARKS:
        return [p for p in free if p.first > verb][:1]
    if before is not None and before.word == "as":
        return [p for p in free if p.last < verb][-1:]
    clause = sentence.owners.get(verb)
    own = clause is not None and clause.verb == verb
    found = [p for p in subjects(sentence, clause) if p in free] if clause is not None and own else []
    return found or _side_by_side([p for p in free if p.last < verb], tokens)


def _side_by_side(before: list[Phrase], tokens: list[Token]) -> list[Phrase]:
    """Return the last phrase with the one that only a comma parts from it: "the chief executive, Mary Quill"."""
    found = before[-1:]
    if found and found[0].holder in before:
        return [found[0].holder]
    if len(before) > 1 and [t.word for t in tokens[before[-2].last + 1 : before[-1].first]] == [","]:
        found = before[-2:]
    return found


def _named(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the words of a phrase with what it is of and what stands in apposition to it."""
    kept = dict.fromkeys(with_described(sentence, phrase))
    return [t for p in kept for t in sentence.tokens[p.first : p.last + 1] if t.tag in (Tag.NOUN, Tag.PRON)]


def _is_denied(sentence: Sentence, verb: int) -> bool:
    before = sentence.tokens[max(0, verb - 4) : verb]
    return any(token.tag is Tag.NOT or token.stem == _DENYING for token in before)


_DENYING = stem("deny")
