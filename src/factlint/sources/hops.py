"""Ask an origin: follow redirects hop by hop, each through the gate, in its host's turn and time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from factlint.errors import FactlintError, RefusedError, SourceProblem, TooManyRedirectsError
from factlint.sources import body, faults
from factlint.sources.settings import Network
from factlint.sources.store import Answer
from factlint.sources.urls import Target, parse

if TYPE_CHECKING:
    import httpx

    from factlint.sources.gate import Gate
    from factlint.sources.lines import Lines
    from factlint.sources.throttle import Throttle
    from factlint.sources.vault import Vault

_REDIRECTS = (301, 302, 303, 307, 308)
_HARMLESS = ("accept", "accept-language")  # the only headers of a source that another host gets to see
_DROPPED = ("set-cookie", "set-cookie2")


@dataclass(frozen=True, slots=True)
class _Redirect:
    """answer: what it came as; its content, a note to people, is left unread."""

    answer: Answer
    location: str


class Hops:
    """Sends requests and reads their answers.

    clock: the time of day in seconds since 1970
    left: the seconds that remain of the run's budget
    """

    def __init__(
        self,
        network: Network,
        gate: Gate,
        vault: Vault,
        throttle: Throttle,
        lines: Lines,
        clock: Callable[[], float],
        left: Callable[[], float],
    ) -> None:
        self._network = network
        self._gate = gate
        self._vault = vault
        self._throttle = throttle
        self._lines = lines
        self._clock = clock
        self._left = left

    def send(
        self, url: str, headers: Mapping[str, str], validators: Mapping[str, str], address: str
    ) -> Answer:
        """Return the answer at the end of the redirects; ``validators`` go to ``address`` only.

        Raises the FL1xx errors.
        """
        target = parse(url)
        own = {name.lower(): value for name, value in headers.items()}
        via: list[Answer] = []
        for _ in range(self._network.max_redirects + 1):
            here = self._vault.redact(str(target))
            extra = validators if here == address else {}
            result = self._ask(target, {**own, **extra})
            if isinstance(result, Answer):
                if result.status == 304 and not extra:
                    raise RefusedError("HTTP 304 Not Modified, which was not asked about")
                return replace(result, via=tuple(via))
            via.append(result.answer)
            following = parse(result.location, str(target))
            if following.origin != target.origin:
                own = {name: value for name, value in own.items() if name in _HARMLESS}
            target = following
        raise TooManyRedirectsError(
            f"more than {self._network.max_redirects} redirects, the last to {self._vault.redact(str(target))}",
            hint="name the final address in the source",
        )

    def _ask(self, target: Target, headers: dict[str, str]) -> Answer | _Redirect:
        self._gate.admit(target)
        self._vault.check(target.host, "\n".join((str(target), *headers.values())))
        with self._throttle.turn(target.host):
            seconds = min(self._network.timeout, self._left())
            try:
                with self._lines.get(target, headers, seconds) as response:
                    return self._read(target, response)
            except FactlintError:
                raise
            except Exception as error:
                raise faults.of_exception(error, seconds) from None

    def _read(self, target: Target, response: httpx.Response) -> Answer | _Redirect:
        status = response.status_code
        fields = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers.raw]
        first = {name.lower(): value for name, value in reversed(fields)}
        redact = self._vault.redact
        kept = tuple((name, redact(value)) for name, value in fields if name.lower() not in _DROPPED)
        where = redact(str(target))
        answer = Answer(where, where, self._clock(), status, kept, b"")
        if status in _REDIRECTS and "location" in first:
            return _Redirect(answer, first["location"].encode("latin-1").decode("utf-8", "replace"))
        content = b""
        if status != 304:
            problem = faults.of_status(status, first, self._clock())
            if problem is not None:
                self._complain(target.host, problem, self._words(response, first))
            encoding = first.get("content-encoding", "")
            content = body.read(response.iter_raw(), encoding, self._network.max_bytes)
            if not content:
                raise faults.of_empty(status)
            content = self._vault.redact_bytes(content)
        return replace(answer, checked=self._clock(), body=content)

    def _complain(self, host: str, problem: SourceProblem, words: str) -> NoReturn:
        if problem.wait:
            self._throttle.hold(host, problem.wait)
        if words:
            problem.message += f": {words}"
        raise problem

    def _words(self, response: httpx.Response, headers: Mapping[str, str]) -> str:
        """Return what the host itself says of its refusal; nothing where that can't be read."""
        import httpcore

        broken = (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException)
        encoding = headers.get("content-encoding", "")
        try:
            content = body.read(response.iter_raw(), encoding, faults.LONGEST)
        except (FactlintError, *broken):
            return ""
        return faults.words(self._vault.redact_bytes(content), headers.get("content-type", ""))
