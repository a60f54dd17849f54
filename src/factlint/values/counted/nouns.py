"""Noun phrases: the head noun, what narrows it, and the measure that the phrase itself may name."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.values.counted.measures import Part, Term, Vocabulary
from factlint.values.countries import country_of_demonym
from factlint.values.function_words import CHANGES, SAYING
from factlint.values.grammar import is_adverb, is_plural, is_stop, singular

_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase of words ``first`` to ``last`` (excluded) and what it says is counted.

    ``measure`` is set where the phrase itself names it; ``firm`` when it does so as an event
    ("civilian deaths", "displaced people") rather than as a thing ("votes") that a verb may overrule.
    """

    first: int
    last: int
    head: str = ""
    modifiers: tuple[str, ...] = ()
    measure: str = ""
    firm: bool = False


def noun_phrase(words: list[str], at: int, vocabulary: Vocabulary) -> NounPhrase | None:
    """Read the noun phrase whose first word stands at ``at``; ``None`` when there is none."""
    return _NounPhraseReader(words, at, vocabulary).read()


class _NounPhraseReader:
    """Collects the words of one noun phrase; lives for one call."""

    def __init__(self, words: list[str], at: int, vocabulary: Vocabulary) -> None:
        self.words, self.vocabulary, self.first, self.at = words, vocabulary, at, at
        self.loose: list[str] = []  # words that narrow what comes later
        self.head = self.measure = ""
        self.firm = self.done = False

    def read(self) -> NounPhrase | None:
        limit = min(len(self.words), self.first + _MOST_WORDS)
        while self.at < limit and self._take():
            pass
        if self.at == self.first:
            return None
        if not self.head and not self.measure and self.loose:
            self._close_with_last_word()
        if not (self.head or self.measure or self.loose):
            return None
        self._name_people()
        return NounPhrase(self.first, self.at, self.head, tuple(self.loose), self.measure, self.firm)

    def _take(self) -> bool:
        word = self.words[self.at]
        if is_stop(word) or word in SAYING:
            return False
        term = self.vocabulary.term_at(self.words, self.at)
        if term and not term[0].part & Part.NOMINAL and not self._bare_as_noun(term):
            return self._take_participle(term)
        head = self.vocabulary.head_at(self.words, self.at)
        if term and (not head or term[1] >= head[1]) and not self._is_verb_here(term):
            return self._take_nominal(*term)
        if head:
            return self._take_head(*head)
        return self._take_word(word)

    def _bare_as_noun(self, term: tuple[Term, int]) -> bool:
        """Whether "work" is a noun here ("work permits", "lives") and not a verb ("4,000 work there")."""
        if self.done or not term[0].part & Part.BASE:
            return False
        return self.words[self.at].endswith("s") or self._noun_follows(self.at + term[1])

    def _is_verb_here(self, term: tuple[Term, int]) -> bool:
        return not term[0].part & Part.NOMINAL or (self.done and bool(term[0].part & Part.BASE))

    def _noun_follows(self, at: int) -> bool:
        if at >= len(self.words) or is_stop(self.words[at]) or self.words[at] in CHANGES:
            return False
        term = self.vocabulary.term_at(self.words, at)
        return (term is None or bool(term[0].part & Part.NOMINAL)) and not is_adverb(self.words[at])

    def _take_participle(self, term: tuple[Term, int]) -> bool:
        """Take "displaced" of "displaced people"; a participle with no noun behind it ends the phrase."""
        if self.done or not self._noun_follows(self.at + term[1]):
            return False
        self.measure, self.firm = term[0].measure, True
        self.at += term[1]
        return True

    def _take_nominal(self, term: Term, size: int) -> bool:
        last = self.words[self.at + size - 1]
        if not is_plural(last) and self._noun_follows(self.at + size):
            return self._take_word(self.words[self.at])
        if self.done and not (self.head and term.part & Part.NOUN):
            return False
        if term.part & Part.NOUN:
            self.measure, self.firm = term.measure, True
        else:
            self._take_thing(term, size)
        self.at += size
        self.done = True
        return True

    def _take_thing(self, term: Term, size: int) -> None:
        known = self.vocabulary.head_at(self.words, self.at)
        whole = " ".join(self.words[self.at : self.at + size])
        self._push_head(known[0] if known and known[1] == size else singular(whole))
        if not self.firm:
            self.measure = term.measure

    def _take_head(self, head: str, size: int) -> bool:
        last = self.words[self.at + size - 1]
        if self.done and not is_plural(last):
            return False
        self._push_head(head)
        self.at += size
        self.done = is_plural(last) or not self._noun_follows(self.at)
        return True

    def _push_head(self, head: str) -> None:
        if self.head:
            self.loose.append(self.head)
        self.head = head

    def _take_word(self, word: str) -> bool:
        if self.done or (word in CHANGES and self.at > self.first):
            return False
        if self.head:
            self.loose.append(self.head)
            self.head = ""
        if not is_adverb(word):
            self.loose.append(_bare(word))
        self.at += 1
        self.done = is_plural(word) and not self._known_follows()
        return True

    def _known_follows(self) -> bool:
        return self.at < len(self.words) and self.vocabulary.head_at(self.words, self.at) is not None

    def _close_with_last_word(self) -> None:
        if self.loose[-1].endswith("ed") and len(self.loose[-1]) > 4 and not self.done:
            self.loose.pop()  # "land burned": a verb that the vocabulary lacks
            self.at -= 1
        self.head = singular(self.loose.pop()) if self.loose else ""

    def _name_people(self) -> None:
        """Take "Ukrainians" for Ukrainian people, and "north", "korean" for one modifier."""
        if len(self.loose) > 1 and country_of_demonym(f"{self.loose[-2]} {self.loose[-1]}"):
            self.loose[-2:] = [" ".join(self.loose[-2:])]
        if not self.head or self.head in self.vocabulary.head_parts:
            return
        pair = " ".join([*self.loose[-1:], self.head])
        for nation in (pair, self.head):
            if country_of_demonym(nation):
                self.loose[len(self.loose) - (nation.count(" ")) :] = [nation]
                self.head = "person"
                return


def _bare(word: str) -> str:
    return word.removesuffix("'s").rstrip("'")
