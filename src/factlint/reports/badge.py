"""A badge for link previews (Open Graph): the article's title and the numbers, as an SVG of 1200 by 630."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from factlint.reports import escape, templates, view
from factlint.results import Verdict

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import Report

SUFFIX = ".svg"

_COLORS = ("#00596b", "#a83200", "#62359a", "#4a545e")
_SHORT = {**view.LABELS, Verdict.NOT_ENOUGH: "open"}
_BAR = 1040
_LINE = 34


def render(report: Report, options: RenderOptions) -> str:
    """Return the badge; it holds no script, no link and no outside font or picture."""
    title = "; ".join(article.title for article in report.articles) or "Fact check"
    lines = textwrap.wrap(escape.line(title), _LINE, max_lines=3, placeholder="…")
    parts, start = [], 80.0
    for (verdict, count), color in zip(view.counts(report).items(), _COLORS, strict=True):
        width = _BAR * count / max(len(report.claims), 1)
        parts.append((verdict, count, color, round(start, 1), round(width, 1)))
        start += width
    return templates.fill("badge.svg", lines=lines, parts=parts, short=_SHORT, report=report) + "\n"
