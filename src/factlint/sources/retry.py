"""Ask again after a transient failure: exponential backoff with jitter, and Retry-After."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from factlint.errors import BudgetSpentError, SourceProblem

if TYPE_CHECKING:
    import tenacity

T = TypeVar("T")


def retry_after(text: str, now: float) -> float:
    """Return the seconds that a Retry-After header (RFC 9110, 10.2.3) asks to wait; 0 if it says none."""
    text = text.strip()
    if text.isdecimal() and text.isascii():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.fromtimestamp(now, UTC)).total_seconds())


class Retry:
    """Calls again up to ``retries`` times while the error is transient and the wait is bearable.

    left: the seconds that remain for waiting
    """

    def __init__(
        self,
        retries: int,
        backoff: float,
        max_wait: float,
        left: Callable[[], float],
        *,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._retries = retries
        self._backoff = backoff
        self._max_wait = max_wait
        self._left = left
        self._sleep = sleep

    def call(self, work: Callable[[], T]) -> T:
        """Return ``work()``. Raises its last error."""
        try:
            return work()
        except SourceProblem as error:
            failed = [error]

        def again() -> T:
            if failed:  # the first attempt has been made, so most calls never get here
                raise failed.pop()
            return work()

        return self._retrying(again)

    @cached_property
    def _retrying(self) -> tenacity.Retrying:
        import tenacity

        backoff = tenacity.wait_exponential(multiplier=self._backoff, max=self._max_wait)
        jittered = backoff + tenacity.wait_random(0, self._backoff)

        def wait(state: tenacity.RetryCallState) -> float:
            return min(max(jittered(state), _asked(state)), self._left())

        return tenacity.Retrying(
            retry=tenacity.retry_if_exception(self._bearable),
            wait=wait,
            stop=tenacity.stop_after_attempt(self._retries + 1),
            sleep=self._sleep,
            reraise=True,
        )

    def _bearable(self, error: BaseException) -> bool:
        if not isinstance(error, SourceProblem) or not error.transient or isinstance(error, BudgetSpentError):
            return False
        return self._left() > 0 and error.wait <= min(self._max_wait, self._left())


def _asked(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    return error.wait if isinstance(error, SourceProblem) else 0.0
