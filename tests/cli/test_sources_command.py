"""``factlint sources`` on a small project, with a real server where one is needed."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from factlint.errors import CantEditError
from factlint.project import yamlfile
from factlint.project.adding import with_source
from loopback import Loopback, Reply
from smallproject import SmallProject

NETWORK = "version: 1\nnetwork: {allow_private: 127.0.0.1, rate: 0, retries: 0}\n"


@pytest.fixture
def live(project: SmallProject, loopback: Loopback) -> SmallProject:
    """The project, its census on a server."""
    project.write("factlint.yaml", NETWORK)
    project.edit("claims/sources.yaml", "kind: file, path: census.csv", f"kind: http, url: '{loopback.url('/census.csv')}', licence: CC0, ttl: 2d")  # fmt: skip
    loopback.routes["/census.csv"] = Reply(
        (project.root / "claims/census.csv").read_bytes(), headers={"Content-Type": "text/csv", "ETag": '"a"'}
    )
    return project


def test_the_list_tells_place_terms_and_uses(live: SmallProject, loopback: Loopback) -> None:
    told = live.run("sources", "list").out
    assert f"census  [http]  {loopback.url('/census.csv')}".split() == told.splitlines()[0].split()
    assert (
        "Statistics Norland; tier 1; licence CC0; read again after 2 days; no pace set, 4 at a time" in told
    )
    assert "used by 1 claim: population" in told
    assert loopback.requests == []


def test_a_test_tells_what_is_found_and_how_fresh(live: SmallProject, loopback: Loopback) -> None:
    told = live.run("sources", "test")
    assert told.code == 0
    assert (
        "ok      census: population: 2114000, as of 2025-01-01 [line 3, column people], read 20" in told.out
    )
    assert "ok      bridges: bridge-length: 1240 [line 2, column metres]" in told.out
    assert "2 references tested, 0 failed" in told.err


def test_a_test_of_one_source_reads_no_other(live: SmallProject, loopback: Loopback) -> None:
    assert "1 reference tested" in live.run("sources", "test", "bridges").err
    assert loopback.requests == []


def test_a_test_fails_on_what_cannot_be_read(live: SmallProject, loopback: Loopback) -> None:
    del loopback.routes["/census.csv"]
    told = live.run("sources", "test", "census")
    assert told.code == 3
    assert "FAILED  census: population: fetch: FL108" in told.out


def test_offline_opens_no_socket(live: SmallProject, loopback: Loopback) -> None:
    told = live.run("sources", "test", "census", "--offline")
    assert (told.code, loopback.requests) == (3, [])
    assert "FL113" in told.out


def test_an_offline_check_is_not_green(live: SmallProject, loopback: Loopback) -> None:
    told = live.run("check", "--offline")
    assert (told.code, loopback.requests) == (3, [])
    assert "the run is offline" in told.out


def test_a_source_that_no_claim_reads_is_read_all_the_same(live: SmallProject, loopback: Loopback) -> None:
    loopback.routes["/idle"] = Reply("<p>words</p>", headers={"Content-Type": "text/html"})
    idle = [
        f"  there: {{kind: http, url: '{loopback.url('/idle')}'}}",
        f"  away: {{kind: http, url: '{loopback.url('/away')}'}}",
        f"  asks: {{kind: http, url: '{loopback.url('/by')}/{{key}}'}}",
    ]
    live.write(
        "claims/sources.yaml", (live.root / "claims/sources.yaml").read_text() + "\n".join(idle) + "\n"
    )
    told = live.run("sources", "test")
    assert told.code == 3
    asks, away, there = told.out.splitlines()[2:]
    assert re.match(r"FAILED  away: fetch: FL108 .*; no claim reads it$", away)
    assert (
        asks
        == "unused  asks: no claim reads it, and it is read by a query alone (give the reference query: key: …)"
    )
    assert re.match(r"ok      there: 12 bytes of text/html, read 20.*; no claim reads it$", there)
    assert live.run("sources", "test", "there", "asks").code == 0


def test_a_test_tells_in_the_claims_order(live: SmallProject, loopback: Loopback) -> None:
    census = loopback.routes["/census.csv"]
    loopback.routes["/census.csv"] = lambda request: (time.sleep(0.05), census)[1]
    told = live.run("sources", "test").out.splitlines()
    assert [line.split()[1] for line in told] == ["census:", "bridges:"]


@pytest.mark.parametrize(("contact", "told"), [("", True), (", contact: 'mailto:desk@example.org'", False)])
def test_a_test_minds_that_hosts_can_reach_the_project(live: SmallProject, contact: str, told: bool) -> None:
    live.write("factlint.yaml", NETWORK.replace("retries: 0", f"retries: 0{contact}"))
    assert ("network.contact" in live.run("sources", "test", "census").err) is told
    assert "network.contact" not in live.run("sources", "test", "bridges").err


def test_fetch_shows_the_document_or_gives_its_bytes(live: SmallProject, loopback: Loopback) -> None:
    told = live.run("sources", "fetch", "census").out
    assert "type       text/csv" in told
    assert "2114000" in told
    loopback.routes["/by/x%20y"] = "asked"
    live.edit("claims/sources.yaml", "/census.csv", "/by/{key}")
    assert "asked" in live.run("sources", "fetch", "census", "-q", "key=x y").out
    assert live.run("sources", "fetch", "census").code == 2


def test_an_unknown_source_has_a_nearest_one(project: SmallProject) -> None:
    told = project.run("sources", "fetch", "cencus")
    assert told.code == 2
    assert "census" in told.err


def test_controls_in_what_is_fetched_do_not_reach_the_terminal(
    live: SmallProject, loopback: Loopback
) -> None:
    loopback.routes["/census.csv"] = Reply("a\x1b[31m\u202eb", headers={"Content-Type": "text/csv"})
    told = live.run("sources", "fetch", "census").out
    assert "\x1b" not in told
    assert "\u202e" not in told


@pytest.mark.parametrize(
    ("url", "name", "lines"),
    [
        ("https://www.wikidata.org/wiki/Q20", "wikidata-q20", ["kind: wikidata", "item: Q20"]),
        ("https://sdmx.oecd.org/public/rest/data/OECD.SDD,DSD_N@DF_Q,1.1/Q..AUT?startPeriod=2024-Q1", "sdmx-1", ["kind: sdmx", "agency: oecd", "flow: OECD.SDD,DSD_N@DF_Q,1.1", "key: Q..AUT", "start: 2024-Q1"]),
        ("https://data-api.ecb.europa.eu/service/data/EXR/D.USD.EUR.SP00.A", "sdmx-2", ["kind: sdmx", "agency: ecb", "flow: EXR", "key: D.USD.EUR.SP00.A"]),
        ("https://data.ecb.europa.eu/data/datasets/EXR/EXR.D.USD.EUR.SP00.A", "sdmx-3", ["agency: ecb", "flow: EXR", "key: D.USD.EUR.SP00.A"]),
        ("https://ec.europa.eu/eurostat/databrowser/view/tps00001/default/table?lang=en", "sdmx-4", ["agency: eurostat", "flow: tps00001"]),
        ("https://data.birds.example/x?a=1", "data-birds-example", ["kind: http", "url: https://data.birds.example/x?a=1"]),
        ("claims/bridges.csv", "bridges-2", ["kind: file", "path: bridges.csv"]),
    ],
)  # fmt: skip
def test_add_writes_an_entry_that_the_project_reads(
    project: SmallProject, url: str, name: str, lines: list[str]
) -> None:
    before = (project.root / "claims/sources.yaml").read_text()
    told = project.run("sources", "add", url, "--name", name, "--publisher", "NO: one")
    assert told.code == 0, told.err
    after = (project.root / "claims/sources.yaml").read_text()
    assert after.startswith(before)
    assert all(f"    {line}\n" in after for line in [*lines, 'publisher: "NO: one"'])
    assert project.run("validate").code == 0
    assert f"{name}  [" in project.run("sources", "list").out.replace(f"{name} [", f"{name}  [")


def test_add_refuses_a_name_that_is_taken_and_what_is_no_address(project: SmallProject) -> None:
    before = (project.root / "claims/sources.yaml").read_text()
    assert project.run("sources", "add", "https://a.example/", "--name", "census").code == 2
    assert project.run("sources", "add", "gopher://a.example/").code == 2
    told = project.run("sources", "add", "https://a.example/", "--name", "two words")
    assert (told.code, "write letters, digits" in told.err) == (2, True)
    told = project.run("sources", "add", "https://me:secret@a.example/")
    assert (told.code, "credentials in 'headers'" in told.err) == (2, True)
    assert (project.root / "claims/sources.yaml").read_text() == before


def test_add_begins_a_file_where_there_is_none(tmp_path: Path, project: SmallProject) -> None:
    (project.root / "claims/sources.yaml").unlink()
    assert project.run("sources", "add", "https://a.birds.example/").code == 0
    data = yamlfile.load(project.root / "claims/sources.yaml").data
    assert data["sources"] == {"a-birds-example": {"kind": "http", "url": "https://a.birds.example/"}}


def test_an_entry_goes_before_what_follows_the_list() -> None:
    text = "# top\nsources:\n    a: {kind: file, path: a}  # one\n    # two\n\nversion: '1'\n"
    after = with_source(text, "b", {"kind": "file", "path": "b: c"})
    assert (
        after.replace('\n    b:\n        kind: file\n        path: "b: c"\n', "")
        == text.replace("# two\n", "# two\n\n")
        or "# two" in after
    )
    assert yamlfile.loads(after).data["sources"]["b"] == {"kind": "file", "path": "b: c"}
    assert "# one" in after
    assert after.endswith("version: '1'\n")


def test_a_list_on_one_line_is_left_alone() -> None:
    with pytest.raises(CantEditError):
        with_source("sources: {a: {kind: file, path: a}}\n", "b", {"kind": "file", "path": "b"})
