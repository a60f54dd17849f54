"""The types of value that claims and references hold, and what a reader returns.

Numbers are ``Fraction`` throughout: exact, never float. Every value keeps ``text``, the words it was
read from, so that a report can show and a suggestion can imitate them. Values are frozen and hashable.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from fractions import Fraction


class Sense(StrEnum):
    """How the words bound a number."""

    POINT = "point"  # 13,883
    APPROXIMATE = "approximate"  # around, about, some, roughly
    AT_LEAST = "at-least"  # at least, no fewer than, upwards of
    MORE_THAN = "more-than"  # more than, over, above
    AT_MOST = "at-most"  # up to, as many as, at most, a maximum of
    LESS_THAN = "less-than"  # fewer than, under, below
    NEARLY = "nearly"  # nearly, almost, just under: below and close
    RANGE = "range"  # between a and b, a-b
    MAGNITUDE = "magnitude"  # tens of thousands, dozens, millions


@dataclass(frozen=True, slots=True)
class Counted:
    """What a quantity counts. All parts lower-cased canonical words, empty when not said.

    measure: family name such as ``killed``, ``killed-or-wounded``, ``injured``, ``votes``
    head: head noun in the singular, such as ``soldier``, ``civilian``
    modifiers: what narrows the head noun, in order, such as ``("russian",)``
    text: the words that said it
    """

    measure: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the words state it: figures, sense, precision, unit and what is counted.

    low, high: the stated figures in ``unit``; equal for a single figure, ``None`` where the words leave
        that side open ("more than 5" is low=5, high=None; "up to 9" is low=None, high=9)
    step: value of one unit in the last printed place, in ``unit`` (13,883 -> 1; 2.4 million -> 100000;
        2.40 -> 1/100; 250,000 -> 10000 because trailing zeros of a round figure are not significant)
    unit: canonical code: "" for a bare count, "%", "pp", "bp", ISO 4217 codes, "km2", "mi", "x" for a
        multiple ("doubled"), "ordinal" for a rank, "year"/"day"/… for durations and ages
    direction: "up" or "down" where the words say that it rose or fell
    role: "from", "to" or "by" in a change ("up from X to Y, by Z")
    """

    low: Fraction | None
    high: Fraction | None
    sense: Sense = Sense.POINT
    step: Fraction = Fraction(1)
    unit: str = ""
    qualifier: str = ""
    counted: Counted = field(default_factory=Counted)
    direction: str = ""
    role: str = ""
    negated: bool = False
    text: str = ""

    def counting(self, counted: Counted) -> Quantity:
        """Return the same quantity of ``counted`` (``dataclasses.replace``, for the path of every number)."""
        return Quantity(
            self.low, self.high, self.sense, self.step, self.unit, self.qualifier, counted, self.direction,
            self.role, self.negated, self.text,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date as an EDTF interval (Library of Congress, level 1): the days it may mean, both inclusive.

    start, end: first and last day; ``None`` where the words leave that side open
        ("since 2006" has end=None), both where the days aren't known: no reference date, told from within a story
        ("the next day"), or two readings (``[2025-03-04,2025-04-03]``)
    precision: "day", "month", "season", "quarter", "half", "year", "decade", "century" or "interval"
    edtf: canonical EDTF text, such as ``2022-02-24``, ``2025-08``, ``193X/194X``, ``2006/..``, ``1984~``
    approximate: the words hedge ("around 2010", EDTF ``~``)
    """

    start: date | None
    end: date | None
    precision: str = "day"
    edtf: str = ""
    approximate: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time of day, or a moment or span of time on named days, in local time as the words state it.

    start, end: first and last moment, equal for a single one; ``datetime`` where the day is known, ``time``
        where no day was said, ``None`` where that side is open or can't be known without a reference
    iso: canonical ISO 8601 text, such as ``T17:30``, ``T16/T17``, ``2018-09-21T14:30``, ``XXXX-XX-XXT09``
    precision: "hour", "minute", "second" or "part" (of a day)
    part: "morning", "afternoon", "evening", "night" … where the words name one; its hours are a convention
    twelve: the hour may be a.m. or p.m.; ``start`` and ``end`` then hold the reading as written
    zone: the zone's abbreviation in upper case, empty when not said
    """

    start: time | datetime | None
    end: time | datetime | None
    iso: str = ""
    precision: str = "minute"
    part: str = ""
    twelve: bool = False
    zone: str = ""
    approximate: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Times that come back: every Monday, daily, once a year.

    rule: ISO 8601 duration of the period (``P1D``, ``P2W``) or pattern of what comes back (``XXXX-WXX-1`` for
        every Monday, ``XXXX-12-25``, ``T06`` for every day at six), after ``R3/`` if that many times in each
    """

    rule: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place or organisation by its parts; parts are as printed, empty when absent.

    kind: "person", "place", "organisation" or "" when not known
    """

    text: str
    kind: str = ""
    title: str = ""
    given: str = ""
    family: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Words to be compared as words: a quotation, a paraphrase, a label, a relation word."""

    text: str


@dataclass(frozen=True, slots=True)
class Boolean:
    """Whether something holds."""

    holds: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Several values named together, compared as a set."""

    items: tuple[Name | Text | Quantity | DateValue, ...]
    text: str = ""


Value = Quantity | DateValue | TimeValue | Recurrence | Name | Text | Boolean | Listing


@dataclass(frozen=True, slots=True)
class Reading:
    """One value found in a text, at ``text[start:end]`` (end excluded)."""

    start: int
    end: int
    value: Value


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader is told about the text it reads; nothing of it is guessed.

    locale: "en", "de" or "fr" number style; "" accepts the English style and calls ``3.350`` ambiguous
    reference: the day that relative and year-less dates are counted from (never the clock); phrases of hours
        ("two hours ago") are resolved where it is a ``datetime``
    date_order: "dmy", "mdy", "ymd" or "" (then ``03/04/2025`` is ambiguous)
    """

    locale: str = ""
    reference: date | None = None
    date_order: str = ""
