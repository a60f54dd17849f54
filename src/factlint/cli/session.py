"""What the commands do in common: load the project, check it, hold it against the baseline."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.errors import HistoryError
from factlint.reports.escape import terminal

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from factlint.baseline.memory import Memory
    from factlint.fetch import Progress
    from factlint.history import History
    from factlint.project import Project
    from factlint.results import Report
    from factlint.sources.settings import Network

CI_PATIENCE = 3


@dataclass(frozen=True, slots=True)
class Bundle:
    """save: an evidence file to write; replay: one to read instead of the sources, as of its day."""

    save: Path | None = None
    replay: Path | None = None

    @property
    def profile(self) -> str | None:
        """The profile that the replayed run was made with."""
        if self.replay is None:
            return None
        from factlint.sources.replaying import profile_of

        return profile_of(self.replay)


def load(
    paths: list[Path] | None, profile: str | None, article: Path | None, only: list[str] | None = None
) -> Project:
    """Load the project, narrowed to ``only``."""
    from factlint.project import load as load_project

    project = load_project(*(paths or []), profile=profile, article=article)
    return project.only(only) if only else project


def checked(
    project: Project,
    *,
    offline: bool = False,
    history: History | None = None,
    bundle: Bundle | None = None,
) -> Report:
    """Check the project and hold the result against its baseline, the day and the history.

    With an evidence file earlier runs don't count, so that a replay gives the same report.
    """
    from factlint import baseline
    from factlint.baseline.hold import Ground, expected, hold
    from factlint.checking import check
    from factlint.fetch import Fetching

    lock = baseline.load(project.lock)
    with progress() as tell:
        save, replay = (bundle.save, bundle.replay) if bundle else (None, None)
        how = Fetching(network_of(project, offline), tell, save, replay)
        report = check(project, how, expected(lock))
    day = datetime.fromisoformat(report.generated).date() if replay else today()
    memory = remembered(None if save or replay else history, project)
    return hold(report, project, Ground(lock, day, memory, patience(project)))


def network_of(project: Project, offline: bool) -> Network:
    """Return the project's network settings, closed where the run is offline."""
    network = project.settings.network
    return network.model_copy(update={"offline": True}) if offline else network


def today() -> date:
    """Return the day that waivers and reviews are held against."""
    return datetime.now(UTC).date()


def patience(project: Project) -> int:
    """Return for how many runs on end a source may fail: as set, else 3 in CI and 1 elsewhere."""
    return project.settings.patience or (CI_PATIENCE if os.environ.get("CI") else 1)


def history_of(project: Project) -> History | None:
    """Return the project's history, ``None`` where it keeps none."""
    from factlint.history import History

    return History(project.root / project.settings.history) if project.settings.history else None


def remembered(history: History | None, project: Project) -> Memory:
    """Return what earlier runs knew; a history that can't be read is told, and counts as none."""
    from factlint.baseline.memory import Memory

    if history is None:
        return Memory()
    try:
        return history.memory(project.profile)
    except HistoryError as error:
        print(terminal(f"not remembered: {error}"), file=sys.stderr)
        return Memory()


def unused(project: Project, report: Report) -> list[str]:
    """Return the entries of the baseline and the waivers that nothing needs, over the whole project."""
    from factlint import baseline
    from factlint.baseline.waivers import idle
    from factlint.project import examine

    whole, _ = examine(project.root)
    known = {item.claim.id for one in (project, whole) if one for item in one.claims}
    entries = baseline.unused(baseline.load(project.lock), known)
    dropped, removed = "in the baseline: factlint accept --prune", "waived: take the waiver out"
    return [f"{name} ({dropped})" for name in entries] + [f"{name} ({removed})" for name in idle(report)]


def record(history: History | None, report: Report, *, whole: bool) -> None:
    """Add a run to the history; one that can't be written is told, and changes nothing else."""
    if history is None:
        return
    try:
        history.record(report, whole=whole)
    except (HistoryError, OSError) as error:
        print(terminal(f"not recorded: {error}"), file=sys.stderr)


@contextmanager
def progress() -> Iterator[Progress | None]:
    """Yield a progress bar on stderr for a terminal, ``None`` when piped or in CI."""
    if not sys.stderr.isatty() or os.environ.get("CI"):
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("reading {task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _told(bar)


def _told(bar: Bars) -> Progress:
    """Return what shows a bar a host, for as long as the host still has readings to come."""
    tasks: dict[str, TaskID] = {}

    def tell(host: str, done: int, total: int) -> None:
        if host not in tasks:
            tasks[host] = bar.add_task(host or "files", total=total)
        bar.update(tasks[host], completed=done, visible=done < total)

    return tell
