"""One request and what can become of it, against a real server."""

from __future__ import annotations

import gzip
import itertools
import socket
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factlint.errors import (
    BadEncodingError,
    BlockedAddressError,
    BudgetSpentError,
    ConnectionFailedError,
    EmptyBodyError,
    FetchTimeoutError,
    GoneError,
    NameLookupError,
    RateLimitedError,
    RefusedError,
    ServerFaultError,
    SourceProblem,
    TooLargeError,
    TooManyRedirectsError,
)
from factlint.sources.client import Client
from loopback import Loopback, Reply, Request

Make = Callable[..., Client]


def to(location: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": location})


def test_a_document_tells_where_it_came_from(client: Make, loopback: Loopback, world: object) -> None:
    loopback.routes["/page"] = Reply("<p>é</p>", headers={"Content-Type": "Text/HTML; charset=ISO-8859-1"})
    document = client().get(loopback.url("/page#part"))
    assert (document.media_type, document.charset) == ("text/html", "iso-8859-1")
    assert document.address == loopback.url("/page")
    assert document.retrieved == datetime.fromtimestamp(1_756_000_000, UTC)
    assert document.status == 200
    assert dict(document.headers)["Content-Type"] == "Text/HTML; charset=ISO-8859-1"


def test_an_answer_without_a_type_has_none(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply("words")
    assert client().get(loopback.url("/x")).media_type == ""


def test_the_user_agent_names_a_contact(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = "words"
    client(contact="mailto:desk@example.org").get(loopback.url("/x"))
    agent = loopback.requests[0].headers["user-agent"]
    assert agent.startswith("factlint/")
    assert agent.endswith("(mailto:desk@example.org)")


def test_redirects_are_followed_relative_and_absolute(client: Make, loopback: Loopback) -> None:
    loopback.routes |= {"/a": to("b/c", 301), "/b/c": to(loopback.url("/end"), 308), "/end": "here"}
    document = client().get(loopback.url("/a"))
    assert (document.body, document.address) == (b"here", loopback.url("/end"))


def test_a_redirect_in_bare_utf8_is_understood(client: Make, loopback: Loopback) -> None:
    loopback.routes |= {"/a": to("/caf\u00c3\u00a9"), "/caf%C3%A9": "here"}
    assert client().get(loopback.url("/a")).body == b"here"


def test_a_circle_of_redirects_ends(client: Make, loopback: Loopback) -> None:
    loopback.routes |= {"/a": to("/b"), "/b": to("/a")}
    with pytest.raises(TooManyRedirectsError, match=r"the last to http\S+/a \("):
        client(max_redirects=3).get(loopback.url("/a"))
    assert len(loopback.requests) == 4


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:169.254.169.254]/",
        "http://0/",
        "http://inside.example/",
        "//inside.example/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "http://user:secret@example.org/",
    ],
)
def test_no_redirect_leads_around_the_gate(
    client: Make, loopback: Loopback, world: object, target: str
) -> None:
    world.names = {"inside.example": ["192.168.0.10"], "example.org": ["93.184.216.34"]}  # type: ignore[attr-defined]
    loopback.routes["/a"] = to(target)
    with pytest.raises(BlockedAddressError):
        client().get(loopback.url("/a"))


def test_the_address_that_was_checked_is_the_one_connected_to(client: Make, loopback: Loopback) -> None:
    """A name that answers differently each time is asked once a connection, and its answer is used."""
    from factlint.sources.settings import Network

    answers = iter([["127.0.0.1"], ["169.254.169.254"]])
    asked = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    network = Network(allow_private=("127.0.0.1",), rate=0, cache="")
    loopback.routes |= {"/a": "one", "/b": Reply("two", headers={"Connection": "close"}), "/c": "three"}
    with Client(network, Path(), resolver=rebinding) as rebound:
        assert rebound.get(loopback.url("/a", "rebind.example")).body == b"one"
        assert rebound.get(loopback.url("/b", "rebind.example")).body == b"two"
        assert asked == ["rebind.example"]
        with pytest.raises(BlockedAddressError, match=r"169\.254\.169\.254"):
            rebound.get(loopback.url("/c", "rebind.example"))
    assert [request.headers["host"].split(":")[0] for request in loopback.requests] == ["rebind.example"] * 2


