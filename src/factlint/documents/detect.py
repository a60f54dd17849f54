"""Name the format of a document by what was declared, its signature, media type, extension and content."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from factlint.documents.base import Document

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"PAR1", "parquet"),
)
_MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "text/json": "json",
    "text/csv": "csv",
    "application/csv": "csv",
    "application/vnd.sdmx.data+csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/gzip": "gzip",
    "application/x-gzip": "gzip",
    "application/zip": "zip",
    "application/vnd.sqlite3": "sqlite",
    "application/vnd.apache.parquet": "parquet",
}
_EXTENSIONS = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".geojson": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".xml": "xml",
    ".txt": "text",
    ".md": "text",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".ods": "ods",
    ".gz": "gzip",
    ".zip": "zip",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".parquet": "parquet",
}
_NAMES = {
    "html": "an HTML page",
    "json": "JSON",
    "xml": "XML",
    "text": "plain text",
    "pdf": "a PDF file",
    "zip": "a ZIP archive",
    "gzip": "a gzip file",
    "sqlite": "an SQLite database",
    "parquet": "a Parquet file",
    "binary": "binary data",
}
_SHEETS = ("xlsx", "ods")
_PACKED = ("gzip", "zip")  # what is said of a body that was unpacked on its way
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_SNIFFED = 2048
_HTML_TAGS = b"!--|!doctype html|head|body|meta|title|div|p|table|h[1-6]|ul|ol|section|article|main|span"
_HTML_START = re.compile(rb"<(?:" + _HTML_TAGS + rb")(?![\w:.-])")

BINARY = ("gzip", "ods", "parquet", "sqlite", "xlsx", "zip")
"""The formats that hold no text of their own."""

MARKUP = (_NAMES["html"], _NAMES["xml"])
"""What ``looks_like`` says of documents that have elements."""

FORMATS = tuple(sorted({*_MEDIA_TYPES.values(), *_EXTENSIONS.values()}))
"""The names that ``format:`` may use."""


def detect(document: Document, override: str = "") -> str:
    """Return the format's name, one of ``FORMATS``.

    What was declared wins (``override``, then the source's own ``format``), then a signature that can't be
    mistaken, the media type, the address's extension, and at last the content.
    """
    declared = override or document.format
    if declared:
        return declared
    media = _by_media_type(document.media_type)
    extension = _EXTENSIONS.get(_suffix(document.address), "")
    signature = _by_signature(document.body)
    if signature == "zip":
        return (
            next((name for name in (media, extension) if name in _SHEETS), "")
            or _spreadsheet(document)
            or "zip"
        )
    if media == "html" and _is_xml(document.body):
        return "xml"
    told = next((name for name in (media, extension) if name and name not in _PACKED), "")
    return signature or told or _text_format(document.body)


def packing(document: Document, override: str = "") -> str:
    """Return "gzip" or "zip" where the document is packed, else "". A spreadsheet is no archive."""
    signature = _by_signature(document.body)
    if signature == "gzip":
        return signature
    packed = signature == "zip" and detect(document, override) not in _SHEETS
    return signature if packed else ""


def looks_like(document: Document) -> str:
    """Return what the content looks like, in words for a message, whatever was declared of it."""
    if not document.body.strip():
        return "nothing"
    if _spreadsheet(document):
        return "a spreadsheet"
    return _NAMES[_by_signature(document.body) or _sniff(document.body)]


def _spreadsheet(document: Document) -> str:
    """Return "xlsx" or "ods" where a ZIP archive holds what makes it one, else "".

    The parts are those of ISO/IEC 29500-2 (Excel's usual place) and of OpenDocument 1.2, part 3, 3.3.
    """
    if not document.body.startswith(b"PK\x03\x04"):
        return ""
    return document.parsed("spreadsheet", lambda it: _parts(it.body))


def _parts(body: bytes) -> str:
    if body[30:].startswith(b"mimetype" + _ODS):
        return "ods"
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return "xlsx" if "xl/workbook.xml" in archive.namelist() else ""
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""


def _by_signature(body: bytes) -> str:
    return next((name for start, name in _SIGNATURES if body.startswith(start)), "")


def _by_media_type(media_type: str) -> str:
    if media_type.endswith("+json"):
        return "json"
    if media_type.endswith("+xml") and media_type != "application/xhtml+xml":
        return "xml"
    return _MEDIA_TYPES.get(media_type, "")


def _suffix(address: str) -> str:
    return PurePosixPath(urlsplit(address).path).suffix.lower()


def _is_xml(body: bytes) -> bool:
    """Whether a body that is served as a page says itself that it is XML, and no page."""
    return body.removeprefix(b"\xef\xbb\xbf").startswith(b"<?xml") and _sniff(body) == "xml"


def _text_format(body: bytes) -> str:
    sniffed = _sniff(body)
    return "text" if sniffed == "binary" else sniffed


def _sniff(body: bytes) -> str:
    start = body[:_SNIFFED].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"{", b"[")):
        return "json"
    if b"<html" in start or start.startswith(b"<!doctype html"):
        return "html"
    if start.startswith(b"<"):
        return "html" if _HTML_START.match(start) else "xml"
    utf16 = body.startswith((b"\xff\xfe", b"\xfe\xff"))
    return "binary" if b"\x00" in start and not utf16 else "text"
