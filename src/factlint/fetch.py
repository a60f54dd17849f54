"""Fetch every planned reading once, several hosts at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass

from factlint.documents.base import Document
from factlint.errors import FactlintError
from factlint.plan import Read
from factlint.project.model import Project
from factlint.sources.client import Client
from factlint.sources.settings import Network

Progress = Callable[[int, int, str], None]
"""Called with: how many readings are done, of how many, and the source just read."""

Fetched = Mapping[Read, Document | FactlintError]
"""What each reading gave: a document, or why there is none."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """How to fetch. ``network`` defaults to the project's settings."""

    network: Network | None = None
    progress: Progress | None = None


def fetch(project: Project, reads: tuple[Read, ...], how: Fetching = Fetching()) -> Fetched:
    """Fetch every reading; a failure is kept beside the documents, never raised."""
    results: dict[Read, Document | FactlintError] = {}
    network = how.network or project.settings.network
    with Client(network, project.sources_root) as client, _pool(min(network.workers, len(reads))) as pool:
        futures = {pool.submit(_read, client, project, read): read for read in reads}
        for count, future in enumerate(as_completed(futures), 1):
            read = futures[future]
            results[read] = future.result()
            if how.progress:
                how.progress(count, len(reads), read.source)
    return results


def _read(client: Client, project: Project, read: Read) -> Document | FactlintError:
    source = project.sources[read.source]
    address = source.at(project.profile)
    try:
        return address.read(client.keeping(source.ttl), dict(read.query), read.at)
    except FactlintError as error:
        return error


@contextmanager
def _pool(size: int) -> Iterator[ThreadPoolExecutor]:
    """Yield a pool that, on Ctrl-C, drops what hasn't started instead of waiting for it."""
    pool = ThreadPoolExecutor(max_workers=max(1, size))
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()
