"""What the commands do in common: load the project, check it, hold it against the baseline."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.fetch import Progress
    from factlint.project import Project
    from factlint.results import Report


def load(
    paths: list[Path] | None, profile: str | None, article: Path | None, only: list[str] | None = None
) -> Project:
    """Load the project, narrowed to ``only``."""
    from factlint.project import load as load_project

    project = load_project(*(paths or []), profile=profile, article=article)
    return project.only(only) if only else project


def checked(project: Project, *, offline: bool = False) -> Report:
    """Check the project and hold the result against its baseline and review days."""
    from factlint import baseline
    from factlint.baseline.drift import overdue
    from factlint.checking import check
    from factlint.fetch import Fetching

    network = project.settings.network
    if offline:
        network = network.model_copy(update={"offline": True})
    with progress() as tell:
        report = check(project, Fetching(network=network, progress=tell))
    held = baseline.against(report, baseline.load(project.lock))
    review = {item.claim.id: item.claim.review_by for item in project.claims if item.claim.review_by}
    return overdue(held, review, datetime.now(UTC).date())


@contextmanager
def progress() -> Iterator[Progress | None]:
    """Yield a progress bar on stderr for a terminal, ``None`` when piped or in CI."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield _told(bar.update, task)


def _told(update: Callable[..., None], task: object) -> Progress:
    def tell(done: int, total: int, source: str) -> None:
        update(task, completed=done, total=total, description=source)

    return tell
