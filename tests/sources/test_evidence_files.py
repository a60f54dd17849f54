"""Evidence files: what a run read is kept as WARC, and read from there again."""

from __future__ import annotations

import gzip
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from factlint.errors import (
    BrokenEvidenceError,
    GoneError,
    MissingCredentialError,
    NotRecordedError,
    SourceFileMissingError,
    SourceProblem,
)
from factlint.sources.client import Client
from factlint.sources.recording import Recording
from factlint.sources.replaying import Replaying, Unnamed
from factlint.sources.settings import Network
from factlint.sources.warc import entries
from loopback import Loopback, Reply

KEYED = {"credentials": {"KEY": ("127.0.0.1",), "UNSET": ("127.0.0.1",)}}


@pytest.fixture
def saved(world: Any) -> Path:
    path: Path = world.root / "out" / "evidence.warc.gz"
    return path


@pytest.fixture
def recorded(world: Any, saved: Path) -> Callable[..., Any]:
    """Run ``work`` with a client that records; return what it returned."""

    def run(work: Callable[[Client], Any], **settings: object) -> Any:
        world.environment = {"KEY": "s3cr3t"}
        with world.client(tape=Recording(saved, "live", "factlint/test"), **KEYED, **settings) as client:
            return work(client)

    return run


def replayed(world: Any, saved: Path) -> Client:
    """Return a client that can reach nothing but the evidence file."""
    return Client(Network.model_validate({**KEYED, "offline": True, "cache": ""}), world.root / "nowhere", tape=Replaying(saved), environment=Unnamed())  # fmt: skip


def raw(saved: Path) -> list[Any]:
    with saved.open("rb") as stream:
        return [(record.rec_type, record.rec_headers, record.http_headers, record.content_stream().read()) for record in ArchiveIterator(stream, check_digests="raise")]  # fmt: skip


def test_what_was_read_is_read_again(world: Any, loopback: Loopback, saved: Path, recorded: Any) -> None:
    packed = gzip.compress("<p>é</p>".encode("latin-1"))
    head = {"Content-Type": "text/html; charset=latin-1", "Content-Encoding": "gzip", "X-Note": "one"}
    loopback.routes |= {
        "/a": Reply(status=302, headers={"Location": "/b"}),
        "/b": Reply(packed, headers=head),
    }
    first = recorded(lambda client: client.get(loopback.url("/a")))
    again = replayed(world, saved).get(loopback.url("/a"))
    for name in ("body", "media_type", "charset", "address", "retrieved", "headers", "status", "sha256"):
        assert getattr(again, name) == getattr(first, name), name


def test_redirects_are_kept_each_with_its_headers_also_out_of_the_cache(
    world: Any, loopback: Loopback, saved: Path, recorded: Any
) -> None:
    loopback.routes |= {
        "/a": Reply("moved", 302, {"Location": "/b", "X-Hop": "one"}),
        "/b": Reply("moved", 301, {"Location": "/c?key=s3cr3t"}),
        "/c?key=s3cr3t": "words",
        "/c": "words",
    }
    for _ in range(2):
        recorded(lambda client: (client.secret("KEY"), client.get(loopback.url("/a"), ttl=timedelta(days=1))))
        told = [
            (kind, head.get_header("WARC-Target-URI"), http and http.get_statuscode())
            for kind, head, http, _ in raw(saved)
        ]
        assert told[2:] == [
            ("response", loopback.url("/a"), "302"),
            ("response", loopback.url("/b"), "301"),
            ("response", loopback.url("/c?key=[KEY]"), "200"),
            ("request", loopback.url("/a"), "/a"),
        ]
        assert raw(saved)[2][2].get_header("X-Hop") == "one"
        assert b"s3cr3t" not in gzip.decompress(saved.read_bytes())
    assert loopback.count("/a") == 1
    assert replayed(world, saved).get(loopback.url("/a")).body == b"words"


def test_the_file_is_a_warc_that_others_read(loopback: Loopback, saved: Path, recorded: Any) -> None:
    loopback.routes["/a"] = Reply("words", headers={"Content-Type": "text/plain"})
    recorded(lambda client: client.get(loopback.url("/a"), headers={"Accept": "text/plain"}))
    info, response, request = raw(saved)
    assert [record[0] for record in (info, response, request)] == ["warcinfo", "response", "request"]
    assert b"format: WARC File Format 1.1" in info[3]
    assert response[1].protocol == "WARC/1.1"
    assert response[1].get_header("WARC-Target-URI") == loopback.url("/a")
    assert response[2].get_statuscode() == "200"
    assert response[3] == b"words"
    assert request[1].get_header("WARC-Concurrent-To") == response[1].get_header("WARC-Record-ID")
    assert request[2].to_str().startswith("GET /a HTTP/1.1\r\nHost: ")
    assert (request[2].get_header("Accept"), request[2].get_header("User-Agent")) == (
        "text/plain",
        "factlint/test",
    )


