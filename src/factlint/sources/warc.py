"""Evidence files: WARC 1.1 (ISO 28500:2017), compressed record by record; how factlint uses its records.

* ``warcinfo``: the run: software, profile, and when it began
* ``response``: an answer with its headers and time; its content encoding is undone, and said so by
  ``X-Archive-Orig-`` headers
  Redirects have records of their own, without their content, before the answer that they led to
* ``revisit``: an answer whose bytes an earlier record holds already
* ``request``: what was asked for to get the answer that it is concurrent to
* ``resource``: a file of the project, or of a clone in it
* ``metadata``: why something could not be read, as JSON

Each answer, resource and failure carries ``Factlint-Key``, a digest of what was asked for.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from factlint.errors import BrokenEvidenceError

KEY = "Factlint-Key"
DATED = "Factlint-Dated"
LOCAL = "urn:factlint:"
KEPT_AS = "X-Archive-Orig-"
_BLANK = 16  # bytes after a record, of which four lines may be blank
_SAID = 120  # characters of what a library says, which may go on to quote the file
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

    Raises BrokenEvidenceError where the file is no WARC file, holds nothing or ends in the middle.
    """
    from warcio.archiveiterator import ArchiveIterator

    end, ended = 0, True
    with reading(path), path.open("rb") as stream:
        records = ArchiveIterator(stream, check_digests=check)
        for record in records:
            if record.format != "warc":
                raise ValueError("its records are of another format")
            size = len(record.content_stream().read())  # before the offset, which skips what is left unread
            offset = records.get_record_offset()
            end = offset + records.get_record_length()
            packed = records.reader.decompressor
            ended = packed is None or packed.eof
            _whole(record)
            yield _entry(record, size, offset, check)
        _ended(stream, end, ended)


def record_at(path: Path, offset: int) -> tuple[Any, bytes]:
    """Return the record that begins at ``offset``, and its payload.

    Raises BrokenEvidenceError, also where its bytes aren't those that its digests name.
    """
    from warcio.archiveiterator import ArchiveIterator

    with reading(path), path.open("rb") as stream:
        stream.seek(offset)
        records = ArchiveIterator(stream, check_digests=True)
        record = next(iter(records), None)
        if record is None:
            raise EOFError("it holds no record")
        body = record.content_stream().read()
        records.read_to_end()
        _whole(record)
    if record.digest_checker.passed is False:
        address = record.rec_headers.get_header("WARC-Target-URI")
        raise BrokenEvidenceError(
            f"{path}: the bytes of {address} have been changed since they were recorded"
        )
    return record, body


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn the failures of reading an evidence file into BrokenEvidenceError."""
    from warcio.exceptions import ArchiveLoadFailed

    try:
        yield
    except (ArchiveLoadFailed, AttributeError, EOFError, ValueError, zlib.error) as error:
        said = " ".join(str(error).split())
        reason = re.split(r"\. |, first line|[^ -~]", said)[0][:_SAID] or type(error).__name__
        raise BrokenEvidenceError(f"{path}: not a whole WARC file: {reason}") from None
    except OSError as error:
        raise BrokenEvidenceError(f"{path}: can't be read: {error.strerror or error}") from None


def _whole(record: Any) -> None:
    """Raise EOFError where fewer bytes were there to read than the record announces."""
    announced = record.rec_headers.get_header("Content-Length", "").strip()
    if not announced.isdecimal() or record.raw_stream.limit > 0:
        raise EOFError("it ends in the middle of a record")


def _ended(stream: BinaryIO, end: int, ended: bool) -> None:
    """Raise EOFError where the file stops within the last record or at the beginning of one more.

    end: where the last record ends; ended: whether its compression says so
    """
    if not end:
        raise EOFError("it holds no record")
    stream.seek(end)
    if not ended or stream.read(_BLANK).strip(b"\r\n"):
        raise EOFError("it ends in the middle of a record")


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
