"""The cache of answers: the source's own time-to-live first, RFC 9111 (by hishel) for all else."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.utils import formatdate, parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

from factlint.sources.store import Answer, Fields, NoStore, Store

if TYPE_CHECKING:
    import hishel

Validators = Mapping[str, str]

_UNTOLD = 12 * 3600  # seconds for which an answer that doesn't say counts as fresh (RFC 9111, 4.2.2)


class Send(Protocol):
    """Asks the origin. ``validators`` are meant for ``address``, not for redirects on the way to it.

    Returns an answer of status 200, or of 304 if validators were sent. Raises the FL1xx errors.
    """

    def __call__(self, validators: Validators, address: str) -> Answer: ...  # noqa: D102


class Cache:
    """Answers from the store while they are fresh; after that, asks the origin whether they still hold.

    Fresh is what the source's ``ttl`` says; without one, what the response itself says (RFC 9111, 4.2), and
    for 12 hours where it says nothing.
    Only successes are kept, and never one that says ``no-store``.
    """

    def __init__(self, store: Store | NoStore, clock: Callable[[], float] = time.time) -> None:
        self._store = store
        self._clock = clock

    def get(self, key: str, ttl: float | None, send: Send) -> Answer:
        """Return the kept answer if it may be used without asking; else ask the origin, conditionally where an
        answer is kept, and keep what it says. ``ttl`` in seconds."""
        kept = self._store.find(key)
        if kept is None:
            return self._keep(key, send({}, ""))
        if self._is_fresh(kept, ttl):
            return kept
        answer = send(_validators(kept), kept.address)
        if answer.status != 304:
            return self._keep(key, answer)
        headers = _freshened(kept, answer)
        if headers is None:  # a 304 about some other answer than ours
            return self._keep(key, send({}, ""))
        return self._keep(key, replace(kept, checked=answer.checked, headers=headers, via=answer.via))

    def _is_fresh(self, kept: Answer, ttl: float | None) -> bool:
        age = self._clock() - kept.checked
        return _is_fresh(kept, age) if ttl is None else age < ttl

    def _keep(self, key: str, answer: Answer) -> Answer:
        if _may_be_kept(answer):
            self._store.keep(key, answer)
        return answer


def _may_be_kept(answer: Answer) -> bool:
    """Whether an answer may be stored (RFC 9111, 3). A success may be, unless it says otherwise."""
    if not any(name.lower() == "cache-control" for name, _ in answer.headers):
        return True
    import hishel

    state = hishel.CacheMiss(request=_request(answer), options=_options()).next(_response(answer))
    return isinstance(state, hishel.StoreAndUse)


def _validators(kept: Answer) -> Validators:
    """Return the ETag alone, else Last-Modified verbatim: servers compare these as strings, and some
    mishandle the two together."""
    headers = {name.lower(): value for name, value in kept.headers}
    if "etag" in headers:
        return {"If-None-Match": headers["etag"]}
    if "last-modified" in headers:
        return {"If-Modified-Since": headers["last-modified"]}
    return {}


def _is_fresh(kept: Answer, age: float) -> bool:
    import hishel

    request = _request(kept)
    response = hishel.Response(status_code=kept.status, headers=hishel.Headers(_dated(_fields(kept), age)))
    entry = hishel.Entry(id=uuid.UUID(int=0), request=request, response=response)
    state = hishel.IdleClient(options=_options()).next(request, [entry])
    return isinstance(state, hishel.FromCache)


def _freshened(kept: Answer, update: Answer) -> Fields | None:
    """Return the kept headers updated from a 304 (RFC 9111, 4.3.4), or ``None`` if it isn't about them."""
    import hishel

    request = _request(kept)
    asked = hishel.NeedRevalidation(
        request=request, original_request=request, revalidating_entries=[_entry(kept)], options=_options()
    )
    state = asked.next(_response(update))
    if not isinstance(state, hishel.NeedToBeUpdated):
        return None
    headers = state.updating_entries[0].response.headers
    return tuple((name, value) for name in headers for value in headers.get_list(name) or ())


def _options() -> hishel.CacheOptions:
    return {"shared": False}


def _request(answer: Answer) -> hishel.Request:
    """The key already holds the request's headers, so ``Vary`` has nothing left to tell apart but by ``*``."""
    import hishel

    return hishel.Request(method="GET", url=answer.url)


def _response(answer: Answer) -> hishel.Response:
    import hishel

    return hishel.Response(status_code=answer.status, headers=hishel.Headers(_fields(answer)))


def _fields(answer: Answer) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    for name, value in answer.headers:
        if name.lower() != "vary" or "*" in value:
            fields.setdefault(name.lower(), []).append(value)
    return fields


def _dated(fields: Mapping[str, list[str]], age: float) -> dict[str, list[str]]:
    """Return headers that say how old an answer is by the clock that hishel reads, whatever the host's says.

    age: the seconds for which we have had the answer; those before, in other caches, are told by ``Age``
    """
    before = fields.get("age", [""])[0]
    sent = time.time() - age - (int(before) if before.isascii() and before.isdecimal() else 0)
    span: float = _UNTOLD
    if "expires" in fields:
        dated = fields.get("date", [formatdate(time.time() - age)])
        span = _moment(fields["expires"]) - _moment(dated)
    return {
        **fields,
        "date": [formatdate(sent, usegmt=True)],
        "expires": [formatdate(sent + span, usegmt=True)],
    }


def _moment(values: list[str]) -> float:
    """Return a date of HTTP in seconds since 1970; one that can't be read lies in the past (RFC 9111, 5.3)."""
    try:
        return parsedate_to_datetime(values[0]).timestamp()
    except ValueError:
        return 0.0


def _entry(kept: Answer) -> hishel.Entry:
    import hishel

    return hishel.Entry(id=uuid.UUID(int=0), request=_request(kept), response=_response(kept))
