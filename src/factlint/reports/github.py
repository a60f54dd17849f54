"""GitHub annotations: workflow commands that show findings at their lines in a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reports import escape, places, view
from factlint.reports.findings import Finding, findings

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import Report

SUFFIX = ".github.txt"

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice", "none": "notice"}


def render(report: Report, options: RenderOptions) -> str:
    """Return one command a finding, errors first as GitHub shows only the first of each kind."""
    told = sorted(findings(report), key=lambda finding: list(_COMMANDS).index(finding.level))
    lines = [_command(finding, options) for finding in told]
    return "\n".join([*lines, f"factlint {view.tally(report)}"]) + "\n"


def _command(finding: Finding, options: RenderOptions) -> str:
    command = "notice" if finding.settled else _COMMANDS[finding.level]
    place = places.in_claims_file(finding.claim, options)
    where = {"file": place.file, "line": str(place.line)} if place else {}
    properties = where | {"title": f"factlint: {finding.rule}"}
    told = ",".join(f"{name}={escape.workflow_property(words)}" for name, words in properties.items())
    message = f"{finding.message} ({finding.settled})" if finding.settled else finding.message
    return f"::{command} {told}::{escape.workflow(message)}"
