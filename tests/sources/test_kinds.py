from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from factlint.errors import MissingQueryError, OutsideRootError, SourceFileMissingError, TooLargeError
from factlint.sources import BUILT_IN, KINDS, Address
from factlint.sources.base import AddressBase
from factlint.sources.client import Client
from loopback import Loopback, Reply

Make = Callable[..., Client]


def address(**fields: object) -> AddressBase:
    made: AddressBase = TypeAdapter(Address).validate_python(fields)
    return made


def test_every_kind_is_registered_under_its_own_name_and_documented() -> None:
    for kind in BUILT_IN:
        assert KINDS[kind.model_fields["kind"].default] is kind
        assert kind.__doc__
        assert kind.__doc__ != AddressBase.__doc__


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValidationError, match="union_tag_invalid"):
        address(kind="gopher", url="gopher://example.org")


def test_a_file_is_read_from_the_root(client: Make, world: Any) -> None:
    (world.root / "refs").mkdir()
    (world.root / "refs" / "loss.csv").write_text("day,killed\n")
    source = address(kind="file", path="refs/loss.csv")
    document = source.read(client(), {"anything": "ignored"}, None)
    assert (document.body, document.media_type) == (b"day,killed\n", "text/csv")
    assert (document.address, document.retrieved) == ("refs/loss.csv", None)
    assert source.location == "refs/loss.csv"


def test_the_query_fills_the_path_of_a_file(client: Make, world: Any) -> None:
    (world.root / "refs").mkdir()
    (world.root / "refs" / "loss.csv").write_text("day,killed\n")
    source = address(kind="file", path="refs/{table}.csv")
    assert source.read(client(), {"table": "loss"}, None).body == b"day,killed\n"
    with pytest.raises(MissingQueryError, match="no value for"):
        source.read(client(), {}, None)
    with pytest.raises(OutsideRootError):
        source.read(client(), {"table": "../../loss"}, None)


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.json", "application/json"),
        ("a.HTML", "text/html"),
        ("a.csv", "text/csv"),
        ("a.tsv", "text/tab-separated-values"),
        ("a.geojson", "application/geo+json"),
        ("a.csv.gz", "application/gzip"),
        ("a.pdf", "application/pdf"),
        ("a", ""),
        ("a.unheard-of", ""),
    ],
)
def test_a_files_type_follows_its_suffix(client: Make, world: Any, name: str, media_type: str) -> None:
    (world.root / name).write_bytes(b"x")
    assert client().file(name).media_type == media_type


def test_a_file_is_read_once(client: Make, world: Any) -> None:
    (world.root / "a").write_text("first")
    one = client()
    assert one.file("a").body == b"first"
    (world.root / "a").write_text("second")
    assert one.file("a").body == b"first"


def test_files_stay_under_the_root(
    client: Make, world: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("secret")
    (world.root / "link").symlink_to(outside)
    (world.root / "folder").symlink_to(outside.parent)
    beside = os.path.relpath(outside, world.root)
    for path in ("link", "folder/secret.txt", str(outside), beside, f"x/../{beside}"):
        with pytest.raises(OutsideRootError):
            client().file(path)


def test_a_link_within_the_root_is_fine(client: Make, world: Any) -> None:
    (world.root / "real").write_text("words")
    (world.root / "link").symlink_to(world.root / "real")
    assert client().file("link").body == b"words"


def test_what_is_no_file_is_missing(client: Make, world: Any) -> None:
    (world.root / "folder").mkdir()
    os.mkfifo(world.root / "pipe")
    (world.root / "loop").symlink_to("loop")
    for path in ("nowhere", "folder", "pipe", "nul\0byte", "loop", "a" * 5000):
        with pytest.raises(SourceFileMissingError):
            client().file(path)


def test_a_file_over_the_limit_is_refused(client: Make, world: Any) -> None:
    (world.root / "big").write_bytes(bytes(101))
    assert len(client(max_bytes=101).file("big").body) == 101
    with pytest.raises(TooLargeError):
        client(max_bytes=100).file("big")


def test_placeholders_of_a_url_are_filled_and_escaped(client: Make, loopback: Loopback) -> None:
    loopback.routes["/s/a%2F..%2Fb"] = lambda request: Reply(request.path)
    source = address(kind="http", url=loopback.url("/s/{series}?year={year}"))
    document = source.read(client(), {"series": "a/../b", "year": "20&25", "more": "unused"}, None)
    assert document.body == b"/s/a%2F..%2Fb?year=20%2625"


def test_a_missing_query_names_the_placeholder(client: Make) -> None:
    source = address(kind="http", url="https://data.example/{series}")
    with pytest.raises(MissingQueryError, match=r"\{series\}"):
        source.read(client(), {}, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "ftp://example.org/"},
        {"url": "https://exa mple.org/"},
        {"url": "https://example.org/", "headers": {"Bad Name": "x"}},
        {"url": "https://example.org/", "headers": {"X-Key": "a\r\nHost: evil.example"}},
        {"url": "https://example.org/", "verify": False},
    ],
)
def test_malformed_addresses_are_refused_when_read(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        address(kind="http", **fields)
