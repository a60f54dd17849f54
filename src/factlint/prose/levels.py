"""The scopes of a figure in which a claim's words are looked for, the nearest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from factlint.prose.clauses import Clause, Kind
from factlint.prose.context import points_back, stands_for
from factlint.prose.frames import PLACING, Frame
from factlint.prose.phrases import Phrase
from factlint.prose.pointing import earlier, owned_by_pronoun, starts_anew
from factlint.prose.sentence import Sentence
from factlint.prose.things import has_figure
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue


@dataclass(frozen=True, slots=True)
class Level:
    """One scope: its words, those of what its pronouns stand for, and its noun phrases.

    resolved: the words that each of its pronouns and "the company" stands for
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    resolved: tuple[tuple[Token, ...], ...] = ()

    @property
    def groups(self) -> Iterator[list[Token]]:
        """The nouns of each phrase, and of each thing that a pronoun stands for."""
        yield from (self.sentence.nouns(phrase) for phrase in self.phrases)
        yield from ([token for token in span if token.tag is Tag.NOUN] for span in self.resolved)

    def dates_but(self, own: Iterable[Token]) -> list[DateValue]:
        """Return the dates in the scope, without those of the figure's own stretch: those only say what it is compared with."""
        apart = {id(token) for token in own}
        values = (token.reading.value for token in self.tokens if token.reading and id(token) not in apart)
        return [value for value in values if isinstance(value, DateValue)]


_COMPARED = frozenset(("compared", "up", "down", "against", "versus"))


def leads(sentence: Sentence, clause: Clause) -> list[int]:
    """Return what a clause says before its first figure, or all of it where it has none."""
    first = next((at for at in clause.members if sentence.tokens[at].tag is Tag.VALUE), None)
    phrase = sentence.phrase_at(first) if first is not None else None
    stop = phrase.first if phrase else first
    compared = clause.kind is Kind.PARTICIPLE and sentence.tokens[clause.members[0]].word in _COMPARED
    when = {at for at in clause.members if sentence.tokens[at].tag is Tag.DATE and not compared}
    where = {
        at
        for phrase in sentence.of(clause)
        if phrase.role in PLACING and not has_figure(sentence, phrase)
        for at in range(phrase.first, phrase.last + 1)
    }
    apart = {at for at in clause.members if compared and sentence.tokens[at].tag is Tag.DATE}
    told = [at for at in clause.members if stop is None or at < stop or at in when or at in where]
    return [at for at in told if at not in apart]


class Levels:
    """The scopes of one figure: its stretch, what it shares, the rest of its sentence, what stands before, the heading."""

    def __init__(self, found: Frame) -> None:
        self.found = found

    @cached_property
    def all(self) -> list[Level]:
        """Every scope, the nearest first."""
        sentence = self.found.sentence
        levels = [self._level(sentence, frozenset(self.found.own)), self.near, self.rest]
        if not starts_anew(sentence):
            for place in earlier(sentence):
                levels.append(self._level(place, frozenset(range(len(place.tokens)))))
                if starts_anew(place):
                    return levels
        if sentence.heading is not None:
            levels.append(self._level(sentence.heading, frozenset(range(len(sentence.heading.tokens)))))
        return levels

    @cached_property
    def near(self) -> Level:
        """What the figure's own stretch says and what it shares."""
        level = self._level(self.found.sentence, self.found.reach)
        return replace(level, tokens=(*level.tokens, *self.found.elided))

    @cached_property
    def rest(self) -> Level:
        """The other clauses of the sentence, without what belongs to their own figures."""
        sentence = self.found.sentence
        if self.found.whole:
            return self._level(sentence, frozenset())
        others = (clause for clause in sentence.clauses if clause is not self.found.clause)
        clauses = (clause for clause in others if clause.kind is not Kind.PART)
        numbers = frozenset(at for clause in clauses for at in leads(sentence, clause)) - self.found.reach
        return self._level(sentence, numbers - self._of_later)

    @property
    def _of_later(self) -> frozenset[int]:
        """When and where later main clauses say that their own figures are: "…; in its best year, 2018, it carried 710,000"."""
        sentence, found = self.found.sentence, self.found
        if found.quantity is None:
            return frozenset()
        later = [
            clause
            for clause in sentence.clauses
            if clause.kind in (Kind.MAIN, Kind.SUBORDINATE, Kind.GAPPED)
            and min(clause.members) > found.at
            and any(sentence.tokens[at].tag is Tag.VALUE for at in clause.members)
        ]
        places = [p for clause in later for p in sentence.of(clause) if p.role in PLACING]
        when = {at for clause in later for at in clause.members if sentence.tokens[at].tag is Tag.DATE}
        return frozenset(when | {at for p in places for at in range(p.first, p.last + 1)})

    @cached_property
    def tokens(self) -> list[Token]:
        """The words of all scopes."""
        return [token for level in self.all for token in level.tokens]

    @cached_property
    def context(self) -> list[Level]:
        """The scopes beyond what is said with the figure."""
        return self.all[2:]

    def _level(self, sentence: Sentence, numbers: frozenset[int]) -> Level:
        tokens = [sentence.tokens[at] for at in sorted(numbers)]
        phrases = [phrase for phrase in sentence.phrases if phrase.head in numbers]
        resolved = []
        if sentence is self.found.sentence:
            for phrase in phrases:
                if points_back(sentence, phrase) or owned_by_pronoun(sentence, phrase):
                    resolved.append(tuple(stands_for(sentence, phrase)))
        tokens += [token for span in resolved for token in span]
        return Level(sentence, tuple(tokens), tuple(phrases), tuple(resolved))
