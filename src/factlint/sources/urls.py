"""Web addresses, read as browsers do (WHATWG URL, by pydantic's parser): hosts in ASCII, numeric hosts as
IP addresses, the rest percent-encoded."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from pydantic_core import Url, ValidationError

from factlint.errors import BlockedAddressError

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Target:
    """What to connect to and what to ask for there.

    host: a name in ASCII or an IP address without brackets; target: path and query
    """

    scheme: str
    host: str
    port: int
    target: str
    userinfo: bool = False

    @property
    def authority(self) -> str:
        """The host, and the port where it isn't the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS.get(self.scheme) else f"{host}:{self.port}"

    @property
    def origin(self) -> tuple[str, str, int]:
        """What a credential may not leave (RFC 6454)."""
        return self.scheme, self.host, self.port

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def parse(text: str, base: str = "") -> Target:
    """Read an address, relative to ``base`` if given; its fragment is dropped. Raises BlockedAddressError."""
    try:
        url = Url(urljoin(base, text.strip()) if base else text)
    except (ValidationError, ValueError) as error:
        reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise BlockedAddressError(
            f"the address can't be read: {reason}", hint="write a full http or https address"
        ) from None
    return Target(
        scheme=url.scheme,
        host=(url.host or "").strip("[]"),
        port=url.port or 0,
        target=(url.path or "/") + ("" if url.query is None else f"?{url.query}"),
        userinfo=bool(url.username or url.password),
    )
