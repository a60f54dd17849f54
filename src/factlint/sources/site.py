"""Which hosts belong to one site: those under one registrable domain of the Public Suffix List."""

from __future__ import annotations

from functools import cache
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList


def site(address: str) -> str:
    """Return the registrable domain of a web address (``cnn.com`` of ``https://edition.cnn.com/``).

    It is the host itself where that has none, such as an IP address, and "" for what is no web address.
    """
    host = _host(address)
    if not host or _is_ip(host):
        return host
    return _suffixes().privatesuffix(host) or host


def same_site(one: str, other: str) -> bool:
    """Whether two web addresses belong to one site."""
    ends = [_host(address).split(".")[-2:] for address in (one, other)]
    return ends[0] == ends[1] != [""] and site(one) == site(other)  # the list takes 0.1 s to read


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname if "://" in address else ""
    except ValueError:
        host = ""
    return (host or "").rstrip(".").lower()


def _is_ip(host: str) -> bool:
    try:
        return bool(ip_address(host))
    except ValueError:
        return False


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()
