"""Load a project for a lane: whole, only what changed since a revision, or with nothing of a fork trusted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.project import Project


@dataclass(frozen=True, slots=True)
class Lane:
    """changed_since: a revision; untrusted: the branch is a stranger's, and ``base`` the revision to trust.

    replay: the evidence file that is read in place of the sources, if any
    """

    changed_since: str | None = None
    untrusted: bool = False
    base: str | None = None
    replay: Path | None = None


@contextmanager
def loaded(
    lane: Lane, paths: list[Path] | None, profile: str | None, article: Path | None, only: list[str] | None
) -> Iterator[Project]:
    """Yield the project, narrowed to the lane and to ``only``, as long as its files are needed.

    Raises NothingToCheckError where the lane leaves nothing.
    """
    with ExitStack() as stack:
        project = _trusted(lane, paths, profile, article, stack) if lane.untrusted else None
        if project is None:
            from factlint.project import load

            project = load(*(paths or []), profile=profile, article=article)
        project = project.only(only) if only else project
        if lane.changed_since:
            project = _changed(lane.changed_since, project, article, stack)
        yield project


def _trusted(
    lane: Lane, paths: list[Path] | None, profile: str | None, article: Path | None, stack: ExitStack
) -> Project:
    from factlint.errors import UntrustedError
    from factlint.lanes import closed, exported, only_built_in, tracked
    from factlint.project import load
    from factlint.project.load import root_of

    only_built_in()
    if not lane.base:
        raise UntrustedError("--untrusted needs --base", hint="such as --base origin/main")
    root = root_of(paths[0] if paths else Path.cwd())
    if lane.replay and tracked(root, lane.replay):
        raise UntrustedError(f"{lane.replay} is a file of the branch", hint="keep the evidence elsewhere")
    base = stack.enter_context(exported(root, lane.base))
    project = load(*(paths or []), profile=profile, article=article, base=base)
    return closed(project, _at(base, project, None))


def _changed(revision: str, project: Project, article: Path | None, stack: ExitStack) -> Project:
    from dataclasses import replace

    from factlint.errors import NothingToCheckError
    from factlint.lanes import exported, touched

    folder = stack.enter_context(exported(project.root, revision))
    ids = set(touched(project, _at(folder, project, article)))
    if not ids:
        raise NothingToCheckError(
            f"none of {len(project.claims)} claims was touched since {revision}",
            hint="run this lane only where claims, sources or the article change",
        )
    return replace(project, claims=tuple(item for item in project.claims if item.claim.id in ids))


def _at(folder: Path, project: Project, article: Path | None) -> Project | None:
    """Load the project as the folder has it; ``None`` where it isn't there or can't be read."""
    from factlint.errors import FactlintError
    from factlint.lanes.touched import counterparts
    from factlint.project import examine

    files = counterparts(project.documents, folder)
    inside = article is not None and article.resolve().is_relative_to(project.root)
    text = folder / article.resolve().relative_to(project.root) if article and inside else article
    try:
        return examine(*files, profile=project.profile, article=text)[0] if files else None
    except FactlintError:
        return None
