"""Whether a passage's figure is of what the claim speaks of, and not of a part of it, or of something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factlint.prose import telling
from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import STATES, Clause, Kind
from factlint.prose.context import points_back, stands_for
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.sharing import renamings
from factlint.prose.sides import Sides, counted
from factlint.prose.things import has_figure
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, is_measure, says
from factlint.values.counted import Relation, compatible, measures
from factlint.values.grammar import singular

_NARROWING = frozenset("of to from for among with against by between into about".split())
FRAMING = frozenset(
    ("impos", "inflict", "hand", "suffer", "leave", "leav", "claim", "cost", "bring", "take", "caus", "kill")
)
_PASSIVE = frozenset("is are was were be been being".split())


def measure(sides: Sides) -> Facet | None:
    """Relate the measures and the things counted by the vocabulary."""
    ours, theirs = counted(sides.claim), counted(sides.found)
    if sides.aspects and ours.measure != theirs.measure:
        ours, theirs = replace(ours, measure=""), replace(theirs, measure="")
    relation = compatible(ours, theirs)
    if relation in {Relation.NARROWER, Relation.WIDER, Relation.DIFFERENT}:
        return Facet("measure", Agreement.DIFFERENT, told(ours), told(theirs))
    return Facet("measure", Agreement.SAME, told(ours), told(theirs)) if sides.same_measure else None


def told(said: object) -> str:
    """Write what is counted."""
    text = getattr(said, "text", "")
    return text or f"{getattr(said, 'head', '')} {getattr(said, 'measure', '')}".strip()


def narrowed(sides: Sides) -> Iterator[Facet]:
    """Yield the words of the passage's core that the claim lacks: another thing, or a part of it."""
    for name, token in _core(sides):
        if _must_be_claimed(sides, token) and not sides.is_claimed(token):
            yield Facet(name, Agreement.DIFFERENT, "", token.word)
    sentence = sides.found.sentence
    for phrase in sides.found.subjects:
        if not points_back(sentence, phrase) or sides.is_claimed(sentence.tokens[phrase.head]):
            continue
        named = [t for t in stands_for(sentence, phrase) if says(t) and t.tag is Tag.NOUN]
        if named and sides.claim_has_subject and not any(sides.is_claimed(token) for token in named):
            yield Facet("subject", Agreement.DIFFERENT, "", named[-1].word)


def _must_be_claimed(sides: Sides, token: Token) -> bool:
    words = lexicon()
    if sides.same_measure and is_framed(sides.found, token):
        return False
    if (
        token is sides.found.token
        or not says(token)
        or sides.says_measure(sides.found, token)
        or sides.tells_aspect(token)
        or token.stem in words.idle
    ):
        return False
    taken = _is_taken(sides.found, token) and not telling.direction(sides.claim)
    moved = telling.is_change(token) and telling.direction(sides.found) and not taken
    if token.stem in words.modes or moved:
        return False
    return not (
        token.tag is Tag.VERB
        and (token.stem in words.speech or (sides.same_measure and token.stem in FRAMING))
    )


def _is_taken(found: Frame, token: Token) -> bool:
    """Whether the figure is what a verb takes away or adds ("lost 5,300 trees"), and not where something stands."""
    phrase, quantity = found.phrase, found.quantity
    bare = phrase is not None and phrase.role == OBJECT and quantity is not None
    return (
        bare
        and quantity is not None
        and quantity.role not in ("from", "to")
        and quantity.unit not in ("%", "pp", "bp")
        and token is found.verb
        and token.stem in lexicon().transitive
    )


def is_framed(frame: Frame, token: Token) -> bool:
    """Whether a noun only says a measure together with its verb: "claimed nine lives"."""
    frames = measures.load().frames
    noun = singular(token.word)
    return any((verb.word, noun) in frames for verb in frame.verbs)


