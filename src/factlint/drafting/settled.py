"""The reader's values as claims need them: one place each, and only what the text states.

A moment ("6 p.m. on Sunday") becomes its time and its day; "in 22 years" that tells of no future is a length;
scores and votes ("3-1", "by 64 to 121") are added, and what a part of them was read as goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factlint.drafting.phrases import pattern
from factlint.values import Context, scan
from factlint.values.base import DateValue, Quantity, Reading, Recurrence, Text, TimeValue
from factlint.values.dates import find as find_dates

_NUMBER = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nil|love)"
_PAIR = re.compile(
    rf"(?<![\w.,/£$€-]){_NUMBER}(?:[-–]{_NUMBER}(?:[-–]{_NUMBER})?|-all| (?:votes )?to {_NUMBER})(?![\w%]|[.,/:–-]\w)",
    re.IGNORECASE,
)
_ODDS = re.compile(r"(?<![\w.])\d{1,3}[- ]in[- ]\d[\d,]{0,12}(?![\w])")
_CLOCK = re.compile(r"(?<![\w:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\w:]|\.\d)")
_FUTURE = re.compile(
    r"\b(?:will|would|shall|due|scheduled|plans?|planned|expected|aims?|set to|start\w*|begin\w*|open\w*)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"in (?=(?:(?:the|just|almost|nearly|about|around|more than|over|less than|only|at least|some|under) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d|noon|midnight|o'clock", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each|per|a) $", re.IGNORECASE)
_LOOK = 80


def settled(text: str, context: Context) -> list[Reading]:
    """Return the values of a text as claims need them, in order and without overlap."""
    pairs = list(_pairs(text))
    found = [part for reading in scan(text, context) for part in _parts(text, reading, context)]
    kept = [
        item for item in found if not any(item.start < pair.end and pair.start < item.end for pair in pairs)
    ]
    clocks = [
        item
        for item in _clocks(text)
        if not any(item.start < own.end and own.start < item.end for own in [*kept, *pairs])
    ]
    return sorted([*kept, *pairs, *clocks], key=lambda item: item.start)


def _parts(text: str, reading: Reading, context: Context) -> list[Reading]:
    value = reading.value
    if isinstance(value, Recurrence) or _EVERY.search(text, max(0, reading.start - 8), reading.start):
        return [] if isinstance(value, Recurrence | DateValue) else [reading]
    if isinstance(value, DateValue | TimeValue) and _LENGTH.match(text, reading.start):
        length = _as_length(text, reading, context)
        if length:
            return [length]
    return _moment(text, reading, context) if isinstance(value, TimeValue) else [reading]


def _as_length(text: str, reading: Reading, context: Context) -> Reading | None:
    """Read "in 22 years" as a length where nothing looks ahead."""
    if _FUTURE.search(text, max(0, reading.start - _LOOK), reading.start):
        return None
    begin = reading.start + len("in ")
    inner = [item for item in scan(text[begin : reading.end], context) if isinstance(item.value, Quantity)]
    if len(inner) != 1:
        return None
    return replace(inner[0], start=begin + inner[0].start, end=begin + inner[0].end)


def _moment(text: str, reading: Reading, context: Context) -> list[Reading]:
    """Part a moment into its time and its day; the day is what the reader finds in its words alone."""
    words = text[reading.start : reading.end]
    if not _HOUR.search(words):
        return [reading]
    for found in re.finditer(r"\b(?:on |,? ?(?=[A-Z]))", words):
        days = [
            item for item in find_dates(words[found.end() :], context) if isinstance(item.value, DateValue)
        ]
        if days and days[0].start == 0 and found.start() > 0:
            cut = reading.start + found.end()
            time = Reading(
                reading.start, reading.start + len(words[: found.start()].rstrip(" ,")), reading.value
            )
            return [time, replace(days[0], start=cut, end=cut + days[0].end)]
    return [reading]


def _pairs(text: str) -> Iterator[Reading]:
    for found in _ODDS.finditer(text):
        yield Reading(*found.span(), Text(found[0]))
    for found in _PAIR.finditer(text):
        if _is_score(text, found):
            yield Reading(*found.span(), Text(found[0]))


def _is_score(text: str, found: re.Match[str]) -> bool:
    """Whether two numbers are a result: they fall, or a contest is spoken of; years and units make them a span."""
    sides = re.split(r"[-–]| (?:votes )?to ", found[0])
    figures = [int(side) for side in sides if side.isdigit()]
    if any(figure >= 1500 for figure in figures) or pattern("contest", "units", r" ?(?:{})").match(
        text, found.end()
    ):
        return False
    if found[0].lower().endswith("-all"):
        return True
    contest = pattern("contest", "words").search(text, max(0, found.start() - _LOOK), found.end() + _LOOK)
    falls = len(figures) == len(sides) and figures[0] >= figures[-1]
    return bool(contest) or (falls and " to " not in found[0])


def _clocks(text: str) -> Iterator[Reading]:
    for found in _CLOCK.finditer(text):
        yield Reading(*found.span(), TimeValue(None, None, f"T{found[0]}", "minute", text=found[0]))
