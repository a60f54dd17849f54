"""JUnit XML, as CI servers read it: one suite an article, one case a claim.

Refuted and conflicting claims are failures, claims that no reference could settle are errors where a
source failed and skipped where there was none; accepted and waived findings are skipped, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from factlint.reports import escape, places, view
from factlint.results import Verdict

if TYPE_CHECKING:
    from factlint.reports.base import RenderOptions
    from factlint.results import ClaimResult, Report

SUFFIX = ".xml"


def render(report: Report, options: RenderOptions) -> str:
    """Return the report as one ``testsuites`` document."""
    root = ET.Element("testsuites", name="factlint")
    for title, claims in _suites(report):
        suite = ET.SubElement(root, "testsuite", name=escape.line(title), timestamp=_stamp(report))
        for claim in claims:
            _case(suite, claim, options)
        _count(suite)
    _count(root)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suites(report: Report) -> list[tuple[str, list[ClaimResult]]]:
    """Return the claims by article; those of no known article come last, under the tool's name."""
    suites: dict[str, list[ClaimResult]] = {}
    for claim in report.claims:
        article = view.article_of(claim, report)
        suites.setdefault(article.title if article else "factlint", []).append(claim)
    return list(suites.items())


def _case(suite: ET.Element, claim: ClaimResult, options: RenderOptions) -> None:
    names = {"classname": escape.line(claim.file or "claims"), "name": escape.line(claim.id), "time": "0"}
    case = ET.SubElement(suite, "testcase", names)
    place = places.in_claims_file(claim, options)
    if place:
        case.set("file", escape.line(place.file))
        case.set("line", str(place.line))
    kind, message = _outcome(claim)
    if kind:
        attributes = {"message": escape.line(message)}
        if kind != "skipped":
            attributes["type"] = claim.verdict.value
        ET.SubElement(case, kind, attributes).text = _chain(claim)
    elif view.qualifiers(claim):
        ET.SubElement(case, "system-out").text = f"{', '.join(view.qualifiers(claim))}\n{_chain(claim)}"


def _outcome(claim: ClaimResult) -> tuple[str, str]:
    if claim.verdict is Verdict.SUPPORTED:
        return "", ""
    if view.settled(claim):
        return "skipped", claim.waived or claim.accepted_reason or "accepted in the baseline"
    if claim.verdict is not Verdict.NOT_ENOUGH:
        return "failure", view.headline(claim)
    return ("error" if claim.failures else "skipped"), view.headline(claim)


def _chain(claim: ClaimResult) -> str:
    lines = [f"quote: {claim.quote}", f"reason: {claim.reason}"]
    for one in claim.evidence:
        lines.append(
            f"{one.source}: found {one.found.text} ({one.outcome}, rule {one.rule}) at {one.document.address}"
        )
    lines += [f"should say: {one.suggestion}" for one in claim.discrepancies if one.suggestion]
    lines += [f"{one.source}: {one.code} {one.message}" for one in claim.failures]
    lines += [f"drift: {view.say_drift(one)}" for one in claim.drift]
    return "\n".join(escape.terminal(line) for line in lines)


def _count(element: ET.Element) -> None:
    element.set("tests", str(len(list(element.iter("testcase")))))
    for kind, name in (("failure", "failures"), ("error", "errors"), ("skipped", "skipped")):
        element.set(name, str(len(list(element.iter(kind)))))


def _stamp(report: Report) -> str:
    return escape.line(report.generated).removesuffix("Z")
