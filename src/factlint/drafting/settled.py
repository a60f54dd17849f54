"""The reader's values as claims need them: one place each, and only what the text states.

A moment ("6 p.m. on Sunday") becomes its time and its day; "in 22 years" that tells of no future is a length;
scores and votes ("3-1", "by 64 to 121") are added, and what a part of them was read as goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from factlint.drafting.phrases import pattern
from factlint.values import Context, scan
from factlint.values.base import DateValue, Quantity, Reading, Recurrence, Text, TimeValue
from factlint.values.dates.words import DAY_NAMES, MONTH_NAMES

_NUMBER = r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|nil|love)"
_PAIR = re.compile(
    rf"(?<![\w.,/£$€-]){_NUMBER}(?:[-–]{_NUMBER}(?:[-–]{_NUMBER})?|-all| (?:votes )?to {_NUMBER})(?![\w%]|[.,/:–-]\w)",
    re.IGNORECASE,
)
_ODDS = re.compile(r"(?<![\w.,])\d{1,3}-in-\d[\d,]{0,12}(?!\w)")
_CLOCK = re.compile(
    r"(?<![\w:.])\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:\.\d{1,3})?(?![\w:])"
    r"|(?<=at )[0-2]\d[0-5]\d(?= (?:local|hours|hrs)\b)"
    r"|(?<![\w:.,-])[0-2]\d[0-5]\d (?:GMT|UTC)\b"
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|due|scheduled|plans?|planned|expected|aims?|set to|start\w*|begin\w*|open\w*)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"in (?=(?:(?:the|just|almost|nearly|about|around|more than|over|less than|only|at least|some|under) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)\b)",
    re.IGNORECASE,
)
_LIGHT = re.compile(r"(?:dawn|dusk|sunrise|sunset|daybreak|nightfall)\b", re.IGNORECASE)
_HOUR = re.compile(r"\d|noon|midnight|o'clock", re.IGNORECASE)
_MONTH = rf"(?:{'|'.join(MONTH_NAMES)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DAY = re.compile(
    rf"(?:^| |,)(?:on )?((?:(?:{'|'.join(DAY_NAMES)})\b|\d{{1,2}} {_MONTH}(?!\w)|{_MONTH} \d).*)$"
)
_MONTH_NEXT = re.compile(rf" {_MONTH}(?!\w)")
_SPANS = re.compile(rf"(?:\b(?:from|between|aged|ages|age)|{_MONTH}) $", re.IGNORECASE)
_YEARS = 1500  # a number from here on may be a year
_YEAR_TO = re.compile(r"((?:19|20)\d\d) to ")
_ADDED = re.compile(r" (?:an?|the|[$£€\d])")
_EVERY = re.compile(r"\b(?:every|each|per|a) $", re.IGNORECASE)
_LOOK = 60
_MONTH_LAST = re.compile(rf"(?<!\w){_MONTH}$")
_OF_YEAR = re.compile(r"(?:this|last|next) year$")
_AGO = re.compile(r"(?:over|more than|less than|under) (?=.* ago$)")
_TAKES = re.compile(r"(?:\b(?:took|taken|taking|take|handed|passed|won|crossed|turned|went|got) |\d )$")
_RANGING = re.compile(
    r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|spann\w+|spread|ages?|aged|everything) $", re.IGNORECASE
)
_FROM_TO = re.compile(r"from (.{1,40}?) to ")
_EACH = re.compile(r"every (?=(?:\d+|\w+) (?:second|minute|hour|day|night|week|month|year)s$)", re.IGNORECASE)


def settled(text: str, context: Context) -> list[Reading]:
    """Return the values of a text as claims need them, in order and without overlap."""
    pairs = list(_pairs(text))
    read = list(_years_joined(text, scan(text, context), context))
    found = [part for reading in read for part in _parts(text, reading, context)]
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
    each = _EACH.match(text, reading.start, reading.end)
    if isinstance(value, Recurrence) and each:
        return _again(text, each.end(), reading.end, context)
    if isinstance(value, Recurrence) or _EVERY.search(text, max(0, reading.start - 8), reading.start):
        return [] if isinstance(value, Recurrence | DateValue) else [reading]
    if isinstance(value, DateValue | TimeValue) and _LENGTH.match(text, reading.start):
        length = _as_length(text, reading, context)
        if length:
            return [length]
    if isinstance(value, TimeValue):
        return _moment(text, reading)
    if isinstance(value, DateValue):
        return _day_mended(text, reading, context)
    return _mended(text, reading, context) if isinstance(value, Quantity) else [reading]


def _mended(text: str, reading: Reading, context: Context) -> list[Reading]:
    """Cut what the reader took in from the words around: "2023 to 49,489", "plus or minus 4.2"."""
    words = text[reading.start : reading.end]
    change = _FROM_TO.match(words)
    if change and not _RANGING.search(text, max(0, reading.start - 16), reading.start):
        first, second = reading.start + len("from "), reading.start + change.end()
        parts = [
            *_again(text, first, first + len(change[1]), context),
            *_again(text, second, reading.end, context),
        ]
        return _changed(parts) if len(parts) == 2 and _have_units(parts) else [reading]
    year = _YEAR_TO.match(words)
    if year and text[: reading.start].endswith("in "):
        cut = reading.start + len(year[1])
        return [
            *_again(text, reading.start, cut, context),
            *_again(text, cut + len(" to "), reading.end, context),
        ]
    if text[: reading.start].endswith(("| +", " +", "(+")):
        return [replace(reading, start=reading.start - 1)]
    if words.startswith("minus ") and text[: reading.start].endswith("plus or "):
        return _again(text, reading.start + len("minus "), reading.end, context)
    if words.endswith(" plus") and _ADDED.match(text, reading.end):
        return _again(text, reading.start, reading.end - len(" plus"), context)
    if words.endswith(" second") and text.startswith("-", reading.end):
        return _again(text, reading.start, reading.end - len(" second"), context)
    return [reading]


def _changed(parts: list[Reading]) -> list[Reading]:
    """Return two figures as what something changed from and to."""
    return [
        replace(part, value=replace(part.value, role=role)) if isinstance(part.value, Quantity) else part
        for part, role in zip(parts, ("from", "to"), strict=True)
    ]


def _have_units(parts: list[Reading]) -> bool:
    """Whether two figures have a unit each: of "from 8 to 20 km" the first has none."""
    units = [part.value.unit for part in parts if isinstance(part.value, Quantity)]
    return len(units) == len(parts) and all(units)


def _day_mended(text: str, reading: Reading, context: Context) -> list[Reading]:
    """Cut "over" that belongs to a verb: "took over 20 months ago"."""
    words = text[reading.start : reading.end]
    hedge = _AGO.match(words)
    if hedge and _TAKES.search(text, max(0, reading.start - 12), reading.start):
        return _again(text, reading.start + hedge.end(), reading.end, context)
    return [reading]


def _years_joined(text: str, readings: list[Reading], context: Context) -> Iterator[Reading]:
    """Join a month to the year that is said right behind it: "by June this year"."""
    held: Reading | None = None
    for reading in readings:
        joined = _of_year(text, held, reading, context) if held else None
        if held and not joined:
            yield held
        held = joined or reading
    if held:
        yield held


def _of_year(text: str, month: Reading, reading: Reading, context: Context) -> Reading | None:
    value = reading.value
    said = text[month.start : month.end]
    if not isinstance(value, DateValue) or not value.start or reading.start - month.end != 1:
        return None
    if not _OF_YEAR.fullmatch(text, reading.start, reading.end) or not _MONTH_LAST.search(said):
        return None
    dates = [
        item for item in scan(f"{said} {value.start.year}", context) if isinstance(item.value, DateValue)
    ]
    return replace(dates[0], start=month.start, end=reading.end) if len(dates) == 1 else None


def _again(text: str, start: int, end: int, context: Context) -> list[Reading]:
    return [
        replace(item, start=start + item.start, end=start + item.end)
        for item in scan(text[start:end], context)
    ]


def _as_length(text: str, reading: Reading, context: Context) -> Reading | None:
    """Read "in 22 years" as a length where nothing looks ahead."""
    if _FUTURE.search(text, max(0, reading.start - _LOOK), reading.start):
        return None
    begin = reading.start + len("in ")
    inner = [item for item in scan(text[begin : reading.end], context) if isinstance(item.value, Quantity)]
    if len(inner) != 1:
        return None
    return replace(inner[0], start=begin + inner[0].start, end=begin + inner[0].end)


def _moment(text: str, reading: Reading) -> list[Reading]:
    """Part a moment on a known day into its time and its day, as far as its words part them."""
    words, value = text[reading.start : reading.end], reading.value
    found = _DAY.search(words)
    if found and _LIGHT.match(words):
        return [_day_of(reading, found)]
    if not found or not _HOUR.search(words[: found.start()]) or not isinstance(value, TimeValue):
        return [reading]
    time = Reading(reading.start, reading.start + len(words[: found.start()].rstrip(" ,")), value)
    return [time, _day_of(reading, found)]


def _day_of(moment: Reading, found: re.Match[str]) -> Reading:
    at = moment.value.start or moment.value.end if isinstance(moment.value, TimeValue) else None
    day = at.date() if isinstance(at, datetime) else None
    said = DateValue(day, day, "day", day.isoformat() if day else "XXXX-XX-XX", text=found[1])
    cut = moment.start + found.start(1)
    return Reading(cut, cut + len(found[1]), said)


def _pairs(text: str) -> Iterator[Reading]:
    for found in _ODDS.finditer(text):
        yield Reading(*found.span(), Text(found[0]))
    for found in _PAIR.finditer(text):
        if _is_score(text, found):
            yield Reading(*found.span(), Text(found[0]))


def _is_score(text: str, found: re.Match[str]) -> bool:
    """Whether two numbers are a result: they fall, or a contest is told just before; dates and units make a span."""
    sides = re.split(r"[-–]| (?:votes )?to ", found[0])
    figures = [int(side) for side in sides if side.isdigit()]
    before = text[max(0, found.start() - _LOOK) : found.start()]
    if any(figure >= _YEARS for figure in figures) or _SPANS.search(before) or _dated(text, found.end()):
        return False
    if found[0].lower().endswith("-all") or "votes to" in found[0].lower():
        return True
    falls = len(figures) == len(sides) and figures[0] >= figures[-1]
    if falls and " to " not in found[0]:
        return True
    return pattern("contest", "words").search(re.split(r"[.;] ", before)[-1]) is not None


def _dated(text: str, at: int) -> bool:
    """Whether a unit or a month follows."""
    return bool(pattern("contest", "units", r" ?(?:{})").match(text, at) or _MONTH_NEXT.match(text, at))


def _clocks(text: str) -> Iterator[Reading]:
    for found in _CLOCK.finditer(text):
        yield Reading(*found.span(), TimeValue(None, None, f"T{found[0]}", "minute", text=found[0]))
