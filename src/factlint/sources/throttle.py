"""Per-host manners: how many requests at the same time, and how close together."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock


@dataclass
class _Host:
    slots: BoundedSemaphore
    lock: Lock = field(default_factory=Lock)
    next_start: float = 0.0


class Throttle:
    """Spaces requests by ``1 / rate`` seconds and keeps at most ``per_host`` of them open, per host."""

    def __init__(
        self,
        per_host: int,
        rate: float,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._gap = 1 / rate if rate else 0.0
        self._sleep = sleep
        self._clock = clock
        self._lock = Lock()
        self._hosts: dict[str, _Host] = defaultdict(lambda: _Host(BoundedSemaphore(per_host)))

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for this host's turn, and hold one of its slots meanwhile."""
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
            state.next_start = max(state.next_start, self._clock() + seconds)

    def _reserve(self, state: _Host) -> float:
        with state.lock:
            now = self._clock()
            start = max(now, state.next_start)
            state.next_start = start + self._gap
            return start - now

    def _state(self, host: str) -> _Host:
        with self._lock:
            return self._hosts[host]
