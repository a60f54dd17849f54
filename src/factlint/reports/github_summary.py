"""The step summary of a GitHub job: the Markdown report, with the room that a summary has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reports import markdown

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import Report

SUFFIX = ".summary.md"

LIMIT = 250_000
"""Characters at most: GitHub takes 1 MiB a step, and a character is four bytes at most."""


def render(report: Report, options: RenderOptions) -> str:
    """Return the text for the file that ``GITHUB_STEP_SUMMARY`` names."""
    return markdown.within(LIMIT, report)
