"""What the words around one number tell that it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factlint.values.base import Counted
from factlint.values.counted.clauses import BEFORE, Clause, Span
from factlint.values.counted.measures import Part, Vocabulary
from factlint.values.counted.nouns import NounPhrase, noun_phrase
from factlint.values.counted.predicates import predicate, verb_before
from factlint.values.counted.subjects import subject
from factlint.values.function_words import AUXILIARIES, DETERMINERS, QUIETERS
from factlint.values.grammar import NUMBER

_TIMES = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"}
)
_SUBSET = re.compile(
    r"\b(?:of (?:whom|which|them)|includ(?:ing|ed)|among(?: them)?|mostly)(?: \w{2,5}){0,2} ?$", re.IGNORECASE
)
_SUBSETS = frozenset({"whom", "which", "them", "including", "included", "among", "mostly"})
_OF_THE = re.compile(r"(?:^|[.!?\n\"“] ?)[Oo]f (?:the|these|those|its|their|all)(?: \w{2,7})? ?$")
_PLACING = frozenset({"in", "from", "across", "at", "on", "near", "into", "for", "against", "within", "over"})
_LEADS = frozenset({"to", "of", "at", "is", "was", "by", ":"})
_EXTENTS = frozenset("tall long wide high deep thick broad away apart ahead".split())  # "6 ft tall"
_OF_THEM = frozenset({"them", "whom", "which"})


@dataclass(slots=True)
class Finding:
    """What is known of one number so far.

    origin: where the measure was said: "phrase", "predicate", "verb", "subject" or "" (not firmly)
    noun_end: where the number's noun phrase ends in the text
    sentence: the number of its sentence in the text
    subset: the number counts a part of what the number before it counts ("of whom 12")
    spans: the words that said it
    """

    measure: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    origin: str = ""
    noun_end: int = 0
    subset: bool = False
    sentence: int = 0
    spans: list[Span] = field(default_factory=list)

    def counted(self, text: str) -> Counted:
        """Return the finding as a value."""
        spans = sorted(set(self.spans)) if len(self.spans) > 1 else self.spans
        said = " ".join([text[start:end] for start, end in spans])
        return Counted(self.measure, self.head, self.modifiers, " ".join(said.split()))

    def say(self, measure: str, origin: str, span: Span) -> None:
        """Note a measure and where the words stand that say it."""
        self.measure, self.origin = measure, origin
        self.spans.append(span)


def find(clause: Clause, vocabulary: Vocabulary) -> Finding:
    """Read what the number of a clause counts: its noun first, then predicate, verb before it and subject."""
    finding, unit = Finding(noun_end=clause.end, sentence=clause.sentence), clause.unit
    if unit in _TIMES:
        if clause.before and clause.before[-1] in _LEADS:
            _read_subject(finding, clause, vocabulary)
        return finding
    finding.subset = clause.after[:2] in (["of", "them"], ["of", "whom"]) or _is_part(clause)
    at = _read_noun(finding, clause, unit, vocabulary)
    if not finding.head and _touches_noun(clause, vocabulary):
        _read_subject(finding, clause, vocabulary)
    if not finding.origin and not _is_in_phrase(clause):
        _read_verbs(finding, clause, at, unit, vocabulary)
    if not finding.origin and (
        unit == "%" or (not finding.measure and _may_have_subject(finding, vocabulary))
    ):
        _read_subject(finding, clause, vocabulary)
    return finding


def _is_part(clause: Clause) -> bool:
    """Whether a part of what the number before counts is counted here ("including 12", "Of the 972, 31")."""
    named = not _SUBSETS.isdisjoint(clause.before[-3:])
    if named and _SUBSET.search(clause.text, max(0, clause.start - 24), clause.start):
        return True
    if not clause.at or not clause.text.endswith(", ", 0, clause.start):
        return False
    whole = clause.readings[clause.at - 1].start
    return (
        clause.start - whole < BEFORE and _OF_THE.search(clause.text, max(0, whole - 24), whole) is not None
    )


def _is_in_phrase(clause: Clause) -> bool:
    """Whether the number only places another: "34 people in 12 villages were killed"."""
    words = clause.before
    return bool(words) and words[-1] in _PLACING and NUMBER in words[-8:-1] and "," not in words[-8:]


def _touches_noun(clause: Clause, vocabulary: Vocabulary) -> bool:
    """Whether "of" or a measure noun stands right before: "a crowd of 54,000", "magnitude 7.8"."""
    words = clause.before
    if not words:
        return False
    term = vocabulary.term_at(words, len(words) - 1)
    return words[-1] == "of" or (term is not None and bool(term[0].part & Part.NOUN))


def _may_have_subject(finding: Finding, vocabulary: Vocabulary) -> bool:
    return not finding.head or finding.head in vocabulary.kinds("person")


def _read_noun(finding: Finding, clause: Clause, unit: str, vocabulary: Vocabulary) -> int:
    """Read the noun phrase that the number heads; return the word after it.

    What a share is taken of ("5.8% of GDP") names the measure only where nothing else does, and a share with
    no "of" has no noun of its own unless that noun is known ("61% turnout", but not "94% effective").
    """
    words = clause.after
    if unit and words[:1] == ["in"]:
        return _take(finding, clause, _kind(words, vocabulary), 0)
    if unit and words and (words[0] in _EXTENTS or (unit == "x" and words[0].endswith("er"))):
        return 0
    at = _skip_partitive(words)
    if finding.subset and at < len(words) and words[at] in AUXILIARIES:
        at += 1  # "of whom 12 were children"
    phrase = noun_phrase(words, at, vocabulary) if at < len(words) else None
    is_share = unit == "%"
    if (
        phrase
        and is_share
        and words[0] != "of"
        and not phrase.measure
        and phrase.head not in vocabulary.head_parts
    ):
        phrase = None
    at = _take(finding, clause, phrase, at)
    if is_share and words[:1] == ["of"]:
        finding.origin = ""
    return at


def _take(finding: Finding, clause: Clause, phrase: NounPhrase | None, at: int) -> int:
    if phrase is None:
        return at
    finding.head, finding.modifiers, finding.measure = phrase.head, phrase.modifiers, phrase.measure
    finding.origin = "phrase" if phrase.firm else ""
    span = clause.span_after(phrase.first, phrase.last)
    finding.noun_end = span[1]
    finding.spans.append(span)
    return phrase.last


def _kind(words: list[str], vocabulary: Vocabulary) -> NounPhrase | None:
    """Read what an amount is of: "$3bn in debt", "€20m in aid"."""
    phrase = noun_phrase(words, 1, vocabulary) if len(words) > 1 else None
    return phrase if phrase and phrase.firm else None


def _skip_partitive(words: list[str]) -> int:
    """Step over "more", "of the 26", "of them": what may stand between a number and its noun."""
    at, stop = 0, min(len(words), 6)
    while at < stop and words[at] in QUIETERS:
        at += 1
    if at < stop and words[at] in {"of", "worth"}:
        at += 1
        while at < stop and (
            words[at] in DETERMINERS or words[at] in _OF_THEM or words[at] in {NUMBER, "other"}
        ):
            at += 1
    return at


def _read_verbs(finding: Finding, clause: Clause, at: int, unit: str, vocabulary: Vocabulary) -> None:
    """Read the predicate behind the noun and the verb before the number; a main predicate comes first."""
    behind = predicate(clause.after, at, vocabulary)
    if behind and behind.main:
        finding.say(behind.measure, "predicate", clause.span_after(behind.first, behind.last))
        return
    frame = _frame(finding.head, clause.before, vocabulary)
    if frame:
        finding.measure, finding.origin, finding.head = frame, "verb", ""
        return
    is_money = len(unit) == 3 and unit.isupper()
    ahead = verb_before(clause.before, vocabulary, gap=3 if is_money else 0)
    if ahead:
        finding.say(ahead.measure, "verb", clause.span_before(ahead.first, ahead.last))
    elif behind:
        finding.say(behind.measure, "predicate", clause.span_after(behind.first, behind.last))


def _frame(head: str, before: list[str], vocabulary: Vocabulary) -> str:
    for word in reversed(before[-6:]):
        if (word, head) in vocabulary.frames:
            return vocabulary.frames[(word, head)]
    return ""


def _read_subject(finding: Finding, clause: Clause, vocabulary: Vocabulary) -> None:
    found = subject(clause.before, vocabulary)
    if found is None or (finding.head and not found.firm):
        return
    finding.say(found.measure, "subject", clause.span_before(found.first, found.last))
    if not finding.head:
        finding.head, finding.modifiers = found.head, found.modifiers