def test_the_same_bytes_are_kept_once(world: Any, loopback: Loopback, saved: Path, recorded: Any) -> None:
    loopback.routes |= {
        "/a": Reply("same", headers={"X-Page": "a"}),
        "/b": Reply("same", headers={"X-Page": "b"}),
    }
    recorded(lambda client: [client.get(loopback.url(path)) for path in ("/a", "/b")])
    kinds = [entry.kind for entry in entries(saved)]
    assert kinds == ["warcinfo", "response", "request", "revisit", "request"]
    [revisit] = [entry for entry in entries(saved) if entry.kind == "revisit"]
    assert (revisit.refers_to, revisit.size) == (loopback.url("/a"), 0)
    again = replayed(world, saved).get(loopback.url("/b"))
    assert (again.body, dict(again.headers)["X-Page"]) == (b"same", "b")


def test_an_answer_out_of_the_cache_is_kept_too(
    world: Any, loopback: Loopback, saved: Path, recorded: Any
) -> None:
    loopback.routes["/a"] = "words"
    day = timedelta(days=1)
    with world.client() as client:
        first = client.get(loopback.url("/a"), ttl=day)
    recorded(lambda client: client.get(loopback.url("/a"), ttl=day))
    assert replayed(world, saved).get(loopback.url("/a")).retrieved == first.retrieved
    assert loopback.count("/a") == 1


def test_files_of_the_project_are_kept(world: Any, saved: Path, recorded: Any) -> None:
    (world.root / "é b.csv").write_text("day,killed\n")
    recorded(lambda client: client.file("é b.csv"))
    again = replayed(world, saved).file("é b.csv")
    assert (again.body, again.media_type, again.address) == (b"day,killed\n", "text/csv", "é b.csv")
    assert again.retrieved is None


def test_a_commits_day_is_kept(
    world: Any, saved: Path, recorded: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = world.root / "counts"
    folder.mkdir()
    (folder / "daily.csv").write_text("day,counted\n")
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_DATE", "2025-08-28T23:30:00Z")
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "."), (*identity, "commit", "-qm", "count")):
        subprocess.run(("git", "-C", str(folder), *command), check=True)
    told = recorded(lambda client: client.commit("counts", "daily.csv", "HEAD", None))
    again = replayed(world, saved).commit("counts", "daily.csv", "HEAD", None)
    assert told.dated == again.dated == date(2025, 8, 28)


def failure(work: Callable[[], object]) -> SourceProblem:
    with pytest.raises(SourceProblem) as caught:
        work()
    return caught.value


def test_failures_are_kept_word_for_word(world: Any, loopback: Loopback, saved: Path, recorded: Any) -> None:
    attempts: list[tuple[Callable[[Client], object], type[SourceProblem]]] = [
        (lambda client: client.get(loopback.url("/gone?key=" + client.secret("KEY"))), GoneError),
        (lambda client: client.file("nowhere.csv"), SourceFileMissingError),
        (lambda client: client.secret("UNSET"), MissingCredentialError),
    ]
    first = recorded(lambda client: [failure(lambda one=work: one(client)) for work, _ in attempts])
    client = replayed(world, saved)
    for told, (work, kind) in zip(first, attempts, strict=True):
        again = failure(lambda one=work: one(client))
        assert type(again) is type(told) is kind
        assert (str(again), again.hint) == (str(told), told.hint)


def test_credentials_are_not_kept(world: Any, loopback: Loopback, saved: Path, recorded: Any) -> None:
    loopback.routes["/a"] = lambda request: Reply(
        f"you sent {request.path}", headers={"X-Echo": request.headers["x-key"]}
    )

    def ask(client: Client) -> object:
        key = client.secret("KEY")
        return client.get(loopback.url(f"/a?key={key}"), headers={"X-Key": key})

    first = recorded(ask)
    assert first.body == b"you sent /a?key=[KEY]"
    assert b"s3cr3t" not in b"".join(gzip.decompress(saved.read_bytes()).splitlines())
    again = ask(replayed(world, saved))
    assert (again.body, again.address) == (first.body, first.address)  # type: ignore[attr-defined]


