"""Open lines to hosts: one set of connections a thread, all with one TLS context."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from threading import Lock, local
from typing import TYPE_CHECKING

from factlint.sources import body
from factlint.sources.settings import Network

if TYPE_CHECKING:
    import ssl

    import httpx

    from factlint.sources.gate import Gate
    from factlint.sources.urls import Target
    from factlint.sources.wire import Wire


class Lines:
    """Clients by thread: one a request would cost 25 ms each, one for all threads is slower by far."""

    def __init__(self, network: Network, gate: Gate) -> None:
        self._headers = {
            "user-agent": user_agent(network),
            "accept": "*/*",
            "accept-encoding": body.ACCEPTED,
        }
        self._gate = gate
        self._local = local()
        self._lock = Lock()
        self._context: ssl.SSLContext | None = None
        self._wires: list[Wire] = []

    def get(
        self, target: Target, headers: dict[str, str], seconds: float
    ) -> AbstractContextManager[httpx.Response]:
        """Send a request; see ``Wire.get``. Names of ``headers`` are in lower case."""
        fields = {**self._headers, **headers, "accept-encoding": body.ACCEPTED}
        encoded = [(name.encode(), value.encode()) for name, value in fields.items()]
        return self._wire().get(target, encoded, seconds)

    def close(self) -> None:
        """Close all connections of all threads."""
        with self._lock:
            for wire in self._wires:
                wire.close()
            self._wires.clear()

    def _wire(self) -> Wire:
        if not hasattr(self._local, "wire"):
            from factlint.sources.wire import Wire

            self._local.wire = Wire(self._gate, self._tls)
            with self._lock:
                self._wires.append(self._local.wire)
        wire: Wire = self._local.wire
        return wire

    def _tls(self) -> ssl.SSLContext:
        with self._lock:
            self._context = self._context or tls_context()
            return self._context


def tls_context() -> ssl.SSLContext:
    """Return a context that trusts the authorities of ``SSL_CERT_FILE``, or else those of certifi."""
    import ssl

    import certifi

    return ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE") or certifi.where())


def user_agent(network: Network) -> str:
    """Return the User-Agent (RFC 9110, 10.1.5), with the contact that hosts can complain to."""
    from factlint.version import __version__

    if network.user_agent:
        return network.user_agent
    name = f"factlint/{__version__}"
    return f"{name} ({network.contact})" if network.contact else name
