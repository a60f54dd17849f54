"""Read out of an evidence file what a run once read (see ``warc``), with no network and no credentials."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from factlint.documents.base import Document
from factlint.errors import BrokenEvidenceError, FactlintError, NotRecordedError, registry
from factlint.sources import warc
from factlint.sources.client import document_of
from factlint.sources.store import Answer
from factlint.sources.tape import Asked, Read, Tape
from factlint.sources.warc import Entry

_NO_TYPE = "application/octet-stream"


class Replaying(Tape):
    """Gives what was recorded; what wasn't is an error, never fetched.

    Raises BrokenEvidenceError where the file is no evidence file.
    """

    keeps = True

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._entries: dict[str, Entry] = {}
        self._payloads: dict[str, int] = {}
        started = ""
        for entry in warc.entries(path):
            started = started or (entry.date if entry.kind == "warcinfo" else "")
            if entry.key:
                self._entries[entry.key] = entry
            if entry.kind == "response":
                self._payloads[entry.digest] = entry.offset
        if not started or not self._entries:
            raise BrokenEvidenceError(f"{path}: not an evidence file of factlint's")
        self.moment = warc.moment_of(started)

    def through(self, asked: Asked, read: Read) -> Document:
        """Return the recorded document, or raise the recorded failure."""
        entry = self._entries.get(asked.key)
        if entry is None:
            raise NotRecordedError(
                f"{asked.address}: not in {self._path.name}", hint="record anew with --save-evidence"
            )
        record, body = warc.record_at(self._path, entry.offset)
        if entry.kind == "metadata":
            raise _failure(body)
        if entry.kind == "resource":
            kind = "" if entry.media_type == _NO_TYPE else entry.media_type
            made = record.rec_headers.get_header(warc.DATED)
            dated = date.fromisoformat(made) if made else None
            return Document(body=body, media_type=kind, address=entry.address, dated=dated)
        return document_of(self._answer(asked, entry, record, body))

    def _answer(self, asked: Asked, entry: Entry, record: Any, body: bytes) -> Answer:
        if entry.kind == "revisit":
            if entry.digest not in self._payloads:
                raise BrokenEvidenceError(f"{self._path}: the bytes of {entry.address} are missing")
            _, body = warc.record_at(self._path, self._payloads[entry.digest])
        return Answer(
            url=asked.address,
            address=entry.address,
            checked=warc.moment_of(entry.date).timestamp(),
            status=int(entry.status),
            headers=tuple(_headers(record)),
            body=body,
        )


def profile_of(path: Path) -> str:
    """Return the profile that a file was recorded with. Raises BrokenEvidenceError."""
    _, body = warc.record_at(path, 0)
    told = re.search(r"^isPartOf: profile ([^\r\n]*)", body.decode("utf-8", "replace"), re.MULTILINE)
    if not told:
        raise BrokenEvidenceError(f"{path}: not an evidence file of factlint's")
    return told[1]


class Unnamed(Mapping[str, str]):
    """An environment in which every credential is its own name: what a redacted recording holds."""

    def __getitem__(self, name: str) -> str:
        return f"[{name}]"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _headers(record: Any) -> Iterator[tuple[str, str]]:
    """Yield the headers as they came, without the length that the recording wrote last."""
    fields = record.http_headers.headers
    for name, value in fields[:-1]:
        yield name.removeprefix(warc.KEPT_AS), value


def _failure(body: bytes) -> FactlintError:
    try:
        told = json.loads(body)
        return registry()[told["code"]](told["message"], hint=told["hint"])
    except (ValueError, KeyError, TypeError):
        raise BrokenEvidenceError("a recorded failure can't be read") from None
