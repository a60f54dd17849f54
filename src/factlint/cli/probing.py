"""What ``factlint sources test`` tells: what every reference finds, and whether sources without one can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.checking.gathering import Found
    from factlint.documents.base import Document
    from factlint.fetch import Fetching, Got
    from factlint.plan import Plan, Task
    from factlint.project import Project
    from factlint.results import Newest

OK, FAILED, UNUSED = "ok", "FAILED", "unused"

Told = tuple[str, str]
"""``OK``, ``FAILED`` or ``UNUSED``, and the words."""


def tested(project: Project, work: Plan, how: Fetching) -> list[Told]:
    """Return what each task of the plan finds, in the plan's order."""
    from factlint.checking.gathering import gather_tasks
    from factlint.results import Failure

    order = {id(task): number for number, task in enumerate(work.tasks)}
    found = sorted(gather_tasks(project, work, how), key=lambda pair: order[id(pair[0])])
    return [(FAILED if isinstance(one, Failure) else OK, _finding(task, one)) for task, one in found]


def idle(project: Project, names: list[str], how: Fetching) -> Iterator[Told]:
    """Yield whether sources that no claim reads can be read, in the order of their names."""
    from factlint.fetch import fetch
    from factlint.plan import Read

    reads = tuple(Read(name) for name in sorted(names))
    got = dict(fetch(project, reads, how, how.tape(project)))
    for read in reads:
        yield _idle(read.source, got[read])


def _idle(name: str, got: Got) -> Told:
    from factlint.errors import FactlintError, MissingQueryError

    aside = "no claim reads it"
    if isinstance(got, MissingQueryError):
        return UNUSED, f"{name}: {aside}, and it is read by a query alone ({got.hint})"
    if isinstance(got, FactlintError):
        return FAILED, f"{name}: fetch: {got.code} {got.message}{_hinted(got.hint)}; {aside}"
    kind = got.media_type or "an unnamed type"
    return OK, f"{name}: {len(got.body):,} bytes of {kind}{_read(got)}; {aside}"


def _finding(task: Task, found: Found) -> str:
    from factlint.checking.reviews import Reviews
    from factlint.results import Failure

    where = f"{task.steps[0].located.source}: {task.claim.claim.id}"
    if isinstance(found, Reviews):
        return f"{where}: {found.problem or f'{len(found.items)} reviews by others'}"
    if isinstance(found, Failure):
        return f"{where}: {found.stage}: {found.code} {found.message}{_hinted(found.hint)}"
    when = f", as of {found.passage.as_of}" if found.passage.as_of else ""
    read = f", version of {found.document.dated}" if found.document.dated else ""
    read += f", read {found.document.retrieved}" if found.document.retrieved else ""
    newest = f"; newest {_newest(found.newest)}" if found.newest else ""
    return f"{where}: {found.passage.text}{when} [{found.passage.locator}]{newest}{read}"


def _newest(newest: Newest) -> str:
    from factlint.reports.view import at_newest

    return f"unread: {newest.difference}" if newest.outcome == "unread" else at_newest(newest)


def _hinted(hint: str) -> str:
    return f" ({hint})" if hint else ""


def _read(document: Document) -> str:
    return f", read {document.retrieved.isoformat(timespec='seconds')}" if document.retrieved else ""
