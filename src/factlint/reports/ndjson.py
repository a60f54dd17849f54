"""NDJSON: one line for the report's head (``type: report``), then one a claim (``type: claim``)."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from factlint.reports import escape

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import Report

SUFFIX = ".ndjson"


def render(report: Report, options: RenderOptions) -> str:
    """Return the report line by line; the lines hold what the JSON report holds."""
    head = {"type": "report", **asdict(replace(report, claims=()))}
    del head["claims"]
    claims = ({"type": "claim", **asdict(claim)} for claim in report.claims)
    return "".join(escape.json_text(line, indent=None) + "\n" for line in (head, *claims))
