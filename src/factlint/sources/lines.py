"""Open lines to hosts: one httpx client a thread, all with one TLS context."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from threading import Lock, local
from typing import TYPE_CHECKING

from factlint.sources import body
from factlint.sources.settings import Network

if TYPE_CHECKING:
    import ssl

    import httpx

    from factlint.sources.gate import Gate


class Lines:
    """Clients by thread: a client a request would cost 25 ms each, a pool shared by all threads more."""

    def __init__(self, network: Network, gate: Gate) -> None:
        self._headers = {"User-Agent": user_agent(network), "Accept-Encoding": body.ACCEPTED}
        self._gate = gate
        self._timeout = network.timeout
        self._local = local()
        self._lock = Lock()
        self._context: ssl.SSLContext | None = None
        self._clients: list[httpx.Client] = []

    @contextmanager
    def get(self, url: httpx.URL, headers: dict[str, str], seconds: float) -> Iterator[httpx.Response]:
        """Send a request; all of it, the reading of its body included, ends within ``seconds``."""
        client = self._client()
        self._local.backend.deadline = time.monotonic() + seconds
        with client.stream("GET", url, headers=headers) as response:
            yield response

    def close(self) -> None:
        """Close all connections of all threads."""
        with self._lock:
            for client in self._clients:
                client.close()
            self._clients.clear()

    def _client(self) -> httpx.Client:
        if not hasattr(self._local, "client"):
            self._local.client, self._local.backend = self._open()
        client: httpx.Client = self._local.client
        return client

    def _open(self) -> tuple[httpx.Client, object]:
        """Make a client that follows no redirect (each hop passes the gate), keeps no cookies, and knows no
        proxy or ``.netrc`` of the environment (they would go around the gate)."""
        import httpx

        from factlint.sources.wire import Transport

        transport = Transport(self._gate, self._tls)
        client = httpx.Client(
            transport=transport,
            headers=self._headers,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            follow_redirects=False,
            trust_env=False,
            timeout=self._timeout,
        )
        with self._lock:
            self._clients.append(client)
        return client, transport.backend

    def _tls(self) -> ssl.SSLContext:
        import httpx

        with self._lock:
            self._context = self._context or httpx.create_ssl_context()
            return self._context


def user_agent(network: Network) -> str:
    """Return the User-Agent (RFC 9110, 10.1.5), with the contact that hosts can complain to."""
    from importlib.metadata import version

    if network.user_agent:
        return network.user_agent
    name = f"factlint/{version('factlint')}"
    return f"{name} ({network.contact})" if network.contact else name
