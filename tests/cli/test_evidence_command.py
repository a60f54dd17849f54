"""A run is kept, replayed with the network unplugged, and looked into."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from loopback import Loopback, Reply
from smallproject import SmallProject

SAVE = ("--save-evidence", "run.warc.gz")
REPLAY = ("--replay", "run.warc.gz")


@pytest.fixture
def live(project: SmallProject, loopback: Loopback) -> SmallProject:
    """The project, its census on a server that wants a key, and one source that is gone."""
    project.write("factlint.yaml", "version: 1\nnetwork: {allow_private: 127.0.0.1, rate: 0, retries: 0, credentials: {KEY: 127.0.0.1}}\n")  # fmt: skip
    project.edit("claims/sources.yaml", "kind: file, path: census.csv", f"kind: http, url: '{loopback.url('/census')}', headers: {{X-Key: '${{KEY}}'}}")  # fmt: skip
    project.write("claims/sources.yaml", (project.root / "claims/sources.yaml").read_text() + f"  gone: {{kind: http, url: '{loopback.url('/gone')}'}}\n")  # fmt: skip
    loopback.routes["/census"] = Reply(
        (project.root / "claims/census.csv").read_bytes(), headers={"Content-Type": "text/csv"}
    )
    return project


def report(project: SmallProject, *arguments: str) -> bytes:
    told = project.run("check", "--format", "json", "--output", "report.json", "--exit-zero", *arguments)
    assert told.code == 0, told.err
    return (project.root / "report.json").read_bytes()


def test_a_replay_gives_the_same_report_with_the_network_unplugged(
    live: SmallProject, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEY", "s3cr3t")
    live.edit("claims/city.yaml", "      - source: census\n", "      - source: gone\n        select: {kind: css, selector: b}\n      - source: census\n")  # fmt: skip
    first = report(live, *SAVE)
    sent = len(loopback.requests)
    assert {claim["verdict"] for claim in json.loads(first)["claims"]} == {"supported"}
    assert json.loads(first)["summary"]["failures"] == 1
    monkeypatch.delenv("KEY")
    (live.root / "claims/bridges.csv").write_text("bridge,metres\nHarbour,9\n")
    assert report(live, *REPLAY, "--offline") == first
    assert len(loopback.requests) == sent
    assert b"s3cr3t" not in (live.root / "run.warc.gz").read_bytes()


def test_a_replay_of_changed_claims_says_what_it_lacks(
    live: SmallProject, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEY", "s3cr3t")
    report(live, *SAVE)
    live.edit("claims/sources.yaml", "/census", "/other")
    told = live.run("check", *REPLAY, "--format", "json")
    assert told.code == 3
    assert "FL125" in told.out


def test_a_file_that_is_no_evidence_is_refused(live: SmallProject) -> None:
    live.write("run.warc.gz", "no archive")
    told = live.run("check", *REPLAY)
    assert told.code == 2
    assert "FL127" in told.err


def test_evidence_is_listed_shown_and_verified(
    live: SmallProject, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEY", "s3cr3t")
    report(live, *SAVE)
    listed = live.run("evidence", "list", "run.warc.gz").out
    census = len((live.root / "claims/census.csv").read_bytes())
    assert f"{census} bytes  text/csv                  {loopback.url('/census')}\n" in listed
    assert "file" in listed
    assert "bridges.csv" in listed
    shown = live.run("evidence", "show", "run.warc.gz", loopback.url("/census")).out
    assert "WARC-Type: response" in shown
    assert "2114000" in shown
    told = live.run("evidence", "show", "run.warc.gz", "bridge.csv")
    assert told.code == 2
    assert "bridges.csv" in told.err
    verified = live.run("evidence", "verify", "run.warc.gz")
    assert verified.code == 0
    assert "0 changed" in verified.err


def test_changed_evidence_is_found_out(live: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    monkeypatch.setenv("KEY", "s3cr3t")
    report(live, *SAVE)
    path: Path = live.root / "run.warc.gz"
    plain = gzip.decompress(path.read_bytes()).replace(b"2114000", b"2114001")
    path.write_bytes(
        b"".join(gzip.compress(b"WARC/1.1\r\n" + part) for part in plain.split(b"WARC/1.1\r\n")[1:])
    )
    told = live.run("evidence", "verify", "run.warc.gz")
    assert told.code == 1
    assert "changed: response" in told.out


def test_a_run_says_where_its_evidence_is(project: SmallProject) -> None:
    assert "wrote run.warc.gz\n" in project.run("check", *SAVE).err


def test_a_replay_is_not_kept_again(live: SmallProject) -> None:
    told = live.run("check", *SAVE, *REPLAY)
    assert told.code == 2
    assert "a replay reads nothing new to keep" in told.err


def test_bytes_that_another_archive_holds_are_told_missing(project: SmallProject) -> None:
    with (project.root / "other.warc.gz").open("wb") as stream:
        writer = WARCWriter(stream)
        head = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
        told = ("sha1:A", "http://pages.example/", "2020-01-01T00:00:00Z")
        writer.write_record(writer.create_revisit_record("http://pages.example/", *told, http_headers=head))
    told = project.run("evidence", "show", "other.warc.gz", "http://pages.example/")
    assert told.code == 2
    assert "the bytes of http://pages.example/ are missing" in told.err


def test_the_list_tells_how_large_repeated_bytes_are(project: SmallProject, loopback: Loopback) -> None:
    project.write("factlint.yaml", "version: 1\nnetwork: {allow_private: 127.0.0.1, rate: 0, workers: 1}\n")
    census = (project.root / "claims/census.csv").read_bytes()
    for name in ("/a", "/b"):
        loopback.routes[name] = Reply(census, headers={"Content-Type": "text/csv"})
    project.edit(
        "claims/sources.yaml", "kind: file, path: census.csv", f"kind: http, url: '{loopback.url('/a')}'"
    )
    project.write("claims/sources.yaml", (project.root / "claims/sources.yaml").read_text() + f"  again: {{kind: http, url: '{loopback.url('/b')}'}}\n")  # fmt: skip
    project.edit("claims/city.yaml", "      - source: census\n", "      - source: again\n        select: {kind: css, selector: b}\n      - source: census\n")  # fmt: skip
    report(project, *SAVE)
    told = project.run("evidence", "list", "run.warc.gz").out.splitlines()
    sizes = re.findall(r"([\d,]+) bytes .* http://127", "\n".join(told))
    assert sizes == [f"{len(census):,}"] * 2
    assert sum("same bytes" in line for line in told) == 1
