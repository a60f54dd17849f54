"""How a claim's references are declared: where a value is read, and what is computed from several."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from factlint.comparators.base import Tolerance
from factlint.errors import DerivationError
from factlint.project.expression import names, parse
from factlint.project.fields import EdtfText, Model, Slug
from factlint.project.saying import choice
from factlint.selectors import Selector


def _rule(name: str) -> str:
    from factlint.comparators import RULES

    if name and name not in RULES:
        raise ValueError(f"there is no rule '{name}'; {choice(name, RULES)}")
    return name


RuleName = Annotated[str, AfterValidator(_rule)]
"""The name of a comparison rule, or "" for the one that the values ask for."""


class Reading(Model):
    """How a reference's words are to be read, where they don't say it themselves."""

    unit: str = Field(
        "", description="Unit of the reference's bare figures, such as km2, % or million euros."
    )
    measure: str = Field("", description="What the reference's figure counts: killed, killed or wounded …")
    population: str = Field("", description="Who or what is counted: civilians, Russian soldiers …")
    locale: str = Field("", description="Number style of the reference's figures: en, de or fr.")
    date_order: Literal["dmy", "mdy", "ymd", ""] = Field(
        "", description="Order of numeric dates that could be read in two ways."
    )


class Located(Reading):
    """One value in one source: which source, what is asked of it, and where in its answer the value is."""

    source: str = Field(description="The source's name.")
    query: dict[str, str] = Field(default_factory=dict, description="What is asked of the source.")
    select: Selector | None = Field(None, description="Where in its answer the value is.")
    as_of: EdtfText | None = Field(None, description="The day it is read at; default: the claim's.")


class Derivation(Model):
    """A value computed from several located values, such as ``occupied / total`` read as per cent."""

    expression: str = Field(
        description="Arithmetic over the names in ``values``, such as ``occupied / total``."
    )
    unit: str = Field("", description="Unit of the result.")
    values: dict[Slug, Located] = Field(
        min_length=1, description="Each value under its name: a source, a query, a selector."
    )

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

    source: str = Field("", description="Another source.")
    query: dict[str, str] | None = Field(None, description="What is asked of it.")
    select: Selector | None = Field(None, description="Another selector.")
    derive: Derivation | None = Field(None, description="A derivation instead.")
    unit: str | None = Field(None, description="Unit of its bare figures.")
    measure: str | None = Field(None, description="What its figure counts.")
    population: str | None = Field(None, description="Who or what it counts.")

    @model_validator(mode="after")
    def _one_way(self) -> Override:
        if self.derive and (self.source or self.select):
            raise ValueError("a profile reads either 'source' or 'derive'")
        return self


class Reference(Located):
    """A place that settles the claim: a source and a selector, or a derivation over several."""

    source: str = Field("", description="The source's name; or ``derive``.")
    derive: Derivation | None = Field(
        None, description="A value computed from several places, instead of ``source``."
    )
    rule: RuleName = Field("", description="The comparison rule, where the words ask for another.")
    tolerance: Tolerance | None = Field(None, description="Bands of this reference.")
    profiles: dict[Slug, Override] = Field(
        default_factory=dict, description="What another profile reads instead."
    )
    note: str = Field("", description="Anything that readers should know.")

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
