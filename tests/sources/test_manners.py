"""Retries, pauses, pace, and work that is done once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.errors import BudgetSpentError, GoneError, RateLimitedError, ServerFaultError
from factlint.sources.client import Client
from factlint.sources.once import Once
from factlint.sources.retry import retry_after
from factlint.sources.throttle import Throttle
from loopback import Loopback, Reply, Request

Make = Callable[..., Client]


def replies(*given: Reply) -> Callable[[Request], Reply]:
    """Answer with each reply in turn."""
    turn = iter(given)
    return lambda request: next(turn)


def test_a_transient_failure_is_asked_again_after_growing_waits(
    client: Make, loopback: Loopback, world: object
) -> None:
    loopback.routes["/x"] = replies(Reply(status=503), Reply(status=502), Reply(status=500), Reply("words"))
    assert client(backoff=1, retries=3).get(loopback.url("/x")).body == b"words"
    waits = world.slept  # type: ignore[attr-defined]
    assert [low <= wait <= low + 1 for low, wait in zip((1, 2, 4), waits, strict=True)] == [True] * 3


def test_the_last_failure_is_reported_when_retries_end(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = Reply(status=500)
    with pytest.raises(ServerFaultError):
        client(retries=2).get(loopback.url("/x"))
    assert loopback.count("/x") == 3


def test_a_final_failure_is_not_asked_again(client: Make, loopback: Loopback) -> None:
    with pytest.raises(GoneError):
        client(retries=5).get(loopback.url("/x"))
    assert loopback.count("/x") == 1


def test_retry_after_is_obeyed(client: Make, loopback: Loopback, world: object) -> None:
    limit = Reply("<h1>slow down</h1>", 429, {"Retry-After": "17", "Content-Type": "text/html"})
    loopback.routes["/x"] = replies(limit, Reply("words"))
    assert client(backoff=0).get(loopback.url("/x")).body == b"words"
    assert max(world.slept) == pytest.approx(17, abs=0.5)  # type: ignore[attr-defined]


def test_a_host_that_asks_for_too_long_a_pause_is_left_alone(
    client: Make, loopback: Loopback, world: object
) -> None:
    loopback.routes["/x"] = Reply(status=429, headers={"Retry-After": "86400"})
    with pytest.raises(RateLimitedError, match="86400 s"):
        client(max_wait=60).get(loopback.url("/x"))
    assert (loopback.count("/x"), world.slept) == (1, [])  # type: ignore[attr-defined]


@given(st.integers(0, 10**8))
def test_retry_after_reads_seconds(seconds: int) -> None:
    assert retry_after(f" {seconds}", now=0) == seconds


def test_retry_after_reads_dates() -> None:
    now = 1_756_000_000.0
    later = format_datetime(datetime.fromtimestamp(now + 90, UTC), usegmt=True)
    assert retry_after(later, now) == 90
    assert retry_after(later, now + 1000) == 0


@given(st.text())
def test_retry_after_never_fails(text: str) -> None:
    assert retry_after(text, now=0) >= 0


def test_a_pace_spaces_requests_to_one_host_only() -> None:
    now, slept = [100.0], list[float]()
    throttle = Throttle(4, rate=2, sleep=slept.append, clock=lambda: now[0])
    for host in ("a", "a", "a", "b"):
        with throttle.turn(host):
            pass
    assert slept == [0.5, 1.0]


def test_a_host_on_hold_waits_all_its_requests() -> None:
    slept = list[float]()
    throttle = Throttle(4, rate=0, sleep=slept.append, clock=lambda: 100.0)
    throttle.hold("a", 30)
    for host in ("a", "b", "a"):
        with throttle.turn(host):
            pass
    assert slept == [30.0, 30.0]


def test_no_more_requests_to_a_host_than_allowed_are_open(client: Make, loopback: Loopback) -> None:
    lock, open_now, most = threading.Lock(), [0], [0]
    both = threading.Barrier(2, timeout=5)

    def count(request: Request) -> Reply:
        with lock:
            open_now[0] += 1
            most[0] = max(most[0], open_now[0])
        both.wait()  # passes only if two requests are open at the same time
        with lock:
            open_now[0] -= 1
        return Reply("words")

    for number in range(8):
        loopback.routes[f"/{number}"] = count
    one = client(per_host=2)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: one.get(loopback.url(f"/{number}")), range(8)))
    assert most == [2]


def test_an_address_is_fetched_once_however_many_ask(client: Make, loopback: Loopback) -> None:
    release = threading.Event()

    def slow(request: Request) -> Reply:
        release.wait(5)
        return Reply("words")

    loopback.routes["/x"] = slow
    one = client()
    with ThreadPoolExecutor(8) as pool:
        futures = [pool.submit(one.get, loopback.url("/x")) for _ in range(8)]
        release.set()
        documents = {id(future.result()) for future in futures}
    assert (len(documents), loopback.count("/x")) == (1, 1)


def test_a_failure_is_shared_but_each_asker_gets_its_own_error(client: Make, loopback: Loopback) -> None:
    one = client()
    errors = []
    for _ in range(2):
        with pytest.raises(GoneError) as caught:
            one.get(loopback.url("/x"))
        errors.append(caught.value)
    assert loopback.count("/x") == 1
    assert errors[0] is not errors[1]
    assert str(errors[0]) == str(errors[1])
    errors[0].located(claim="first")
    assert errors[1].claim == ""


def test_requests_that_differ_in_headers_are_different(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = lambda request: Reply(request.headers.get("accept-language", "none"))
    one = client()
    found = [one.get(loopback.url("/x"), headers={"Accept-Language": tag}).body for tag in ("de", "fr", "de")]
    assert found == [b"de", b"fr", b"de"]
    assert loopback.count("/x") == 2


def test_once_does_not_confuse_keys() -> None:
    once = Once[int]()
    assert [once.get(key, lambda key=key: key) for key in (1, 2, 1)] == [1, 2, 1]  # type: ignore[misc]


def test_a_host_that_asks_for_too_long_a_pause_fails_all_its_requests_at_once(
    client: Make, loopback: Loopback, world: object
) -> None:
    loopback.routes |= {"/x": Reply(status=503, headers={"Retry-After": "9999999"}), "/y": "words"}
    one = client(max_wait=60)
    with pytest.raises(ServerFaultError):
        one.get(loopback.url("/x"))
    with pytest.raises(RateLimitedError, match=r"9,999,99[89] s"):
        one.get(loopback.url("/y"))
    assert (loopback.count("/y"), world.slept) == (0, [])  # type: ignore[attr-defined]


def test_a_turn_that_comes_after_the_budget_is_not_waited_for() -> None:
    slept = list[float]()
    throttle = Throttle(4, rate=0.5, left=lambda: 3.0, sleep=slept.append, clock=lambda: 100.0)
    with throttle.turn("a"):
        pass
    with throttle.turn("a"):
        pass
    for _ in range(3):
        with pytest.raises(BudgetSpentError), throttle.turn("a"):
            pass
    assert slept == [2.0]


def test_a_spent_budget_is_told_without_a_wait(client: Make, loopback: Loopback, world: object) -> None:
    loopback.routes |= {f"/{number}": "words" for number in range(3)}
    one = client(rate=0.01, budget=50, retries=3)
    one.get(loopback.url("/0"))
    with pytest.raises(BudgetSpentError):
        one.get(loopback.url("/1"))
    assert world.slept == []  # type: ignore[attr-defined]


def test_addresses_that_differ_by_their_fragment_are_one(client: Make, loopback: Loopback) -> None:
    loopback.routes["/x"] = "words"
    one = client()
    assert [one.get(loopback.url(f"/x{part}")).body for part in ("", "#a", "#b")] == [b"words"] * 3
    assert loopback.count("/x") == 1
