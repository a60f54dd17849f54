from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from factlint.documents.base import Document
from factlint.errors import GoneError, OfflineError
from factlint.sources.store import Answer, Store
from loopback import Loopback, Reply, Request

DAY = timedelta(days=1)


@pytest.fixture
def run(world: Any, loopback: Loopback) -> Callable[..., Document]:
    """Fetch a path in a run of its own, ``later`` seconds after the one before."""

    def fetch(path: str, *, ttl: timedelta | None = DAY, later: float = 0, **settings: object) -> Document:
        world.now += later
        with world.client(**settings) as client:
            document: Document = client.get(loopback.url(path), ttl=ttl)
            return document

    return fetch


Run = Callable[..., Document]


def validated(body: str, **headers: str) -> Callable[[Request], Reply]:
    """Serve ``body``, or a 304 to whoever sends exactly its validators."""
    fields = {name.replace("_", "-"): value for name, value in headers.items()}

    def route(request: Request) -> Reply:
        sent = {request.headers.get("if-none-match"), request.headers.get("if-modified-since")} - {None}
        known = sent and sent <= {fields.get("ETag"), fields.get("Last-Modified")}
        return Reply(b"", 304, fields) if known else Reply(body, 200, fields)

    return route


def test_within_its_ttl_an_answer_costs_no_request(run: Run, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply("words", headers={"Content-Type": "text/csv; charset=utf-8"})
    first = run("/x")
    again = run("/x", later=86_399)
    assert (again.body, again.media_type, again.charset) == (b"words", "text/csv", "utf-8")
    assert (again.address, again.retrieved, again.headers) == (first.address, first.retrieved, first.headers)
    assert loopback.count("/x") == 1


def test_after_its_ttl_it_is_fetched_again(run: Run, loopback: Loopback) -> None:
    loopback.routes["/x"] = "old"
    run("/x")
    loopback.routes["/x"] = "new"
    assert run("/x", later=86_400).body == b"new"


def test_a_redirected_answer_is_kept_under_the_address_asked_for(run: Run, loopback: Loopback) -> None:
    loopback.routes |= {"/x": Reply(status=302, headers={"Location": "/end"}), "/end": "words"}
    run("/x")
    assert run("/x").address == loopback.url("/end")
    assert len(loopback.requests) == 2


MODIFIED = "Tue,  5 Aug 2025 07:00:00 GMT"  # not how we would write it: it must be echoed as it was


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ({"ETag": '"a1"'}, {"if-none-match": '"a1"'}),
        ({"ETag": 'W/"a1"'}, {"if-none-match": 'W/"a1"'}),
        ({"Last-Modified": MODIFIED}, {"if-modified-since": MODIFIED}),
        ({"ETag": '"a1"', "Last-Modified": MODIFIED}, {"if-none-match": '"a1"'}),
        ({}, {}),
    ],
)
def test_a_stale_answer_is_asked_about_with_one_validator(
    run: Run, loopback: Loopback, headers: dict[str, str], sent: dict[str, str]
) -> None:
    loopback.routes["/x"] = validated("words", **headers)
    run("/x")
    assert run("/x", later=90_000).body == b"words"
    conditions = {name: value for name, value in loopback.requests[1].headers.items() if name[:3] == "if-"}
    assert conditions == sent


def test_a_confirmed_answer_is_fresh_again_and_dated_now(run: Run, loopback: Loopback) -> None:
    loopback.routes["/x"] = validated("words", ETag='"a"', X_Note="first")
    first = run("/x")
    loopback.routes["/x"] = validated("words", ETag='"a"', X_Note="second")
    again = run("/x", later=90_000)
    assert again.retrieved is not None
    assert first.retrieved is not None
    assert again.retrieved - first.retrieved == timedelta(seconds=90_000)
    assert dict(again.headers)["x-note"] == "second"
    run("/x", later=80_000)
    assert loopback.count("/x") == 2


def test_validators_go_to_the_address_they_came_from(run: Run, loopback: Loopback) -> None:
    loopback.routes |= {
        "/x": Reply(status=302, headers={"Location": "/end"}),
        "/end": validated("words", ETag='"e"'),
    }
    run("/x")
    assert run("/x", later=90_000).body == b"words"
    assert ["if-none-match" in request.headers for request in loopback.requests] == [
        False,
        False,
        False,
        True,
    ]


