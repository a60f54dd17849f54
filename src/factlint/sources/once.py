"""Do a piece of work once, however many threads ask for it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class Once(Generic[T]):
    """Results by key. The first thread that asks does the work; all others wait for its result or error."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: dict[Hashable, Future[T]] = {}

    def get(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return the result of the first ``work`` given for ``key``, or raise its error."""
        with self._lock:
            future = self._known.get(key)
            mine = future is None
            if future is None:
                future = self._known[key] = Future()
        if mine:
            try:
                future.set_result(work())
            except BaseException as error:
                future.set_exception(error)
        failure = future.exception()
        if failure is not None:
            raise copy.copy(failure)  # errors are given a claim and a place later, each its own
        return future.result()
