"""SARIF 2.1.0 (OASIS), for code scanning: findings at the lines of the claims file and of the article."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from factlint.reports import escape, places
from factlint.reports.findings import RULES, Finding, findings, fingerprint
from factlint.results import Cause, Verdict

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import Report

SUFFIX = ".sarif"

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_TOP_RANK = {"error": 90.0, "warning": 50.0, "note": 20.0, "none": 0.0}


def render(report: Report, options: RenderOptions) -> str:
    """Return the report as one run. ``baselineState`` is told against ``factlint.lock``."""
    rules = list(RULES)
    name, _, version = report.tool.partition(" ")
    driver = {
        "name": escape.line(name) or "factlint",
        "semanticVersion": escape.line(version) or "0",
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": f"factlint/{escape.line(report.profile)}/"},
        "invocations": [_invocation(report)],
        "results": [
            _result(finding, rules.index(finding.rule), report, options) for finding in findings(report)
        ],
        "properties": {"summary": asdict(report.summary)},
    }
    return escape.json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: str) -> dict[str, Any]:
    kind = rule.partition("/")[0]
    level = (
        "error"
        if rule in (Verdict.REFUTED, Verdict.CONFLICTING)
        else "note"
        if rule == "outdated"
        else "warning"
    )
    return {
        "id": rule,
        "shortDescription": {"text": RULES[rule]},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": ["facts", kind]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    return {
        "executionSuccessful": report.exit_code != 2,
        "exitCode": report.exit_code,
        "endTimeUtc": escape.line(report.generated),
        "toolExecutionNotifications": [
            {
                "level": "warning",
                "message": {"text": escape.line(f"{claim.id}: {one.source}: {one.code} {one.message}")},
            }
            for claim in report.claims
            for one in claim.failures
        ],
    }


def _result(finding: Finding, index: int, report: Report, options: RenderOptions) -> dict[str, Any]:
    claim = finding.claim
    found = [places.in_claims_file(claim, options), places.in_article(claim, report, options)]
    where = [_location(place, number) for number, place in enumerate(filter(None, found))]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": finding.level,
        "rank": _TOP_RANK[finding.level],
        "message": {"text": escape.line(finding.message)},
        "baselineState": _state(finding),
        "partialFingerprints": {"claim/v1": fingerprint(finding)},
        "properties": {
            "claim": escape.line(claim.id),
            "verdict": claim.verdict.value,
            "quote": escape.line(claim.quote),
        },
    }
    if where:
        result["locations"] = where[:1]
        result["relatedLocations"] = where[1:]
    if finding.settled:
        result["suppressions"] = [_suppression(finding)]
    return result


def _location(place: places.Place, number: int) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": "the quote in the article" if number else "the claim"},
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(place.file), "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": place.line},
        },
    }


def _uri(file: str) -> str:
    from urllib.parse import quote

    return quote(escape.visible(file), safe="/.-_~")


def _state(finding: Finding) -> str:
    """Return ``unchanged`` where the baseline knew, ``updated`` where it knew otherwise, else ``new``."""
    causes = {drift.cause for drift in finding.claim.drift}
    if finding.rule.startswith("drift/") or Cause.VERDICT_FLIPPED in causes:
        return "updated"
    return "unchanged" if finding.claim.accepted else "new"


def _suppression(finding: Finding) -> dict[str, str]:
    return {"kind": "external", "status": "accepted", "justification": escape.line(finding.settled)}
