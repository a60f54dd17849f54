"""The one reader of files and of the network: once > tape > cache > retry > (per hop) gate > throttle > line."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import TracebackType

from factlint.documents.base import Document
from factlint.errors import OfflineError, SourceProblem
from factlint.sources import files, history
from factlint.sources.cache import Cache, Validators
from factlint.sources.gate import Gate, Resolver, resolve
from factlint.sources.hops import Hops
from factlint.sources.lines import Lines
from factlint.sources.once import Once
from factlint.sources.retry import Retry
from factlint.sources.settings import Network
from factlint.sources.store import Answer, NoStore, Store
from factlint.sources.tape import Asked, Read, Tape, digest
from factlint.sources.throttle import Throttle
from factlint.sources.vault import Vault

_CHARSET = re.compile(r'(?i)\bcharset="?([A-Za-z0-9._:-]{1,40})')


class Client:
    """Reads sources. Safe to use from many threads; each address is fetched at most once a client.

    network: manners and limits
    root: the project's folder, which local paths and the cache's folder are relative to
    tape: what everything read goes through, to be recorded or replayed
    clock, sleep, resolver, environment: the outside world, for tests
    """

    def __init__(
        self,
        network: Network,
        root: Path,
        *,
        tape: Tape | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        resolver: Resolver = resolve,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self._network = network
        self._root = root
        self._vault = Vault(network.credentials, environment)
        gate = Gate(network, resolver)
        end = time.monotonic() + network.budget

        def left() -> float:
            return end - time.monotonic()

        throttle = Throttle(network.per_host, network.rate, max_wait=network.max_wait, left=left, sleep=sleep)
        self._lines = Lines(network, gate)
        self._hops = Hops(network, gate, self._vault, throttle, self._lines, clock, left)
        self._retry = Retry(network.retries, network.backoff, network.max_wait, left, sleep=sleep)
        self._store = Store(root / network.cache) if network.cache else NoStore()
        self._cache = Cache(self._store, clock)
        self._tape = tape or Tape()
        self._stored: set[Hashable] = set()
        self._once: Once[Document] = Once(lambda key: key in self._stored or self._tape.keeps)

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, ttl: timedelta | None = None
    ) -> Document:
        """Fetch a URL. ``ttl``: how long a kept answer counts as fresh (default: as long as it says itself).

        Raises the FL1xx errors, each of which begins with the address.
        """
        sent = headers or {}
        url = url.partition("#")[0]  # a fragment is never sent: with and without it is one address
        key = digest(url, sent)
        return self._once.get(
            key,
            lambda: self._tape.through(self._asked(url, sent), lambda: self._document(key, url, sent, ttl)),
        )

    def file(self, path: str) -> Document:
        """Read a file under the root. Raises SourceFileMissingError, OutsideRootError, TooLargeError."""
        return self._local(f"file:{path}", lambda: files.read(self._root, path, self._network.max_bytes))

    def commit(self, repository: str, file: str, branch: str, at: date | None) -> Document:
        """Read a file of a clone under the root. Raises RepositoryError, NoDataError, OutsideRootError …"""
        limit = self._network.max_bytes
        return self._local(
            f"commit:{repository}:{branch}:{at or ''}:{file}",
            lambda: history.read(self._root, repository, file, branch, at, limit),
        )

    def secret(self, name: str) -> str:
        """Return the credential in environment variable ``name``. Raises MissingCredentialError."""

        def named() -> Document:
            self._vault.secret(name)
            return Document(b"", "", address=f"credential:{name}")

        self._local(f"credential:{name}", named)
        return self._vault.secret(name)

    def redact(self, text: str) -> str:
        """Replace every credential that was handed out by its name."""
        return self._vault.redact(text)

    def keeping(self, ttl: timedelta | None) -> FreshReader:
        """Return a reader whose answers count as fresh for ``ttl``."""
        return FreshReader(self, ttl)

    def close(self) -> None:
        """Close connections and write the cache and the tape."""
        self._end(self._tape.close)

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end(self._tape.close if error is None else self._tape.drop)

    def _end(self, end_tape: Callable[[], None]) -> None:
        self._lines.close()
        end_tape()
        self._store.close()

    def _asked(self, url: str, headers: Mapping[str, str]) -> Asked:
        redact = self._vault.redact
        return Asked(redact(url), {name: redact(value) for name, value in headers.items()})

    def _local(self, name: str, read: Read) -> Document:
        return self._once.get(name, lambda: self._tape.through(Asked(name), read))

    def _document(self, key: str, url: str, headers: Mapping[str, str], ttl: timedelta | None) -> Document:
        try:
            return document_of(self._answer(key, url, headers, ttl))
        except SourceProblem as problem:
            problem.message = self._vault.redact(f"{url}: {problem.message}")
            raise

    def _answer(self, key: str, url: str, headers: Mapping[str, str], ttl: timedelta | None) -> Answer:
        answer = self._store.find(key) if key in self._stored else None
        if answer is not None:
            return answer
        sent = False

        def send(validators: Validators, address: str) -> Answer:
            nonlocal sent
            sent = True
            return self._send(url, headers, validators, address)

        answer = self._cache.get(key, ttl.total_seconds() if ttl is not None else None, send)
        if not sent or self._store.holds(key):
            self._stored.add(key)
        return answer

    def _send(self, url: str, headers: Mapping[str, str], validators: Validators, address: str) -> Answer:
        if self._network.offline:
            raise OfflineError(
                "not fetched, the run is offline", hint="the cache holds no copy that is within the ttl"
            )
        answer = self._retry.call(lambda: self._hops.send(url, headers, validators, address))
        return replace(answer, url=self._vault.redact(url))


class FreshReader:
    """A reader for one source: a client with the source's ``ttl``."""

    def __init__(self, client: Client, ttl: timedelta | None) -> None:
        self._client = client
        self._ttl = ttl

    def get(self, url: str, *, headers: Mapping[str, str] | None = None) -> Document:
        """Fetch a URL. Raises the FL1xx errors."""
        return self._client.get(url, headers=headers, ttl=self._ttl)

    def file(self, path: str) -> Document:
        """Read a file under the root."""
        return self._client.file(path)

    def commit(self, repository: str, file: str, branch: str, at: date | None) -> Document:
        """Read a file of a clone under the root."""
        return self._client.commit(repository, file, branch, at)

    def secret(self, name: str) -> str:
        """Return the credential in environment variable ``name``."""
        return self._client.secret(name)


def document_of(answer: Answer) -> Document:
    """Return an answer as a document."""
    declared = next((value for name, value in answer.headers if name.lower() == "content-type"), "")
    media_type, _, parameters = declared.partition(";")
    charset = _CHARSET.search(parameters)
    return Document(
        body=answer.body,
        media_type=media_type.strip().lower(),
        address=answer.address,
        retrieved=datetime.fromtimestamp(answer.checked, UTC),
        charset=charset[1].lower() if charset else "",
        headers=answer.headers,
        status=answer.status,
        via=tuple(map(document_of, answer.via)),
    )