def test_the_next_address_is_tried_when_one_is_dead(client: Make, loopback: Loopback, world: object) -> None:
    world.names = {"two.example": ["127.9.9.9", "127.0.0.1"]}  # type: ignore[attr-defined]
    loopback.routes["/x"] = "alive"
    assert client().get(loopback.url("/x", "two.example")).body == b"alive"


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (202, ServerFaultError),
        (204, EmptyBodyError),
        (206, RefusedError),
        (304, RefusedError),
        (400, RefusedError),
        (401, RefusedError),
        (403, RefusedError),
        (404, GoneError),
        (410, GoneError),
        (429, RateLimitedError),
        (500, ServerFaultError),
        (503, ServerFaultError),
        (599, ServerFaultError),
    ],
)
def test_every_status_has_its_error(
    client: Make, loopback: Loopback, status: int, error: type[SourceProblem]
) -> None:
    loopback.routes["/x"] = Reply(b"", status)
    with pytest.raises(error, match=rf"^FL1\d\d {loopback.url('/x')}: .*HTTP {status}"):
        client(retries=0).get(loopback.url("/x"))


def test_success_without_content_is_a_failure(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply(b"", headers={"Content-Type": "text/html"})
    with pytest.raises(EmptyBodyError):
        client().get(loopback.url("/x"))


def test_an_unknown_host_and_a_closed_port_differ(client: Make) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        with pytest.raises(ConnectionFailedError):
            client(retries=0).get(f"http://127.0.0.1:{port}/")
    with pytest.raises(NameLookupError):
        client(retries=0).get("http://nowhere.example/")


def test_a_host_that_drips_gains_no_time(client: Make, loopback: Loopback) -> None:
    def drip() -> Iterator[bytes]:
        import time

        for _ in range(500):
            time.sleep(0.02)
            yield b"x"

    loopback.routes["/x"] = Reply(drip())
    with pytest.raises(FetchTimeoutError, match=r"0\.3 s"):
        client(timeout=0.3, retries=0).get(loopback.url("/x"))


def test_an_answer_cut_short_is_no_answer(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply(b"half", headers={"Content-Length": "8", "Connection": "close"})
    with pytest.raises(ConnectionFailedError):
        client(retries=0).get(loopback.url("/x"))


def test_the_budget_of_a_run_ends_it(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = "words"
    with pytest.raises(BudgetSpentError):
        client(budget=1e-9).get(loopback.url("/x"))
    assert loopback.requests == []


def test_an_endless_body_is_cut_off(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply(itertools.repeat(b"x" * 4096))
    with pytest.raises(TooLargeError, match="100,000"):
        client(max_bytes=100_000).get(loopback.url("/x"))


def test_a_compressed_body_counts_as_decompressed(client: Make, loopback: Loopback) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    loopback.routes["/bomb"] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(TooLargeError):
        client(max_bytes=1_000_000).get(loopback.url("/bomb"))


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(b"words", mtime=0)),
        ("x-gzip", gzip.compress(b"wor", mtime=0) + gzip.compress(b"ds", mtime=0)),
        ("deflate", zlib.compress(b"words")),
        ("deflate", raw_deflate(b"words")),
        ("identity", b"words"),
    ],
)
def test_content_encodings_are_undone(client: Make, loopback: Loopback, encoding: str, packed: bytes) -> None:
    loopback.routes["/x"] = Reply(packed, headers={"Content-Encoding": encoding})
    assert client().get(loopback.url("/x")).body == b"words"


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("br", b"\x0b"),
        ("gzip, gzip", b"x"),
        ("gzip", b"words"),
        ("gzip", gzip.compress(b"words", mtime=0)[:-9]),
    ],
)
def test_damaged_or_unasked_encodings_are_refused(
    client: Make, loopback: Loopback, encoding: str, packed: bytes
) -> None:
    loopback.routes["/x"] = Reply(packed, headers={"Content-Encoding": encoding})
    with pytest.raises(BadEncodingError):
        client().get(loopback.url("/x"))


