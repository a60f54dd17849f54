"""Of whom a passage's verb is said, where the claim has the same verb: never of another who only stands nearby."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Kind
from factlint.prose.context import points_back, stands_for
from factlint.prose.frames import Frame
from factlint.prose.identities import is_office
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.pointing import earlier, is_anaphor, owned_by_pronoun
from factlint.prose.roles import agents, is_exchanged, is_passive, meet
from factlint.prose.sharing import renamings
from factlint.prose.sides import Sides
from factlint.prose.things import fits, has_figure
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, is_measure, says


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet where the claim's verb is said of another in the passage, or of another's thing."""
    if sides.claim.quantity is None:
        yield from _of_another(sides)
    verb, other = sides.claim.verb, sides.found.verb
    if sides.claim.quantity is not None or verb is None or other is None or not alike(verb, other):
        return
    if is_passive(sides.claim) != is_passive(sides.found) or is_exchanged(sides.claim, sides.found):
        return
    mine, its = _named(sides.claim), _named(sides.found)
    divided = [t for t in its if t.word.removesuffix("s") in _DIVISIONS and not sides.is_claimed(t)]
    if mine and divided:
        yield Facet("subject", Agreement.DIFFERENT, mine[-1].word, divided[0].word)
        return
    if mine and its and not _are_one(sides, mine, its):
        yield Facet("subject", Agreement.DIFFERENT, mine[-1].word, its[-1].word)
    elif mine and (named := _hung_on(sides, mine)):
        yield Facet("subject", Agreement.MISSING, mine[-1].word, named[-1].word)
    elif mine and its and (kin := _kin(sides, mine, its)):
        yield Facet("subject", Agreement.MISSING, mine[-1].word, kin[0].word)
    elif mine and (unclear := _unclear(sides, mine)):
        yield Facet("subject", Agreement.MISSING, mine[-1].word, unclear)


_DIVISIONS = frozenset("women woman men girl boy youth junior reserve academy veteran wheelchair".split())
"""Whose team is not the club's, without more."""


def _of_another(sides: Sides) -> Iterator[Facet]:
    """Tell the governor of one country from the governor of another: each is told "of" its own."""
    claim, found = sides.claim.sentence, sides.found.sentence
    theirs = [
        p for p in found.phrases if p.role == "of" and p.holder is not None and p.head in sides.found.own
    ]
    for phrase in claim.phrases:
        if phrase.role != "of" or phrase.holder is None:
            continue
        head, whole = claim.tokens[phrase.holder.head], claim.tokens[phrase.head]
        same = [p for p in theirs if p.holder is not None and alike(head, found.tokens[p.holder.head])]
        names = [[t for t in found.nouns(p) if t.proper] for p in same]
        if not same or not all(names) or any(map(sides.is_claimed, (t for group in names for t in group))):
            continue
        if whole.proper or any(meet([whole], place.tokens) for place in earlier(found)):
            yield Facet("words", Agreement.DIFFERENT, whole.word, names[0][-1].word)


def _named(frame: Frame) -> list[Token]:
    """Return the nouns of a frame's subjects, with their other names and what pronouns stand for; none where unclear."""
    sentence, found = frame.sentence, list[Token]()
    if frame.nominal is not None or frame.whole:
        return []
    for phrase in frame.subjects:
        if has_figure(sentence, phrase):
            return []
        for one in (phrase, *renamings(sentence, phrase)):
            found += [token for token in sentence.nouns(one) if says(token)]
        if points_back(sentence, phrase) or owned_by_pronoun(sentence, phrase):
            found += [token for token in stands_for(sentence, phrase) if token.tag is Tag.NOUN]
    return found


def _are_one(sides: Sides, mine: list[Token], its: list[Token]) -> bool:
    """Whether two subjects may be one: they share a word, and neither has a name that the other lacks."""
    owners, others = ([t for t in side if t.owner] for side in (mine, its))
    if owners and others and not meet(owners, others) and not any(map(sides.is_owner, owners)):
        return False
    if any(is_measure(token.word) for token in (*mine, *its)):
        return True
    if any(sides.is_meant(phrase) for phrase in sides.claim.subjects) or any(map(sides.is_kind, its)):
        return True
    if not meet(mine, its):
        return meet(mine, _others(sides.found))  # "The king opened the museum", "The museum opened"
    names, told = ([t for t in side if t.proper] for side in (mine, its))
    lacking = [token for token in names if not meet([token], told)]
    strange = [token for token in told if not meet([token], names)]
    return not (lacking and strange and names and told)


def _kin(sides: Sides, mine: list[Token], its: list[Token]) -> list[Token]:
    """Return another of the same surname who was told of before, where the passage has nothing but the surname."""
    names, told = ([t for t in side if t.proper and not is_office(t)] for side in (mine, its))
    given = [token for token in names if not meet([token], told)]
    if not told or not given or given == names:
        return []
    for place in earlier(sides.found.sentence):
        for phrase in place.phrases:
            group = [t for t in place.nouns(phrase) if t.proper and not is_office(t)]
            if len(group) > 1 and meet(group, told) and not meet(group, given):
                return group
    return []


def _hung_on(sides: Sides, mine: list[Token]) -> list[Token]:
    """Return the name right before a participle, where that is not the claim's: "his wife Dagny, born in Stettin"."""
    sentence, clause = sides.found.sentence, sides.found.clause
    if clause.kind is not Kind.PARTICIPLE or clause.verb is None or clause.members[0] < 2:
        return []
    beside = sentence.phrase_at(clause.members[0] - 2)  # a comma stands between
    if beside is None or beside in sides.found.subjects or sentence.tokens[clause.verb].word.endswith("ing"):
        return []
    named = [token for token in sentence.nouns(beside) if token.proper]
    return [] if meet(mine, named) else named


def _others(frame: Frame) -> list[Token]:
    """Return the nouns of whom a verb is said besides its subject: what is told otherwise, or the roles exchanged."""
    return agents(frame)[0 if is_passive(frame) else 1]


def _unclear(sides: Sides, mine: list[Token]) -> str:
    """Return a pronoun that may stand for several who are named before it in its sentence, the claim's among them."""
    sentence = sides.found.sentence
    for phrase in sides.found.subjects:
        head = sentence.tokens[phrase.head]
        if head.tag is not Tag.PRON or not is_anaphor(sentence, phrase):
            continue
        before = [p for p in sentence.phrases if p.last < phrase.first and _may_be(sides, p, head.word)]
        if len(before) > 1 and any(meet(mine, sentence.nouns(p)) for p in before):
            return head.word
    return ""


_TAKING_PART = frozenset((SUBJECT, OBJECT, "by", "with", "for", "against"))


def _may_be(sides: Sides, phrase: Phrase, pronoun: str) -> bool:
    sentence = sides.found.sentence
    named = sentence.tokens[phrase.first : phrase.last + 1]
    if phrase.role not in _TAKING_PART:
        return False
    return sentence.tokens[phrase.head].proper and fits(named, pronoun)
