"""The report formats: one module each, imported when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from factlint.errors import ReportOptionError, UnknownFormatError

if TYPE_CHECKING:
    from factlint.reports.base import Renderer, RenderOptions
    from factlint.results import Report

FORMATS: dict[str, str] = {
    "terminal": "terminal",
    "markdown": "markdown",
    "html": "html",
    "json": "json",
    "ndjson": "ndjson",
    "csv": "csv",
    "junit": "junit",
    "sarif": "sarif",
    "github": "github",
    "github-summary": "github_summary",
    "gitlab": "gitlab",
    "claimreview": "claimreview",
    "badge": "badge",
}
"""Each format's name and its module in this package."""

ALIASES = {"md": "markdown", "text": "terminal", "txt": "terminal", "svg": "badge", "xml": "junit"}


def renderer(name: str) -> Renderer:
    """Return the module that renders ``name``; raises ``UnknownFormatError``."""
    from importlib import import_module

    module = FORMATS.get(ALIASES.get(name, name))
    if module is None:
        raise UnknownFormatError(f"there is no report format {name!r}", hint=_nearest(name))
    return cast("Renderer", import_module(f"factlint.reports.{module}"))


def render(name: str, report: Report, options: RenderOptions) -> str:
    """Return ``report`` in the format ``name``."""
    return renderer(name).render(report, options)


def pieces(name: str, report: Report, options: RenderOptions) -> Iterable[str]:
    """Return ``report`` in the format ``name``, piece by piece where the format's module does so."""
    module = renderer(name)
    by_piece = getattr(module, "pieces", None)
    return by_piece(report, options) if by_piece else (module.render(report, options),)


def suffix(name: str) -> str:
    """Return the suffix of the format's files, such as ``.html``."""
    return renderer(name).SUFFIX


def parse_report_option(text: str) -> dict[str, str]:
    """Read ``html=out/report.html,sarif=report.sarif`` as formats and the files they go to.

    Raises ``ReportOptionError`` for a part without ``=``, an empty path or a format named twice, and
    ``UnknownFormatError`` for an unknown format.
    """
    wanted: dict[str, str] = {}
    for part in text.split(","):
        name, equals, path = (piece.strip() for piece in part.partition("="))
        if not (equals and name and path):
            raise ReportOptionError(f"{part.strip()!r} is not FORMAT=FILE", hint="such as html=report.html")
        renderer(name)
        if name in wanted:
            raise ReportOptionError(f"the format {name!r} is named twice")
        wanted[name] = path
    return wanted


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, FORMATS, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(FORMATS)}"
