"""A whole check over real servers: what is held, what is told, and whose word counts."""

from __future__ import annotations

import gc
import json
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import factlint
from factlint.checking.gathering import gather_tasks
from factlint.fetch import Fetching, fetch
from factlint.plan import plan
from factlint.project import Project
from factlint.reports import FORMATS, render
from factlint.reports.base import RenderOptions
from factlint.results import Report, Verdict
from factlint.sources.http import HttpAddress
from factlint.sources.tape import Tape
from loopback import Loopback, Reply, Request

ARTICLE = {"title": "Birds", "publisher": "The Paper", "published": "2025-08-28"}
NETWORK = {"allow_private": ["127.0.0.1"], "rate": 0, "retries": 0}
BIRDS = {"kind": "csv", "column": "birds"}

Make = Callable[..., Project]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write a project: claims of 10 birds, each with its references, over the sources."""

    def made(
        sources: dict[str, Any],
        *claims: list[dict[str, Any]],
        article: dict[str, str] = ARTICLE,
        **network: Any,
    ) -> Project:
        written = [
            {"id": f"claim-{number}", "quote": "10 birds", "value": "10 birds", "references": references}
            for number, references in enumerate(claims)
        ]
        files = {
            "factlint.yaml": {"network": {**NETWORK, **network}, "history": "", "reports": ""},
            "claims/sources.yaml": {"sources": sources},
            "claims/birds.yaml": {"article": article, "claims": written},
        }
        for name, data in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(json.dumps(data))
        return factlint.load(tmp_path / "claims" / "birds.yaml")

    return made


def refer(source: str, **more: Any) -> dict[str, Any]:
    return {"source": source, "select": BIRDS, **more}


def csv(count: int) -> Reply:
    return Reply(f"birds\n{count}\n", headers={"Content-Type": "text/csv"})


def http(loopback: Loopback, path: str, **more: Any) -> dict[str, Any]:
    return {"kind": "http", "url": loopback.url(path), **more}


def test_a_document_is_read_once_and_let_go_of_after_its_last_claim(
    make: Make, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive: list[weakref.ref[Any]] = []
    held: list[int] = []
    read = HttpAddress.read

    def watched(self: HttpAddress, *arguments: Any) -> Any:
        document = read(self, *arguments)
        alive.append(weakref.ref(document))
        return document

    monkeypatch.setattr(HttpAddress, "read", watched)
    monkeypatch.setattr("factlint.checking.gathering.PARSED", 2)
    pages = [f"/{number}" for number in range(20)]
    loopback.routes |= {page: csv(10) for page in pages}
    sources = {f"s{page[1:]}": http(loopback, page) for page in pages}
    project = make(sources, *[[refer(name), refer(name)] for name in sources], workers=1)
    for _ in gather_tasks(project, plan(project), Fetching()):
        gc.collect()
        held.append(sum(reference() is not None for reference in alive))
    assert len(held) == 40
    assert max(held) < 12  # of twenty: those read ahead, the one in hand and the two last ones
    assert all(loopback.count(page) == 1 for page in pages)


@pytest.mark.parametrize("cache", ["", ".factlint/cache"])
def test_two_sources_of_one_address_ask_for_it_once(make: Make, loopback: Loopback, cache: str) -> None:
    loopback.routes["/x"] = csv(10)
    sources = {name: http(loopback, "/x", ttl="0s") for name in ("a", "b", "c")}
    project = make(sources, *[[refer(name)] for name in sources], workers=1, cache=cache)
    assert factlint.check(project).summary.supported == 3
    assert loopback.count("/x") == 1


def test_progress_is_told_by_host(make: Make, loopback: Loopback, tmp_path: Path) -> None:
    loopback.routes |= {"/a": csv(10), "/b": csv(10)}
    project = make(
        {"a": http(loopback, "/a"), "b": http(loopback, "/b"), "f": {"kind": "file", "path": "f.csv"}},
        [refer("a"), refer("b"), refer("f")],
    )
    (tmp_path / "claims" / "f.csv").write_text("birds\n10\n")
    told: list[tuple[str, int, int]] = []
    factlint.check(project, Fetching(progress=lambda *call: told.append(call)))
    assert [call for call in told if call[0] == ""] == [("", 0, 1), ("", 1, 1)]
    assert [call for call in told if call[0]] == [("127.0.0.1", done, 2) for done in (0, 1, 2)]


def test_a_fault_of_ours_is_not_taken_for_a_failed_source(
    make: Make, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*arguments: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(HttpAddress, "read", broken)
    project = make({"a": http(loopback, "/a")}, [refer("a")])
    with pytest.raises(ZeroDivisionError):
        list(fetch(project, plan(project).reads, Fetching(), Tape()))


def test_the_sources_format_wins_over_its_media_type(make: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply("birds\n10\n", headers={"Content-Type": "text/html"})
    assert factlint.check(make({"a": http(loopback, "/x")}, [refer("a")])).summary.failures == 1
    declared = make({"a": http(loopback, "/x", format="csv")}, [refer("a")])
    assert factlint.check(declared).claims[0].verdict is Verdict.SUPPORTED


def report_of(make: Make, sources: dict[str, Any], policy: Any = "all", **more: Any) -> Report:
    project = make(sources, [refer(name) for name in sources], **more)
    claim = project.claims[0].claim.model_copy(update={"policy": factlint_policy(policy)})
    from dataclasses import replace

    return factlint.check(replace(project, claims=(replace(project.claims[0], claim=claim),)))


def factlint_policy(policy: Any) -> Any:
    from pydantic import TypeAdapter

    from factlint.project.claims import PolicyField

    return TypeAdapter(PolicyField).validate_python(policy)


@pytest.mark.parametrize(
    ("policy", "verdict"),
    [
        ("all", Verdict.CONFLICTING),
        ("any", Verdict.SUPPORTED),
        ("majority", Verdict.SUPPORTED),
        ({"at-least": 2}, Verdict.CONFLICTING),
        ("tiers", Verdict.REFUTED),
    ],
)
def test_policies_count_publishers_not_pages(
    make: Make, loopback: Loopback, policy: Any, verdict: Verdict
) -> None:
    loopback.routes |= {"/10": csv(10), "/20": csv(20)}
    sources = {
        "a": http(loopback, "/10", publisher="One", tier=2),
        "b": http(loopback, "/10", publisher="Two", tier=2),
        "c": http(loopback, "/20", publisher="Three"),
        "d": http(loopback, "/20", publisher="Four", group="Three"),
        "e": http(loopback, "/20", publisher="Three"),
    }
    report = report_of(make, sources, policy)
    assert report.claims[0].verdict is verdict
    assert len(report.claims[0].evidence) == 5


def test_conflicting_sources_stand_side_by_side_in_every_report(make: Make, loopback: Loopback) -> None:
    loopback.routes |= {"/10": csv(10), "/20": csv(20)}
    sources = {
        "one": http(loopback, "/10", publisher="First Desk"),
        "two": http(loopback, "/20", publisher="Second Desk"),
    }
    report = report_of(make, sources)
    assert report.claims[0].verdict is Verdict.CONFLICTING
    for name in ("html", "json"):
        text = render(name, report, RenderOptions())
        assert "First Desk" in text
        assert "Second Desk" in text


@pytest.mark.parametrize("kind", ["http", "memento"])
def test_the_articles_own_site_never_counts_not_even_archived(
    make: Make, loopback: Loopback, kind: str
) -> None:
    loopback.routes |= {"/page": csv(10)}
    own = loopback.url("/page")
    loopback.routes["/cdx/search/cdx"] = Reply(
        json.dumps([["timestamp", "original"], ["20250101000000", own]])
    )
    loopback.routes[f"/web/20250101000000id_/{own}"] = csv(10)
    source = (
        {"kind": "http", "url": own}
        if kind == "http"
        else {"kind": "memento", "base": loopback.url(""), "url": own}
    )
    article = {**ARTICLE, "url": "http://127.0.0.1/story"}
    claim = report_of(make, {"own": source}, article=article).claims[0]
    assert (claim.verdict, claim.evidence[0].independent) == (Verdict.NOT_ENOUGH, False)


def test_an_archived_copy_elsewhere_of_the_own_site_does_not_count(make: Make, loopback: Loopback) -> None:
    own = "http://paper.example/story"
    loopback.routes["/cdx/search/cdx"] = Reply(
        json.dumps([["timestamp", "original"], ["20250101000000", own]])
    )
    loopback.routes[f"/web/20250101000000id_/{own}"] = csv(10)
    source = {"kind": "memento", "base": loopback.url(""), "url": own}
    claim = report_of(make, {"own": source}, article={**ARTICLE, "url": own}).claims[0]
    assert claim.evidence[0].independent is False


def reviewed(loopback: Loopback, make: Make, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.setenv("KEY", "s3cr3t")
    loopback.routes["/10"] = csv(10)
    project = make(
        {
            "count": http(loopback, "/10"),
            "others": {"kind": "claimreview", "base": loopback.url("/v1"), "credential": "KEY"},
        },
        [refer("count"), {"source": "others", "query": {"text": "birds"}}],
        [{"source": "others", "query": {"text": "birds"}}],
        credentials={"KEY": "127.0.0.1"},
    )
    return factlint.check(project)


def test_reviews_by_others_are_shown_and_settle_nothing(
    make: Make, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    review = {"publisher": {"name": "Bird Desk"}, "url": "https://desk.example/", "textualRating": "False"}
    loopback.routes["/v1/claims:search"] = Reply(
        json.dumps({"claims": [{"text": "Birds", "claimReview": [review]}]})
    )
    report = reviewed(loopback, make, monkeypatch)
    first, second = report.claims
    assert (first.verdict, second.verdict) == (Verdict.SUPPORTED, Verdict.NOT_ENOUGH)
    assert [item.rating for item in first.reviews] == ["False"]
    assert not second.checked
    assert (report.summary.failures, first.reviews_unread) == (0, ())
    from factlint.reports.explain import explain

    assert "Bird Desk" in explain(first)


def test_reviews_that_cannot_be_read_leave_the_claim_checked(
    make: Make, loopback: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = reviewed(loopback, make, monkeypatch)
    assert report.claims[0].verdict is Verdict.SUPPORTED
    assert "FL108" in report.claims[0].reviews_unread[0]
    loopback.routes["/v1/claims:search"] = Reply("{}")
    assert reviewed(loopback, make, monkeypatch).claims[0].reviews_unread == ()


def test_no_output_holds_a_credential(
    make: Make, loopback: Loopback, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KEY", "s3cr3t/+")

    def echo(request: Request) -> Reply:
        return Reply(
            f"birds\n10 {request.headers['x-key']}\n",
            headers={"Content-Type": "text/csv", "X-Sent": request.headers["x-key"]},
        )

    loopback.routes |= {"/echo": echo, "/10": csv(10)}
    headers = {"X-Key": "${KEY}"}
    project = make(
        {name: http(loopback, f"/{name}", headers=headers) for name in ("echo", "gone", "10")},
        [refer("echo"), refer("gone"), refer("10")],
        credentials={"KEY": "127.0.0.1"},
    )
    report = factlint.check(project, Fetching(save=tmp_path / "run.warc.gz"))
    options = RenderOptions(root=tmp_path)
    texts = [render(name, report, options) for name in FORMATS if name != "claimreview"]
    assert any("[KEY]" in text for text in texts)
    import gzip

    kept = [gzip.decompress((tmp_path / "run.warc.gz").read_bytes())]
    kept += [path.read_bytes() for path in (tmp_path / "claims/.factlint/cache").glob("*")]
    for spelling in ("s3cr3t/+", "s3cr3t%2F%2B"):
        assert not any(spelling in text for text in texts)
        assert not any(spelling.encode() in body for body in kept)


@pytest.mark.parametrize("offline", [True, False])
def test_offline_opens_no_socket_and_says_what_it_could_not_check(
    make: Make, loopback: Loopback, offline: bool
) -> None:
    loopback.routes["/10"] = csv(10)
    project = make({"a": http(loopback, "/10")}, [refer("a")], offline=offline)
    claim = factlint.check(project).claims[0]
    assert len(loopback.requests) == (0 if offline else 1)
    assert [failure.code for failure in claim.failures] == (["FL113"] if offline else [])


def test_sources_of_one_site_count_once_where_no_publisher_is_named(make: Make, loopback: Loopback) -> None:
    loopback.routes |= {"/a": csv(10), "/b": csv(10)}
    sources = {name: {"kind": "http", "url": loopback.url(f"/{name}")} for name in "ab"}
    [claim] = report_of(make, sources).claims
    assert {one.independence for one in claim.evidence} == {"127.0.0.1"}
