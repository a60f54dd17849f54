"""What identifies the subject of a passage's figure: a name, or a noun with all that narrows it."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.agreeing import is_plural
from factlint.prose.clauses import Kind
from factlint.prose.frames import PLACING
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.pointing import earlier
from factlint.prose.roles import is_passive
from factlint.prose.sharing import renamings
from factlint.prose.sides import Sides
from factlint.prose.things import has_figure
from factlint.prose.tokens import Token
from factlint.prose.words import is_measure

_RELATIONAL = frozenset(
    map(stem, "majority half rest part share son daughter brother sister wife husband number".split())
)
_NARROWING = frozenset("of to from for among with against by between into about".split())


def is_teller(sides: Sides, phrase: Phrase) -> bool:
    """Whether a subject only says how many, and the claim names nobody who does: "Police put the number of dead at nine"."""
    found, verb, ours = sides.found, sides.found.verb, sides.claim.verb
    if ours is not None and ours.stem in _PUTTING:
        return False
    told = verb is not None and verb.stem in _PUTTING and phrase in found.subjects
    if told and found.phrase is not None and found.phrase.role == "at":
        return True
    counts = verb is not None and verb.stem in _COUNTING and phrase in found.subjects
    return counts and found.sentence.tokens[phrase.head].stem in lexicon().tellers


_COUNTING = frozenset(map(stem, "count record register report log tally document identify note find".split()))
_PUTTING = frozenset(map(stem, ("put", "estimate", "reckon")))


def agent_is_free(sides: Sides) -> bool:
    """Whether the claim leaves open who did it ("34 people were killed")."""
    if is_passive(sides.claim) and not any(p.role == "by" for p in sides.claim.phrases):
        return True
    if not sides.claim.subjects or _is_outcome(sides):
        return True
    inside = sides.claim.phrase
    return inside is not None and inside.role == SUBJECT and not sides.claim_has_subject


def _is_outcome(sides: Sides) -> bool:
    """Whether a figure is of what came of the clause before, whose subject is only what did it: "…, killing 29 people"."""
    clause, sentence = sides.found.clause, sides.found.sentence
    participle = clause.kind is Kind.PARTICIPLE and clause.verb is not None
    named = any(sentence.tokens[p.head].proper for p in sides.found.subjects)
    return participle and sides.same_measure and not named


def identity(sides: Sides, phrase: Phrase) -> Iterator[Token]:
    """Yield what identifies a subject: a name without its descriptions, a noun with all that narrows it."""
    sentence = sides.found.sentence
    nouns = [token for token in sentence.nouns(phrase) if not token.compound]
    head = sentence.tokens[phrase.head]
    names = [[t for t in sentence.nouns(other) if t.proper] for other in renamings(sentence, phrase)]
    if any(name and all(map(sides.is_claimed, name)) for name in names):
        return
    if head.proper:
        yield from _name(sides, nouns)
        return
    claimed = sides.is_claimed(head)
    if claimed and _is_the_one(sides, phrase):
        return
    free = claimed and not is_measure(head.word)
    same = any(
        head.stem == token.stem for p in sides.claim.subjects for token in sides.claim.sentence.nouns(p)
    )
    yield from (t for t in nouns if not (free and (t.proper or (t.owner and same))))
    for other in sentence.phrases:
        if other.holder is not phrase or other is sides.found.phrase or other.head not in sides.found.reach:
            continue
        if (other.role in _NARROWING or (other.role in PLACING and is_measure(head.word))) and not has_figure(
            sentence, other
        ):
            named = claimed and other.role == "of" and not is_measure(head.word) and not _claims_owner(sides)
            yield from (token for token in sentence.nouns(other) if not (named and token.proper))


def _is_the_one(sides: Sides, phrase: Phrase) -> bool:
    """Whether the claim's bare "the shortlist" is the one that the passage tells more of, and names no other."""
    sentence, head = sides.found.sentence, sides.found.sentence.tokens[phrase.head]
    ours = [p for p in sides.claim.phrases if sides.claim.sentence.tokens[p.head].stem == head.stem]
    bare = any(
        sides.claim.sentence.tokens[p.first].word == "the"
        and p.last == p.first + 1
        and not _is_held(sides, p)
        for p in ours
    )
    if not bare or is_measure(head.word) or is_plural(head) or head.stem in _RELATIONAL:
        return False
    places = (sentence, *earlier(sentence))
    same = [p for place in places for p in place.phrases if place.tokens[p.head].stem == head.stem]
    return len(same) == 1


def _is_held(sides: Sides, phrase: Phrase) -> bool:
    return any(p.holder is phrase for p in sides.claim.sentence.phrases)


def _claims_owner(sides: Sides) -> bool:
    """Whether the claim's subject says whose or which it is."""
    sentence = sides.claim.sentence
    return any(
        any(token.proper for token in sentence.nouns(phrase))
        or any(p.holder is phrase for p in sentence.phrases)
        for phrase in sides.claim.subjects
    )


def _name(sides: Sides, nouns: list[Token]) -> list[Token]:
    """Return the words of the name that a phrase ends in; none where the claim has one of them, or means it."""
    if any(sides.is_meant(phrase) for phrase in sides.claim.subjects):
        return []
    start = len(nouns)
    while start and nouns[start - 1].proper and not (nouns[start - 1].owner and start < len(nouns)):
        start -= 1
    return [] if any(sides.is_claimed(token) for token in nouns[start:]) else nouns[start:]
