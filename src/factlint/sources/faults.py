"""Tell from a status or a broken connection which error it is, and what to do."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator, Mapping
from http import HTTPStatus

from factlint.documents.nearest import shortened
from factlint.errors import (
    ConnectionFailedError,
    EmptyBodyError,
    FetchTimeoutError,
    GoneError,
    RateLimitedError,
    RefusedError,
    ServerFaultError,
    SourceProblem,
    TlsError,
)
from factlint.sources.retry import retry_after

_GOOD = (200, 203)
_EMPTY = (204, 205)
LONGEST = 1 << 14
"""The most bytes of a refusal that are read for its words."""

_SAID = 160
_MESSAGES = ("detail", "error_message", "message", "msg", "error", "errors", "title", "label")
_LATER = (202, 408, 425)


def of_status(status: int, headers: Mapping[str, str], now: float) -> SourceProblem | None:
    """Return what a status means for a source, or ``None`` if it is a success.

    headers: their names in lower case; now: the time of day in seconds since 1970
    """
    if status in _GOOD:
        return None
    if status in _EMPTY:
        return of_empty(status)
    asked, spent = headers.get("retry-after", ""), headers.get("x-ratelimit-remaining") == "0"
    wait = retry_after(asked, now) if asked else 0.0
    found = _limited(status, wait) if spent and status == 403 else _of_failure(status, wait)
    found.wait = wait
    return found


def of_empty(status: int) -> SourceProblem:
    """Return the error for a success without content."""
    return EmptyBodyError(
        f"the host answered {_named(status)} with no content", hint="look for the document's own address"
    )


def of_exception(error: BaseException, seconds: float) -> SourceProblem:
    """Return what a failure of httpcore means. ``seconds``: the time that was allowed."""
    import httpcore

    if isinstance(error, httpcore.TimeoutException):
        return FetchTimeoutError(
            f"no full answer within {seconds:g} s", hint="try again later or raise network.timeout"
        )
    cause = error.__cause__ or error.__context__
    if isinstance(cause, ssl.SSLError) or isinstance(error, ssl.SSLError):
        reason = (
            getattr(cause, "verify_message", "") or getattr(cause, "reason", "") or "no secure connection"
        )
        return TlsError(f"TLS failed: {reason}", hint="check the host's certificate")
    reason = str(error) or type(error).__name__
    return ConnectionFailedError(f"the connection failed: {reason}", hint="try again later")


def _of_failure(status: int, wait: float) -> SourceProblem:
    named = _named(status)
    if status in (404, 410):
        return GoneError(named, hint="find where the page moved, or name an archived copy")
    if status == 429:
        return _limited(status, wait)
    if status in _LATER or status >= 500:
        return ServerFaultError(f"{named}{_asking(wait)}", hint="try again later")
    if status in (401, 403):
        return RefusedError(named, hint="the source may need a credential in its headers, or network.contact")
    return RefusedError(named, hint="open the address in a browser and check what it wants")


def _limited(status: int, wait: float) -> SourceProblem:
    return RateLimitedError(
        f"{_named(status)}{_asking(wait)}", hint="lower network.rate or raise the source's ttl"
    )


def words(content: bytes, media_type: str) -> str:
    """Return what the body of a refusal says in words: a JSON object's message (also RFC 9457), or a plain line."""
    if "json" in media_type:
        try:
            said = next(_messages(json.loads(content)), "")
        except (ValueError, RecursionError):
            return ""
    else:
        said = content.decode("utf-8", "replace") if media_type.startswith("text/plain") else ""
    return shortened(said, _SAID)


def _messages(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (message for item in value for message in _messages(item))
    if not isinstance(value, dict):
        return
    for name in _MESSAGES:
        inner = value.get(name)
        if isinstance(inner, str) and inner.strip():
            yield inner
        yield from _messages(inner)


def _asking(wait: float) -> str:
    return f", asking for {wait:.0f} s of patience" if wait else ""


def _named(status: int) -> str:
    try:
        return f"HTTP {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"HTTP {status}"
