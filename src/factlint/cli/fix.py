"""``factlint fix``: the words that would be right, as a diff."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.options import Article, Offline, Only, Paths, Profile

if TYPE_CHECKING:
    from factlint.fix import Patch
    from factlint.project.model import ClaimsDocument, Project
    from factlint.results import Report


def fix(
    paths: Paths = None,
    profile: Profile = None,
    article: Article = None,
    only: Only = None,
    offline: Offline = False,
    write: Annotated[bool, typer.Option("--write", help="Apply the diff to the files.")] = False,
) -> None:
    """Propose corrected words as a diff against the article and its claims file."""
    from factlint.cli import session
    from factlint.fix import unified

    project = session.load(paths, profile, article)
    chosen = project.only(only) if only else project
    report = session.checked(chosen, offline=offline, history=session.history_of(project))
    found = [patch for document in project.documents for patch in _patches(project, document, report)]
    for patch in found:
        sys.stdout.write(unified(patch))
        if write:
            patch.path.write_bytes(patch.after.encode())
            print(f"wrote {patch.name}", file=sys.stderr)
    if not found:
        print("nothing to correct", file=sys.stderr)


def _patches(project: Project, document: ClaimsDocument, report: Report) -> list[Patch]:
    from factlint.fix import Patch, fixes, lost, patched
    from factlint.reports.escape import terminal

    path = document.source
    text = _text(path) if path else None
    if path is None or text is None:
        print(f"{document.name}: the article's text file is not at hand (--article FILE)", file=sys.stderr)
        return []
    found, left = fixes(report, (item for item in project.claims if item.file is document), text)
    for claim, why in left.items():
        print(terminal(f"{claim}: not corrected, {why}"), file=sys.stderr)
    if not found:
        return []
    corrected, claims = patched(document, text, found)
    for claim in lost(text, corrected, document):
        print(terminal(f"{claim}: edit its prefix or suffix by hand"), file=sys.stderr)
    before = document.path.read_text(encoding="utf-8")
    return [
        Patch(path, _name(path, project.root), text, corrected),
        Patch(document.path, document.name, before, claims),
    ]


def _text(path: Path) -> str | None:
    """Return a text file as it is, line ends and all; ``None`` for other files."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


def _name(path: Path, root: Path) -> str:
    full = path.resolve()
    return str(full.relative_to(root)) if full.is_relative_to(root) else path.name
