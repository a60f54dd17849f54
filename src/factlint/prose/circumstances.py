"""On which occasion something is told to have been: "when the ferry sank", "the stone that fell near Kell"."""

from __future__ import annotations

from factlint.prose.clauses import Clause, Kind
from factlint.prose.frames import subjects
from factlint.prose.framing import frame
from factlint.prose.pointing import earlier
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.telling import denied
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike

_BESIDE = frozenset((Kind.SUBORDINATE, Kind.RELATIVE))
_WHEN = frozenset(("when", "as", "while", "after"))


def is_told_before(sides: Sides, token: Token) -> bool:
    """Whether a verb of the claim only says on which occasion, and the passage has told that before of the same thing."""
    sentence = sides.claim.sentence
    at = next((n for n, other in enumerate(sentence.tokens) if other is token), 0)
    clause = sentence.owners.get(at)
    if clause is None or clause is sides.claim.clause or not _says_occasion(sentence, clause):
        return False
    heads = [sentence.tokens[phrase.head] for phrase in subjects(sentence, clause)]
    places = earlier(sides.found.sentence)
    return any(_tells(place, told, token, heads) for place in places for told in place.clauses)


def _says_occasion(sentence: Sentence, clause: Clause) -> bool:
    if clause.kind not in _BESIDE or not clause.members:
        return False
    return clause.kind is Kind.RELATIVE or sentence.tokens[clause.members[0]].word in _WHEN


def _tells(place: Sentence, clause: Clause, token: Token, heads: list[Token]) -> bool:
    """Whether a clause says the verb of one of the things, and doesn't deny it."""
    verb = place.tokens[clause.verb] if clause.verb is not None else None
    if clause.verb is None or verb is None or verb.tag is not Tag.VERB or not alike(token, verb):
        return False
    things = [place.tokens[phrase.head] for phrase in subjects(place, clause)]
    same = any(alike(head, thing) for head in heads for thing in things)
    return same and not denied(frame(place, clause.verb))
