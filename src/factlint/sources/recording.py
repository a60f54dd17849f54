"""Record everything read into an evidence file (see ``warc``)."""

from __future__ import annotations

import io
import json
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import quote, urlsplit

from factlint.documents.base import Document
from factlint.errors import BrokenEvidenceError, SourceProblem
from factlint.sources import warc
from factlint.sources.tape import Asked, Read, Tape


class Recording(Tape):
    """Writes what goes through; the file appears under its name when the run has ended.

    agent: the User-Agent that requests are sent with
    """

    def __init__(self, path: Path, profile: str, agent: str) -> None:
        super().__init__()
        from warcio.warcwriter import WARCWriter

        self._path = path
        self._part = path.with_name(f"{path.name}.part")
        self._agent = agent
        self._lock = Lock()
        self._written: set[str] = set()
        self._payloads: dict[str, tuple[str, str, str]] = {}
        if path.is_dir():
            raise BrokenEvidenceError(f"{path}: can't be written: it is a folder")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self._part.open("wb")
        except OSError as error:
            raise BrokenEvidenceError(f"{path}: can't be written: {error.strerror}") from None
        self._writer = WARCWriter(self._stream, gzip=True, warc_version="1.1")
        self._begin(profile)

    def through(self, asked: Asked, read: Read) -> Document:
        """Read, and write what was read or why it could not be."""
        try:
            document = read()
        except SourceProblem as problem:
            with self._lock:
                self._failure(asked, problem)
            raise
        with self._lock:
            if asked.key not in self._written:
                self._written.add(asked.key)
                self._document(asked, document)
        return document

    def close(self) -> None:
        """Finish the file."""
        self._stream.close()
        self._part.replace(self._path)

    def drop(self) -> None:
        """Leave no file: half of the evidence would pass for all of it."""
        self._stream.close()
        self._part.unlink(missing_ok=True)

    def _begin(self, profile: str) -> None:
        from factlint.version import __version__

        facts = {
            "software": f"factlint/{__version__}",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "description": "what the verdicts of a check stood on",
            "isPartOf": f"profile {profile}",
        }
        record = self._writer.create_warcinfo_record(self._path.name, facts)
        record.rec_headers.replace_header("WARC-Date", warc.date_of(self.moment))
        self._writer.write_record(record)

    def _document(self, asked: Asked, document: Document) -> None:
        if document.retrieved is None:
            self._resource(asked, document)
            return
        records = [*map(self._redirect, document.via), self._response(asked, document, document.retrieved)]
        for record in records:
            self._writer.write_record(record)
        self._writer.write_record(self._request(asked, records[0]))

    def _redirect(self, hop: Document) -> Any:
        head = {"WARC-Date": warc.date_of(hop.retrieved or self.moment), "WARC-Truncated": "unspecified"}
        return self._writer.create_warc_record(
            hop.address,
            "response",
            payload=io.BytesIO(),
            length=0,
            http_headers=_answered(hop),
            warc_headers_dict=head,
        )

    def _response(self, asked: Asked, document: Document, retrieved: datetime) -> Any:
        """Return a response record, or a revisit where an earlier record has the same bytes."""
        head = {"WARC-Date": warc.date_of(retrieved), warc.KEY: asked.key}
        known = self._payloads.get(document.sha256)
        if known:
            return self._writer.create_revisit_record(
                document.address, *known, http_headers=_answered(document), warc_headers_dict=head
            )
        record = self._writer.create_warc_record(
            document.address,
            "response",
            payload=io.BytesIO(document.body),
            length=len(document.body),
            http_headers=_answered(document),
            warc_headers_dict=head,
        )
        payload = record.rec_headers.get_header("WARC-Payload-Digest")
        self._payloads[document.sha256] = (payload, document.address, head["WARC-Date"])
        return record

    def _request(self, asked: Asked, response: Any) -> Any:
        from warcio.statusandheaders import StatusAndHeaders

        place = urlsplit(asked.address)
        target = (place.path or "/") + (f"?{place.query}" if place.query else "")
        fields = [("Host", place.netloc), ("User-Agent", self._agent), *asked.headers.items()]
        head = {
            "WARC-Date": response.rec_headers.get_header("WARC-Date"),
            "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
        }
        line = StatusAndHeaders(f"GET {target} HTTP/1.1", fields, is_http_request=True)
        return self._writer.create_warc_record(
            asked.address, "request", http_headers=line, warc_headers_dict=head
        )

    def _resource(self, asked: Asked, document: Document) -> None:
        head = {"WARC-Date": warc.date_of(self.moment), warc.KEY: asked.key}
        if document.dated:
            head[warc.DATED] = document.dated.isoformat()
        record = self._writer.create_warc_record(
            f"{warc.LOCAL}{quote(document.address)}",
            "resource",
            payload=io.BytesIO(document.body),
            length=len(document.body),
            warc_content_type=document.media_type or "application/octet-stream",
            warc_headers_dict=head,
        )
        self._writer.write_record(record)

    def _failure(self, asked: Asked, problem: SourceProblem) -> None:
        head = {"WARC-Date": warc.date_of(self.moment), warc.KEY: asked.key}
        told = {"code": problem.code, "message": problem.message, "hint": problem.hint}
        local = "://" not in asked.address
        body = json.dumps(told, ensure_ascii=False).encode()
        record = self._writer.create_warc_record(
            f"{warc.LOCAL}{quote(asked.address)}" if local else asked.address,
            "metadata",
            payload=io.BytesIO(body),
            length=len(body),
            warc_content_type="application/json",
            warc_headers_dict=head,
        )
        self._writer.write_record(record)


def _answered(document: Document) -> Any:
    """Return the answer's status line and headers, those set aside that no longer tell of the bytes."""
    from warcio.statusandheaders import StatusAndHeaders

    fields = [
        (f"{warc.KEPT_AS}{name}" if name.lower() in warc.UNDONE else name, value)
        for name, value in document.headers
    ]
    fields.append(("Content-Length", str(len(document.body))))
    status = f"{document.status} {HTTPStatus(document.status).phrase}"
    return StatusAndHeaders(status, fields, protocol="HTTP/1.1")
