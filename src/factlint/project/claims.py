"""The claims file: an article and its checkable statements."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from factlint.comparators.base import Tolerance
from factlint.project.fields import Day, EdtfText, Model, Slug, Words
from factlint.project.references import Reference, RuleName


class ValueType(StrEnum):
    """What a claim's value is; it decides how its words are read and which rule compares them."""

    QUANTITY = "quantity"
    DATE = "date"
    NAME = "name"
    LIST = "list"
    BOOLEAN = "boolean"
    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"
    WORDING = "wording"
    STATE = "state"


class Article(Model):
    """The text under check. Its day may be uncertain (EDTF), its text may live elsewhere (``--article``)."""

    title: str = Field(description="Its title.")
    publisher: str = Field("", description="Who publishes it.")
    author: str = Field("", description="Who wrote it.")
    published: EdtfText | None = Field(None, description="Its day (EDTF), on which references are read.")
    url: str = Field("", description="Its web address; what this domain says never counts.")
    file: str = Field("", description="The text's file, relative to the claims file.")
    language: str = Field("en", description="Its language, such as en-GB.")
    locale: str = Field("", description="Number style of the text: en, de or fr.")
    date_order: Literal["dmy", "mdy", "ymd", ""] = Field(
        "", description="Order of numeric dates that could be read in two ways."
    )


class Quote(Model):
    """A W3C Web Annotation TextQuoteSelector: the exact words and, where needed, those around them."""

    exact: str = Field(min_length=1, description="The article's own words.")
    prefix: str = Field("", description="Words right before them, where they occur twice.")
    suffix: str = Field("", description="Words right after them, where they occur twice.")


def _quote(value: object) -> object:
    return {"exact": value} if isinstance(value, str) else value


class Policy(Model):
    """How many independent sources must agree: ``all``, ``any``, ``majority``, ``tiers`` or at least N."""

    name: Literal["all", "any", "majority", "tiers", "at-least"] = Field("all", description="The policy.")
    count: int = Field(1, ge=1, description="For at-least: how many.")


def _policy(value: object) -> object:
    if isinstance(value, str):
        return {"name": value}
    if isinstance(value, dict) and set(value) == {"at-least"}:
        return {"name": "at-least", "count": value["at-least"]}
    return value


_PolicyWords = Literal["all", "any", "majority", "tiers"] | dict[Literal["at-least"], int]


PolicyField = Annotated[Policy, BeforeValidator(_policy, json_schema_input_type=_PolicyWords)]


class Waiver(Model):
    """A discrepancy that is accepted for a time: who answers for it, why, and until when."""

    owner: str = Field(min_length=1, description="Who answers for it.")
    reason: str = Field(min_length=1, description="Why it may stand for now.")
    until: Day = Field(description="The last day; red from the next.")


class Worth(Model):
    """How much a drafted claim deserves checking, 0 to 100, and why; it orders work and decides nothing."""

    score: int = Field(ge=0, le=100, description="0 to 100.")
    reasons: Words = Field((), description="Why.")


class Claim(Model):
    """One checkable statement of the article."""

    id: Slug = Field(description="Its name in reports and in the baseline; keep it.")
    quote: Annotated[Quote, BeforeValidator(_quote, json_schema_input_type=str | Quote)] = Field(
        description="The article's own words, with ``prefix`` or ``suffix`` where they occur twice."
    )
    value: Any = Field(None, description="The claim's value in the article's own words; a list for lists.")
    type: ValueType | None = Field(None, description="Read from the value's words when not given.")
    unit: str = Field("", description="Unit of a bare figure, such as km2 or %.")
    measure: str = Field("", description="What its figure counts: killed, killed or wounded …")
    population: str = Field("", description="Who or what is counted: civilians, soldiers …")
    place: str = Field("", description="The place that it speaks of.")
    as_of: EdtfText | None = Field(None, description="The day the claim speaks of; default: publication.")
    attribution: str = Field("", description="Whom the article gives as its source.")
    tags: Words = Field((), description="Words to select and filter claims by.")
    note: str = Field("", description="Anything that readers should know; reports show it.")
    references: tuple[Reference, ...] = Field((), description="The places that settle it.")
    todo: bool = Field(False, description="Drafted and not yet reviewed: counts as not checked.")
    worth: Worth | None = Field(None, description="How much a draft deserves checking.")
    rule: RuleName = Field("", description="The comparison rule, where the words ask for another.")
    tolerance: Tolerance | None = Field(None, description="Bands of this claim.")
    policy: PolicyField | None = Field(None, description="How many independent sources must agree.")
    review_by: Day | None = Field(None, description="The day by which somebody should look again.")
    waive: Waiver | None = Field(None, description="Lets its findings stand for a time.")

    @model_validator(mode="after")
    def _has_value(self) -> Claim:
        if self.value is None:
            raise ValueError("a claim needs a 'value' (for a quotation: the quoted words)")
        return self


class ClaimsFile(Model):
    """A whole claims file."""

    version: Literal["1"] = Field("1", description="The form of this file.")
    article: Article = Field(description="The text under check.")
    policy: PolicyField | None = Field(None, description="How many independent sources must agree.")
    tolerance: Tolerance | None = Field(None, description="Bands of this file's claims.")
    claims: tuple[Claim, ...] = Field((), description="The checkable statements.")
