"""Evidence files: WARC 1.1 (ISO 28500:2017), compressed record by record; how factlint uses its records.

* ``warcinfo``: the run: software, profile, and when it began
* ``response``: an answer with its headers and time; its content encoding is undone, and said so by
  ``X-Archive-Orig-`` headers
* ``revisit``: an answer whose bytes an earlier record holds already
* ``request``: what was asked for to get the answer that it is concurrent to
* ``resource``: a file of the project, or of a clone in it
* ``metadata``: why something could not be read, as JSON

Each answer, resource and failure carries ``Factlint-Key``, a digest of what was asked for.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from factlint.errors import BrokenEvidenceError

KEY = "Factlint-Key"
LOCAL = "urn:factlint:"
KEPT_AS = "X-Archive-Orig-"
UNDONE = ("content-encoding", "content-length", "transfer-encoding")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of an evidence file.

    kind: its WARC type; address: a URL, or a path of the project
    offset: where it begins in the file; size: bytes of its payload
    intact: whether its bytes are those that its digests name; ``None`` where they weren't read
    """

    kind: str
    address: str
    date: str
    status: str
    media_type: str
    size: int
    digest: str
    key: str
    offset: int
    refers_to: str
    intact: bool | None


def entries(path: Path, *, check: bool = False) -> Iterator[Entry]:
    """Yield the file's records in order; with ``check`` their bytes are held against their digests.

    Raises BrokenEvidenceError where the file is no WARC file or ends in the middle.
    """
    from warcio.archiveiterator import ArchiveIterator

    with reading(path), path.open("rb") as stream:
        records = ArchiveIterator(stream, check_digests=check)
        for record in records:
            size = len(record.content_stream().read())  # before the offset, which skips what is left unread
            yield _entry(record, size, records.get_record_offset(), check)


def record_at(path: Path, offset: int) -> tuple[Any, bytes]:
    """Return the record that begins at ``offset``, and its payload. Raises BrokenEvidenceError."""
    from warcio.archiveiterator import ArchiveIterator

    with reading(path), path.open("rb") as stream:
        stream.seek(offset)
        record = next(iter(ArchiveIterator(stream)))
        return record, record.content_stream().read()


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn the failures of reading an evidence file into BrokenEvidenceError."""
    from warcio.exceptions import ArchiveLoadFailed

    try:
        yield
    except (ArchiveLoadFailed, AttributeError, EOFError, StopIteration, ValueError, zlib.error) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise BrokenEvidenceError(f"{path}: not a whole WARC file: {reason}") from None
    except OSError as error:
        raise BrokenEvidenceError(f"{path}: can't be read: {error.strerror or error}") from None


def moment_of(text: str) -> datetime:
    """Read a WARC-Date."""
    return datetime.fromisoformat(text).astimezone(UTC)


def date_of(moment: datetime) -> str:
    """Write a WARC-Date, with microseconds as WARC 1.1 allows."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _entry(record: Any, size: int, offset: int, check: bool) -> Entry:
    head = record.rec_headers.get_header
    answer = record.http_headers
    address = head("WARC-Target-URI") or ""
    return Entry(
        kind=record.rec_type,
        address=unquote(address.removeprefix(LOCAL)) if address.startswith(LOCAL) else address,
        date=head("WARC-Date") or "",
        status=(answer.get_statuscode() if answer and record.rec_type != "request" else "") or "",
        media_type=(answer.get_header("content-type") if answer else head("Content-Type")) or "",
        size=size,
        digest=head("WARC-Payload-Digest") or "",
        key=head(KEY) or "",
        offset=offset,
        refers_to=head("WARC-Refers-To-Target-URI") or "",
        intact=record.digest_checker.passed is not False if check else None,
    )
