"""Whether a passage's figure is of what the claim speaks of, and not of a part of it, or of something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factlint.prose import telling
from factlint.prose.base import Agreement, Facet
from factlint.prose.context import points_back, stands_for
from factlint.prose.cores import core
from factlint.prose.counting import counted, counted_nouns, is_framed
from factlint.prose.frames import Frame
from factlint.prose.identity import agent_is_free
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import OBJECT
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import says
from factlint.values.counted import Relation, compatible

FRAMING = frozenset(
    ("impos", "inflict", "hand", "suffer", "leave", "leav", "claim", "cost", "bring", "take", "caus", "kill")
)


def measure(sides: Sides) -> Facet | None:
    """Relate the measures and the things counted by the vocabulary."""
    ours, theirs = counted(sides.claim), counted(sides.found)
    if sides.aspects and ours.measure != theirs.measure:
        ours, theirs = replace(ours, measure=""), replace(theirs, measure="")
    if (ours.measure, theirs.measure) == ("profit", "net-profit"):
        ours = replace(ours, measure=theirs.measure)  # what a company is said to have made is its net profit
    if ours.head and theirs.head and lexicon().alike(stem(ours.head), stem(theirs.head)):
        ours = replace(ours, head=theirs.head)  # households, homes
    if _are_doers(sides):
        ours = theirs = replace(theirs, measure="")  # people who demonstrated, demonstrators
    relation = compatible(ours, theirs)
    if relation in {Relation.NARROWER, Relation.WIDER, Relation.DIFFERENT}:
        if ours.head == theirs.head and _is_same_deed(sides):
            return None  # patients who were enrolled, or recruited
        return Facet("measure", Agreement.DIFFERENT, told(ours), told(theirs))
    return Facet("measure", Agreement.SAME, told(ours), told(theirs)) if sides.same_measure else None


def _are_doers(sides: Sides) -> bool:
    """Whether one side counts people who did something, and the other those who did it by their noun."""
    ours, theirs = counted_nouns(sides.claim), counted_nouns(sides.found)
    return any(sides.deeds.does(v, n) for v in sides.claim.verbs for n in theirs) or any(
        sides.deeds.does(v, n) for v in sides.found.verbs for n in ours
    )


def _is_same_deed(sides: Sides) -> bool:
    """Whether the two verbs differ, and yet say the same of what both sides tell of; "have" and its like may say anything."""
    ours, theirs = sides.claim.verb, sides.found.verb
    if ours is None or theirs is None or ours.stem == theirs.stem or theirs.stem in lexicon().light:
        return False
    return sides.deeds.same(ours, theirs)


def told(said: object) -> str:
    """Write what is counted."""
    text = getattr(said, "text", "")
    return text or f"{getattr(said, 'head', '')} {getattr(said, 'measure', '')}".strip()


def narrowed(sides: Sides) -> Iterator[Facet]:
    """Yield the words of the passage's core that the claim lacks: another thing, or a part of it."""
    for name, token in core(sides):
        if _must_be_claimed(sides, token) and not sides.is_claimed(token):
            yield Facet(name, Agreement.DIFFERENT, "", token.word)
    sentence = sides.found.sentence
    for phrase in sides.found.subjects:
        if not points_back(sentence, phrase) or sides.is_claimed(sentence.tokens[phrase.head]):
            continue
        named = [t for t in stands_for(sentence, phrase) if says(t) and t.tag is Tag.NOUN]
        told = sides.claim_has_subject and not agent_is_free(sides)
        if named and told and not any(sides.is_claimed(token) for token in named):
            yield Facet("subject", Agreement.DIFFERENT, "", named[-1].word)


def _must_be_claimed(sides: Sides, token: Token) -> bool:
    words = lexicon()
    if sides.same_measure and (is_framed(sides.found, token) or _tells_of_framed(sides, token)):
        return False
    if (
        token is sides.found.token
        or not says(token)
        or sides.says_measure(sides.found, token)
        or sides.tells_aspect(token)
        or sides.is_making(token)
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


def _tells_of_framed(sides: Sides, token: Token) -> bool:
    """Whether a word is of people where the claim tells of their posts: "laid off workers", "cut jobs"."""
    inside = sides.claim.phrase
    nouns = sides.claim.sentence.nouns(inside) if inside is not None else []
    people = token.tag is Tag.NOUN and token.word in _STAFF
    return people and any(is_framed(sides.claim, noun) for noun in nouns)


_STAFF = frozenset("worker workers employee employees staff people engineers miners".split())


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
