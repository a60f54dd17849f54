"""What a kind of source is: the address of a place that references are read from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field

from factlint.documents import FORMATS, Document


class Reader(Protocol):
    """What a source kind reads with: the one gate to files and to the network."""

    def get(self, url: str, *, headers: Mapping[str, str] | None = None) -> Document:
        """Fetch a URL: cached, throttled, retried and guarded.

        Raises the FL1xx errors: blocked address, HTTP status, time-out, too large, offline …
        """
        ...

    def file(self, path: str) -> Document:
        """Read a file under the folder of the sources file. Raises FL1xx errors (missing, outside, too large)."""
        ...

    def commit(self, repository: str, file: str, branch: str, at: date | None) -> Document:
        """Read a file as the last commit on or before a day left it, in a clone under the folder of the sources file.

        ``None`` reads the newest commit. Raises FL1xx errors (no such commit, outside, too large …).
        """
        ...

    def secret(self, name: str) -> str:
        """Return the credential in environment variable ``name``, which every output redacts.

        Raises MissingCredentialError.
        """
        ...


class AddressBase(BaseModel, ABC):
    """Base of every source kind. A kind sets ``kind: Literal["…"]`` and implements ``read``.

    The docstring of a kind is its page of documentation: what it reads, on which day, and one YAML example.

    settles: whether what it gives can settle a claim; if not, it is shown beside the verdict
    fresh: how long an answer counts as fresh where the source sets no ``ttl``; ``None``: as it says itself
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    settles: ClassVar[bool] = True
    fresh: ClassVar[timedelta | None] = timedelta(hours=12)

    kind: str
    format: Literal[("", *FORMATS)] = Field(  # type: ignore[valid-type]
        "", description="What the document is, where its media type and content mislead."
    )

    def document(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Read the document, as the format that the source declares. Raises as ``read``."""
        found = self.read(reader, query, at)
        return found.declared(self.format) if self.format else found

    @property
    def vintages(self) -> bool:
        """Whether the kind itself can give the document as it stood on a day. If not, ``at`` is ignored, and
        the selector looks for the as-of row in the one document."""
        return False

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Return the fields by which this kind reads a web address that people use, ``None`` if it doesn't.

        The fields are those of the source, without ``kind``.
        """
        return None

    @abstractmethod
    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch the document. ``query``: what the reference asks of this source (property, series …)."""

    @property
    @abstractmethod
    def location(self) -> str:
        """The address as people name it: a URL or a path."""
