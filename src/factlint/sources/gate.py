"""The fetch gate: which addresses may be connected to."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from functools import cached_property
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Any

from factlint.errors import BlockedAddressError, NameLookupError
from factlint.sources.settings import Network, covers
from factlint.sources.urls import Target

IP = IPv4Address | IPv6Address
Resolver = Callable[[str, int], Sequence[str]]

_NAT64 = IPv6Network("64:ff9b::/96")
# Special by their registries, but global to the ipaddress module of some Python versions:
# protocol assignments, the old 6to4 relays and tunnels, site-local.
_SPECIAL = tuple(ip_network(text) for text in ("192.0.0.0/24", "192.88.99.0/24", "2002::/16", "fec0::/10"))
# Ports of other protocols, which a request must not be smuggled into (WHATWG Fetch, "bad port").
_FOREIGN_PORTS = frozenset(
    int(port)
    for port in """
    0 1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119
    123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989
    990 993 995 1719 1720 1723 2049 3659 4045 4190 5060 5061 6000 6566 6665 6666 6667 6668 6669 6679 6697 10080
    """.split()
)


def resolve(host: str, port: int) -> list[str]:
    """Return every A and AAAA record of ``host``, in the system's order of preference."""
    records = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(record[4][0]) for record in records))


class Gate:
    """Decides on addresses. ``addresses`` is asked by the transport at the moment of connecting, so that
    the address that was checked is the one that is connected to."""

    def __init__(self, network: Network, resolver: Resolver = resolve) -> None:
        self._network = network
        self._resolver = resolver

    def admit(self, url: Target) -> None:
        """Check what the URL itself shows. Raises BlockedAddressError."""
        if url.scheme not in ("http", "https"):
            raise BlockedAddressError(
                f"the scheme '{url.scheme}' is not fetched", hint="write an http or https address"
            )
        if not url.host:
            raise BlockedAddressError("the address has no host", hint="write a full http or https address")
        if url.userinfo:
            raise BlockedAddressError(
                "the address holds a user name or password", hint="send credentials by the source's headers"
            )
        if url.port in _FOREIGN_PORTS:
            raise BlockedAddressError(
                f"port {url.port} belongs to another protocol than HTTP", hint="check the address"
            )
        allowed = self._network.allow_hosts
        if allowed and not covers(allowed, url.host):
            raise BlockedAddressError(
                f"the host '{url.host}' is not one of network.allow_hosts", hint="add it there if it is meant"
            )

    def addresses(self, host: str, port: int) -> list[str]:
        """Resolve a host and check every record. Raises NameLookupError, BlockedAddressError."""
        found = self._lookup(host, port)
        for text in found:
            if not self._permitted(host, ip_address(text.partition("%")[0])):
                raise BlockedAddressError(
                    f"'{host}' is at {text}, which is not a public address",
                    hint="list the host or its network under network.allow_private if it is meant",
                )
        return found

    def _lookup(self, host: str, port: int) -> list[str]:
        try:
            found = list(self._resolver(host, port))
        except (OSError, UnicodeError):
            found = []
        if not found:
            raise NameLookupError(
                f"the host '{host}' was not found", hint="check the spelling, then the connection"
            )
        return found

    def _permitted(self, host: str, ip: IP) -> bool:
        if is_public(ip):
            return True
        names, networks = self._private
        return covers(names, host) or any(ip in network for network in networks)

    @cached_property
    def _private(self) -> tuple[tuple[str, ...], list[Any]]:
        listed = self._network.allow_private
        networks = tuple(text for text in listed if "/" in text or ":" in text or _is_ip(text))
        return tuple(text for text in listed if text not in networks), [ip_network(t) for t in networks]


def is_public(ip: IP) -> bool:
    """Whether an address belongs to the public unicast internet (IANA special-purpose registries).

    An IPv6 address that stands for an IPv4 one (mapped, or through NAT64, RFC 6052) counts as that one.
    """
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return is_public(ip.ipv4_mapped)
        if ip in _NAT64:
            return is_public(IPv4Address(int(ip) & 0xFFFFFFFF))
    if any(ip in network for network in _SPECIAL):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _is_ip(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
