"""Connections: httpx on a transport that connects to the addresses that the gate has checked.

httpx resolves a name when it connects, after anyone else has looked at it; a hostile name server can answer
differently the second time. So the transport asks the gate and connects to its answer, while TLS and the
Host header keep the name.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from factlint.sources.gate import Gate


class Backend(httpcore.NetworkBackend):
    """Opens sockets for one thread. ``deadline`` (monotonic seconds) bounds everything that the thread's
    current request does, so that a host that drips bytes gains no time by it."""

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
                return self._connect(address, port, socket_options, share=len(addresses))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._connect(addresses[-1], port, socket_options)

    def _connect(
        self, address: str, port: int, options: Iterable[Any] | None, share: int = 1
    ) -> httpcore.NetworkStream:
        timeout = self.remaining() / share
        return Stream(self._sockets.connect_tcp(address, port, timeout, socket_options=options), self)


class Stream(httpcore.NetworkStream):
    """A socket whose every operation ends by the deadline of its thread's current request."""

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


class Transport(httpx.BaseTransport):
    """Connection pools for httpx over ``Backend``, one a scheme. Errors are httpcore's own.

    context: gives the TLS context; called for https alone, because making one takes 25 ms
    """

    def __init__(self, gate: Gate, context: Callable[[], ssl.SSLContext]) -> None:
        self.backend = Backend(gate)
        self._context = context
        self._pools: dict[bytes, httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request without a body; the response's body is read by iterating its stream."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        sent = httpcore.Request(request.method, url, headers=request.headers.raw)
        answer = self._pool(url.scheme).handle_request(sent)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), request=request)

    def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            pool.close()

    def _pool(self, scheme: bytes) -> httpcore.ConnectionPool:
        if scheme not in self._pools:
            self._pools[scheme] = httpcore.ConnectionPool(
                ssl_context=self._context() if scheme == b"https" else None,
                max_keepalive_connections=8,
                keepalive_expiry=10,
                network_backend=self.backend,
            )
        return self._pools[scheme]


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        assert not isinstance(self._answer.stream, bytes)
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
