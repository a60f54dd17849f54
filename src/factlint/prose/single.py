"""What only one did, or only in one place: a book has one author, a final one winner, a summit one venue."""

from __future__ import annotations

from factlint.prose import telling
from factlint.prose.base import Agreement, Facet
from factlint.prose.contrasts import contrast
from factlint.prose.converse import words
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import OBJECT, Phrase
from factlint.prose.roles import ROLES, agents, is_passive, meet
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike
from factlint.values.countries import nation

_WINNING = stem("win")
_WITH = frozenset(("with", "alongside", "by"))
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "this", "that"))
_NAMED = frozenset("_".join(map(stem, words.split())) for words in ("name after", "name for", "call after"))


def is_of_another(claim: Frame, found: Frame, between: list[Facet]) -> bool:
    """Whether all agrees but who did what only one did, where only one is, or after whom it is named."""
    if not between or any(map(telling.denied, (claim, found))) or not _is_one_verb(claim, found):
        return False
    return (
        _is_by_another(claim, found, between)
        or _is_elsewhere(claim, found, between)
        or _is_after_another(claim, found, between)
        or _is_of_other_stuff(claim, found, between)
    )


def _is_one_verb(claim: Frame, found: Frame) -> bool:
    ours, theirs = claim.verb, found.verb
    return (
        ours is not None and theirs is not None and ours.tag is theirs.tag is Tag.VERB and alike(ours, theirs)
    )


def _is_by_another(claim: Frame, found: Frame, between: list[Facet]) -> bool:
    known, verb = lexicon(), claim.verb
    if verb is None:
        return False
    (doer, thing), (other, its) = agents(claim), agents(found)
    if verb.stem not in known.single or not all(_is_of_doer(facet, doer) for facet in between):
        return False
    same = meet(thing, its) if its else verb.stem not in known.repeated  # none where a pronoun stands for it
    if not thing or not doer or not other or not same or not _is_definite(claim, thing):
        return False
    if verb.stem in known.repeated and (_dated(found) and not _dated(claim)):
        return False
    if verb.stem == _WINNING and thing[-1].stem not in words("contests", "prizes"):
        return False
    names = [token for token in doer if token.proper]
    phrases = (p for p in found.phrases if p.role in _WITH)
    beside = [*other, *(token for phrase in phrases for token in found.sentence.nouns(phrase))]
    strange = [token for token in other if token.proper and not meet([token], names)]
    return bool(strange) and any(not meet([token], beside) for token in names)


def _is_of_doer(facet: Facet, doer: list[Token]) -> bool:
    """Whether a facet is of nothing but who did it, told as the subject or behind "by"."""
    names = {token.word for token in doer}
    return facet.name in ("subject", ROLES) or (
        bool(facet.claimed) and set(facet.claimed.lower().split()) <= names
    )


def _is_definite(frame: Frame, thing: list[Token]) -> bool:
    """Whether a thing is a certain one: it has a name, or an article that says so."""
    if any(token.proper for token in thing):
        return True
    phrases = [p for p in frame.sentence.phrases if frame.sentence.tokens[p.head] is thing[-1]]
    return any(_leads(frame, phrase) for phrase in phrases)


def _leads(frame: Frame, phrase: Phrase) -> bool:
    first = frame.sentence.tokens[phrase.first]
    return first.word in _DEFINITE or first.owner or any(t.owner for t in frame.sentence.nouns(phrase))


def _dated(frame: Frame) -> bool:
    return any(token.tag is Tag.DATE for token in frame.tokens(frame.clause.members))


def _is_elsewhere(claim: Frame, found: Frame, between: list[Facet]) -> bool:
    """Whether the passage names the claim's place, and another one for what happens in one place only."""
    if (
        claim.verb is None
        or claim.verb.stem not in lexicon().once
        or any(facet.name != "place" for facet in between)
    ):
        return False
    ours, theirs = _places(claim), _places(found)
    if not ours or not theirs or len({bool(nation(token.word)) for token in (*ours, *theirs)}) > 1:
        return False
    subjects = [claim.sentence.tokens[p.head] for p in claim.subjects]
    return bool(subjects) and _is_definite(claim, subjects) and _is_named_there(ours, found)


def _places(frame: Frame) -> list[Token]:
    phrases = [p for p in frame.phrases if p.role in PLACING and p.clause is frame.clause]
    return [frame.sentence.tokens[p.head] for p in phrases if frame.sentence.tokens[p.head].proper]


def _is_named_there(places: list[Token], found: Frame) -> bool:
    """Whether the passage speaks of the claim's place in a sentence before."""
    before = found.sentence.before
    near = [*found.sentence.tokens, *(before.tokens if before else [])]
    return all(meet([place], near) for place in places)


def _is_after_another(claim: Frame, found: Frame, between: list[Facet]) -> bool:
    if claim.verb is None or claim.verb.stem not in _NAMED or not all(map(is_passive, (claim, found))):
        return False
    subjects = [claim.sentence.tokens[p.head] for p in claim.subjects]
    if not subjects or not _is_definite(claim, subjects):
        return False
    only = all(facet.name == "words" and facet.agreement is Agreement.DIFFERENT for facet in between)
    return only and not meet(objects(claim), objects(found))


def objects(frame: Frame) -> list[Token]:
    """Return the nouns of what stands behind the verb of a frame's clause."""
    behind = [p for p in frame.phrases if p.clause is frame.clause and p.role == OBJECT]
    return [token for phrase in behind for token in frame.sentence.nouns(phrase)]


def _is_of_other_stuff(claim: Frame, found: Frame, between: list[Facet]) -> bool:
    """Whether one thing is told to be made of two stuffs: of granite, of sandstone."""
    if claim.verb is None or claim.verb.stem not in _MAKING:
        return False
    pairs = [(_stuff(claim, facet.claimed), _stuff(found, facet.found)) for facet in between]
    return all(
        facet.name == "words" and facet.agreement is Agreement.DIFFERENT and contrast(*pair, "materials")
        for facet, pair in zip(between, pairs, strict=True)
    )


_MAKING = frozenset(map(stem, "build make construct carve cast manufacture craft mould weave knit".split()))


def _stuff(frame: Frame, told: str) -> str:
    """Return the stem of what a facet tells to be "of" or "from"."""
    heads = [frame.sentence.tokens[p.head] for p in frame.phrases if p.role in ("of", "from", "out")]
    return next((head.stem for head in heads if head.word in told.lower().split()), "")
