"""Members of gzip files and ZIP archives, as documents of their own."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePosixPath
from threading import RLock

from factlint.documents.base import Document
from factlint.documents.detect import packing
from factlint.errors import (
    DocumentLimitError,
    NoMatchError,
    SeveralMatchesError,
    TooDeepError,
    UnparseableError,
)

MAX_BYTES = 200 << 20
MAX_MEMBERS = 10_000
MAX_NESTING = 2


def unpacked(document: Document, member: str = "", override: str = "") -> Document:
    """Return the document itself, or, where it is packed, what is packed in it.

    member: a file of a ZIP archive; it may be left out where the archive has only one
    override: the format that is looked for, which tells a spreadsheet from an archive

    Raises NoMatchError and SeveralMatchesError for the member, UnparseableError for a broken archive,
    DocumentLimitError and TooDeepError.
    """
    if not member and not packing(document, override):
        return document
    return document.parsed(f"unpacked:{override}:{member}", lambda it: _unpacked(it, member, override))


def _unpacked(document: Document, member: str, override: str) -> Document:
    for _ in range(MAX_NESTING + 1):
        name = packing(document, "" if member else override)
        if name == "gzip":
            document = _gunzip(document)
        elif name == "zip":
            document, member = _unzip(document, member), ""
        elif member:
            raise NoMatchError(f"{document.address} is no ZIP archive, so it has no member '{member}'")
        else:
            return document
    raise TooDeepError(f"{document.address} holds archives within archives")


def _gunzip(document: Document) -> Document:
    try:
        with gzip.open(io.BytesIO(document.body)) as stream:
            body = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnparseableError(f"{document.address} is a broken gzip file: {error}") from None
    inner = document.address.removesuffix(".gz")
    media_type = "" if "gzip" in document.media_type else document.media_type
    return _inner(document, body, inner, media_type)


def _unzip(document: Document, member: str) -> Document:
    try:
        with zipfile.ZipFile(io.BytesIO(document.body)) as archive:
            info = _member(archive, member, document.address)
            with archive.open(info) as stream:
                body = stream.read(MAX_BYTES + 1)
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, RuntimeError, NotImplementedError) as error:
        raise UnparseableError(f"{document.address} is a ZIP archive that can't be read: {error}") from None
    return _inner(document, body, f"{document.address}/{info.filename}", "")


def _member(archive: zipfile.ZipFile, member: str, address: str) -> zipfile.ZipInfo:
    from factlint.documents.nearest import did_you_mean, listed

    files = [info for info in archive.infolist() if not info.is_dir()]
    if len(files) > MAX_MEMBERS:
        raise DocumentLimitError(f"{address} has more than {MAX_MEMBERS:,} members")
    names = [info.filename for info in files]
    found = [info for info in files if info.filename == member] if member else files
    if not found:
        raise NoMatchError(f"{address} has no member '{member}'", hint=did_you_mean(member, names))
    if len(found) > 1:
        raise SeveralMatchesError(
            f"{address} has {len(found)} members: {listed(names)}", hint="name one: 'member:'"
        )
    return found[0]


def _inner(outer: Document, body: bytes, address: str, media_type: str) -> Document:
    if len(body) > MAX_BYTES:
        raise DocumentLimitError(f"{outer.address} unpacks to more than {MAX_BYTES >> 20} MiB")
    suffix = PurePosixPath(address).suffix
    return replace(
        outer,
        body=body,
        address=address if suffix else outer.address,
        media_type=media_type,
        format="" if outer.format in ("gzip", "zip") else outer.format,
        _parsed={},
        _lock=RLock(),
    )
