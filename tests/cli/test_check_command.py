"""``factlint check`` as a user meets it."""

from __future__ import annotations

import html
import json
import re

import pytest


def claims_of(result):
    return {claim["id"]: claim for claim in json.loads(result.out)["claims"]}


def test_a_right_article_is_green_and_its_reports_are_written(project):
    result = project.run("check")
    assert result.code == 0, result.out + result.err
    assert "checked 2 of 2 claims" in result.out
    assert {path.name for path in (project.root / "reports").iterdir()} == {
        "city.md",
        "city.html",
        "city.json",
    }


def test_a_wrong_figure_is_refuted_with_the_right_words(project):
    project.edit(
        "claims/city.yaml", "quote: 1,240 metres\n    value: 1,240", "quote: 1,420 metres\n    value: 1,420"
    )
    result = project.run("check", "--format", "json")
    assert result.code == 1
    claim = claims_of(result)["bridge-length"]
    assert claim["verdict"] == "refuted"
    [discrepancy] = claim["discrepancies"]
    assert discrepancy["severity"] == "major"
    assert discrepancy["direction"] == "overstated"
    assert discrepancy["suggestion"] == "1,240 metres"
    [evidence] = claim["evidence"]
    assert evidence["document"]["address"] == "bridges.csv"
    assert len(evidence["document"]["sha256"]) == 64
    assert evidence["rule"] == "rounding"


def test_what_was_right_on_its_day_is_supported_and_outdated(project):
    project.write(
        "claims/census.csv", "city,day,people\nNorthport,2025-01-01,2114000\nNorthport,2026-01-01,2900000\n"
    )
    claim = claims_of(project.run("check", "--format", "json"))["population"]
    assert (claim["verdict"], claim["outdated"]) == ("supported", True)
    assert claim["evidence"][0]["newest"]["as_of"] == "2026-01-01"


FALLS = "a cumulative series falls from '2200000' to '900' on 2026-01-01"


def test_a_series_that_falls_after_the_day_is_complained_about(project):
    rows = "city,day,people\nNorthport,2025-01-01,2114000\nNorthport,2025-06-01,2200000\n"
    project.write("claims/census.csv", rows)
    project.edit("claims/city.yaml", "date: day}", "date: day, cumulative: true}")
    assert project.run("accept", "population", "--reason", "checked by hand").code == 0
    project.write("claims/census.csv", f"{rows}Northport,2026-01-01,900\n")
    result = project.run("check")
    assert result.code == 0, result.out
    assert FALLS in " ".join(result.out.split())
    claim = claims_of(project.run("check", "--format", "json"))["population"]
    assert (claim["verdict"], claim["outdated"]) == ("supported", False)
    assert claim["evidence"][0]["newest"]["outcome"] == "unread"
    assert not any("newest value" in drift["message"] for drift in claim["drift"])
    for report in ("explain population", "sources test census", "check --format html"):
        assert FALLS in html.unescape(project.run(*report.split()).out), report


def test_a_source_that_is_gone_is_a_failure_and_never_a_refutation(project):
    (project.root / "claims/bridges.csv").unlink()
    result = project.run("check", "--format", "json")
    assert result.code == 3
    claim = claims_of(result)["bridge-length"]
    assert claim["verdict"] == "not-enough-evidence"
    [failure] = claim["failures"]
    assert (failure["stage"], failure["source"]) == ("fetch", "bridges")


def test_discrepancies_come_before_failures(project):
    (project.root / "claims/bridges.csv").unlink()
    project.edit("claims/census.csv", "2114000", "3114000")
    assert project.run("check").code == 1
    assert project.run("check", "--fail-on", "unchecked").code == 3
    assert project.run("check", "--fail-on", "outdated").code == 0
    assert project.run("check", "--exit-zero").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "--only", "bridg-length"), "did you mean 'bridge-length'?"),
        (("check", "nowhere.yaml"), "can't read nowhere.yaml"),
        (("check", "--profile", "nightly"), "no source knows a profile 'nightly'"),
        (("check", "--format", "pfd"), "pdf"),
    ],
)
def test_nothing_to_check_and_bad_input_are_exit_2(project, arguments, words):
    result = project.run(*arguments)
    assert result.code == 2
    assert words in result.err or words == "pdf"
    assert "Traceback" not in result.err


