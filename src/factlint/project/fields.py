"""Field types that the project's files share: EDTF dates, durations, slugs."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from factlint.errors import FactlintError
from factlint.values.base import DateValue

_UNTOLD: set[str] = set()
_SPAN = re.compile(r"(\d{1,6})\s*(s|m|h|d|w)$")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


class Model(BaseModel):
    """Base of everything that a project file holds: frozen, and unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    def model_post_init(self, context: object, /) -> None:
        """Forget which fields were given, which nothing asks: a large project is held in less memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _UNTOLD)


def _edtf(text: str) -> str:
    from factlint.values.edtf import parse_edtf

    try:
        parse_edtf(text)
    except FactlintError as error:
        raise ValueError(f"date: {error.message}") from None
    return text


def _span(text: object) -> object:
    if not isinstance(text, str):
        return text
    match = _SPAN.match(text.strip())
    if not match:
        raise ValueError(f"'{text}' is no span of time; write a number and s, m, h, d or w (12h, 7d)")
    return timedelta(seconds=int(match[1]) * _SECONDS[match[2]])


def _day(text: object) -> object:
    if not isinstance(text, str):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"date: '{text}' is no day of the calendar; write YYYY-MM-DD") from None


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


EdtfText = Annotated[str, AfterValidator(_edtf)]
"""A date in EDTF, kept as written."""

Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=str)]
"""One calendar day, ``YYYY-MM-DD``."""

Span = Annotated[timedelta, BeforeValidator(_span, json_schema_input_type=str)]
"""A span of time: ``90s``, ``15m``, ``12h``, ``7d``, ``2w``."""

Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$")]
"""An id: letters, digits, dot, underscore and hyphen."""

Words = Annotated[tuple[str, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | list[str])]
"""One string or a list of strings."""


@lru_cache(maxsize=4096)
def date_of(text: str) -> DateValue:
    """Read EDTF text that a model has already validated."""
    from factlint.values.edtf import parse_edtf

    return parse_edtf(text)
