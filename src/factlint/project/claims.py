"""The claims file: an article and its checkable statements."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from factlint.comparators.base import Tolerance
from factlint.errors import DerivationError
from factlint.project.expression import names, parse
from factlint.project.fields import Day, EdtfText, Model, Slug, Words
from factlint.project.saying import choice
from factlint.selectors import Selector


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

    title: str
    publisher: str = ""
    author: str = ""
    published: EdtfText | None = None
    url: str = ""
    file: str = Field("", description="The text's file, relative to the claims file.")
    language: str = "en"
    locale: str = Field("", description="Number style of the text: en, de or fr.")
    date_order: Literal["dmy", "mdy", "ymd", ""] = ""


class Quote(Model):
    """A W3C Web Annotation TextQuoteSelector: the exact words and, where needed, those around them."""

    exact: str = Field(min_length=1)
    prefix: str = ""
    suffix: str = ""


def _quote(value: object) -> object:
    return {"exact": value} if isinstance(value, str) else value


class Policy(Model):
    """How many independent sources must agree: ``all``, ``any``, ``majority``, ``tiers`` or at least N."""

    name: Literal["all", "any", "majority", "tiers", "at-least"] = "all"
    count: int = Field(1, ge=1)


def _policy(value: object) -> object:
    if isinstance(value, str):
        return {"name": value}
    if isinstance(value, dict) and set(value) == {"at-least"}:
        return {"name": "at-least", "count": value["at-least"]}
    return value


_PolicyWords = Literal["all", "any", "majority", "tiers"] | dict[Literal["at-least"], int]


def _rule(name: str) -> str:
    from factlint.comparators import RULES

    if name and name not in RULES:
        raise ValueError(f"there is no rule '{name}'; {choice(name, RULES)}")
    return name


RuleName = Annotated[str, AfterValidator(_rule)]
"""The name of a comparison rule, or "" for the one that the values ask for."""

PolicyField = Annotated[Policy, BeforeValidator(_policy, json_schema_input_type=_PolicyWords)]


class Reading(Model):
    """How a reference's words are to be read, where they don't say it themselves."""

    unit: str = Field("", description="Unit of the reference's bare figures, such as km2 or %.")
    measure: str = Field("", description="What the reference's figure counts: killed, killed or wounded …")
    population: str = Field("", description="Who or what is counted: civilians, Russian soldiers …")
    locale: str = ""
    date_order: Literal["dmy", "mdy", "ymd", ""] = ""


class Located(Reading):
    """One value in one source: which source, what is asked of it, and where in its answer the value is."""

    source: str
    query: dict[str, str] = Field(default_factory=dict)
    select: Selector | None = None
    as_of: EdtfText | None = None


class Derivation(Model):
    """A value computed from several located values, such as ``occupied / total`` read as per cent."""

    expression: str
    unit: str = ""
    values: dict[Slug, Located] = Field(min_length=1)

    @model_validator(mode="after")
    def _computable(self) -> Derivation:
        try:
            used = names(parse(self.expression))
        except DerivationError as error:
            raise ValueError(error.message) from None
        for name in sorted(used - set(self.values)):
            raise ValueError(f"the expression names '{name}', which is not among the values")
        return self


class Override(Model):
    """What a profile changes in a reference; what isn't given stays, but for the query of another source."""

    source: str = ""
    query: dict[str, str] | None = None
    select: Selector | None = None
    derive: Derivation | None = None
    unit: str | None = None
    measure: str | None = None
    population: str | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Override:
        if self.derive and (self.source or self.select):
            raise ValueError("a profile reads either 'source' or 'derive'")
        return self


class Reference(Reading):
    """A place that settles the claim: a source and a selector, or a derivation over several."""

    source: str = ""
    query: dict[str, str] = Field(default_factory=dict)
    select: Selector | None = None
    derive: Derivation | None = None
    as_of: EdtfText | None = None
    rule: RuleName = ""
    tolerance: Tolerance | None = None
    profiles: dict[Slug, Override] = Field(default_factory=dict)
    note: str = ""

    @model_validator(mode="after")
    def _one_way(self) -> Reference:
        if bool(self.source) == bool(self.derive):
            raise ValueError("a reference has either 'source' or 'derive'")
        return self

    @property
    def key(self) -> str:
        """What names this reference within its claim, in the baseline and in reports."""
        if self.derive:
            return "+".join(sorted({value.source for value in self.derive.values.values()}))
        return self.source

    def under(self, profile: str) -> Reference:
        """Return the reference as ``profile`` reads it."""
        over = self.profiles.get(profile)
        if over is None:
            return self
        changed = {name: value for name in Override.model_fields if (value := getattr(over, name))}
        if over.derive:
            changed["source"] = ""
        elif over.source:
            changed |= {"query": over.query or {}, "derive": None}
        return self.model_copy(update=changed)

    @property
    def located(self) -> Located:
        """The one value that is read, where the reference is no derivation."""
        fields = {name: getattr(self, name) for name in Reading.model_fields}
        return Located(source=self.source, query=self.query, select=self.select, as_of=self.as_of, **fields)


class Waiver(Model):
    """A discrepancy that is accepted for a time: who answers for it, why, and until when."""

    owner: str = Field(min_length=1)
    reason: str = Field(min_length=1)
    until: Day


class Worth(Model):
    """How much a drafted claim deserves checking, 0 to 100, and why; it orders work and decides nothing."""

    score: int = Field(ge=0, le=100)
    reasons: Words = ()


class Claim(Model):
    """One checkable statement of the article."""

    id: Slug
    quote: Annotated[Quote, BeforeValidator(_quote, json_schema_input_type=str | Quote)]
    value: Any = Field(None, description="The claim's value in the article's own words; a list for lists.")
    type: ValueType | None = Field(None, description="Read from the value's words when not given.")
    unit: str = ""
    measure: str = ""
    population: str = ""
    place: str = ""
    as_of: EdtfText | None = Field(None, description="The day the claim speaks of; default: publication.")
    attribution: str = Field("", description="Whom the article gives as its source.")
    tags: Words = ()
    note: str = ""
    references: tuple[Reference, ...] = ()
    todo: bool = Field(False, description="Drafted and not yet reviewed: counts as not checked.")
    worth: Worth | None = None
    rule: RuleName = ""
    tolerance: Tolerance | None = None
    policy: PolicyField | None = None
    review_by: Day | None = None
    waive: Waiver | None = None

    @model_validator(mode="after")
    def _has_value(self) -> Claim:
        if self.value is None:
            raise ValueError("a claim needs a 'value' (for a quotation: the quoted words)")
        return self


class ClaimsFile(Model):
    """A whole claims file."""

    version: Literal["1"] = "1"
    article: Article
    policy: PolicyField | None = None
    tolerance: Tolerance | None = None
    claims: tuple[Claim, ...] = ()