def test_no_claim_at_all_is_exit_2(project):
    project.write("claims/city.yaml", "version: 1\narticle: {title: Empty}\nclaims: []\n")
    assert project.run("check").code == 2


def test_only_narrows_by_id_tag_and_pattern_and_leaves_the_reports_alone(project):
    for pattern in ("bridge-length", "bridge", "bridge-*"):
        result = project.run("check", "--only", pattern, "--format", "json")
        assert list(claims_of(result)) == ["bridge-length"]
    assert not (project.root / "reports").exists()
    both = project.run("check", "--only", "bridge-length, population", "--format", "json")
    assert set(claims_of(both)) == {"bridge-length", "population"}


def test_output_and_report_options_write_files(project):
    result = project.run(
        "check", "--format", "markdown", "--output", "out/r.md", "--report", "csv=out/r.csv,json=out/r.json"
    )
    assert result.code == 0
    assert result.out == ""
    assert {path.name for path in (project.root / "out").iterdir()} == {"r.md", "r.csv", "r.json"}


def test_anchors_are_held_against_the_article_only_where_it_is_at_hand(project):
    claim = claims_of(project.run("check", "--format", "json"))["population"]
    assert claim["anchor"]["status"] == "not-checked"
    claim = claims_of(
        project.run("check", "claims/city.yaml", "--article", "article.txt", "--format", "json")
    )["population"]
    assert (claim["anchor"]["status"], claim["anchor"]["line"]) == ("found", 1)


def test_a_report_that_can_not_be_written_is_one_line(project):
    (project.root / "taken").write_text("a file, not a folder")
    result = project.run("check", "--output", "taken/report.txt")
    assert result.code == 2
    assert "taken" in result.err
    assert "Traceback" not in result.err


def test_the_html_report_shows_what_no_claim_covers(project):
    article = ("claims/city.yaml", "--article", "article.txt")
    page = project.run("check", *article, "--format", "html").out
    assert '<span class="gap" title="no claim covers this date">4 March 2025</span>' in page
    assert "numbers, dates and names." in page
    assert 'class="gap"' not in project.run("check", "--format", "html").out


MARKDOWN = """\
---
title: Northport grows
date: 2025-03-05
---
# Northport grows

It has [about **2.1 million**](https://x.example) people.

* its bridge is 1,240 metres long
"""


def test_a_markdown_article_is_shown_as_it_reads(project):
    project.write("article.md", MARKDOWN)
    result = project.run("check", "--article", "article.md", "--report", "html=report.html")
    assert "2 of 2 quotes were held against the article's text." in result.out
    assert "Quotes amiss" not in result.out
    page = (project.root / "report.html").read_text().partition("<article>")[2].partition("</article>")[0]
    shown = re.sub(r"<span class=\"pins\">.*?</span></a></span>|</?mark[^>]*>", "", page)
    assert "<h3>Northport grows</h3>" in shown
    assert "<p>It has about 2.1 million people.</p>" in shown
    assert '<p class="item">its bridge is 1,240 metres long</p>' in shown
    assert "title:" not in shown


def test_every_article_whose_text_is_at_hand_is_shown(project):
    project.edit("claims/city.yaml", "language: en-GB}", "file: ../article.txt}")
    project.write("claims/second.txt", "The town has about 2.1 million people. It has 12 parks.\n")
    second = project.root.joinpath("claims/city.yaml").read_text().partition("  - id: bridge-length")[0]
    second = second.replace("id: population", "id: again").replace("../article.txt", "second.txt")
    project.write("claims/second.yaml", second)
    result = project.run("check", "--report", "html=report.html")
    assert "3 of 3 quotes were held against the article's text." in result.out
    first, other = (project.root / "report.html").read_text().split("<article>")[1:]
    assert "The new bridge, <mark" in first
    assert "The town has <mark" in other
    assert '<span class="gap" title="no claim covers this number">12</span>' in other
    assert (first.count("Claims cover"), other.count("Claims cover")) == (1, 1)
