"""Dates told by the one before: "began in 1994 and opened four years later", "that year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue
from factlint.values.numbers import numeral

_LATER = re.compile(
    r"^(?:(?P<many>\w+(?:-\w+)?) (?P<unit>year|month|week|day)s? later"
    r"|(?:in )?the (?:following|next) (?P<next>year|day))$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:(?:in|on|during) )?(?:(?:that|the) (?:same|very) |that )(year|month|day)\b(?! of\b)", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?:(?:in )?the (?:year before|(?:previous|preceding) year)|(?P<many>an?|\w+(?:-\w+)?) years? (?:earlier|before))"
    r"(?=[,.;:)]|$| and\b)",
    re.IGNORECASE,
)
_YEARLESS = re.compile(r"XXXX-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$")
_COMMON = 2001  # a year without a leap day, for days of no known year
_DAYS = {"day": 1, "week": 7}


def later(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each such date, and the date that it comes to, written out."""
    for token in sentence.tokens:
        match = _LATER.match(token.word) if token.tag is Tag.DATE else None
        base = _base(sentence, token.start) if match else None
        if match is None or base is None:
            continue
        words = _moved(base, _many(match["many"]), match["unit"] or match["next"])
        if words:
            yield token.start, token.end, words


def same(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each "that year" or "the same month", and the date that it comes to, written out."""
    for found in _SAME.finditer(sentence.text):
        base = _base(sentence, found.start())
        words = _within(base, found[1].lower()) if base is not None else ""
        if words:
            yield *found.span(), words


def before(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """Yield the place of each "the year before" or "two years earlier", and the year that it comes to."""
    for found in _BEFORE.finditer(sentence.text):
        base, many = _base(sentence, found.start()), _many(found["many"])
        if base is not None and base.start is not None and base.edtf[:1] != "X" and many:
            yield *found.span(), f"in {base.start.year - many}"


def _within(day: DateValue, unit: str) -> str:
    """Write the year, month or day that a date lies in; empty where it is too coarse or without a year."""
    order = ("year", "month", "day")
    if day.start is None or day.edtf[:1] == "X" or day.precision not in order[order.index(unit) :]:
        return ""
    if unit == "year":
        return f"in {day.start.year}"
    return f"in {day.start:%B} {day.start.year}" if unit == "month" else f"on {_written(day.start)}"


def _many(word: str | None) -> int:
    """Return the number that a word or figures stand for; 1 for "a year later" and "the next year"."""
    found = numeral(word.lower(), 0) if word and word.lower() not in {"a", "an"} else None
    return int(found.value) if found and found.value.denominator == 1 else 1 if not found else 0


def _base(sentence: Sentence, at: int) -> DateValue | None:
    """Return the date last told before the character ``at``, here or in the sentence before."""
    for place in (sentence, sentence.before):
        if place is None:
            return None
        stop = at if place is sentence else len(place.text)
        told = [other for other in place.tokens if other.tag is Tag.DATE and other.start < stop]
        days = [value for other in told if (value := _whole(other)) is not None]
        if told:
            return days[-1] if days and len(days) == len(told) else None
    return None


def _whole(token: Token) -> DateValue | None:
    value = token.reading.value if token.reading else None
    if not isinstance(value, DateValue) or value.approximate:
        return None
    if value.start is not None and value.end is not None:
        return value
    day = _YEARLESS.match(value.edtf)
    start = date(_COMMON, int(day[1]), int(day[2])) if day else None
    return replace(value, start=start, end=start) if start else None


def _moved(base: DateValue, many: int, unit: str) -> str:
    """Write the date so much later; empty where the first is too coarse for it."""
    if not many or base.start is None or base.precision not in ("year", "month", "day"):
        return ""
    if unit == "year":
        return f"in {base.start.year + many}"
    if base.precision == "day" and unit in _DAYS:
        day = base.start + timedelta(days=many * _DAYS[unit])
        return f"on {_written(day)}" if base.edtf[:1] != "X" else f"on {day.day} {day:%B}"
    if unit == "month" and base.precision != "year":
        months = base.start.year * 12 + base.start.month - 1 + many
        return f"in {date(months // 12, months % 12 + 1, 1):%B} {months // 12}"
    return ""


def _written(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
