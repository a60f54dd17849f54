"""Ages told as a bare number behind a person: "Oda Lind, 34, was arrested", "a man aged 34"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from factlint.prose.lexicon import lexicon, stem
from factlint.values.base import Counted, Quantity, Reading, Sense
from factlint.values.counted import measures

_BEHIND = re.compile(r"([^\W\d_][\w'’.-]*),? ?\(?$")
_AGED = re.compile(r"\baged?,? (?:of )?$", re.IGNORECASE)
_IS = re.compile(r"([^\W\d_][\w'’.-]*),? (?:is|was|turned|turns) (?:now |only |just )?$")
_WHO = re.compile(r"([^\W\d_][\w'’.-]*), who (?:is|was|turned) $")
_ENDS = re.compile(r"[.,;]?(?:\s*$|,? (?:and|when|at the time)\b)")
_BOUNDS = (Sense.LESS_THAN, Sense.MORE_THAN, Sense.AT_LEAST, Sense.AT_MOST)
_BOUNDED = re.compile(
    r"(?:are|were|is|was|aged|them|children|people|those|whom|anyone|everyone) (?:aged )?(?:under|over) \d\d?$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"[.,;:)]|$| (?:can|may|must|and|or|who|is|are|was|were|have|has)\b")
_OLDEST = 125


def with_ages(text: str, found: Sequence[Reading]) -> list[Reading]:
    """Read each bare number between two commas behind a person as that person's age in years."""
    return [_aged(reading) if _is_age(text, reading) else reading for reading in found]


def _aged(reading: Reading) -> Reading:
    value = reading.value
    assert isinstance(value, Quantity)
    age = replace(value, unit="year", step=Fraction(1), counted=Counted("age"))
    return replace(reading, value=age)


def _is_age(text: str, reading: Reading) -> bool:
    value = reading.value
    if not isinstance(value, Quantity) or value.unit:
        return False
    if value.sense in _BOUNDS and _BOUNDED.search(text[: reading.end]) and _CLOSED.match(text, reading.end):
        return True
    if value.low is None or value.low != value.high:
        return False
    if value.low.denominator != 1 or not 0 < value.low < _OLDEST or not text[reading.start].isdecimal():
        return False
    if _AGED.search(text, 0, reading.start):
        return True
    who = _WHO.search(text, max(0, reading.start - 60), reading.start)
    if who and text[reading.end : reading.end + 1] in {",", ".", ")"}:
        return _is_person(who[1], text[: who.end(1)])
    is_ = _IS.search(text, max(0, reading.start - 60), reading.start)
    if is_ and _ENDS.match(text, reading.end):
        return _is_person(is_[1], text[: is_.end(1)])
    before, after = text[: reading.start], text[reading.end : reading.end + 1]
    led = _BEHIND.search(before[-40:])
    enclosed = before.endswith((", ", "(")) and after in ({","} if before.endswith(", ") else {")"})
    return enclosed and led is not None and _is_person(led[1], before)


def _is_person(word: str, before: str) -> bool:
    """Whether a word is a noun for people, or the last of two capitalised words."""
    if stem(word.lower()) in lexicon().people:
        return True
    head = measures.load().head_at([word.lower()], 0)
    if head is not None and head[0] in measures.load().kinds("person"):
        return True
    return bool(re.search(r"\b[A-Z][\w'’-]+ (?:[a-z]{2,3} )?[A-Z][\w'’-]+,? ?\(?$", before[-60:]))
