"""Who does it to whom, passives turned round."""

from __future__ import annotations

from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Clause, Kind
from factlint.prose.context import stands_for
from factlint.prose.converse import converses, key, partners, symmetric
from factlint.prose.frames import Frame, own_subject
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.pointing import is_anaphor
from factlint.prose.sentence import Sentence
from factlint.prose.sharing import renamings
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says

ROLES = "roles"
"""The facet of who does it to whom."""

_PASSING = stem("pass")
_PASSIVE = frozenset("is are was were be been being".split())


def swapped(sides: Sides) -> Facet | None:
    """Tell where who did it and to whom are exchanged."""
    ours, theirs = agents(sides.claim), agents(sides.found)
    verb = sides.claim.verb
    named = (
        verb is not None
        and verb.tag is Tag.VERB
        and all(any(token.proper for token in side) for side in ours)
    )
    if is_exchanged(sides.claim, sides.found):
        return Facet(ROLES, Agreement.DIFFERENT, ours[0][-1].word, theirs[0][-1].word)
    if named and not (theirs[0] and meet(ours[0], theirs[0])) and not meet(ours[0], theirs[1]):
        return Facet(ROLES, Agreement.MISSING, ours[0][-1].word)
    if not all((*ours, *theirs)):
        return None
    if verb is not None and (verb.stem == _PASSING or verb.stem in symmetric()):
        return None  # a bill passes a house, and a house passes a bill; who borders another is bordered by it
    its = sides.found.verb
    if verb is not None and its is not None and not alike(verb, its) and sides.deeds.same(verb, its):
        return None  # a town welcomes tourists, and tourists visit a town
    straight = meet(ours[0], theirs[0]) or meet(ours[1], theirs[1])
    if not straight and meet(ours[0], theirs[1]) and meet(ours[1], theirs[0]):
        return Facet(ROLES, Agreement.DIFFERENT, ours[0][-1].word, theirs[0][-1].word)
    return None


def is_exchanged(claim: Frame, found: Frame) -> bool:
    """Whether who does it and the one with whom he does it are exchanged: "A sold it to B", "B sold it to A"."""
    verb, its = claim.verb, found.verb
    if (
        verb is None
        or its is None
        or key(verb) in symmetric()
        or not partners().keys() & {key(verb), key(its)}
    ):
        return False
    told_apart = frozenset((key(verb), key(its))) in converses()
    if not told_apart and key(verb) != key(its) and not alike(verb, its):
        return False
    (doer, partner), (other, its_partner) = _partners(claim), _partners(found)
    straight = meet(doer, other) and meet(partner, its_partner)
    crossed = meet(doer, its_partner) and meet(partner, other)
    return straight and not crossed if told_apart else crossed and not straight


def _partners(frame: Frame) -> tuple[list[Token], list[Token]]:
    """Return who does it and the one with whom he does it: behind the verb's own preposition, or else the object."""
    doer, done = agents(frame)
    roles = partners().get(key(frame.verb), frozenset()) if frame.verb is not None else frozenset()
    found = [p for p in frame.phrases if p.clause is frame.clause and p.role in roles]
    told = [token for phrase in found for token in _nouns(frame.sentence, phrase) if says(token)]
    return doer, told or done


def agents(frame: Frame) -> tuple[list[Token], list[Token]]:
    """Return the words of who does it and of whom it is done to, passives turned round."""
    sentence = frame.sentence
    named = [other for phrase in frame.subjects for other in (phrase, *renamings(sentence, phrase))]
    first = [token for phrase in named for token in _nouns(sentence, phrase) if says(token)]
    behind = [p for p in frame.phrases if p.clause is frame.clause and p.role in (OBJECT, "by")]
    passive = is_passive(frame)
    told = [p for p in behind if (p.role == "by") is passive]
    if own_subject(sentence, frame.clause) is not None and frame.clause.antecedent is not None:
        told += filter(None, [sentence.phrase_at(frame.clause.antecedent)])
    told = [other for phrase in told for other in (phrase, *renamings(sentence, phrase))]
    last = [token for phrase in told for token in _nouns(sentence, phrase) if says(token)]
    first, last = _apart(first, last)
    return (last, first) if passive else (first, last)


def _apart(left: list[Token], right: list[Token]) -> tuple[list[Token], list[Token]]:
    """Leave out what two names share, where each has more: "Anna Berg beat Nina Berg"."""
    ours = [token for token in left if not _is_shared(token, right)]
    theirs = [token for token in right if not _is_shared(token, left)]
    return (ours, theirs) if ours and theirs else (left, right)


def _is_shared(token: Token, others: list[Token]) -> bool:
    return token.proper and any(other.proper and alike(token, other) for other in others)


def _nouns(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the nouns of a phrase, and of what it stands for: a pronoun, "the club"."""
    if phrase.role != SUBJECT or not is_anaphor(sentence, phrase):
        return sentence.nouns(phrase)
    meant = [token for token in stands_for(sentence, phrase) if token.tag is Tag.NOUN]
    return [*sentence.nouns(phrase), *meant]


def is_passive(frame: Frame) -> bool:
    """Whether the frame's clause is in the passive voice."""
    return _is_passive(frame.sentence, frame.clause)


def _is_passive(sentence: Sentence, clause: Clause) -> bool:
    verb, tokens = clause.verb, sentence.tokens
    if verb is None:
        return False
    if tokens[verb].stem.startswith("be_"):  # "was awarded 3 million", told as one word
        return any(phrase.role in (OBJECT, "by") for phrase in sentence.of(clause))
    bare = not any(tokens[at].tag is Tag.AUX for at in clause.members)
    if clause.kind is Kind.COORDINATE and bare and clause.parent is not None:
        return _is_participle(tokens[verb].word) and _is_passive(sentence, clause.parent)
    if clause.kind is Kind.PARTICIPLE and bare and verb == clause.members[0]:
        return _is_participle(tokens[verb].word)
    before = next((t for t in reversed(tokens[:verb]) if t.tag not in (Tag.ADV, Tag.NOT)), None)
    return _is_participle(tokens[verb].word) and before is not None and before.word in _PASSIVE


def _is_participle(word: str) -> bool:
    first = word.split(" ")[0]  # "laid off"
    return first.endswith("ed") or first in lexicon().participles


def meet(left: list[Token], right: list[Token]) -> bool:
    """Whether any word of one side says the same as one of the other."""
    return any(alike(a, b) for a in left for b in right)