def _core(sides: Sides) -> Iterator[tuple[str, Token]]:
    """Yield the words that say what the figure is of, each with the facet that it belongs to."""
    found, sentence = sides.found, sides.found.sentence
    nouns = sides.counted_nouns()
    yield from (("population", token) for token in nouns)
    yield from (("measure", token) for token in sides.complement() if token not in nouns)
    yield from (("measure", token) for token in found.tokens(found.own) if token.tag is Tag.ADV)
    if found.phrase is not None and found.phrase.holder is not None and found.phrase.role == "of":
        yield from (("measure", token) for token in sentence.nouns(found.phrase.holder))
    yield from (("measure", token) for token in _predicate(sides))
    yield from (("measure", token) for token in _alternatives(sides))
    yield from (("population", token) for token in _complements(sides))
    yield from (("population", token) for token in _fronted(sides))
    if is_part(found):
        held = [
            p for p in found.phrases if p.role in PLACING and p.head in found.own and p is not found.phrase
        ]
        yield from (("population", token) for phrase in held for token in sentence.nouns(phrase))
    if not _agent_is_free(sides):
        for phrase in found.subjects:
            if phrase is not found.phrase and not points_back(sentence, phrase):
                yield from (("subject", token) for token in _identity(sides, phrase))


def _fronted(sides: Sides) -> Iterator[Token]:
    """Yield what a phrase before the subject limits the figure to: "Among those with a degree it is 76%"."""
    found, sentence = sides.found, sides.found.sentence
    for phrase in found.phrases:
        opens = found.subjects and phrase.last < found.subjects[0].first
        if (
            phrase.role in _LIMITING
            and opens
            and phrase.clause is found.clause
            and not has_figure(sentence, phrase)
        ):
            yield from sentence.nouns(phrase)
            yield from (t for p in sentence.phrases if p.holder is phrase for t in sentence.nouns(p))


_LIMITING = frozenset(("among", "for", "with", "of", "excluding", "without", "by"))
_OF_THEM = frozenset(("them", "whom", "which", "these", "those"))


def _alternatives(sides: Sides) -> list[Token]:
    """Return what else the figure may count by an "or": "were killed or are missing" is more than killed."""
    tokens = sides.found.sentence.tokens
    for at in sorted(
        sides.found.reach | frozenset(range(sides.found.at, min(sides.found.at + 14, len(tokens))))
    ):
        if tokens[at].word != "or" or not 0 < at < len(tokens) - 1 or not _is_state(tokens[at - 1]):
            continue
        behind = next((t for t in tokens[at + 1 : at + 4] if t.tag not in (Tag.AUX, Tag.ADV)), None)
        if behind is not None and _is_state(behind) and tokens[at].start > sides.found.token.start:
            return [replace(behind, tag=Tag.VERB)]
    return []


def _is_state(token: Token) -> bool:
    return token.tag is Tag.VERB or token.word in STATES


def _predicate(sides: Sides) -> list[Token]:
    """Return the verbs that the claim must have; of several said of one subject the claim needs only one."""
    found = sides.found
    own = [token for token in found.verbs if not _is_reduced(found, token)]
    also = [token for token in found.tokens(found.also) if token.tag is Tag.VERB]
    ours, aims = sides.claim.verb, _infinitives(found)
    told = [
        token for token in (*own, *also) if ours is not None and alike(ours, token) and id(token) not in aims
    ]
    return told or own


def _infinitives(found: Frame) -> frozenset[int]:
    """Return the verbs that only say what for ("needed 61 votes to pass")."""
    tokens = found.sentence.tokens
    if found.verb is None or not says(found.verb):
        return frozenset()
    return frozenset(id(tokens[at]) for at in found.own if at > found.at and tokens[at - 1].tag is Tag.TO)


def is_part(frame: Frame) -> bool:
    """Whether a figure counts a part of what another one counts: "7.2 million of them", "including nine children"."""
    tokens, at = frame.sentence.tokens, frame.at
    before = [token.word for token in tokens[max(0, at - 4) : at]]
    if any(word in {"including", "among", "included"} for word in before):
        return True
    after = [token.word for token in tokens[at + 1 : at + 3]]
    return any(a == "of" and b in _OF_THEM for a, b in (*pairwise(before), *pairwise(after)))


_AIMED = frozenset(("against", "among", "between"))


