"""Lengths of time laid from the reference date: "the past two weeks", "next 3 days", "this decade"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from factlint.values.base import DateValue
from factlint.values.calendar import Bounds, bounds, month_bounds, shift, week_bounds
from factlint.values.dates.numerals import amount, count
from factlint.values.dates.parts import Found, days, unresolved
from factlint.values.dates.rules import NUMBERS
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import CLOCK_UNITS, HALVES, UNITS
from factlint.values.edtf import edtf_date

WAY = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1, "upcoming": 1,
    "this": 0, "current": 0,
}  # fmt: skip
_STORY = ("previous", "preceding", "following")
# Before these "last" is a verb: "the talks could last three days".
VERBS_BEFORE = frozenset("will would could can may might must should shall to t not ll did".split())

_COUNTS = NUMBERS | {"a", "an", "half", "couple", "dozen", "few", "several"}


@dataclass(frozen=True, slots=True)
class Length:
    """A length of whole units, longest first, such as 2 weeks and 2 days.

    vague: "a few" or "several", which is read as three
    more: how many first units more it may be ("two to three weeks": 1)
    """

    steps: tuple[tuple[int, str], ...]
    vague: bool = False
    more: int = 0

    @property
    def last_unit(self) -> str:
        """The smallest unit said."""
        return self.steps[-1][1]

    @property
    def longest(self) -> Length:
        """The most that it may be."""
        (number, unit), *rest = self.steps
        return Length(((number + self.more, unit), *rest))

    def moved(self, day: date | None, way: int) -> date | None:
        """Return ``day`` moved by the length, to the past (-1) or the future (1)."""
        for number, unit in self.steps:
            day = shift(day, way * number, unit) if day else None
        return day


def direction(t: Tokens, i: int) -> tuple[int, str, int] | None:
    """Read "last", "this past", "the coming" …: its way, its word and the index past it."""
    j = t.skip(i, "the")
    if t.at(j) == "this" and t.at(j + 1) in ("past", "coming", "current"):
        return WAY[t.at(j + 1)], t.at(j + 1), j + 2
    word = t.at(j)
    if word not in WAY or (j > i and word in ("this",)):
        return None
    if word == "last" and j == i and t.at(i - 1) in VERBS_BEFORE:
        return None
    told = word in _STORY and j > i
    return WAY[word], "story" if told else word, j + 1


def length(t: Tokens, i: int) -> tuple[Length, int] | None:
    """Read a length of days or longer units: "2 weeks and 2 days", "a few months", "two to three years", "a year and
    a half"."""
    if t.keys[i] not in _COUNTS:
        return None
    vague = t.skip(t.skip(i, "a"), "few", "several")
    if t.at(vague - 1) in ("few", "several") and vague > i:
        unit = UNITS.get(t.at(vague), "hour")
        return (Length(((3, unit),), vague=True), vague + 1) if unit not in CLOCK_UNITS else None
    steps: list[tuple[int, str]] = []
    j, more = i, 0
    while len(steps) < 4:
        number = amount(t, t.skip(j, "and", ",") if steps else j)
        second = _range_end(t, number[1]) if number and not steps else None
        at = t.skip((second or number)[1], "-", "full", "whole") if number else 0
        unit = UNITS.get(t.at(at), "hour")
        parts = _whole(number[0], unit) if number and unit not in CLOCK_UNITS else []
        if not number or not parts:
            break
        more = second[0] - int(number[0]) if second else more
        j = at + 1
        steps += parts
        half = t.phrase(j, "and", "a", "half")
        if half and unit in HALVES:
            j = half
            steps.append(HALVES[unit])
    return (Length(tuple(steps), more=max(more, 0)), j) if steps else None


def _range_end(t: Tokens, i: int) -> tuple[int, int] | None:
    """Read the second number of "two to three weeks"."""
    return count(t, i + 1) if t.at(i) in ("to", "or", "-", "–") and t.at(i + 1) not in ("a", "an") else None


def _whole(number: Fraction | int, unit: str) -> list[tuple[int, str]]:
    """Write a number of units that may have a half in whole units: 1.5 years is a year and 6 months."""
    units, rest = divmod(number, 1)
    if rest and (rest != Fraction(1, 2) or unit not in HALVES):
        return []
    half = [HALVES[unit]] if rest else []
    return [(int(units), unit), *half] if units else half


def run(t: Tokens, i: int) -> Found:
    """Read "the past two weeks", "next 3 days", "last 3 months and 2 weeks", "within the next 10 months"."""
    led = direction(t, t.skip(i, "within"))
    if not led:
        number = count(t, i)
        unit = UNITS.get(t.at(number[1] + 1), "hour") if number and t.at(number[1]) == "past" else "hour"
        if not number or unit in CLOCK_UNITS or not t.at(number[1] + 1).endswith("s"):
            return None
        return stretch(t, Length(((number[0], unit),)), -1), number[1] + 2
    found = length(t, led[2]) if led[0] and t.at(led[2]) not in ("a", "an") else None
    if not found:
        return None
    told = led[1] == "story"
    return (
        unresolved("interval") if told else stretch(t, found[0], led[0], within=t.at(i) == "within")
    ), found[1]


def stretch(t: Tokens, size: Length, way: int, *, within: bool = False) -> DateValue:
    """Return the days from the reference day over ``size``, towards the past (-1) or future."""
    if t.today is None:
        return unresolved("interval")
    number, unit = size.steps[0]
    if len(size.steps) == 1 and (unit == "quarter" or (way > 0 and unit in ("decade", "century"))):
        near, far = calendar_unit(t.today, unit, way), calendar_unit(t.today, unit, way * number)
        first, last = (near, far) if way > 0 else (far, near)
        return _between(first.start, last.end)
    edge = size.longest.moved(t.today, way)
    start = t.today if within else shift(t.today, 1, "day")
    value = _between(edge, t.today) if way < 0 else _between(start, edge)
    if not (size.vague or size.more) or not value.start:
        return value
    first_text, _, last_text = value.edtf.partition("/")
    hedged = f"{first_text}~/{last_text}" if way < 0 else f"{first_text}/{last_text}~"
    return replace(value, edtf=hedged, approximate=True)


def _between(start: date | None, end: date | None) -> DateValue:
    return (days((start, end)) if start and end else None) or unresolved("interval")


def calendar_unit(today: date, unit: str, way: int) -> DateValue:
    """Return the calendar day, week, month, quarter, year, decade or century ``way`` units from ``today``'s."""
    moved = shift(today, way, unit)
    if moved is None:
        return unresolved(unit)
    if unit == "week":
        return days(week_bounds(moved)) or unresolved(unit)
    texts = {
        "day": moved.isoformat(),
        "month": edtf_date(moved.year, moved.month),
        "quarter": edtf_date(moved.year, 33 + (moved.month - 1) // 3),
        "year": edtf_date(moved.year),
        "decade": f"{moved.year // 10:03d}X",
        "century": f"{moved.year // 100:02d}XX",
    }
    found = _around(moved, unit)
    first, last = found or (None, None)
    return DateValue(first, last, unit, texts[unit])


def _around(day: date, unit: str) -> Bounds | None:
    if unit == "quarter":
        return month_bounds(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    size = {"decade": 10, "century": 100}.get(unit, 1)
    if size > 1:
        first = bounds(max(day.year // size * size, 1))
        last = bounds(day.year // size * size + size - 1)
        return (first[0], last[1]) if first and last else None
    return bounds(day.year, None if unit == "year" else day.month, day.day if unit == "day" else None)
