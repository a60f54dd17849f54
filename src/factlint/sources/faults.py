"""Tell from a status or a broken connection which error it is, and what to do."""

from __future__ import annotations

import ssl
from http import HTTPStatus

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

_GOOD = (200, 203)
_EMPTY = (204, 205)
_LATER = (202, 408, 425)


def of_status(status: int, wait: float) -> SourceProblem | None:
    """Return what a status means for a source, or ``None`` if it is a success. ``wait``: Retry-After."""
    if status in _GOOD:
        return None
    if status in _EMPTY:
        return of_empty(status)
    found = _of_failure(status, wait)
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
        return RateLimitedError(
            f"{named}{_asking(wait)}", hint="lower network.rate or raise the source's ttl"
        )
    if status in _LATER or status >= 500:
        return ServerFaultError(f"{named}{_asking(wait)}", hint="try again later")
    if status in (401, 403):
        return RefusedError(named, hint="the source may need a credential in its headers, or network.contact")
    return RefusedError(named, hint="open the address in a browser and check what it wants")


def _asking(wait: float) -> str:
    return f", asking for {wait:.0f} s of patience" if wait else ""


def _named(status: int) -> str:
    try:
        return f"HTTP {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"HTTP {status}"
