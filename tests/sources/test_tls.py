"""TLS keeps the name that was asked for while the connection goes to the address that was checked."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from factlint.errors import TlsError
from factlint.sources.client import Client
from loopback import Loopback

Make = Callable[..., Client]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def secure(loopback: Loopback, authority: trustme.CA) -> Loopback:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("data.example").configure_cert(context)
    loopback.secure(context)
    loopback.routes["/x"] = "words"
    return loopback


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))


@pytest.mark.usefixtures("trusted")
def test_the_certificate_is_checked_against_the_name(client: Make, secure: Loopback, world: Any) -> None:
    world.names = {"data.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]}
    one = client()
    assert one.get(secure.url("/x", "data.example")).body == b"words"
    with pytest.raises(TlsError, match=r"other\.example"):
        one.get(secure.url("/x", "other.example"))


def test_an_unknown_authority_is_refused(client: Make, secure: Loopback, world: Any) -> None:
    world.names = {"data.example": ["127.0.0.1"]}
    with pytest.raises(TlsError, match="certificate"):
        client().get(secure.url("/x", "data.example"))
    assert secure.requests == []


def test_plain_http_to_a_secure_port_is_no_answer(client: Make, secure: Loopback) -> None:
    with pytest.raises(Exception, match=r"FL10[35]"):
        client(retries=0).get(secure.url("/x").replace("https", "http"))
