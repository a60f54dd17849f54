"""Read a response's body within a limit that counts decompressed bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from factlint.errors import BadEncodingError, TooLargeError

ACCEPTED = "gzip, deflate"

_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_STEP = 2**20


def read(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """Join ``chunks``, undoing one content encoding (RFC 9110, 8.4: gzip, deflate or identity).

    Holds ``limit`` bytes and a mebibyte at most, whatever the compression ratio.
    Raises TooLargeError, BadEncodingError.
    """
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return _join(chunks, limit)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise BadEncodingError(f"the answer has the content encoding '{encoding}', which wasn't asked for")
    try:
        return _inflate(chunks, limit)
    except zlib.error as error:
        raise BadEncodingError(f"the compressed answer is damaged: {error}") from None


def _join(chunks: Iterable[bytes], limit: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        _check(body, limit)
    return bytes(body)


def _inflate(chunks: Iterable[bytes], limit: int) -> bytes:
    body = bytearray()
    inflater = None
    for chunk in chunks:
        while chunk:
            inflater = inflater or zlib.decompressobj(_wbits(chunk))
            body += inflater.decompress(chunk, min(_STEP, limit + 1 - len(body)))
            _check(body, limit)
            chunk = inflater.unconsumed_tail or inflater.unused_data
            if inflater.eof:  # what follows is a further gzip member (RFC 1952, 2.2)
                inflater = None
    if inflater is not None:
        raise BadEncodingError("the compressed answer is cut short")
    return bytes(body)


def _wbits(start: bytes) -> int:
    """Tell gzip and zlib, which have headers, from the raw deflate that some servers send."""
    zlib_header = len(start) > 1 and start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0
    return _GZIP_OR_ZLIB if start[:1] == b"\x1f" or zlib_header else -zlib.MAX_WBITS


def _check(body: bytearray, limit: int) -> None:
    if len(body) > limit:
        raise TooLargeError(
            f"the answer is larger than {limit:,} bytes", hint="narrow the request or raise network.max_bytes"
        )
