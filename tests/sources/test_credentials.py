from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from factlint.errors import CredentialScopeError, GoneError, MissingCredentialError, RefusedError
from factlint.sources.client import Client
from factlint.sources.http import HttpAddress
from loopback import Loopback, Reply

Make = Callable[..., Client]
TOKEN = "s3cr3t/t0ken+1"
NAMED = {"API_TOKEN": ("127.0.0.1",)}


@pytest.fixture(autouse=True)
def token(world: Any) -> None:
    world.environment = {"API_TOKEN": TOKEN, "OTHER": "unrelated"}


def test_a_credential_reaches_its_host(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = "words"
    address = HttpAddress(url=loopback.url("/x"), headers={"Authorization": "Bearer ${API_TOKEN}"})
    address.read(client(credentials=NAMED), {}, None)
    assert loopback.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


@pytest.mark.parametrize(("name", "why"), [("OTHER", "not one that sources may use"), ("UNSET", "not set")])
def test_only_named_variables_that_are_set_are_credentials(client: Make, name: str, why: str) -> None:
    with pytest.raises(MissingCredentialError, match=why):
        client(credentials={"UNSET": ("127.0.0.1",)}).secret(name)


def test_a_credential_is_not_sent_to_a_host_that_it_is_not_for(
    client: Make, loopback: Loopback, world: Any
) -> None:
    world.names = {"evil.example": ["127.0.0.1"]}
    one = client(credentials=NAMED)
    secret = one.secret("API_TOKEN")
    url = loopback.url("/x", "evil.example")
    for attempt in (
        lambda: one.get(url, headers={"X-Key": secret}),
        lambda: one.get(f"{url}?key=s3cr3t%2Ft0ken%2B1"),
    ):
        with pytest.raises(CredentialScopeError, match=r"API_TOKEN is not for the host 'evil\.example'"):
            attempt()
    assert loopback.requests == []


def test_a_redirect_to_another_host_carries_none_of_the_sources_headers(
    client: Make, loopback: Loopback, world: Any
) -> None:
    world.names = {"other.example": ["127.0.0.1"]}
    loopback.routes |= {
        "/a": Reply(status=302, headers={"Location": loopback.url("/b", "other.example")}),
        "/b": Reply(status=302, headers={"Location": loopback.url("/c")}),
        "/c": "words",
    }
    one = client(credentials=NAMED)
    headers = {"Authorization": one.secret("API_TOKEN"), "X-Key": "plain", "Accept": "text/csv"}
    assert one.get(loopback.url("/a"), headers=headers).body == b"words"
    first, *others = loopback.requests
    assert {"authorization", "x-key"} <= set(first.headers)
    for request in others:
        assert not {"authorization", "x-key"} & set(request.headers)
        assert request.headers["accept"] == "text/csv"


def test_a_redirect_on_the_same_host_keeps_them(client: Make, loopback: Loopback) -> None:
    loopback.routes |= {"/a": Reply(status=302, headers={"Location": "/b"}), "/b": "words"}
    one = client(credentials=NAMED)
    one.get(loopback.url("/a"), headers={"Authorization": one.secret("API_TOKEN")})
    assert loopback.requests[1].headers["authorization"] == TOKEN


def test_credentials_are_redacted_in_documents_and_errors(
    client: Make, loopback: Loopback, world: Any
) -> None:
    loopback.routes["/x"] = "words"
    one = client(credentials=NAMED, cache="kept")
    one.secret("API_TOKEN")
    query = "?key=s3cr3t%2Ft0ken%2B1"
    assert one.get(loopback.url(f"/x{query}")).address == loopback.url("/x?key=[API_TOKEN]")
    with pytest.raises(GoneError) as caught:
        one.get(loopback.url(f"/gone{query}"))
    assert "s3cr3t" not in str(caught.value)
    assert "[API_TOKEN]" in str(caught.value)
    one.close()
    kept = b"".join(path.read_bytes() for path in (world.root / "kept").iterdir())
    assert b"words" in kept
    assert b"s3cr3t" not in kept


@pytest.mark.parametrize("echo", ["s3cr3t/<&>", "s3cr3t\\/<&>", "s3cr3t/&lt;&amp;&gt;", "s3cr3t%2F%3C%26%3E"])
def test_a_credential_is_redacted_however_it_is_echoed(
    client: Make, loopback: Loopback, world: Any, echo: str
) -> None:
    world.environment = {"API_TOKEN": "s3cr3t/<&>"}
    loopback.routes["/x"] = f"you sent {echo}"
    one = client(credentials=NAMED)
    one.secret("API_TOKEN")
    assert one.get(loopback.url("/x")).body == b"you sent [API_TOKEN]"


def test_a_credential_is_redacted_in_the_words_of_a_refusal(client: Make, loopback: Loopback) -> None:
    said = json.dumps({"message": "x" * 150 + TOKEN})  # cut in the middle of the credential
    loopback.routes["/x"] = Reply(said, 401, {"Content-Type": "application/json"})
    one = client(credentials=NAMED)
    with pytest.raises(RefusedError) as caught:
        one.get(loopback.url("/x"), headers={"X-Key": one.secret("API_TOKEN")})
    assert TOKEN[:3] not in caught.value.message
