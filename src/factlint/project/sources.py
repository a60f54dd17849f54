"""The sources file: who counts and who decided, where they say it, and where a profile reads it instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from factlint.project.fields import Model, Slug, Span
from factlint.sources import Address
from factlint.sources.base import AddressBase


class Source(Model):
    """A named place that references are read from.

    group: sources of one group are not independent of each other (default: the publisher)
    tier: 1 is the primary record, higher numbers are further from it
    ttl: how long an answer counts as fresh
    """

    title: str = ""
    publisher: str = ""
    group: str = ""
    tier: int = Field(1, ge=1, le=9)
    ttl: Span = timedelta(hours=12)
    licence: str = ""
    note: str = ""
    address: Address
    profiles: dict[Slug, Address] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _gather_address(cls, data: Any) -> Any:
        """In the file the address's keys stand beside the others; here they become one model."""
        if not isinstance(data, Mapping) or "address" in data:
            return data
        own = set(cls.model_fields)
        common = {key: value for key, value in data.items() if key in own}
        rest = {key: value for key, value in data.items() if key not in own}
        return {**common, "address": rest}

    @field_validator("profiles", mode="before")
    @classmethod
    def _no_none(cls, value: Any) -> Any:
        return {} if value is None else value

    def at(self, profile: str) -> AddressBase:
        """Return the address that ``profile`` reads: its own, else the real one."""
        return self.profiles.get(profile, self.address)

    @property
    def independence(self) -> str:
        """The name under which this source's word counts once."""
        return self.group or self.publisher


class SourcesFile(Model):
    """A whole sources file."""

    version: Literal["1"] = "1"
    sources: dict[Slug, Source] = Field(default_factory=dict)
