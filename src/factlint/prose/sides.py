"""A claim's figure beside a passage's, and what the questions about the two have in common."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from factlint.prose import aspects, telling
from factlint.prose.context import points_back, stands_for
from factlint.prose.counting import counted, measure_in
from factlint.prose.deeds import Deeds
from factlint.prose.examples import examples_behind
from factlint.prose.frames import Frame
from factlint.prose.levels import Levels
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.pointing import earlier, is_anaphor
from factlint.prose.sentence import Sentence
from factlint.prose.things import fits, has_figure, says_kind
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, is_measure, measure_of, says

_SPENDING = frozenset(map(stem, ("cost", "take", "last")))
_MAKING = frozenset(map(stem, ("construction", "building", "work")))


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
        named = any(alike(token, other) for other in self._claim_tokens)
        told = named or id(token) in self._owners[1] or self.is_kind(token) or self._is_parted(token)
        return told or any(
            self.deeds.same(other, token) or self.deeds.does(other, token) or self.deeds.does(token, other)
            for other in self._claim_tokens
        )

    @cached_property
    def examples(self) -> frozenset[int]:
        """The passage's words for some of what its figure is of."""
        return examples_behind(self.found) if self.claim.quantity is not None else frozenset()

    @cached_property
    def deeds(self) -> Deeds:
        """Which verbs of the two say the same of what they are said of."""
        return Deeds(self.claim, self.levels)

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
        if token.stem == "pric" and self._dimension == "money" and self._tells_price:
            return True
        told = aspects.table().of(token, self._dimension)
        plainly = self.aspects & told and any(alike(token, other) for other in self.levels.near.tokens)
        return bool(plainly or self._worded_aspects & told)

    def _is_parted(self, token: Token) -> bool:
        """Whether a verb of the passage is a phrasal one of the claim whose particle stands apart."""
        if token.tag is not Tag.VERB:
            return False
        whole = [
            other.stem.split("_") for other in self._claim_tokens if other.stem.startswith(f"{token.stem}_")
        ]
        words = {other.stem for other in self.found.sentence.tokens}
        return any(all(part in words for part in rest if part != "of") for _, *rest in whole)

    def calls_by_kind(self, token: Token, other: Token) -> bool:
        """Whether a word of the passage only says of what kind something is that the claim and the passage have named."""
        kinds = lexicon().broader.get(token.stem, frozenset())
        if other.stem not in kinds and not any(part in kinds for part in other.stem.split("_")):
            return False
        before = [t for t in self.found.sentence.tokens if t.end < self.found.token.start]
        before += [t for place in earlier(self.found.sentence) for t in place.tokens]
        return any(alike(other, told) for told in before)

    def is_kind(self, token: Token) -> bool:
        """Whether a word of the passage calls something by its kind that the claim names."""
        return token.stem in lexicon().broader and any(
            self.calls_by_kind(token, other) for other in self._claim_tokens
        )

    def is_natural(self, token: Token) -> bool:
        """Whether a verb of the claim only says that there was what it counts: "84 millimetres of rain fell"."""
        if token.tag is not Tag.VERB:
            return False
        return any((other.stem, token.stem) in lexicon().natural for other in self._claim_tokens)

    def is_making(self, token: Token) -> bool:
        """Whether a word of the passage only says that a thing was made, of what that cost or how long it took."""
        verb = self.claim.verb
        spent = verb is not None and verb.stem in _SPENDING
        return (
            spent and token.stem in _MAKING and any(alike(verb, other) for other in self.found.verbs if verb)
        )

    @property
    def _tells_price(self) -> bool:
        """Whether the passage says that a thing itself went up or down to so much, or costs it."""
        verb, sentence = self.found.verb, self.found.sentence
        moved = verb is not None and (verb.stem in lexicon().directions or verb.stem in lexicon().paying)
        return moved and not any(is_measure(sentence.tokens[p.head].word) for p in self.found.subjects)

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
        return all(part in words for part in token.word.split()) and (
            token.tag is not Tag.NOUN or _is_needed(token.word, words, said.measure)
        )

    def is_beside(self, frame: Frame, token: Token) -> bool:
        """Whether a word stands in the figure's own noun phrase."""
        phrase = frame.phrase
        return phrase is not None and any(token is other for other in frame.sentence.nouns(phrase))

    @cached_property
    def claim_has_subject(self) -> bool:
        """Whether somebody or something is said to do or have what the claim counts."""
        sentence = self.claim.sentence
        subjects = (phrase for phrase in self.claim.subjects if phrase is not self.claim.phrase)
        return any(self.is_thing(sentence, phrase) for phrase in subjects)


def _is_one_word(named: list[Token]) -> bool:
    return sum(token.tag is Tag.NOUN for token in named) == 1


def _is_needed(word: str, words: list[str], measure: str) -> bool:
    """Whether a noun is one of those that name the measure: "policy" of "policy rate", but not "house" of "house prices"."""
    if measure_of(word) == measure:
        return True
    return measure_in(" ".join(other for other in words if other != word)) != measure
