"""Predicates: what verbs, participles and states say of the things counted before or after them."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.values.counted.measures import Part, Term, Vocabulary
from factlint.values.function_words import (
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUALIFIERS,
)
from factlint.values.grammar import DATE, NUMBER, is_adverb, is_stop

_REACH = 16  # words that a predicate may stand away from its noun
_LIGHT = frozenset({"went", "go", "left", "remain", "remained", "remains", "became", "stay", "feared"})
_RELATIVES = frozenset({"who", "that", "which"})
_ENDS = frozenset({";", ":", "?", "!", "("})
_COLONS = frozenset({":", "=", "|"})
_PARTS = frozenset({"among", "including", "included", "most", "mostly", "of", "many", "some"})
_SAID = frozenset({"either", "both", "found", "confirmed", "reported", "believed", DATE})
_HEDGING_PAIRS = frozenset({("up", "to"), ("total", "of"), ("excess", "of"), ("to", "up")})
_JOINS = CONJUNCTIONS | {"/"}
_HEDGES = QUALIFIERS - {"to", "by", "of"}
_WHOLE = (PRONOUNS - {"who", "whom", "whose", "which", "what"}) | DETERMINERS


@dataclass(frozen=True, slots=True)
class Predicate:
    """A measure said by verbs or participles in words ``first`` to ``last`` (excluded).

    ``main`` is false for a bare participle or a relative clause: a main verb before the number overrules it.
    """

    first: int
    last: int
    measure: str
    main: bool = False


def joint(words: list[str], at: int, vocabulary: Vocabulary) -> Predicate | None:
    """Read the measure at word ``at`` with those joined to it: "killed or wounded", "dead, hurt or missing".

    A member that a number follows ("killed 34 and wounded 120") belongs to that number, so it isn't joined.
    """
    term = vocabulary.term_at(words, at)
    if term is None:
        return None
    measures, end = [term[0].measure], at + term[1]
    pending: list[str] = []
    reach = end
    while True:
        member = _next_member(words, reach, vocabulary)
        if member is None:
            break
        conjunction, measure, reach = member
        pending.append(measure)
        if conjunction == "or" or (conjunction == "and" and vocabulary.exclusive([*measures, *pending])):
            measures, end, pending = [*measures, *pending], reach, []
        if conjunction == "and":
            break
    return Predicate(at, end, vocabulary.joint(measures))


def _next_member(words: list[str], at: int, vocabulary: Vocabulary) -> tuple[str, str, int] | None:
    conjunction = ""
    while at < len(words) and words[at] in {",", "/", "or", "and"}:
        conjunction = words[at] if words[at] in {"or", "and"} else conjunction or ","
        at += 1
    while at < len(words) and is_adverb(words[at]):
        at += 1
    if not conjunction or at >= len(words):
        return None
    term = vocabulary.term_at(words, at)
    if term is None or number_follows(words, at + term[1]):
        return None
    return conjunction, term[0].measure, at + term[1]


def number_follows(words: list[str], at: int) -> bool:
    """Whether a number stands at ``at``, words like "at least" or "another" aside."""
    stop = min(len(words), at + 5)
    while at < stop and words[at] in QUALIFIERS:
        at += 1
    return at < stop and words[at] == NUMBER


def predicate(words: list[str], at: int, vocabulary: Vocabulary) -> Predicate | None:
    """Find the measure that is said of the noun phrase ending at ``at``: "… have been killed or wounded".

    Auxiliaries, adverbs, relative pronouns, prepositional phrases and asides may stand between; an aside that
    names a part ("among them two children") may hold a number of its own. A verb that has its own object
    ("34 soldiers killed 12 civilians") says nothing about its subject.
    """
    return _PredicateSearch(words, at, vocabulary).run()


class _PredicateSearch:
    """Walks right from a noun phrase; lives for one call."""

    def __init__(self, words: list[str], at: int, vocabulary: Vocabulary) -> None:
        self.words, self.first, self.vocabulary = words, at, vocabulary
        self.phrase = self.passive = self.relative = (
            False  # inside a prepositional phrase; after an auxiliary …
        )
        self.opened = False  # right after a preposition
        self.aside = self.part = ""  # inside an aside; inside one that names a part

    def run(self) -> Predicate | None:
        for i in range(self.first, min(len(self.words), self.first + _REACH)):
            found = None if self.part else _verb_at(self.words, i, self.vocabulary)
            if found and not ((self.phrase or self.aside) and found[0].part & Part.BASE):
                return self._judge(i, *found)
            if not self._pass(self.words[i]):
                return None
        return None

    def _pass(self, word: str) -> bool:
        """Step over one word; ``False`` ends the search."""
        if word in _ENDS or (word in BREAKS and not self.part):
            return False
        if word == ",":
            self.aside, self.part = ("" if self.aside else ","), ""
            return True
        if word in _PARTS and (self.aside or word == "including"):
            self.part = word
            return True
        if self.part:
            return self._pass_part(word)
        return self._pass_plain(word)

    def _pass_part(self, word: str) -> bool:
        if not self.aside and word in AUXILIARIES:  # "including nine soldiers were kidnapped"
            self.part, self.passive = "", True
        return True

    def _pass_plain(self, word: str) -> bool:
        if word == NUMBER and self.opened:
            self.opened = False  # "34 people in 12 villages were killed"
            return True
        if word in {NUMBER, "and"}:
            return False
        self.opened = word in PREPOSITIONS
        if word in AUXILIARIES or word in _LIGHT or word in _RELATIVES:
            self.phrase, self.passive = False, self.passive or word in AUXILIARIES
            self.relative = self.relative or word in _RELATIVES
        elif word in PREPOSITIONS:
            self.phrase = True
        elif not (self.phrase or self.aside or word == "." or is_adverb(word)):
            return word in _SAID
        return True

    def _judge(self, at: int, term: Term, size: int) -> Predicate | None:
        end = at + size
        if term.part & Part.ACTIVE and self.words[end : end + 1] == ["by"] and not self.passive:
            return None  # "troops, joined by dignitaries"
        transitive = term.part & (Part.PASSIVE | Part.ACTIVE | Part.STATE) == Part.PASSIVE
        if transitive and not self.passive and self._object_follows(end):
            return None
        state = _verb_at(self.words, end, self.vocabulary) if end < len(self.words) else None
        if state and term.part & Part.ACTIVE and state[0].part == Part.STATE:
            at = end  # "live in poverty"
        found = joint(self.words, at, self.vocabulary)
        main = not self.relative and (self.passive or bool(term.part & Part.ACTIVE))
        return Predicate(found.first, found.last, found.measure, main) if found else None

    def _object_follows(self, end: int) -> bool:
        return number_follows(self.words, end) or (end < len(self.words) and self.words[end] in _WHOLE)


def _verb_at(words: list[str], at: int, vocabulary: Vocabulary) -> tuple[Term, int] | None:
    term = vocabulary.term_at(words, at)
    return term if term and term[0].part & Part.VERB else None


def verb_before(words: list[str], vocabulary: Vocabulary, gap: int = 0) -> Predicate | None:
    """Find the verb whose object comes right after the last word: "killed at least", "attended by"."""
    end = len(words)
    while end and (words[end - 1] in _HEDGES or _is_hedge(words, end)):
        end -= 1
    if end and words[end - 1] in _COLONS:
        return _ending_at(words, end - 1, Part.VERB, vocabulary)  # "Killed: 51"
    if end > 1 and words[end - 1] == "by":
        return _ending_at(words, end - 1, Part.ACTIVE, vocabulary)
    found = _ending_at(words, end, Part.PASSIVE, vocabulary)
    while (
        found is None and gap and end > 1 and (not is_stop(words[end - 1]) or words[end - 1] in DETERMINERS)
    ):
        end, gap = end - 1, gap - 1  # "fined the bank"
        found = _ending_at(words, end, Part.PASSIVE, vocabulary)
    return found


def _is_hedge(words: list[str], end: int) -> bool:
    return end > 1 and (words[end - 2], words[end - 1]) in _HEDGING_PAIRS


def _ending_at(words: list[str], end: int, part: int, vocabulary: Vocabulary) -> Predicate | None:
    start = _start_of_term(words, end, part, vocabulary)
    if start is None:
        return None
    for _ in range(2):
        if start < 2 or words[start - 1] not in _JOINS:
            break
        earlier = _start_of_term(words, start - 1, part, vocabulary)
        both = None if earlier is None else joint(words[:end], earlier, vocabulary)
        if earlier is None or both is None or both.last != end:
            break
        start = earlier
    found = joint(words[:end], start, vocabulary)
    return found if found and found.last == end else None


def _start_of_term(words: list[str], end: int, part: int, vocabulary: Vocabulary) -> int | None:
    if end and words[end - 1] not in vocabulary.ends:
        return None
    for start in range(end - 1, max(-1, end - 4), -1):
        term = vocabulary.term_at(words, start)
        if term and start + term[1] == end and term[0].part & part:
            return start
    return None
