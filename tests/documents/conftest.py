from __future__ import annotations

from collections.abc import Callable

import pytest

from factlint.documents import Document

Make = Callable[..., Document]


@pytest.fixture
def doc() -> Make:
    def make(body: str | bytes, media_type: str = "", address: str = "ref/data", **more: object) -> Document:
        raw = body.encode() if isinstance(body, str) else body
        return Document(raw, media_type, address, **more)  # type: ignore[arg-type]

    return make
