"""The sources file: who counts and who decided, where they say it, and where a profile reads it instead."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from factlint.project.fields import Model, Slug, Span
from factlint.sources import Address
from factlint.sources.base import AddressBase
from factlint.sources.site import site


class Source(Model):
    """A named place that references are read from."""

    title: str = Field("", description="What it is called in reports.")
    publisher: str = Field("", description="Who answers for it.")
    group: str = Field("", description="Sources of one group count once; default: the publisher.")
    tier: int = Field(
        1, ge=1, le=9, description="1 is the primary record, higher numbers are further from it."
    )
    ttl: Span | None = Field(
        None,
        description="How long an answer counts as fresh: 30m, 12h, 7d. Default: for kind http what the answer "
        "says itself, else 12h.",
    )
    licence: str = Field("", description="Under which licence it is published.")
    note: str = Field("", description="Anything else that readers of this file should know.")
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

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the file's form: one object a kind, the address's keys beside the common ones."""
        shape = handler.resolve_ref_schema(handler(core_schema))
        common = {name: field for name, field in shape["properties"].items() if name != "address"}
        address = handler.resolve_ref_schema(shape["properties"]["address"])
        kinds = [handler.resolve_ref_schema(kind) for kind in address.get("oneOf", [address])]
        return {"title": "Source", "oneOf": [_flat(shape, common, kind) for kind in kinds]}

    def at(self, profile: str) -> AddressBase:
        """Return the address that ``profile`` reads: its own, else the real one."""
        return self.profiles.get(profile, self.address)

    def fresh(self, profile: str) -> timedelta | None:
        """Return how long an answer counts as fresh; ``None``: as long as it says itself."""
        return self.at(profile).fresh if self.ttl is None else self.ttl

    @property
    def independence(self) -> str:
        """The name under which this source's word counts once; "" where it has none."""
        return self.group or self.publisher

    @property
    def place(self) -> str:
        """Whose word it is where nobody is named: that of the site, or of the file."""
        return site(self.address.location) or self.address.location


def _flat(shape: dict[str, Any], common: dict[str, Any], kind: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "title": kind.get("title", ""),
        "description": shape.get("description", ""),
        "properties": {**common, **kind.get("properties", {})},
        "required": ["kind", *(name for name in kind.get("required", []) if name != "kind")],
        "additionalProperties": False,
    }


class SourcesFile(Model):
    """A whole sources file."""

    version: Literal["1"] = Field("1", description="The form of this file.")
    sources: dict[Slug, Source] = Field(
        default_factory=dict, description="Each source under the name that claims use."
    )
