"""Noun phrases and predicates around a number: the parts that ``counted`` and a prose reader put together.

All functions take ``Words`` and a position in them, look at a bounded number of words, and return what
they found with the words it took. They know the vocabulary, not the number.
"""

from __future__ import annotations

from dataclasses import dataclass

from factlint.values.counted.measures import Part, Term, Vocabulary
from factlint.values.function_words import (
    AUXILIARIES,
    BREAKS,
    CHANGES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUALIFIERS,
)
from factlint.values.grammar import DATE, NUMBER, is_adverb, is_plural, is_stop, singular

_LIGHT = frozenset(
    {"who", "that", "which", "went", "go", "left", "remain", "remained", "remains", "became", "stay"}
)
_REACH = 12  # words that a predicate may stand away from its noun


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


@dataclass(frozen=True, slots=True)
class Predicate:
    """A measure said by verbs or participles in words ``first`` to ``last`` (excluded)."""

    first: int
    last: int
    measure: str


def noun_phrase(words: list[str], at: int, vocabulary: Vocabulary) -> NounPhrase | None:
    """Read the noun phrase whose first word stands at ``at``; ``None`` when there is none."""
    reader = _NounPhraseReader(words, at, vocabulary)
    return reader.read()


class _NounPhraseReader:
    """Collects the words of one noun phrase; lives for one call."""

    def __init__(self, words: list[str], at: int, vocabulary: Vocabulary) -> None:
        self.words, self.vocabulary, self.first, self.at = words, vocabulary, at, at
        self.loose: list[str] = []  # words that narrow what comes later
        self.head = self.measure = ""
        self.firm = self.done = False

    def read(self) -> NounPhrase | None:
        limit = min(len(self.words), self.first + 8)
        while self.at < limit and self._take():
            pass
        if self.at == self.first:
            return None
        if not self.head and not self.measure and self.loose:
            self._close_with_last_word()
        if not (self.head or self.measure or self.loose):
            return None
        return NounPhrase(self.first, self.at, self.head, tuple(self.loose), self.measure, self.firm)

    def _take(self) -> bool:
        word = self.words[self.at]
        if is_stop(word):
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
        return bool(term[0].part & Part.BASE) and not self.done

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
        noun = (
            known[0]
            if known and known[1] == size
            else singular(" ".join(self.words[self.at : self.at + size]))
        )
        self._push_head(noun)
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


def _bare(word: str) -> str:
    return word.removesuffix("'s").rstrip("'")


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

    Auxiliaries, adverbs, relative pronouns, prepositional phrases and one pair of commas may stand between.
    A verb that has its own object ("34 soldiers killed 12 civilians") says nothing about its subject.
    """
    inside, passive = False, False
    for i in range(at, min(len(words), at + _REACH)):
        word = words[i]
        found = _verb_at(words, i, vocabulary)
        if found and not (inside and found[0].part & Part.BASE):
            return _judge(words, i, found, passive, vocabulary)
        if word == NUMBER or word in BREAKS or word in {";", ":", ".", "?", "!", "(", "and", "but"}:
            return None
        if word == ",":
            inside = not inside
        elif word in AUXILIARIES or word in _LIGHT:
            inside, passive = False, passive or word in AUXILIARIES
        elif word in PREPOSITIONS:
            inside = True
        elif (
            not inside and not is_adverb(word) and word not in {"either", "both", "found", "confirmed", DATE}
        ):
            return None
    return None


def _verb_at(words: list[str], at: int, vocabulary: Vocabulary) -> tuple[Term, int] | None:
    term = vocabulary.term_at(words, at)
    return term if term and term[0].part & Part.VERB else None


def _judge(
    words: list[str], at: int, found: tuple[Term, int], passive: bool, vocabulary: Vocabulary
) -> Predicate | None:
    term, size = found
    if words[at + size : at + size + 1] == ["by"] and term.part & Part.ACTIVE and not passive:
        return None  # "troops, joined by dignitaries"
    if term.part & Part.PASSIVE and not term.part & (Part.ACTIVE | Part.STATE) and not passive:
        end = at + size
        if number_follows(words, end) or (end < len(words) and _opens_object(words[end])):
            return None
    state = _verb_at(words, at + size, vocabulary) if at + size < len(words) else None
    if state and term.part & Part.ACTIVE and state[0].part is Part.STATE:
        return joint(words, at + size, vocabulary)  # "live in poverty"
    return joint(words, at, vocabulary)


def _opens_object(word: str) -> bool:
    return word in DETERMINERS or word in PRONOUNS - {"who", "whom", "whose", "which", "what"}


def verb_before(words: list[str], vocabulary: Vocabulary, gap: int = 0) -> Predicate | None:
    """Find the verb whose object comes right after the last word: "killed at least", "attended by"."""
    end = len(words)
    while end and (words[end - 1] in QUALIFIERS - {"to", "by", "of"} or _is_hedge(words, end)):
        end -= 1
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
    pair = tuple(words[max(0, end - 2) : end])
    return pair in {("up", "to"), ("total", "of"), ("excess", "of"), ("to", "up")}


def _ending_at(words: list[str], end: int, part: Part, vocabulary: Vocabulary) -> Predicate | None:
    start = _start_of_term(words, end, part, vocabulary)
    if start is None:
        return None
    for _ in range(2):
        if start < 2 or words[start - 1] not in CONJUNCTIONS | {"/"}:
            break
        earlier = _start_of_term(words, start - 1, part, vocabulary)
        both = None if earlier is None else joint([*words[:end]], earlier, vocabulary)
        if earlier is None or both is None or both.last != end:
            break
        start = earlier
    found = joint(words[:end], start, vocabulary)
    return found if found and found.last == end else None


def _start_of_term(words: list[str], end: int, part: Part, vocabulary: Vocabulary) -> int | None:
    for start in range(end - 1, max(-1, end - 4), -1):
        term = vocabulary.term_at(words, start)
        if term and start + term[1] == end and term[0].part & part:
            return start
    return None
