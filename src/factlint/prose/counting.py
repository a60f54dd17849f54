"""What a figure counts: its measure by the vocabulary, and the nouns that say it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from factlint.prose import ranks
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.pointing import earlier
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, is_measure, measure_of
from factlint.values.base import Counted, Quantity
from factlint.values.counted import measures, read_counted
from factlint.values.grammar import singular

_COUNTS = frozenset(
    ("sales", "exports", "imports", "deliveries", "production", "output", "registrations", "births")
)
_SUMS = frozenset(("number", "numbers", "total", "tally", "count", "figure"))


def counted(frame: Frame) -> Counted:
    """Return the measure and the things counted, without what narrows them: that is looked for word by word.

    A thing that only says the measure again is left out ("employees" of "employed"), and so is what a share is of.
    """
    quantity = frame.quantity
    if quantity is None or frame.token.compound:
        return Counted()
    if frame.whole:
        return Counted(head=quantity.counted.head, text=quantity.counted.head)
    said = replace(_said(frame, quantity), modifiers=())
    if quantity.unit == "%" and said.measure == "points":
        return Counted()
    if said.measure and said.measure in (measure_of(said.head), measure_of(said.text.lower())):
        said = replace(said, head="")
    if quantity.unit == "%" and any(measure_of(token.word) == said.measure for token in _base(frame)):
        return Counted()
    return said


def _said(frame: Frame, quantity: Quantity) -> Counted:
    """Return what a figure counts; a bare one that a measure "climbed to" is of that measure, whatever comes behind."""
    said, sentence = _without_circumstance(frame, quantity), frame.sentence
    subject = frame.subjects[0] if len(frame.subjects) == 1 else None
    bare = frame.phrase is not None and not sentence.nouns(frame.phrase) and frame.phrase is not subject
    bare = bare and not any(t.tag is Tag.VERB and t is not frame.verb for t in frame.tokens(frame.own))
    verb = frame.verb
    linked = (
        verb is None
        or verb.tag is Tag.AUX
        or verb.stem in lexicon().directions
        or verb.stem in lexicon().light
    )
    if bare and linked and subject is not None and is_measure(sentence.tokens[subject.head].word):
        text = sentence.slice(subject.first, subject.last)
        measure = measure_in(text)
        said = replace(said, measure=measure, text=text) if measure else said
    if said.measure == "sales" and len(quantity.unit) == 3 and quantity.unit.isupper():
        said = replace(said, measure="revenue")
    if said.measure == "watched" and any(word in said.text.lower() for word in ("spectator", "fan", "crowd")):
        said = replace(said, measure="attended")
    return said


def _without_circumstance(frame: Frame, quantity: Quantity) -> Counted:
    """Return what a figure counts, without the measure of what it was only in or at: "100 km in temperatures …"."""
    said, sentence = quantity.counted, frame.sentence
    around = [p for p in sentence.phrases if p.holder is frame.phrase and p.role in PLACING]
    if quantity.unit and any(measure_of(sentence.tokens[p.head].word) == said.measure for p in around):
        return replace(said, measure="")
    return said


def counted_nouns(found: Frame) -> list[Token]:
    """Return the nouns that say what the passage's figure counts: beside it, of it, or what it is said to be."""
    sentence = found.sentence
    if found.phrase is None:
        return []
    if found.token.compound:
        return [t for t in sentence.tokens[found.at - 1 : found.at + 2] if t.tag is Tag.NOUN and t.compound]
    nouns = sentence.nouns(found.phrase)
    for phrase in sentence.phrases:
        if phrase.holder is found.phrase and phrase.role == "of":
            nouns += sentence.nouns(phrase)
    if not nouns and found.quantity is not None and found.quantity.unit == "%" and _is_of_noun(found):
        return sentence.nouns(found.phrase.holder) if found.phrase.holder is not None else []
    own = [token for token in nouns if token is not found.token] or complement(found) or _summed(found)
    return own or [sentence.tokens[number] for number in found.nouns] or _elided(found)


def _is_of_noun(found: Frame) -> bool:
    """Whether a share is told as "an efficacy of 92 per cent"."""
    return found.phrase is not None and found.phrase.role == "of" and found.phrase.holder is not None


def _elided(found: Frame) -> list[Token]:
    return [token for token in found.elided if token.tag is Tag.NOUN]


def _summed(found: Frame) -> list[Token]:
    """Return what a bare figure is the number of: "the number of protesters at 40,000"."""
    sentence = found.sentence
    sums = [p for p in found.phrases if _is_summed(sentence.tokens[p.head].word) and p is not found.phrase]
    of = [p for p in sentence.phrases if p.role == "of" and p.holder in sums]
    return [token for phrase in of for token in sentence.nouns(phrase)]


def _is_summed(word: str) -> bool:
    """Whether a noun is one for the number of things: "the number of protesters", "sales of scooters"."""
    return word in _SUMS or word in _COUNTS


