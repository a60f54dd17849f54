from __future__ import annotations

from ipaddress import ip_address, ip_network

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.errors import BlockedAddressError, NameLookupError
from factlint.sources.gate import Gate, is_public
from factlint.sources.settings import Network
from factlint.sources.urls import parse

PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
NOT_PUBLIC = [
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.8",
    "192.0.2.7",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a00:1",
    "64:ff9b:1::a00:1",
    "2001:db8::1",
    "2001:0:53aa:64c:0:fffe:f5ff:fffe",
    "2002:a00:1::",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_pass(text: str) -> None:
    assert is_public(ip_address(text))


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_special_addresses_are_refused(text: str) -> None:
    assert not is_public(ip_address(text))


@settings(max_examples=100)
@given(st.ip_addresses(v=4))
def test_an_embedded_address_counts_as_itself(ip: object) -> None:
    inner = int(ip)  # type: ignore[call-overload]
    mapped, translated = ip_address((0xFFFF << 32) | inner), ip_address((0x64FF9B << 96) | inner)
    assert is_public(mapped) == is_public(translated) == is_public(ip)  # type: ignore[arg-type]


def gate(answer: list[str], **network: object) -> Gate:
    return Gate(Network.model_validate(network), lambda host, port: answer)


def test_one_private_record_among_public_ones_refuses_the_host() -> None:
    with pytest.raises(BlockedAddressError, match=r"'mixed\.example' is at 10\.0\.0\.1"):
        gate(["8.8.8.8", "10.0.0.1"]).addresses("mixed.example", 443)


def test_all_public_records_are_handed_on_in_order() -> None:
    answer = ["2606:4700:4700::1111", "8.8.8.8"]
    assert gate(answer).addresses("dual.example", 443) == answer


def test_a_scope_does_not_hide_a_link_local_address() -> None:
    with pytest.raises(BlockedAddressError):
        gate(["fe80::1%eth0"]).addresses("scoped.example", 80)


def test_no_record_is_a_lookup_error() -> None:
    with pytest.raises(NameLookupError, match=r"gone\.example"):
        gate([]).addresses("gone.example", 80)


@pytest.mark.parametrize("allowed", ["10.0.0.0/8", "10.0.0.1", "wiki.example", "example"])
def test_configuration_may_allow_private_addresses(allowed: str) -> None:
    assert gate(["10.0.0.1"], allow_private=allowed).addresses("wiki.example", 80) == ["10.0.0.1"]


@pytest.mark.parametrize("allowed", ["10.1.0.0/16", "iki.example", "wiki.example.org"])
def test_what_is_allowed_is_no_wider_than_written(allowed: str) -> None:
    with pytest.raises(BlockedAddressError):
        gate(["10.0.0.1"], allow_private=allowed).addresses("wiki.example", 80)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://example.org/x", "scheme 'ftp'"),
        ("file:///etc/passwd", "scheme 'file'"),
        ("javascript:alert(1)", "scheme 'javascript'"),
        ("https:", "can't be read"),
        ("/only/a/path", "can't be read"),
        ("http://1.2.3.4.5/", "can't be read"),
        ("http://user:pass@example.org/", "user name or password"),
    ],
)
def test_only_plain_web_addresses_are_admitted(url: str, reason: str) -> None:
    with pytest.raises(BlockedAddressError, match=reason):
        gate([]).admit(parse(url))


def test_a_list_of_hosts_closes_all_others() -> None:
    listed = gate([], allow_hosts=["Data.example"])
    listed.admit(parse("https://data.example/a"))
    listed.admit(parse("https://api.data.example/a"))
    with pytest.raises(BlockedAddressError, match="allow_hosts"):
        listed.admit(parse("https://metadata.example/a"))


def test_private_networks_must_be_networks() -> None:
    with pytest.raises(ValueError, match="host bits"):
        Network(allow_private=("10.0.0.1/8",))
    assert ip_network(Network(allow_private=("fd00::/8",)).allow_private[0]).version == 6


@pytest.mark.parametrize("port", [0, 22, 25, 6667])
def test_ports_of_other_protocols_are_refused(port: int) -> None:
    with pytest.raises(BlockedAddressError, match=f"port {port} belongs to another protocol"):
        gate([]).admit(parse(f"http://pages.example:{port}/"))


@pytest.mark.parametrize("url", ["http://a.example/", "https://a.example/", "http://a.example:8080/"])
def test_other_ports_are_admitted(url: str) -> None:
    gate([]).admit(parse(url))
