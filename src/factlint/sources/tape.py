"""What everything read goes through: straight on, onto an evidence file, or out of one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from factlint.documents.base import Document

Read = Callable[[], Document]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: an address, or ``file:``, ``commit:`` or ``credential:`` and a name.

    headers: those of the source; both with credentials redacted
    """

    address: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What the answer is kept under."""
        return digest(self.address, self.headers)


class Tape:
    """Lets everything through.

    keeps: whether what went through can be had from it again
    moment: when the run began or, for a replay, when the recorded one did
    """

    keeps = False

    def __init__(self) -> None:
        self.moment = datetime.now(UTC)

    def through(self, asked: Asked, read: Read) -> Document:
        """Return what was asked for: by ``read``, or as it was recorded. Raises the FL1xx errors."""
        return read()

    def close(self) -> None:
        """End the tape."""

    def drop(self) -> None:
        """End the tape of a run that didn't come to its end."""
        self.close()


def digest(address: str, headers: Mapping[str, str]) -> str:
    """Name a request by a digest, because addresses and headers may be long and hold credentials."""
    fields = sorted((name.lower(), value) for name, value in headers.items())
    return hashlib.sha256(json.dumps([address, fields]).encode()).hexdigest()
