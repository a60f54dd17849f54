"""A claim's figure beside a passage's, and what the questions about the two have in common."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property, lru_cache

from factlint.prose import aspects, ranks, telling
from factlint.prose.context import earlier, is_anaphor, points_back, stands_for
from factlint.prose.frames import Frame
from factlint.prose.levels import Levels
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.things import fits, has_figure, says_kind
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, is_measure, measure_of, says
from factlint.values.base import Counted, Quantity
from factlint.values.counted import read_counted

_SUMS = frozenset(("number", "numbers", "total", "tally", "count", "figure"))


class Sides:
    """Two frames side by side; lives for one comparison."""

    def __init__(self, claim: Frame, found: Frame) -> None:
        self.claim, self.found = claim, found
        self.levels = Levels(found)

    @cached_property
    def _claim_tokens(self) -> list[Token]:
        return [token for token in self.claim.sentence.tokens if token.tag in (Tag.NOUN, Tag.VERB, Tag.ADV)]

    @cached_property
    def _sources(self) -> frozenset[int]:
        return frozenset(id(token) for token in telling.source(self.claim))

    def is_source(self, token: Token) -> bool:
        """Whether a word of the claim only says who tells it."""
        return id(token) in self._sources

    def is_claimed(self, token: Token) -> bool:
        """Whether the claim has a word that says the same."""
        return id(token) in self._owners[1] or any(alike(token, other) for other in self._claim_tokens)

    def is_owner(self, token: Token) -> bool:
        """Whether a word of the claim is the kind of thing ("the company's") that the passage names as the owner."""
        return id(token) in self._owners[0]

    @cached_property
    def _owners(self) -> tuple[frozenset[int], frozenset[int]]:
        """The claim's "company" of "the company's revenue", and the name that the passage has in its place."""
        claim, found = self.claim.sentence, self.found.sentence
        ours = [
            token
            for phrase in self.claim.subjects
            for token in claim.nouns(phrase)
            if token.owner and not token.proper and token.stem in lexicon().anaphors
        ]
        named = [t for phrase in self.found.subjects for t in found.nouns(phrase) if t.proper]
        owners = [token for token in named if token.owner] or named
        plain = [replace(token, owner=False) for token in owners]
        if len(ours) != 1 or not owners or not fits(plain, ours[0].stem):
            return frozenset(), frozenset()
        return frozenset((id(ours[0]),)), frozenset(id(token) for token in owners)

    @cached_property
    def aspects(self) -> frozenset[str]:
        """What both figures are said to be of their things, by whatever words: an area, a price."""
        return aspects.common(self._claim_reach, self.levels.near.tokens, self._dimension)

    @cached_property
    def _worded_aspects(self) -> frozenset[str]:
        """Those of them that the two say in different words: what both say in one word excuses no other."""
        near = self.levels.near.tokens
        ours = [token for token in self._claim_reach if not any(alike(token, other) for other in near)]
        return aspects.common(ours, [token for token in near if not self.is_claimed(token)], self._dimension)

    @cached_property
    def _dimension(self) -> str:
        kind = aspects.dimension(self.claim.quantity)
        return kind if kind == aspects.dimension(self.found.quantity) else ""

    @cached_property
    def _claim_reach(self) -> list[Token]:
        return list(self.claim.tokens(sorted(self.claim.reach)))

    def tells_aspect(self, token: Token) -> bool:
        """Whether a word of the passage only says what both figures are said to be."""
        return bool(self.aspects & aspects.table().of(token, self._dimension))

    def words_aspect(self, token: Token) -> bool:
        """Whether a word of the claim says in its own words what the passage says its figure to be."""
        told = aspects.table().of(token, self._dimension)
        plainly = self.aspects & told and any(alike(token, other) for other in self.levels.near.tokens)
        return bool(plainly or self._worded_aspects & told)

    def is_thing(self, sentence: Sentence, phrase: Phrase) -> bool:
        """Whether a phrase names a thing of its own: no pronoun, no measure, no figure."""
        head = sentence.tokens[phrase.head]
        if head.tag is not Tag.NOUN or points_back(sentence, phrase) or is_measure(head.word):
            return False
        return says(head) and not has_figure(sentence, phrase)

    @cached_property
    def found_points_back(self) -> bool:
        """Whether the passage's subject is a pronoun, or "the company" that stands for something."""
        sentence = self.found.sentence
        return any(is_anaphor(sentence, p) and points_back(sentence, p) for p in self.found.subjects)

    def is_meant(self, phrase: Phrase) -> bool:
        """Whether the claim's "the company" is what the passage's subject, or what that stands for, names."""
        sentence = self.claim.sentence
        head = sentence.tokens[phrase.head]
        if phrase.role != SUBJECT or not is_anaphor(sentence, phrase) or head.tag is not Tag.NOUN:
            return False
        return any(
            says_kind(named, head.stem) or (_is_one_word(named) and fits(named, head.stem))
            for named in self.named_subjects
        )

    @cached_property
    def named_subjects(self) -> list[list[Token]]:
        """The names that the passage's clause is said of, pronouns resolved."""
        sentence, found = self.found.sentence, []
        for phrase in self.found.subjects:
            span = (
                stands_for(sentence, phrase)
                if points_back(sentence, phrase)
                else sentence.tokens[phrase.first : phrase.last + 1]
            )
            if any(token.proper for token in span):
                found.append(list(span))
        return found

    @cached_property
    def same_measure(self) -> bool:
        """Whether both sides name one measure of the vocabulary."""
        ours, theirs = counted(self.claim), counted(self.found)
        return bool(ours.measure) and ours.measure == theirs.measure

    def says_measure(self, frame: Frame, token: Token) -> bool:
        """Whether a word is one of those that say the measure, which both sides have."""
        if not self.same_measure or frame.quantity is None:
            return False
        said = frame.quantity.counted
        narrows = {stem(word) for word in said.modifiers}
        is_head = token.stem in {stem(word) for word in said.head.split()}
        if token.stem in narrows or (is_head and measure_of(token.word) != said.measure):
            return False
        if self.is_beside(frame, token) and measure_of(token.word) != said.measure:
            return False
        words = said.text.lower().split()
        return token.word in words and (
            token.tag is not Tag.NOUN or _is_needed(token.word, words, said.measure)
        )

    def is_beside(self, frame: Frame, token: Token) -> bool:
        """Whether a word stands in the figure's own noun phrase."""
        phrase = frame.phrase
        return phrase is not None and any(token is other for other in frame.sentence.nouns(phrase))

    def counted_nouns(self) -> list[Token]:
        """Return the nouns that say what the passage's figure counts: beside it, of it, or what it is said to be."""
        found, sentence = self.found, self.found.sentence
        if found.phrase is None:
            return []
        if found.token.compound:
            return [
                t for t in sentence.tokens[found.at - 1 : found.at + 2] if t.tag is Tag.NOUN and t.compound
            ]
        nouns = sentence.nouns(found.phrase)
        for phrase in sentence.phrases:
            if phrase.holder is found.phrase and phrase.role == "of":
                nouns += sentence.nouns(phrase)
        own = [token for token in nouns if token is not found.token] or self.complement() or self._summed()
        return own or [sentence.tokens[number] for number in found.nouns] or self._elided()

    def _elided(self) -> list[Token]:
        return [token for token in self.found.elided if token.tag is Tag.NOUN]

    def _summed(self) -> list[Token]:
        """Return what a bare figure is the number of: "the number of protesters at 40,000"."""
        found, sentence = self.found, self.found.sentence
        sums = [p for p in found.phrases if sentence.tokens[p.head].word in _SUMS and p is not found.phrase]
        of = [p for p in sentence.phrases if p.role == "of" and p.holder in sums]
        return [token for phrase in of for token in sentence.nouns(phrase)]

    def inherited_nouns(self) -> list[Token]:
        """Return what a bare figure counts by what the figures before it count, where that is one thing."""
        mine = self.found.quantity
        sentence, stop = self.found.sentence, self.found.at
        if ranks.rank(self.found.token.stem):
            return self._ranked_nouns()
        own = counted(self.found).measure if self.found.phrase and self.found.phrase.role != SUBJECT else ""
        for place in (sentence, *earlier(sentence)):
            heads: list[list[Token]] = []
            for phrase in place.phrases:
                figures = [t for t in place.tokens[phrase.first : phrase.last + 1] if t.tag is Tag.VALUE]
                inside = place is not sentence or phrase.last < stop
                if inside and self._counts_otherwise(place, phrase, own):
                    continue
                if inside and mine and any(t.quantity and t.quantity.unit == mine.unit for t in figures):
                    if self._by_the_same_verb(place, phrase):
                        return _things(place, phrase)
                    heads += [nouns] if (nouns := _things(place, phrase)) else []
            if heads:
                one = all(any(alike(a, b) for a in heads[0] for b in other) for other in heads)
                return heads[0] if one else []
        return []

    def _counts_otherwise(self, place: Sentence, phrase: Phrase, own: str) -> bool:
        """Whether another figure is of another measure than this one ("hire 400 engineers; it employs 1,300")."""
        verb = phrase.clause.verb
        known = measure_of(place.tokens[verb].word) if verb is not None else ""
        return bool(own and known and own != known)

    def _by_the_same_verb(self, place: Sentence, phrase: Phrase) -> bool:
        """Whether another figure is governed by the same verb: "Airbus delivered 735 aircraft. Boeing delivered 528." """
        mine, verb = self.found.verb, phrase.clause.verb
        if mine is None or mine.tag is not Tag.VERB or verb is None or phrase.clause is self.found.clause:
            return False
        return (
            place.tokens[verb].tag is Tag.VERB and alike(mine, place.tokens[verb]) and phrase.role == OBJECT
        )

    def _ranked_nouns(self) -> list[Token]:
        """Return what the rank before ranks, for one without a noun: "its largest lake and its shallowest"."""
        sentence, stop = self.found.sentence, self.found.at
        for phrase in reversed(sentence.phrases):
            nouns = sentence.nouns(phrase)
            things = [token for token in nouns if not ranks.rank(token.stem)]
            if phrase.last < stop and things and len(things) < len(nouns):
                return things
        return []

    def complement(self) -> list[Token]:
        """Return what a figure in subject place is said to be: "35 were children"."""
        found, sentence = self.found, self.found.sentence
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

    @cached_property
    def claim_has_subject(self) -> bool:
        """Whether somebody or something is said to do or have what the claim counts."""
        sentence = self.claim.sentence
        subjects = (phrase for phrase in self.claim.subjects if phrase is not self.claim.phrase)
        return any(self.is_thing(sentence, phrase) for phrase in subjects)


def _is_one_word(named: list[Token]) -> bool:
    return sum(token.tag is Tag.NOUN for token in named) == 1


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
    said, sentence = quantity.counted, frame.sentence
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
        measure = _measure_in(text)
        said = replace(said, measure=measure, text=text) if measure else said
    if said.measure == "sales" and len(quantity.unit) == 3 and quantity.unit.isupper():
        said = replace(said, measure="revenue")
    if said.measure == "watched" and any(word in said.text.lower() for word in ("spectator", "fan", "crowd")):
        said = replace(said, measure="attended")
    return said


def _is_needed(word: str, words: list[str], measure: str) -> bool:
    """Whether a noun is one of those that name the measure: "policy" of "policy rate", but not "house" of "house prices"."""
    if measure_of(word) == measure:
        return True
    return _measure_in(" ".join(other for other in words if other != word)) != measure


@lru_cache(maxsize=2048)
def _measure_in(text: str) -> str:
    return read_counted(text).measure


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
