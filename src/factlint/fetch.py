"""Fetch every planned reading once, several hosts at a time, and hand each on as it comes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factlint.documents.base import Document
from factlint.errors import FactlintError
from factlint.plan import Read
from factlint.project.model import Project
from factlint.sources.client import Client
from factlint.sources.settings import Network
from factlint.sources.tape import Tape

if TYPE_CHECKING:
    from factlint.sources.replaying import Unnamed

AHEAD = 4  # readings a worker may be ahead of the checking, so that memory stays bounded

Progress = Callable[[str, int, int], None]
"""Called with: a host, how many of its readings are done, and of how many. Files are of the host ""."""

Got = Document | FactlintError
"""What a reading gave: a document, or why there is none."""

Fetched = Mapping[Read, Got]


@dataclass(frozen=True, slots=True)
class Fetching:
    """How to fetch.

    network: defaults to the project's settings
    save: an evidence file to write; replay: one to read instead of the sources
    """

    network: Network | None = None
    progress: Progress | None = None
    save: Path | None = None
    replay: Path | None = None

    def tape(self, project: Project) -> Tape:
        """Return what everything read goes through. Raises BrokenEvidenceError."""
        if self.replay is not None:
            from factlint.sources.replaying import Replaying

            return Replaying(self.replay)
        if self.save is not None:
            from factlint.sources.lines import user_agent
            from factlint.sources.recording import Recording

            return Recording(self.save, project.profile, user_agent(self.network or project.settings.network))
        return Tape()

    def environment(self) -> Unnamed | None:
        """Return the environment of a replay, which needs no credentials."""
        if self.replay is None:
            return None
        from factlint.sources.replaying import Unnamed

        return Unnamed()


def fetch(project: Project, reads: tuple[Read, ...], how: Fetching, tape: Tape) -> Iterator[tuple[Read, Got]]:
    """Yield every reading with what it gave, in the order in which they come in; a failure is never raised."""
    network = how.network or project.settings.network
    if network.cache:
        network = network.model_copy(update={"cache": str(project.root / network.cache)})
    size = max(1, min(network.workers, len(reads)))
    client = Client(network, project.sources_root, tape=tape, environment=how.environment())
    tell = _Told(project, reads, how.progress)
    with client, _pool(size) as pool:
        results: SimpleQueue[tuple[Read, Got | BaseException]] = SimpleQueue()

        def work(read: Read) -> None:
            results.put((read, _read(client, project, read)))

        waiting = iter(reads)
        for read in islice(waiting, size * AHEAD):
            pool.submit(work, read)
        for _ in reads:
            read, got = results.get()
            if not isinstance(got, Document | FactlintError):
                raise got
            for following in islice(waiting, 1):
                pool.submit(work, following)
            tell.done(read)
            yield read, got


def host_of(project: Project, read: Read) -> str:
    """Return the host that a reading goes to, "" for files of the project."""
    location = project.sources[read.source].at(project.profile).location
    return urlsplit(location).hostname or "" if "://" in location else ""


class _Told:
    """Counts readings by host and tells of each."""

    def __init__(self, project: Project, reads: tuple[Read, ...], progress: Progress | None) -> None:
        self._progress = progress
        if progress is None:
            return
        self._hosts = {read: host_of(project, read) for read in reads}
        self._totals = Counter(self._hosts.values())
        self._counts: Counter[str] = Counter()
        for host, total in self._totals.items():
            progress(host, 0, total)

    def done(self, read: Read) -> None:
        if self._progress is None:
            return
        host = self._hosts[read]
        self._counts[host] += 1
        self._progress(host, self._counts[host], self._totals[host])


def _read(client: Client, project: Project, read: Read) -> Got | BaseException:
    source = project.sources[read.source]
    address = source.at(project.profile)
    try:
        return address.document(client.keeping(source.fresh(project.profile)), dict(read.query), read.at)
    except BaseException as error:  # a fault of ours is raised where it is waited for
        return error


@contextmanager
def _pool(size: int) -> Iterator[ThreadPoolExecutor]:
    """Yield a pool that, on Ctrl-C, drops what hasn't started instead of waiting for it."""
    pool = ThreadPoolExecutor(max_workers=size)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()
