"""Help for tests of source kinds: addresses from plain fields, JSON answers, and what selectors make of them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from factlint.documents.base import Document
from factlint.selectors import Selector
from factlint.selectors.base import Passage, SelectorBase
from factlint.sources import Address
from factlint.sources.base import AddressBase
from loopback import Reply

DAY = date(2025, 8, 28)


def address(**fields: object) -> AddressBase:
    made: AddressBase = TypeAdapter(Address).validate_python(fields)
    return made


def selected(document: Document, at: date | None = DAY, **fields: object) -> Passage:
    selector: SelectorBase = TypeAdapter(Selector).validate_python(fields)
    return selector.select(document, at)


def reply(value: Any, status: int = 200) -> Reply:
    return Reply(json.dumps(value), status, {"Content-Type": "application/json; charset=utf-8"})


SLOW_DOWN = Reply("<html><h1>Too many requests</h1></html>", 429, {"Content-Type": "text/html"})
