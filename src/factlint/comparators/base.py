"""What a comparison is, how exact it must be, and what a rule promises.

A rule compares a claimed value with a found one and ends in one of three outcomes. What it can't
compare it refuses with a named error: a failure says so, and is never a mismatch.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from factlint.values.base import Value

if TYPE_CHECKING:
    from factlint.values.units import Rate


class Outcome(StrEnum):
    """How a claimed value stands to the found one."""

    MATCH = "match"
    IMPRECISE = "imprecise"  # stands, but says more or other than the reference gives
    MISMATCH = "mismatch"


Direction = Literal["overstated", "understated", ""]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A claimed value against a found value under one named rule.

    rule: the rule's registered name
    band: what the rule accepted, in plain words, such as ``250,000 ± 10 % (around)``
    accepts: the found numbers that the claim's words accept, in the claim's unit; ``None`` inside leaves
        that side open; ``None`` for values that aren't quantities
    difference: ``13,883 vs 14,775: 892 (6.0 %) too low``; empty when there is none
    direction: "overstated", "understated" or ""
    size: relative difference, (claimed - found) / |found|; ``None`` where it means nothing
    note: why it is imprecise or a mismatch, in plain words
    suggestion: the words that would be right, in the claim's own style; empty for a plain match
    """

    outcome: Outcome
    rule: str
    band: str = ""
    accepts: tuple[Fraction | None, Fraction | None] | None = None
    difference: str = ""
    direction: Direction = ""
    size: Fraction | None = None
    note: str = ""
    suggestion: str = ""


def exact(value: object) -> object:
    """Read ``"10%"``, ``"1/3"``, an exact decimal, or a number as a Fraction; other types pass through.

    Raises ValueError when the text is no number. A float is read by its shortest decimal form.
    """
    if isinstance(value, bool):
        raise ValueError("true and false are no numbers")
    if not isinstance(value, (str, int, float, Decimal)):
        return value
    text = str(value).strip()
    percent = text.endswith("%")
    try:
        number = _ratio(text.removesuffix("%").strip())
    except (ValueError, InvalidOperation, ZeroDivisionError):
        raise ValueError(f"'{text[:40]}' is no number; write 10%, 0.1 or 500") from None
    return number / 100 if percent else number


def _ratio(text: str) -> Fraction:
    top, slash, bottom = text.partition("/")
    if slash:
        return Fraction(int(top), int(bottom))
    number = Decimal(text)
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise ValueError(text)
    return Fraction(number)


def printed(value: Fraction) -> str:
    """Write a Fraction so that ``exact`` reads it back: a decimal where it has one, else ``1/3``."""
    if value.denominator == 1:
        return str(value.numerator)
    places = next((n for n in range(1, 31) if 10**n % value.denominator == 0), None)
    if places is None:
        return str(value)
    digits = str(abs(value.numerator) * 10**places // value.denominator).zfill(places + 1)
    return f"{'-' * (value < 0)}{digits[:-places]}.{digits[-places:]}"


_SHAPE = {
    "anyOf": [
        {"type": "string", "pattern": r"^\s*[0-9]+(\.[0-9]+)?\s*(%|/\s*[0-9]+)?\s*$"},
        {"type": "number", "minimum": 0},
    ]
}

Exact = Annotated[
    Fraction, BeforeValidator(exact), PlainSerializer(printed, return_type=str), WithJsonSchema(_SHAPE)
]
"""An exact number: ``10%``, ``0.1``, ``1/3`` or ``500``."""

Band = Annotated[Exact, Field(ge=0, le=10)]
"""A relative band, from 0 to 10 (1000 %)."""


class Tolerance(BaseModel):
    """How exact a claim must be. Every band can be set for a project, a claims file, a claim or a reference;
    the nearest one that sets a field wins."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    about: Band = Field(
        Fraction(1, 10),
        description="Either way, for around, about, roughly, some. A bare figure that is right only "
        "with such a word is imprecise.",
    )
    round: Band = Field(
        Fraction(1, 20),
        description="Either way, for a bare figure that prints its zeros (250,000): how many of them were "
        "counted can't be seen, so half its last counted place is taken, but no more than this.",
    )
    nearly: Band = Field(Fraction(1, 10), description="Below, for nearly, almost, just under.")
    informative: Band = Field(
        Fraction(1, 2),
        description="How far a true bound (more than, up to) may lie from the reference, as a part of the "
        "bound, before it is told as imprecise because it says too little.",
    )
    absolute: Annotated[Exact, Field(ge=0)] | None = Field(
        None, description="Accept this difference, in the claim's unit, whatever the words say."
    )
    relative: Band | None = Field(
        None, description="Accept this part of the claimed figure as a difference, whatever the words say."
    )
    magnitude: Literal["plural", "order"] = Field(
        "plural",
        description="What tens of thousands needs: at least two of them (12,000 is imprecise), or only the "
        "order of magnitude (12,000 is right).",
    )
    date: Band = Field(
        Fraction(1),
        description="Either way, for around 2010 and the like, as a part of the period's own length.",
    )
    name: Band = Field(
        Fraction(4, 5), le=1, description="Likeness from which a name is misspelt rather than another name."
    )
    quotation: Band = Field(
        Fraction(1, 5), le=1, description="Part of a quotation's words that may differ before it is wrong."
    )
    paraphrase: Band = Field(
        Fraction(1, 2), le=1, description="Part of a paraphrase's key words that the reference must have."
    )

    def refined(self, nearer: Tolerance | None) -> Tolerance:
        """Return these bands with those that ``nearer`` sets in their place."""
        if nearer is None:
            return self
        return self.model_copy(update={name: getattr(nearer, name) for name in nearer.model_fields_set})


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule is told beside the two values: the bands, the day the claim speaks of, and ladders.

    ladders: a project's own ladders of words, added to the shipped ones (``wording.read_ladders``)
    rates: declared exchange rates
    locale: number style of the claim's article, for the words that would be right
    """

    tolerance: Tolerance = field(default_factory=Tolerance)
    as_of: date | None = None
    ladders: tuple[Ladder, ...] = ()
    rates: tuple[Rate, ...] = ()
    locale: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Words that say one thing more or less strongly: rungs of equal words, the strongest rung first."""

    name: str
    rungs: tuple[tuple[str, ...], ...]


class Rule(ABC):
    """One way to compare two values. Its docstring is its documentation page.

    name: what a claims file calls it; claims, finds: the types of value that it takes on either side
    """

    name: ClassVar[str]
    claims: ClassVar[tuple[type, ...]]
    finds: ClassVar[tuple[type, ...]]

    @abstractmethod
    def compare(self, claimed: Any, found: Any, terms: Terms) -> Comparison:
        """Compare two values of types that the rule takes.

        Raises IncommensurableError, DimensionClashError or MissingRateError where the two can't be
        compared, ReferenceTooCoarseError where the found value can't settle the claim.
        """

    def takes(self, claimed: Value, found: Value) -> bool:
        """Whether the rule compares values of these types."""
        return isinstance(claimed, self.claims) and isinstance(found, self.finds)
