"""Do a piece of work once, however many threads ask for it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar
from weakref import WeakValueDictionary

T = TypeVar("T")


class Once(Generic[T]):
    """Results by key. The first thread that asks does the work; all others get its result or error.

    light: says of a key whether its result can be had again at no cost; such a result is kept only as long
        as somebody uses it, and its work is done again if it is asked for after that
    """

    def __init__(self, light: Callable[[Hashable], bool] = lambda key: False) -> None:
        self._light = light
        self._lock = Lock()
        self._done: dict[Hashable, T] = {}
        self._used: WeakValueDictionary[Hashable, T] = WeakValueDictionary()
        self._begun: dict[Hashable, Future[T]] = {}

    def get(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return the result of the first ``work`` given for ``key``, or raise its error."""
        with self._lock:
            if key in self._done:
                return self._done[key]
            used = self._used.get(key)
            if used is not None:
                return used
            future = self._begun.get(key)
            if future is None:
                mine = self._begun[key] = Future()
        if future is None:
            return self._do(key, work, mine)
        failure = future.exception()
        if failure is not None:
            raise copy.copy(failure)  # errors are given a claim and a place later, each its own
        return future.result()

    def _do(self, key: Hashable, work: Callable[[], T], future: Future[T]) -> T:
        try:
            result = work()
        except BaseException as failure:
            future.set_exception(copy.copy(failure))
            raise
        future.set_result(result)
        light = self._light(key)
        with self._lock:
            if light:
                self._used[key] = result
            else:
                self._done[key] = result
            del self._begun[key]  # a future weighs more than most results
        return result
