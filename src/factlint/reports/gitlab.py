"""GitLab's code quality report: the findings that a merge request shows beside the claims file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.reports import escape, places
from factlint.reports.findings import Finding, findings, fingerprint

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import Report

SUFFIX = ".gitlab.json"

_SEVERITIES = {"error": "critical", "warning": "minor", "note": "info", "none": "info"}


def render(report: Report, options: RenderOptions) -> str:
    """Return the findings as a JSON list; accepted and waived ones are information."""
    return escape.json_text([_issue(finding, options) for finding in findings(report)]) + "\n"


def _issue(finding: Finding, options: RenderOptions) -> dict[str, Any]:
    place = places.in_claims_file(finding.claim, options) or places.Place("claims", 1)
    settled = f" ({finding.settled})" if finding.settled else ""
    return {
        "description": escape.line(finding.message + settled),
        "check_name": f"factlint/{finding.rule}",
        "fingerprint": fingerprint(finding),
        "severity": "info" if finding.settled else _SEVERITIES[finding.level],
        "location": {"path": escape.line(place.file), "lines": {"begin": place.line}},
    }