def test_no_cookie_is_kept(client: Make, loopback: Loopback) -> None:
    loopback.routes |= {"/a": Reply("a", headers={"Set-Cookie": "id=7; Path=/"}), "/b": "b"}
    one = client()
    document = one.get(loopback.url("/a"))
    one.get(loopback.url("/b"))
    assert "cookie" not in loopback.requests[1].headers
    assert "set-cookie" not in dict(document.headers)


def test_proxies_of_the_environment_are_ignored(
    client: Make, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    loopback.routes["/x"] = "words"
    assert client().get(loopback.url("/x")).body == b"words"


@pytest.mark.parametrize("url", ["http://", "no address", "http://[::1", "http://a:b/"])
def test_what_is_no_address_is_refused(client: Make, url: str) -> None:
    with pytest.raises(BlockedAddressError):
        client().get(url)


def test_a_callable_route_sees_the_query(client: Make, loopback: Loopback) -> None:
    def echo(request: Request) -> Reply:
        return Reply(request.path)

    loopback.routes["/q"] = echo
    assert client().get(loopback.url("/q?a=1&b=%20")).body == b"/q?a=1&b=%20"


JSON = "application/json"


@pytest.mark.parametrize(
    ("media_type", "body", "words"),
    [
        (JSON, '{"error_code": 400, "error_message": "The series does not exist."}', "The series does not exist."),
        (JSON, '{"error": {"code": 400, "message": "API key not valid."}}', "API key not valid."),
        (JSON, '{"detail": [{"loc": ["query"], "msg": "not a valid date"}]}', "not a valid date"),
        (JSON, '{"error": [{"status": 400, "label": "no such dataset"}]}', "no such dataset"),
        ("application/problem+json", '{"title": "No such area", "status": 400}', "No such area"),
        ("text/plain; charset=utf-8", "Blocked\nby robots.txt", "Blocked by robots.txt"),
        (JSON, '{"detail": "%s"}' % ("x" * 500), "x" * 159 + "…"),
    ],
)  # fmt: skip
def test_a_refusal_is_told_in_the_hosts_own_words(
    client: Make, loopback: Loopback, media_type: str, body: str, words: str
) -> None:
    loopback.routes["/x"] = Reply(body, 400, {"Content-Type": media_type})
    with pytest.raises(RefusedError) as caught:
        client().get(loopback.url("/x"))
    assert caught.value.message == f"{loopback.url('/x')}: HTTP 400 Bad Request: {words}"


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        ("text/html", "<h1>Too many requests</h1>"),
        (JSON, "{broken"),
        (JSON, "[" * 9000),
        (JSON, '{"code": 7}'),
        (JSON, b'{"detail": "' + b"x" * 20_000 + b'"}'),
        (JSON, [b"{", b"x"]),
        ("", b"\xff\x00"),
    ],
)
def test_a_refusal_without_words_is_told_by_its_status(
    client: Make, loopback: Loopback, media_type: str, body: bytes
) -> None:
    loopback.routes["/x"] = Reply(body, 403, {"Content-Type": media_type})
    with pytest.raises(RefusedError) as caught:
        client().get(loopback.url("/x"))
    assert caught.value.message.endswith(": HTTP 403 Forbidden")


def test_a_host_that_refuses_for_a_spent_allowance_is_left_alone(client: Make, loopback: Loopback) -> None:
    headers = {"X-RateLimit-Remaining": "0", "Content-Type": JSON}
    loopback.routes["/x"] = Reply('{"message": "API rate limit exceeded"}', 403, headers)
    with pytest.raises(RateLimitedError, match="HTTP 403 Forbidden: API rate limit exceeded"):
        client(retries=0).get(loopback.url("/x"))
