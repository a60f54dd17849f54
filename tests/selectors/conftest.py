from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import TypeAdapter

from factlint.documents import Document
from factlint.selectors import Selector, SelectorBase

Make = Callable[..., Document]


@pytest.fixture
def doc() -> Make:
    def make(body: str | bytes, media_type: str = "", address: str = "ref/data", **more: object) -> Document:
        raw = body.encode() if isinstance(body, str) else body
        return Document(raw, media_type, address, **more)  # type: ignore[arg-type]

    return make


@pytest.fixture
def sel() -> Callable[..., SelectorBase]:
    """Build a selector from its YAML fields, as the claims file does."""
    adapter = TypeAdapter(Selector)
    return lambda **fields: adapter.validate_python(fields)
