"""Where a finding is shown in a diff: the line of the claims file, and the line of the article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from factlint.reports import view

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.results import ClaimResult, Report


@dataclass(frozen=True, slots=True)
class Place:
    """A line, from 1, of a file that is told relative to the project's folder, with ``/``."""

    file: str
    line: int


def relative(file: str, root: Path | None) -> str:
    """Return ``file`` with ``/``, relative to ``root`` where it lies in it."""
    path = PurePath(file)
    if root is not None and path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    return path.as_posix()


def in_claims_file(claim: ClaimResult, root: Path | None) -> Place | None:
    """Return the claim's line in its file."""
    return Place(relative(claim.file, root), max(claim.line, 1)) if claim.file else None


def in_article(claim: ClaimResult, report: Report, root: Path | None) -> Place | None:
    """Return the quote's line in the article's file, where there is a file and the quote was found in it."""
    article = view.article_of(claim, report)
    if article is None or not article.file or not claim.anchor.line:
        return None
    return Place(relative(article.file, root), claim.anchor.line)
