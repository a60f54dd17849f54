"""Whose words a quotation has where no verb of telling names him: "His last words were: …", "her letter had the line …"."""

from __future__ import annotations

from factlint.prose.context import antecedent
from factlint.prose.frames import subjects
from factlint.prose.identities import is_office
from factlint.prose.lexicon import lexicon
from factlint.prose.quoting import spans
from factlint.prose.sentence import Sentence
from factlint.prose.telling import with_described
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike

_PERSONS = frozenset(("he", "she", "his", "her", "their"))
_REACH = 3
"""Sentences before that a quotation may have begun in."""


def begins_inside(sentence: Sentence) -> bool:
    """Whether a quotation that began in a sentence before still goes on."""
    marks, place = "", sentence.before
    for _ in range(_REACH):
        if place is None:
            break
        marks = "".join(mark for mark in place.text if mark in '“”"') + marks
        place = place.before
    if '"' in marks:
        return marks.count('"') % 2 == 1 and sentence.text.count('"') % 2 == 1
    return marks.endswith("“")


def carried(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the place of the end of a quotation that began before."""
    closing = [at for at, mark in enumerate(sentence.text) if mark in '”"']
    return [(0, closing[0])] if closing and begins_inside(sentence) else []


def voice(sentence: Sentence, outside: list[Token]) -> list[Token]:
    """Return the words of whose words they are, by "his" and "she" or an owner's name; none where several may be."""
    for clause in sentence.clauses[:1]:
        owners = [t for p in subjects(sentence, clause) for t in sentence.nouns(p) if t.owner and t.proper]
        if owners and any(owner in outside for owner in owners):
            return owners
    pronouns = {t.word for t in outside if t.word in _PERSONS and t.tag in (Tag.PRON, Tag.DET, Tag.NOUN)}
    named = [t for t in outside if t.proper and t.tag is Tag.NOUN]
    found = [list(antecedent(sentence, pronoun)) for pronoun in sorted(pronouns)]
    found = [words for words in found if words]
    if not found or any(alike(t, name) for words in found[:1] for t in words for name in named):
        return []
    return found[0]


def is_among(token: Token, others: list[Token]) -> bool:
    """Whether a word of who speaks is among others; a prime minister is no minister."""
    return any(
        alike(token, other) and not (is_office(token) and ("_" in token.stem) != ("_" in other.stem))
        for other in others
    )


def quoted(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the places of quotations, with what is left of one that began in a sentence before."""
    return [*carried(sentence), *spans(sentence.text)]


def unquoted(sentence: Sentence) -> list[Token]:
    """Return the words outside of the quotations."""
    told = quoted(sentence)
    return [t for t in sentence.tokens if not any(start <= t.start < end for start, end in told)]


def around(sentence: Sentence) -> list[Token]:
    """Return the words outside of the quotation that may name its speaker: here, before, what "she" is."""
    near = unquoted(sentence)
    pronouns = any(token.tag is Tag.PRON for token in near)
    speaks = any(token.stem in lexicon().speech for token in near)
    before = antecedent(sentence) if pronouns else []
    if not speaks:
        before = [*before, *_spoken_of(sentence)]
    return [*near, *before]


def _spoken_of(sentence: Sentence) -> list[Token]:
    """Return the words of whom the sentence before speaks: its subjects with their descriptions, or all its words."""
    if sentence.before is None:
        return []
    place = sentence.before
    told = [p for clause in place.clauses[:1] for p in subjects(place, clause)]
    words = [t for p in told for other in with_described(place, p) for t in place.nouns(other)]
    return words or place.tokens