def test_a_304_about_another_answer_is_not_believed(run: Run, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply("old", headers={"ETag": '"a"'})
    run("/x")
    wrong = Reply(b"", 304, {"ETag": '"b"'})
    loopback.routes["/x"] = lambda request: wrong if "if-none-match" in request.headers else Reply("new")
    assert run("/x", later=90_000).body == b"new"


def test_without_a_ttl_the_answer_says_itself_how_long_it_is_fresh(run: Run, loopback: Loopback) -> None:
    loopback.routes |= {
        "/fresh": Reply("words", headers={"Cache-Control": "max-age=3600", "Date": formatdate(usegmt=True)}),
        "/old": Reply("words", headers={"Cache-Control": "max-age=0", "Date": formatdate(usegmt=True)}),
        "/checked": Reply("words", headers={"Cache-Control": "no-cache, max-age=3600"}),
    }
    for path in ("/fresh", "/old", "/checked"):
        run(path, ttl=None)
        run(path, ttl=None)
    assert [loopback.count(path) for path in ("/fresh", "/old", "/checked")] == [1, 2, 2]


def test_how_long_an_answer_is_fresh_is_reckoned_by_our_clock(run: Run, loopback: Loopback) -> None:
    hour = formatdate(time.time() + 3600, usegmt=True)  # the server's clock is a year ahead of the run's
    loopback.routes |= {
        "/told": Reply("words", headers={"Cache-Control": "max-age=3600"}),
        "/until": Reply("words", headers={"Expires": hour}),
        "/aged": Reply("words", headers={"Cache-Control": "max-age=7200", "Age": "3600"}),
    }
    for later in (0, 3500, 200):
        for path in ("/told", "/until", "/aged"):
            run(path, ttl=None, later=later if path == "/told" else 0)
    assert [loopback.count(path) for path in ("/told", "/until", "/aged")] == [2, 2, 2]


def test_an_answer_that_does_not_say_is_fresh_for_half_a_day(run: Run, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply("words", headers={"Last-Modified": MODIFIED})
    for later in (0, 43_000, 300):
        run("/x", ttl=None, later=later)
    assert loopback.count("/x") == 2


def test_an_answer_that_varies_by_anything_is_asked_for_each_time(run: Run, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply("words", headers={"Vary": "*", "Cache-Control": "max-age=3600"})
    run("/x", ttl=None)
    run("/x", ttl=None)
    assert loopback.count("/x") == 2


def test_no_store_is_never_kept(run: Run, loopback: Loopback, world: Any) -> None:
    loopback.routes["/x"] = Reply("words", headers={"Cache-Control": "no-store"})
    run("/x")
    run("/x")
    assert loopback.count("/x") == 2


def test_failures_are_never_kept(run: Run, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply("nothing", 404, {"Cache-Control": "max-age=3600"})
    with pytest.raises(GoneError):
        run("/x")
    loopback.routes["/x"] = "words"
    assert run("/x").body == b"words"


def test_a_failure_does_not_displace_a_kept_answer(run: Run, loopback: Loopback) -> None:
    loopback.routes["/x"] = validated("words", ETag='"a"')
    run("/x")
    loopback.routes["/x"] = Reply(status=500)
    with pytest.raises(Exception, match="HTTP 500"):
        run("/x", later=90_000, retries=0)
    loopback.routes["/x"] = validated("words", ETag='"a"')
    run("/x", later=90_000)
    assert "if-none-match" in loopback.requests[-1].headers


def test_offline_reads_what_is_fresh_and_asks_nothing(run: Run, loopback: Loopback, world: Any) -> None:
    loopback.routes["/x"] = validated("words", ETag='"a"')
    with pytest.raises(OfflineError, match=loopback.url("/x")):
        run("/x", offline=True)
    with pytest.raises(OfflineError), world.client(offline=True) as client:
        client.get("http://never-looked-up.example/")
    run("/x")
    assert run("/x", offline=True, later=3600).body == b"words"
    with pytest.raises(OfflineError):
        run("/x", offline=True, later=90_000)
    assert loopback.count("/x") == 1


def test_no_cache_folder_keeps_nothing(run: Run, loopback: Loopback, world: Any) -> None:
    loopback.routes["/x"] = "words"
    run("/x", cache="")
    run("/x", cache="")
    assert loopback.count("/x") == 2
    assert list(world.root.iterdir()) == []


def test_the_cache_keeps_itself_out_of_version_control(run: Run, loopback: Loopback, world: Any) -> None:
    loopback.routes["/x"] = "words"
    run("/x", cache="kept")
    assert (world.root / "kept" / ".gitignore").read_text() == "*\n"


def test_a_damaged_cache_is_made_anew(run: Run, loopback: Loopback, world: Any) -> None:
    loopback.routes["/x"] = "words"
    run("/x", cache="kept")
    [file] = (world.root / "kept").glob("*.sqlite")
    file.write_bytes(b"no database at all" * 100)
    assert run("/x", cache="kept").body == b"words"
    assert run("/x", cache="kept").body == b"words"
    assert loopback.count("/x") == 2


def test_answers_that_nobody_asked_for_in_months_are_dropped(tmp_path: Path) -> None:
    def keep(key: str, checked: float) -> None:
        store = Store(tmp_path)
        store.keep(key, Answer("u", "a", checked, 200, (), b"x"))
        store.close()

    keep("old", 0)
    keep("new", 100 * 86400)
    store = Store(tmp_path)
    assert (store.find("old"), store.find("new") is not None) == (None, True)
    store.close()
