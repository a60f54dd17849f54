"""What the kinds share that ask an API: parameters, addresses, pages, and records as their documents."""

from __future__ import annotations

import json as stdlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Any, ClassVar
from urllib.parse import quote, urlencode, urlsplit

from pydantic import StringConstraints

from factlint.documents.base import Document
from factlint.documents.json import json, printed
from factlint.errors import (
    MissingQueryError,
    NoDataError,
    TooLargeError,
    UnexpectedAnswerError,
    UnknownQueryError,
    UnparseableError,
)
from factlint.sources.base import AddressBase

MAX_PAGES = 200

Base = Annotated[str, StringConstraints(pattern=r"^https?://[^\s?#]+[^\s?#/]$", max_length=2048)]
"""An address that paths are appended to: http or https, no slash at its end."""

Variable = Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$", max_length=120)]
"""The name of an environment variable that ``network.credentials`` lists."""


class ApiAddress(AddressBase):
    """Base of the kinds that ask an API. What is asked stands in the source, or in a reference's ``query``.

    asks: the fields that a reference's ``query`` may set; ``more``: whether others pass through to the API
    """

    asks: ClassVar[tuple[str, ...]] = ()
    more: ClassVar[bool] = False

    def asked(self, query: Mapping[str, str], *needed: str) -> dict[str, str]:
        """Return what is asked, the query's word before the source's.

        Raises UnknownQueryError, and MissingQueryError for what is ``needed`` and not given.
        """
        unknown = [name for name in query if name not in self.asks]
        if unknown and not self.more:
            raise UnknownQueryError(
                f"the kind '{self.kind}' takes no '{unknown[0]}'", hint=f"it takes {', '.join(self.asks)}"
            )
        found = {name: getattr(self, name) for name in self.asks} | dict(query)
        for name in needed:
            if not found[name]:
                raise MissingQueryError(
                    f"{self.location}: no value for '{name}'", hint=f"give the reference query: {name}: …"
                )
        return {name: value for name, value in found.items() if value}


def address(base: str, *path: str, **parameters: str | int) -> str:
    """Return ``base`` with path segments and parameters, each escaped; empty parameters are left out."""
    segments = "".join(f"/{quote(segment, safe=',:;+@.=$')}" for segment in path)
    given = {name: value for name, value in parameters.items() if value != ""}
    return f"{base}{segments}" + (f"?{urlencode(given, quote_via=quote)}" if given else "")


def asked_at(document: Document) -> str:
    """Return the address that answered, without the parameters, for messages."""
    return document.address.partition("?")[0]


def day_of(told: object) -> date | None:
    """Return the day (UTC) of a moment in ISO 8601; ``None`` for anything else."""
    try:
        moment = datetime.fromisoformat(told) if isinstance(told, str) else None
    except ValueError:
        return None
    if moment is None:
        return None
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date()


def answer(document: Document) -> Any:
    """Return the parsed JSON of an answer. Raises UnexpectedAnswerError for anything else."""
    try:
        return json(document)
    except UnparseableError as error:
        raise UnexpectedAnswerError(error.message, hint=error.hint) from None


def members(value: Any, key: str, document: Document) -> list[dict[str, Any]]:
    """Return the array of objects under ``key``. Raises UnexpectedAnswerError."""
    found = value.get(key) if isinstance(value, dict) else None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise UnexpectedAnswerError(f"{document.address}: the answer has no array '{key}' of objects")
    return found


def number(value: Any, key: str, document: Document) -> int:
    """Return the whole number under ``key``; some APIs write it as a string. Raises UnexpectedAnswerError."""
    found = str(value.get(key, "")) if isinstance(value, dict) else ""
    if not (found.isdecimal() and found.isascii() and len(found) < 12):
        raise UnexpectedAnswerError(f"{document.address}: the answer has no number '{key}'")
    return int(found)


def records(origin: Document, rows: Iterable[Mapping[str, Any]]) -> Document:
    """Return a document of the same origin that is a JSON array of records; scalars keep their digits.

    Raises NoDataError where there is none.
    """
    listed = [_texts(row) for row in rows]
    if not listed:
        raise NoDataError(f"{asked_at(origin)}: there is no data", hint="check the reference's query")
    body = stdlib.dumps(listed, ensure_ascii=False, indent=1)
    return origin.holding(body.encode(), "application/json")


def check_pages(count: int, limit: int = MAX_PAGES) -> None:
    """Raise TooLargeError where an answer has more pages than are read."""
    if count > limit:
        raise TooLargeError(f"the answer has more than {limit} pages", hint="narrow the query")


def same_origin(url: str, base: str) -> bool:
    """Whether an address that an answer names is on the host that answered."""
    return urlsplit(url)[:2] == urlsplit(base)[:2]


def _texts(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _texts(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_texts(item) for item in value]
    return None if value is None else printed(value)
