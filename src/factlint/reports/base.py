"""What every report format takes and gives: one signature, one set of options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.results import Report


class Publisher(Protocol):
    """Who publishes the fact check: its name and its web address."""

    @property
    def name(self) -> str:
        """The publisher's name."""

    @property
    def url(self) -> str:
        """The publisher's home page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An article's text as it is shown.

    text: what the claims' anchors count characters in
    marks: spans of it that are markup, as (start, end)
    share: how much of it claims cover, in words
    gaps: the characters and the kind of each thing that no claim covers
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    share: str = ""
    gaps: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What a format may need beside the report; every format ignores what it has no use for.

    texts: the text of each article that is at hand, by the article's claims file
    width: columns of the terminal
    color: whether terminal output may hold colour codes (see ``wants_color``)
    publisher: who publishes the fact check; ClaimReview needs it
    root: the project's folder, which the report's own paths are relative to
    top: the folder that code-review formats tell paths relative to (see ``places.repository``)
    """

    texts: Mapping[str, Shown] = field(default_factory=dict)
    width: int = 100
    color: bool = False
    publisher: Publisher | None = None
    root: Path | None = None
    top: Path | None = None


class Renderer(Protocol):
    """A module of this package: ``SUFFIX`` names its files, ``render`` writes its text."""

    SUFFIX: str

    def render(self, report: Report, options: RenderOptions) -> str:
        """Return the report in this format. The same report and options give the same text."""


def wants_color(*, terminal: bool, environ: Mapping[str, str]) -> bool:
    """Decide on colour as no-color.org and bixense.com/clicolors ask: NO_COLOR wins, then FORCE_COLOR."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return terminal and environ.get("TERM") != "dumb"
