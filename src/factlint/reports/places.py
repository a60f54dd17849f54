"""Where a finding is shown in a diff: the line of the claims file, and the line of the article."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from factlint.reports import view

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Report


_WITHOUT_LINES = (".html", ".htm", ".xhtml", ".pdf", ".docx")


@dataclass(frozen=True, slots=True)
class Place:
    """A line, from 1, of a file that is told relative to the repository's top, with ``/``."""

    file: str
    line: int


def repository(root: Path) -> Path:
    """Return the top of the working tree that ``root`` lies in, else the folder above it that one works in.

    Code-review formats name files from there; ``root`` itself is returned where neither is above it.
    """
    from pathlib import Path

    folders = (root, *root.parents)
    top = next((folder for folder in folders if (folder / ".git").exists()), None)
    return top or (Path.cwd() if Path.cwd() in folders else root)


def relative(file: str, options: RenderOptions) -> str:
    """Return ``file``, which is told relative to ``options.root``, as ``options.top`` sees it, with ``/``."""
    path = options.root / file if options.root else PurePath(file)
    if options.top and path.is_relative_to(options.top):
        path = path.relative_to(options.top)
    return path.as_posix()


def in_claims_file(claim: ClaimResult, options: RenderOptions) -> Place | None:
    """Return the claim's line in its file."""
    return Place(relative(claim.file, options), max(claim.line, 1)) if claim.file else None


def in_article(claim: ClaimResult, report: Report, options: RenderOptions) -> Place | None:
    """Return the quote's line in the article's file, where there is a file and the quote was found in it.

    The lines of a page or of a word processor's file are those of its text, which nobody can open.
    """
    article = view.article_of(claim, report)
    if article is None or not article.file or not claim.anchor.line:
        return None
    if PurePath(article.file).suffix.lower() in _WITHOUT_LINES:
        return None
    return Place(relative(article.file, options), claim.anchor.line)