def test_what_was_not_recorded_is_never_fetched(
    world: Any, loopback: Loopback, saved: Path, recorded: Any
) -> None:
    loopback.routes |= {"/a": "a", "/b": "b"}
    recorded(lambda client: client.get(loopback.url("/a")))
    client = Client(Network(allow_private=("127.0.0.1",), cache=""), world.root, tape=Replaying(saved))
    with client, pytest.raises(NotRecordedError, match=r"/b: not in evidence\.warc\.gz"):
        client.get(loopback.url("/b"))
    assert loopback.count("/b") == 0


def test_a_damaged_file_is_refused_or_found_out(
    world: Any, loopback: Loopback, saved: Path, recorded: Any
) -> None:
    loopback.routes["/a"] = Reply("words " * 1000)
    recorded(lambda client: client.get(loopback.url("/a")))
    assert all(entry.intact for entry in entries(saved, check=True))
    body = saved.read_bytes()
    plain = gzip.decompress(body)
    changed = plain.replace(b"words words", b"lords lords", 1)
    saved.write_bytes(
        b"".join(
            gzip.compress(b"WARC/1.1" + record)
            for record in changed.split(b"WARC/1.1")[1:]
            if record[:2] == b"\r\n"
        )
    )
    assert [entry.kind for entry in entries(saved, check=True) if not entry.intact] == ["response"]
    with pytest.raises(BrokenEvidenceError, match="have been changed since they were recorded"):
        replayed(world, saved).get(loopback.url("/a"))
    for broken in (body[:-200], b"no archive at all", b""):
        saved.write_bytes(broken)
        with pytest.raises(BrokenEvidenceError):
            Replaying(saved)
    with pytest.raises(BrokenEvidenceError, match="can't be read"):
        Replaying(saved.with_name("nowhere"))


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_that_is_cut_off_is_found_out_wherever_it_was(
    loopback: Loopback, saved: Path, recorded: Any, packed: bool
) -> None:
    loopback.routes["/a"] = Reply("words")
    recorded(lambda client: client.get(loopback.url("/a")))
    whole = saved.read_bytes() if packed else gzip.decompress(saved.read_bytes())
    ends = {at for at in range(len(whole)) if whole[at:].startswith(b"\x1f\x8b" if packed else b"WARC/1.1\r")}
    blank = set() if packed else {end - back for end in (*ends, len(whole)) for back in range(5)}
    for cut in sorted(set(range(0, len(whole), 7)) - ends - blank | {0}):
        saved.write_bytes(whole[:cut])
        with pytest.raises(BrokenEvidenceError):
            list(entries(saved))


def test_an_archive_of_another_format_is_refused(saved: Path) -> None:
    saved.parent.mkdir()
    saved.write_bytes(b"these are just five words\n")  # the header of an ARC record has five fields
    with pytest.raises(BrokenEvidenceError, match="another format"):
        list(entries(saved))


def test_what_is_said_of_a_damaged_file_does_not_quote_it(
    loopback: Loopback, saved: Path, recorded: Any
) -> None:
    loopback.routes["/a"] = Reply("words")
    recorded(lambda client: client.get(loopback.url("/a")))
    body = bytearray(saved.read_bytes())
    body[len(body) // 2] ^= 0xFF
    saved.write_bytes(body)
    with pytest.raises(BrokenEvidenceError) as caught:
        list(entries(saved))
    told = str(caught.value)
    assert told.isascii()
    assert len(told) < 120 + len(str(saved)) + 40


def test_nothing_stands_under_the_name_before_the_run_has_ended(world: Any, saved: Path) -> None:
    tape = Recording(saved, "live", "agent")
    assert not saved.exists()
    tape.close()
    assert [entry.kind for entry in entries(saved)] == ["warcinfo"]
    with pytest.raises(BrokenEvidenceError, match="can't be written"):
        Recording(saved / "below" / "a file", "live", "agent")
    with pytest.raises(BrokenEvidenceError, match="it is a folder"):
        Recording(saved.parent, "live", "agent")


def test_a_run_that_breaks_off_leaves_no_file(
    world: Any, loopback: Loopback, saved: Path, recorded: Any
) -> None:
    loopback.routes["/a"] = "words"

    def broken(client: Client) -> None:
        client.get(loopback.url("/a"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recorded(broken)
    assert list(saved.parent.iterdir()) == []