def _complements(sides: Sides) -> Iterator[Token]:
    """Yield what a preposition ties to the figure and narrows it by: "54% effective against mild infection"."""
    found, sentence = sides.found, sides.found.sentence
    held = found.phrase
    for phrase in sentence.phrases:
        if (
            phrase.role in _AIMED
            and phrase.holder is held
            and held is not None
            and not has_figure(sentence, phrase)
        ):
            yield from sentence.nouns(phrase)


def _is_reduced(found: Frame, token: Token) -> bool:
    """Whether a participle only says more of a noun behind the main verb: "instruments built in Italy"."""
    tokens, verb = found.sentence.tokens, found.clause.verb
    at = next((i for i in found.own if tokens[i] is token), 0)
    past = token.word.endswith("ed") or token.word in lexicon().participles
    return past and verb is not None and verb < at and at > 0 and tokens[at - 1].tag is Tag.NOUN


def _agent_is_free(sides: Sides) -> bool:
    """Whether the claim leaves open who did it ("34 people were killed")."""
    if is_passive(sides.claim) and not any(p.role == "by" for p in sides.claim.phrases):
        return True
    if not sides.claim.subjects:
        return True
    inside = sides.claim.phrase
    return inside is not None and inside.role == SUBJECT and not sides.claim_has_subject


def _identity(sides: Sides, phrase: Phrase) -> Iterator[Token]:
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
    yield from (token for token in nouns if not (claimed and token.proper and not is_measure(head.word)))
    for other in sentence.phrases:
        if other.holder is not phrase or other is sides.found.phrase or other.head not in sides.found.reach:
            continue
        if (other.role in _NARROWING or (other.role in PLACING and is_measure(head.word))) and not has_figure(
            sentence, other
        ):
            named = claimed and other.role == "of" and not is_measure(head.word) and not _claims_owner(sides)
            yield from (token for token in sentence.nouns(other) if not (named and token.proper))


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


def swapped(sides: Sides) -> Facet | None:
    """Tell where who did it and to whom are exchanged."""
    ours, theirs = agents(sides.claim), agents(sides.found)
    verb = sides.claim.verb
    named = (
        verb is not None
        and verb.tag is Tag.VERB
        and all(any(token.proper for token in side) for side in ours)
    )
    if named and not (theirs[0] and meet(ours[0], theirs[0])) and not meet(ours[0], theirs[1]):
        return Facet(ROLES, Agreement.MISSING, ours[0][-1].word)
    if not all((*ours, *theirs)):
        return None
    straight = meet(ours[0], theirs[0]) or meet(ours[1], theirs[1])
    if not straight and meet(ours[0], theirs[1]) and meet(ours[1], theirs[0]):
        return Facet(ROLES, Agreement.DIFFERENT, ours[0][-1].word, theirs[0][-1].word)
    return None


ROLES = "roles"
"""The facet of who does it to whom."""


def agents(frame: Frame) -> tuple[list[Token], list[Token]]:
    """Return the words of who does it and of whom it is done to, passives turned round."""
    sentence = frame.sentence
    first = [token for phrase in frame.subjects for token in sentence.nouns(phrase) if says(token)]
    behind = [p for p in frame.phrases if p.clause is frame.clause and p.role in (OBJECT, "by")]
    passive = is_passive(frame)
    last = [t for p in behind if (p.role == "by") is passive for t in sentence.nouns(p) if says(t)]
    return (last, first) if passive else (first, last)


def is_passive(frame: Frame) -> bool:
    """Whether the frame's clause is in the passive voice."""
    return _is_passive(frame.sentence, frame.clause)


def _is_passive(sentence: Sentence, clause: Clause) -> bool:
    verb, tokens = clause.verb, sentence.tokens
    if verb is None:
        return False
    bare = not any(tokens[at].tag is Tag.AUX for at in clause.members)
    if clause.kind is Kind.COORDINATE and bare and clause.parent is not None:
        return _is_participle(tokens[verb].word) and _is_passive(sentence, clause.parent)
    before = next((t for t in reversed(tokens[:verb]) if t.tag is not Tag.ADV), None)
    return _is_participle(tokens[verb].word) and before is not None and before.word in _PASSIVE


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in lexicon().participles


def meet(left: list[Token], right: list[Token]) -> bool:
    """Whether any word of one side says the same as one of the other."""
    return any(alike(a, b) for a in left for b in right)
