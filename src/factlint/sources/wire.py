"""Connections of one thread: an httpx transport that goes where the gate has checked.

An HTTP client resolves a name when it connects, after anyone else has looked at it; a hostile name server can
answer differently the second time. So the transport asks the gate and connects to its answer, while TLS and
the Host header keep the name.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore

from factlint.sources.gate import Gate
from factlint.sources.slim import httpx
from factlint.sources.urls import Target

Headers = list[tuple[bytes, bytes]]


class Wire:
    """Open connections, for one thread.

    The transport is used without a client, which would follow redirects (each hop passes the gate), keep
    cookies, and heed the proxies and the ``.netrc`` of the environment (they would go around the gate).

    context: gives the TLS context; called for https alone, because making one takes 25 ms
    """

    def __init__(self, gate: Gate, context: Callable[[], ssl.SSLContext]) -> None:
        self._backend = Backend(gate)
        self._transport = Transport(self._backend, context)

    @contextmanager
    def get(self, target: Target, headers: Headers, seconds: float) -> Iterator[httpx.Response]:
        """Send a request; all of it, the reading of its body included, ends within ``seconds``.

        Raises httpcore's errors and those of the gate.
        """
        self._backend.deadline = time.monotonic() + seconds
        request = httpx.Request(
            "GET",
            str(target),
            headers=[(b"Host", target.authority.encode()), *headers],
            extensions={"target": target},
        )
        response = self._transport.handle_request(request)
        try:
            yield response
        finally:
            response.close()

    def close(self) -> None:
        """Close every connection."""
        self._transport.close()


class Transport(httpx.BaseTransport):
    """Connection pools over ``Backend``, one a scheme. Errors are httpcore's own."""

    def __init__(self, backend: Backend, context: Callable[[], ssl.SSLContext]) -> None:
        self._backend = backend
        self._context = context
        self._pools: dict[str, httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request without a body, to the very target that the gate has admitted."""
        target: Target = request.extensions["target"]
        url = httpcore.URL(
            scheme=target.scheme.encode(),
            host=target.host.encode(),
            port=target.port,
            target=target.target.encode(),
        )
        sent = httpcore.Request(request.method, url, headers=request.headers.raw)
        answer = self._pool(target.scheme).handle_request(sent)
        return httpx.Response(answer.status, headers=answer.headers, stream=Body(answer), request=request)

    def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, scheme: str) -> httpcore.ConnectionPool:
        if scheme not in self._pools:
            self._pools[scheme] = httpcore.ConnectionPool(
                ssl_context=self._context() if scheme == "https" else None,
                max_keepalive_connections=8,
                keepalive_expiry=10,
                network_backend=self._backend,
            )
        return self._pools[scheme]


class Body(httpx.SyncByteStream):
    """The bytes of an answer as they come in."""

    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        """End the answer, read or not."""
        self._answer.close()


class Backend(httpcore.NetworkBackend):
    """Opens sockets. ``deadline`` (monotonic seconds) bounds everything that the current request does, so
    that a host that drips bytes gains no time by it."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate
        self._sockets = httpcore.SyncBackend()
        self.deadline = 0.0

    def remaining(self) -> float:
        """Return the seconds left. Raises httpcore.TimeoutException."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time for this request is over")
        return left

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first checked address that answers."""
        addresses = self._gate.addresses(host, port)
        for address in addresses[:-1]:
            try:
                return self._connect(address, port, share=len(addresses))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(addresses[-1], port)

    def _connect(self, address: str, port: int, share: int = 1) -> httpcore.NetworkStream:
        return Stream(self._sockets.connect_tcp(address, port, self.remaining() / share), self)


class Stream(httpcore.NetworkStream):
    """A socket whose every operation ends by the deadline of the current request."""

    def __init__(self, inner: httpcore.NetworkStream, backend: Backend) -> None:
        self._inner = inner
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: D102
        return self._inner.read(max_bytes, self._backend.remaining())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: D102
        self._inner.write(buffer, self._backend.remaining())

    def close(self) -> None:  # noqa: D102
        self._inner.close()

    def start_tls(  # noqa: D102
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._backend.remaining())
        return Stream(inner, self._backend)

    def get_extra_info(self, info: str) -> Any:  # noqa: D102
        return self._inner.get_extra_info(info)