def inherited_nouns(found: Frame) -> list[Token]:
    """Return what a bare figure counts by what the figures before it count, where that is one thing."""
    mine = found.quantity
    sentence, stop = found.sentence, found.at
    if ranks.rank(found.token.stem):
        return _ranked_nouns(found)
    if _is_of_them(found):
        return _nearest_counted(found)
    own = counted(found).measure if found.phrase and found.phrase.role != SUBJECT else ""
    for place in (sentence, *earlier(sentence)):
        heads: list[list[Token]] = []
        for phrase in place.phrases:
            figures = [t for t in place.tokens[phrase.first : phrase.last + 1] if t.tag is Tag.VALUE]
            inside = place is not sentence or phrase.last < stop
            if inside and _counts_otherwise(found, place, phrase, own):
                continue
            if inside and mine and any(t.quantity and t.quantity.unit == mine.unit for t in figures):
                if _by_the_same_verb(found, place, phrase):
                    return _things(place, phrase)
                heads += [nouns] if (nouns := _things(place, phrase)) else []
        if heads:
            one = all(any(alike(a, b) for a in heads[0] for b in other) for other in heads)
            return heads[0] if one else []
    return []


def _is_of_them(found: Frame) -> bool:
    behind = [token.word for token in found.sentence.tokens[found.at + 1 : found.at + 3]]
    return behind in (["of", "them"], ["of", "these"], ["of", "those"])


def _nearest_counted(found: Frame) -> list[Token]:
    """Return what the nearest figure before counts, for "70 of them"."""
    for place in (found.sentence, *earlier(found.sentence)):
        stop = found.at if place is found.sentence else len(place.tokens)
        for phrase in reversed(place.phrases):
            figures = [t for t in place.tokens[phrase.first : phrase.last + 1] if t.tag is Tag.VALUE]
            if phrase.last < stop and figures and (things := _things(place, phrase)):
                return things
    return []


def _counts_otherwise(found: Frame, place: Sentence, phrase: Phrase, own: str) -> bool:
    """Whether another figure is of another measure than this one ("hire 400 engineers; it employs 1,300")."""
    verb = phrase.clause.verb
    known = measure_of(place.tokens[verb].word) if verb is not None else ""
    return bool(own and known and own != known)


def _by_the_same_verb(found: Frame, place: Sentence, phrase: Phrase) -> bool:
    """Whether another figure is governed by the same verb: "Airbus delivered 735 aircraft. Boeing delivered 528." """
    mine, verb = found.verb, phrase.clause.verb
    if mine is None or mine.tag is not Tag.VERB or verb is None or phrase.clause is found.clause:
        return False
    return place.tokens[verb].tag is Tag.VERB and alike(mine, place.tokens[verb]) and phrase.role == OBJECT


def _ranked_nouns(found: Frame) -> list[Token]:
    """Return what the rank before ranks, for one without a noun: "its largest lake and its shallowest"."""
    sentence, stop = found.sentence, found.at
    for phrase in reversed(sentence.phrases):
        nouns = sentence.nouns(phrase)
        things = [token for token in nouns if not ranks.rank(token.stem)]
        if phrase.last < stop and things and len(things) < len(nouns):
            return things
    return []


def complement(found: Frame) -> list[Token]:
    """Return what a figure in subject place is said to be: "35 were children"."""
    sentence = found.sentence
    if found.phrase is None or found.phrase.role != SUBJECT:
        return []
    verb = found.verb
    if verb is not None and verb.tag is Tag.VERB:
        return []
    return [
        token
        for phrase in found.phrases
        if phrase.role == OBJECT and phrase.head in found.own
        for token in sentence.nouns(phrase)
    ]


def _base(frame: Frame) -> list[Token]:
    """Return the nouns that a share is of."""
    sentence = frame.sentence
    return [
        token
        for phrase in sentence.phrases
        if phrase.role == "of" and phrase.holder is not None and phrase.holder is frame.phrase
        for token in sentence.nouns(phrase)
    ]


def _things(sentence: Sentence, phrase: Phrase) -> list[Token]:
    """Return the nouns of a figure's phrase, or those of what it is a part of."""
    nouns = sentence.nouns(phrase)
    parts = (other for other in sentence.phrases if other.holder is phrase and other.role == "of")
    return nouns or [token for other in parts for token in sentence.nouns(other)]


@lru_cache(maxsize=2048)
def measure_in(text: str) -> str:
    """Return the measure that a few words name."""
    return read_counted(text).measure


def is_framed(frame: Frame, token: Token) -> bool:
    """Whether a noun only says a measure together with its verb: "claimed nine lives"."""
    frames = measures.load().frames
    noun = singular(token.word)
    return any((verb.word, noun) in frames for verb in frame.verbs)
