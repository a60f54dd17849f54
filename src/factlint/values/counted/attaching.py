"""What a number counts, read from the grammar around it.

``attach`` fills ``Quantity.counted``; ``read_counted`` reads a phrase of a claims file into the same
words. Both look at a bounded stretch of text, so the cost grows with the count of numbers only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from factlint.values.base import Counted, Quantity, Reading
from factlint.values.counted import measures
from factlint.values.counted.measures import Part, Vocabulary
from factlint.values.counted.phrases import joint, noun_phrase, predicate, verb_before
from factlint.values.counted.subjects import SUMS, subject
from factlint.values.function_words import CONJUNCTIONS, DETERMINERS, QUIETERS
from factlint.values.grammar import DATE, NUMBER, Words, is_adverb, sentence_end, sentence_start, words_of

_BEFORE = 120  # characters looked at before a number
_AFTER = 140  # and after it
_UNCOUNTED = frozenset({"ordinal"})  # ranks
_TIMES = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"}
)
_SUBSET = re.compile(
    r"\b(?:of (?:whom|which|them)|includ(?:ing|ed)|among(?: them)?|mostly)(?: \w{2,5}){0,2} ?$", re.I
)


@dataclass(slots=True)
class _Finding:
    """What is known of one number while its sentence is read; spans are of the words that said it."""

    measure: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    origin: str = ""  # where the measure was said: "phrase", "predicate", "verb" or "subject"
    noun_end: int = 0
    subset: bool = False  # "of whom 12", "including 12": counts a part of the number before
    spans: list[tuple[int, int]] = field(default_factory=list)

    def counted(self, text: str) -> Counted:
        said = " ".join(" ".join(text[start:end].split()) for start, end in sorted(self.spans))
        return Counted(self.measure, self.head, self.modifiers, said)


def attach(text: str, readings: list[Reading], vocabulary: Vocabulary | None = None) -> list[Reading]:
    """Return the readings with ``counted`` filled in every quantity that the words around tell about.

    ``readings`` are sorted and don't overlap; their spans and order stay as they are.
    """
    vocabulary = vocabulary or measures.load()
    findings: list[_Finding | None] = []
    for i, reading in enumerate(readings):
        unit = reading.value.unit if isinstance(reading.value, Quantity) else "ordinal"
        findings.append(None if unit in _UNCOUNTED else _find(text, readings, i, unit, vocabulary))
    _share(text, readings, findings)
    return [_filled(text, *pair) for pair in zip(readings, findings, strict=True)]


def _filled(text: str, reading: Reading, finding: _Finding | None) -> Reading:
    if finding is None or not (finding.measure or finding.head) or not isinstance(reading.value, Quantity):
        return reading
    return Reading(reading.start, reading.end, replace(reading.value, counted=finding.counted(text)))


def _find(text: str, readings: list[Reading], i: int, unit: str, vocabulary: Vocabulary) -> _Finding:
    start = readings[i].start
    finding = _Finding(noun_end=readings[i].end)
    if unit in _TIMES:
        _read_subject(finding, _words_before(text, readings, i), vocabulary)
        return finding
    after = _words_after(text, readings, i)
    partitive = after.word[:2] in (["of", "them"], ["of", "whom"])
    finding.subset = partitive or _SUBSET.search(text, max(0, start - 24), start) is not None
    at = _read_noun(finding, after, unit, vocabulary)
    if not finding.head and text.endswith("of ", 0, start):
        _read_subject(
            finding, _words_before(text, readings, i), vocabulary
        )  # "a crowd of 54,000 was expected"
    if not finding.origin:
        _read_predicate(finding, after, at, vocabulary)
    if not finding.origin:
        _read_before(finding, _words_before(text, readings, i), unit, vocabulary)
    return finding


def _words_after(text: str, readings: list[Reading], i: int) -> Words:
    words, at = Words(), readings[i].end
    stop = sentence_end(text, at, _AFTER)
    for reading in readings[i + 1 : i + 7]:
        if reading.start >= stop:
            break
        words.add_text(text, at, reading.start)
        words.add(_mark(reading), reading.start, reading.end)
        at = reading.end
    words.add_text(text, at, max(at, stop))
    return words


def _words_before(text: str, readings: list[Reading], i: int) -> Words:
    words, end = Words(), readings[i].start
    at = sentence_start(text, end, _BEFORE)
    for reading in readings[max(0, i - 6) : i]:
        if reading.start < at:
            at = max(at, reading.end)
            continue
        words.add_text(text, at, reading.start)
        words.add(_mark(reading), reading.start, reading.end)
        at = reading.end
    words.add_text(text, at, end)
    return words


def _mark(reading: Reading) -> str:
    return NUMBER if isinstance(reading.value, Quantity) else DATE


def _read_noun(finding: _Finding, after: Words, unit: str, vocabulary: Vocabulary) -> int:
    """Read the noun phrase that the number heads; return the word after it.

    What a share is taken of ("5.8% of GDP") names the measure only where nothing else does.
    """
    words = after.word
    at = _skip_partitive(words)
    share = unit == "%" and words[:1] == ["of"]
    if unit and words[:1] == ["in"]:
        return _read_kind(finding, after, vocabulary)
    if finding.subset and words[at : at + 1] in (["were"], ["are"], ["was"], ["is"]):
        at += 1  # "of whom 12 were children"
    phrase = noun_phrase(words, at, vocabulary) if at < len(words) else None
    if phrase is None:
        return at
    finding.head, finding.modifiers, finding.measure = phrase.head, phrase.modifiers, phrase.measure
    finding.origin = "phrase" if phrase.firm and not share else ""
    finding.noun_end = after.end[phrase.last - 1]
    finding.spans.append((after.start[phrase.first], finding.noun_end))
    return phrase.last


def _read_kind(finding: _Finding, after: Words, vocabulary: Vocabulary) -> int:
    """Read what an amount is of: "$3bn in debt", "€20m in aid"."""
    phrase = noun_phrase(after.word, 1, vocabulary) if len(after) > 1 else None
    if phrase is None or not phrase.firm:
        return 0
    finding.measure, finding.origin, finding.noun_end = phrase.measure, "phrase", after.end[phrase.last - 1]
    finding.spans.append((after.start[1], finding.noun_end))
    return phrase.last


def _skip_partitive(words: list[str]) -> int:
    """Step over "more", "of the 26", "of them": what may stand between a number and its noun."""
    at, stop = 0, min(len(words), 6)
    while at < stop and words[at] in QUIETERS:
        at += 1
    if at < stop and words[at] in {"of", "worth"}:
        at += 1
        while at < stop and (
            words[at] in DETERMINERS or words[at] in {NUMBER, "them", "whom", "which", "other"}
        ):
            at += 1
    return at


def _read_predicate(finding: _Finding, after: Words, at: int, vocabulary: Vocabulary) -> None:
    found = predicate(after.word, at, vocabulary)
    if found is None:
        return
    finding.measure, finding.origin = found.measure, "predicate"
    finding.spans.append((after.start[found.first], after.end[found.last - 1]))


def _read_before(finding: _Finding, before: Words, unit: str, vocabulary: Vocabulary) -> None:
    is_money = len(unit) == 3 and unit.isupper()
    found = verb_before(before.word, vocabulary, gap=3 if is_money else 0)
    frame = _frame(finding.head, before.word, vocabulary)
    if frame:
        finding.measure, finding.origin, finding.head = frame, "verb", ""
    elif found:
        finding.measure, finding.origin = found.measure, "verb"
        finding.spans.append((before.start[found.first], before.end[found.last - 1]))
    elif unit == "%" or (not finding.measure and _may_have_subject(finding.head, vocabulary)):
        _read_subject(finding, before, vocabulary)


def _may_have_subject(head: str, vocabulary: Vocabulary) -> bool:
    return not head or head in vocabulary.kinds("person")


def _frame(head: str, before: list[str], vocabulary: Vocabulary) -> str:
    for word in reversed(before[-6:]):
        if (word, head) in vocabulary.frames:
            return vocabulary.frames[(word, head)]
    return ""


def _read_subject(finding: _Finding, before: Words, vocabulary: Vocabulary) -> None:
    found = subject(before.word, vocabulary)
    if found is None:
        return
    finding.measure, finding.origin = found.measure, "subject"
    if not finding.head:
        finding.head, finding.modifiers = found.head, found.modifiers
    finding.spans.append((before.start[found.first], before.end[found.last - 1]))


# -- what one number tells about its neighbour -------------------------------------------------------------


def _share(text: str, readings: list[Reading], findings: list[_Finding | None]) -> None:
    for i in range(1, len(findings)):
        left, right = findings[i - 1], findings[i]
        if left and right and _same_sentence(text, readings[i - 1].end, readings[i].start):
            _inherit(left, right)
    for i in range(len(findings) - 1, 0, -1):
        left, right = findings[i - 1], findings[i]
        if left and right and right.origin == "predicate" and not left.measure:
            _pass_back(text, readings, i, left, right)


def _same_sentence(text: str, end: int, start: int) -> bool:
    return start - end <= _AFTER and sentence_end(text, end, start - end) >= start


def _inherit(left: _Finding, right: _Finding) -> None:
    """ "… killed and 120 injured" counts the same people; "of whom 12 were children" the same measure."""
    if right.subset and not right.measure:
        right.measure = left.measure
    if not right.head and right.measure and right.origin in {"predicate", "verb"} and left.head:
        right.head, right.modifiers = left.head, left.modifiers


def _pass_back(text: str, readings: list[Reading], i: int, left: _Finding, right: _Finding) -> None:
    """ "Three soldiers and two civilians died": what is said of the second is said of the first."""
    gap = words_of(text[left.noun_end : readings[i].start]).word
    if (
        gap
        and len(gap) <= 4
        and all(word in CONJUNCTIONS or word in {","} or is_adverb(word) for word in gap)
    ):
        left.measure, left.origin = right.measure, "predicate"


# -- phrases of a claims file ------------------------------------------------------------------------------


def read_counted(text: str, vocabulary: Vocabulary | None = None) -> Counted:
    """Read a phrase such as "killed or wounded", "Russian soldiers" or "deaths of civilians".

    Words that the vocabulary lacks become the head noun and its modifiers, so that nothing is lost.
    """
    vocabulary = vocabulary or measures.load()
    words = words_of(text).word
    said = " ".join(text.split())
    measure, head, at = "", "", _after_sum(words)
    modifiers: tuple[str, ...] = ()
    while at < len(words):
        phrase = noun_phrase(words, at, vocabulary)
        if phrase and (phrase.head or phrase.measure):
            measure = measure if measure and not phrase.firm else phrase.measure or measure
            head, modifiers = (head, modifiers) if head else (phrase.head, phrase.modifiers)
            at = phrase.last
            continue
        found = _spoken(words, at, vocabulary)
        if found:
            measure, at = found
            continue
        at += 1
    return Counted(measure, head, modifiers, said)


def _after_sum(words: list[str]) -> int:
    """Step over "the number of"."""
    at = 1 if words[:1] == ["the"] else 0
    return at + 2 if words[at : at + 1] and words[at] in SUMS and words[at + 1 : at + 2] == ["of"] else 0


def _spoken(words: list[str], at: int, vocabulary: Vocabulary) -> tuple[str, int] | None:
    term = vocabulary.term_at(words, at)
    if term is None or not term[0].part & (Part.VERB | Part.NOMINAL):
        return None
    found = joint(words, at, vocabulary)
    return (found.measure, found.last) if found else None
