"""A document: the bytes a source gave, with what is needed to retrace where they came from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from threading import RLock
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Document:
    """What a source gave.

    body: decoded bytes (content encodings undone)
    media_type: lower-case type without parameters, such as ``text/html``; "" when the source said none
    address: the URL after redirects, or the path of a local file relative to the project
    retrieved: when it was read from its origin, in UTC; ``None`` for local files
    charset: the charset that the source declared, or ""
    headers: the response's headers in order, empty for local files
    via: the redirects on the way to it, without bytes
    dated: when this version of it was made, where its source keeps versions: a revision, a commit, a capture
    format: the name of the body's format where the source declares one, else "" (then it is detected)
    """

    body: bytes
    media_type: str
    address: str
    retrieved: datetime | None = None
    charset: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    status: int = 200
    format: str = ""
    via: tuple[Document, ...] = ()
    dated: date | None = None
    _parsed: dict[str, Any] = field(default_factory=dict, repr=False)
    _lock: RLock = field(default_factory=RLock, repr=False)

    @cached_property
    def sha256(self) -> str:
        """Hex digest of ``body``."""
        return hashlib.sha256(self.body).hexdigest()

    def holding(self, body: bytes, media_type: str, *, address: str = "") -> Document:
        """Return a document of the same origin with another body, in UTF-8 where it is text."""
        return replace(
            self,
            body=body,
            media_type=media_type,
            address=address or self.address,
            charset="utf-8",
            _parsed={},
            _lock=RLock(),
        )

    def declared(self, format: str) -> Document:
        """Return the document as one of a declared format."""
        return replace(self, format=format, _parsed={}, _lock=RLock())

    def release(self) -> None:
        """Let go of the parsed forms; they are made anew if they are asked for."""
        with self._lock:
            self._parsed.clear()

    def parsed(self, name: str, parse: Callable[[Document], T]) -> T:
        """Return ``parse(self)``, computed once per document and ``name`` whatever the number of threads.

        ``parse`` may itself ask for other parsed forms of the same document.
        """
        with self._lock:
            if name not in self._parsed:
                self._parsed[name] = parse(self)
            result: T = self._parsed[name]
            return result
