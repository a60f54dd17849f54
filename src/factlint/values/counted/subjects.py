"""The subject that a number is said of from the left: "the death toll rose to 51", "revenue of $3bn"."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.values.counted.measures import Part, Term, Vocabulary
from factlint.values.counted.nouns import noun_phrase
from factlint.values.counted.predicates import joint
from factlint.values.function_words import AUXILIARIES, BREAKS, CHANGES, DETERMINERS, PREPOSITIONS, PRONOUNS
from factlint.values.grammar import DATE, NUMBER, is_adverb, is_stop

_REACH = 16
_TIGHT = frozenset({"of", "at", ":", "(", "=", "|", "from", "to", "by", "in", "averaging"})
_RELATIVES = frozenset({"which", "that", "who"})
_ENDS = frozenset({";", "!", "?"})
SUMS = frozenset({"number", "numbers", "count", "total", "tally", "share", "proportion", "percentage"})


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands left of a number as its subject, in words ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    measure: str
    head: str = ""
    modifiers: tuple[str, ...] = ()
    firm: bool = True  # an event or sum, not just the things counted


def subject(words: list[str], vocabulary: Vocabulary) -> Subject | None:
    """Find the measure noun, or the "number of X", that a number after the last word is said of.

    A verb of change or being must link them ("rose to", "was", "stood at"), or a word like "of" that
    follows the noun directly. The search ends at a pronoun, a subordinate clause or another number's clause.
    """
    return _SubjectSearch(words, vocabulary).run()


class _SubjectSearch:
    """Walks left from the number; lives for one call."""

    def __init__(self, words: list[str], vocabulary: Vocabulary) -> None:
        self.words, self.vocabulary = words, vocabulary
        self.linked = self.tight = self.closed = False
        self.unknown = 0

    def run(self) -> Subject | None:
        last = len(self.words)
        for end in range(last, max(0, last - _REACH), -1):
            near = self.linked or self.tight or end == last
            found = self._read(end) if near and not self.unknown else None
            if found:
                return found
            if not self._pass(self.words[end - 1]):
                return None
        return None

    def _read(self, end: int) -> Subject | None:
        touching = end == len(self.words)
        if self.words[end - 1] in SUMS and self.words[end : end + 1] == ["of"]:
            return _sum_of(self.words, end - 1, self.vocabulary)
        if self.words[end - 1] == "numbers" and end > 1:
            return _numbers(self.words, end, self.vocabulary)
        start = _term_ending(self.words, end, self.vocabulary)
        if start is None or (not self.tight and not touching and _is_inside_phrase(self.words, start)):
            return None
        return _owned(self.words, start, end, self.vocabulary)

    def _pass(self, word: str) -> bool:
        """Step over one word; ``False`` ends the search."""
        if word == NUMBER:
            passed, self.closed = not self.closed, True
            return passed
        if word in _ENDS or word in BREAKS or (word in PRONOUNS and word not in _RELATIVES):
            return False
        if word in CHANGES or word in AUXILIARIES:
            self.linked, self.tight, self.unknown = True, False, 0
        elif word in _TIGHT and not self.unknown:
            self.tight = True
        elif word in PREPOSITIONS:
            self.unknown = 0
        elif word in {",", "and"}:
            self.closed = True
        elif not (word in {DATE, "."} or word in DETERMINERS or word in _RELATIVES or is_adverb(word)):
            self.unknown, self.tight = self.unknown + 1, False
        return self.unknown < 5


def _term_ending(words: list[str], end: int, vocabulary: Vocabulary) -> int | None:
    if words[end - 1] not in vocabulary.ends:
        return None
    best = None
    for start in range(end - 1, max(-1, end - 5), -1):
        term = vocabulary.term_at(words, start)
        if term and start + term[1] == end and _may_be_subject(term[0]):
            best = start
    return best


def _is_inside_phrase(words: list[str], start: int) -> bool:
    """Whether a preposition governs the noun ("toll from the attack"), "number of deaths" apart."""
    at = start - 1
    while at >= 0 and at > start - 4 and not is_stop(words[at]):
        at -= 1
    while at >= 0 and words[at] in DETERMINERS:
        at -= 1
    return at >= 0 and words[at] in PREPOSITIONS and not (words[at] == "of" and words[at - 1] in SUMS)


def _may_be_subject(term: Term) -> bool:
    return bool(term.part & Part.NOMINAL)


def _owned(words: list[str], start: int, end: int, vocabulary: Vocabulary) -> Subject | None:
    """Add whom the noun belongs to: "civilian death toll", "deaths among children"."""
    first = start
    while first > max(0, start - 3) and _may_modify(words[first - 1]):
        first -= 1
    phrase = noun_phrase(words[:end], first, vocabulary)
    if phrase is None or phrase.last != end or not phrase.measure:
        found = joint(words[:end], start, vocabulary)
        return Subject(start, end, found.measure) if found else None
    return Subject(first, end, phrase.measure, phrase.head, phrase.modifiers, phrase.firm)


def _may_modify(word: str) -> bool:
    return not is_stop(word) and word not in CHANGES and not word.endswith("ed")


def _numbers(words: list[str], end: int, vocabulary: Vocabulary) -> Subject | None:
    """Read "student numbers"."""
    phrase = noun_phrase(words[: end - 1], end - 2, vocabulary)
    return Subject(end - 2, end, phrase.measure, phrase.head, firm=False) if phrase else None


def _sum_of(words: list[str], at: int, vocabulary: Vocabulary) -> Subject | None:
    """Read "number of people killed or wounded"."""
    start = at + 2
    while start < len(words) and words[start] in DETERMINERS:
        start += 1
    phrase = noun_phrase(words, start, vocabulary) if start < len(words) else None
    if phrase is None:
        found = joint(words, start, vocabulary) if start < len(words) else None
        return Subject(at, found.last, found.measure) if found else None
    said = joint(words, phrase.last, vocabulary) if phrase.last < len(words) else None
    measure = said.measure if said else phrase.measure
    return Subject(at, said.last if said else phrase.last, measure, phrase.head, phrase.modifiers)
