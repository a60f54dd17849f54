"""Per-host manners: how many requests at the same time, and how close together."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock

from factlint.errors import BudgetSpentError, RateLimitedError


@dataclass
class _Host:
    slots: BoundedSemaphore
    lock: Lock = field(default_factory=Lock)
    next_start: float = 0.0
    paused_until: float = 0.0


class Throttle:
    """Spaces requests by ``1 / rate`` seconds and keeps at most ``per_host`` of them open, per host.

    max_wait: the seconds for which a host that has asked for a pause is waited
    left: the seconds that remain of the run's budget
    """

    def __init__(
        self,
        per_host: int,
        rate: float,
        *,
        max_wait: float = math.inf,
        left: Callable[[], float] = lambda: math.inf,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._gap = 1 / rate if rate else 0.0
        self._max_wait = max_wait
        self._left = left
        self._sleep = sleep
        self._clock = clock
        self._lock = Lock()
        self._hosts: dict[str, _Host] = defaultdict(lambda: _Host(BoundedSemaphore(per_host)))

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for this host's turn, and hold one of its slots meanwhile.

        Raises at once what waiting wouldn't mend: RateLimitedError, BudgetSpentError.
        """
        state = self._state(host)
        with state.slots:
            wait = self._reserve(state)
            if wait > 0:
                self._sleep(wait)
            yield

    def hold(self, host: str, seconds: float) -> None:
        """Start no request to ``host`` for this long: it has asked for a pause."""
        state = self._state(host)
        with state.lock:
            state.paused_until = max(state.paused_until, self._clock() + seconds)

    def _reserve(self, state: _Host) -> float:
        with state.lock:
            now = self._clock()
            self._bear(state.paused_until - now)
            start = max(now, state.next_start, state.paused_until)
            if start - now >= self._left():
                raise BudgetSpentError("the run's time for fetching is over", hint="raise network.budget")
            state.next_start = start + self._gap
            return start - now

    def _bear(self, pause: float) -> None:
        if pause <= self._max_wait:
            return
        problem = RateLimitedError(
            f"not asked: the host has asked for {pause:,.0f} s of patience", hint="try again after that"
        )
        problem.wait = pause
        raise problem

    def _state(self, host: str) -> _Host:
        with self._lock:
            return self._hosts[host]
