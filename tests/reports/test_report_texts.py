"""The formats that people read as text: terminal and Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import report_samples as samples

from evidences import evidence, result
from factlint import reports
from factlint.reports import findings, markdown, view
from factlint.reports.base import RenderOptions
from factlint.results import Verdict


@pytest.fixture(scope="module")
def terminal(report):
    return reports.render("terminal", report, RenderOptions(width=110))


def test_the_table_has_a_row_a_claim_in_the_reports_order(terminal, report):
    table = terminal.partition("\nDiscrepancies\n")[0]
    places = [re.search(rf"\s{claim.id}(\s|$)", table, re.M) for claim in report.claims]
    assert all(places)
    assert [place.start() for place in places] == sorted(place.start() for place in places)


def test_a_row_reads_from_verdict_to_source(terminal):
    row = next(line for line in terminal.splitlines() if " cost " in line)
    assert re.fullmatch(
        r"✗ refuted +cost +€412 million +€478\.6 million +66\.6 million EUR +council-minutes", row
    )


def test_what_is_right_takes_one_line_and_what_needs_a_look_is_told_in_full(report):
    kept = {claim.id: claim for claim in report.claims}
    calm = replace(kept["opening-date"], id="calm", accepted=True)
    wordy = replace(calm.claimed, text="the long sentence of a long story " * 3)
    calm = replace(calm, evidence=tuple(replace(one, claimed=wordy) for one in calm.evidence))
    text = reports.render("terminal", samples.report_of(calm, kept["cost"]), RenderOptions(width=80))
    lines = text.partition("\nDiscrepancies")[0].splitlines()
    start = next(number for number, line in enumerate(lines) if " calm " in line)
    assert re.search(r" the [a-z ]+…", lines[start])
    assert " cost " in lines[start + 1]
    narrow = reports.render("terminal", samples.report_of(calm, kept["cost"]), RenderOptions(width=60))
    assert narrow.startswith("✓ supported  calm\n✗ refuted  cost\n    claimed: €412 million\n")


def test_an_interval_between_days_is_told_in_words(report):
    assert view.since("1961-09-10/..") == "since 1961-09-10"
    assert view.since("2019/2022-03") == "2019 to 2022-03"
    assert view.since("3/4") == "3/4"


def test_every_verdict_has_its_symbol_and_word(terminal):
    for words in ("✓ supported", "✗ refuted", "≠ conflicting", "? not enough"):
        assert words in terminal


def test_the_sections_say_what_is_wrong_and_what_went_unchecked(terminal):
    assert "cost (major): claimed €412 million, council-minutes has €478.6 million" in terminal
    assert "      should say: It cost €479 million" in terminal
    assert "  only-seal-lock: to do: it names no reference yet" in terminal
    assert "  noise: reference-revised (port-authority): " in terminal
    assert "  length: the article's text doesn't contain it; nearest is “the tidal barrier" in terminal
    assert "checked 12 of 15 claims: 7 supported (1 outdated, 1 imprecise), 4 refuted" in terminal
    assert "2 claims could not be checked" in terminal
    assert "Next: factlint explain ID" in terminal


def test_the_terminal_has_colour_only_when_asked(report):
    assert "\x1b" not in reports.render("terminal", report, RenderOptions())
    colored = reports.render("terminal", report, RenderOptions(color=True))
    plain = reports.render("terminal", report, RenderOptions())
    assert [
        line.rstrip() for line in re.sub("\x1b\\[[0-9;]*m", "", colored).splitlines()
    ] == plain.splitlines()


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_terminal_keeps_to_its_width(report, width):
    lines = reports.render("terminal", report, RenderOptions(width=width)).splitlines()
    assert max(map(len, lines)) <= width


def test_of_very_many_claims_the_terminal_shows_those_that_need_a_look(report):
    many = [replace(claim, id=f"{claim.id}-{turn}") for turn in range(40) for claim in report.claims]
    text = reports.render("terminal", samples.report_of(*many), RenderOptions(width=110))
    table = text.partition("\nDiscrepancies\n")[0]
    shown = re.findall(r"^[✓✗≠?] .*?\s([a-z-]+-\d+) ", table, re.M)
    assert len(shown) == 200
    assert sum(claim.startswith("cost-") for claim in shown) == 40
    assert not [claim for claim in shown if claim.startswith("opening-date-")]
    assert "… and 400 more claims" in table
    assert "… and more; the other formats hold all." in text


def test_markdown_says_what_is_wrong_before_it_lists_everything(report, options):
    text = reports.render("markdown", report, options)
    headings = re.findall(r"^(?:#+ |<details><summary>)([^:<\n]+)", text, re.M)
    blocks = ["Discrepancies", "Not checked", "Quotes amiss", "Drift", "Reviews by others, which don't count"]
    assert headings == ["factlint", *blocks, "All 15 claims"]
    assert "| major | cost | €412 million | €478.6 million | 66.6 million EUR too low" in text
    assert "**Gate: exit 1.** 2 claims are refuted and not accepted: cost, transport-chief;" in text


def test_short_tables_are_not_folded(options):
    text = reports.render("markdown", samples.report_of(*samples.supported()), options)
    assert "<details>" not in text
    assert "### All 4 claims" in text


@pytest.mark.parametrize("count", [200, 3000])
def test_markdown_fits_a_comment_and_counts_what_it_cut(report, options, count):
    many = samples.report_of(*(report.claims * (count // len(report.claims))))
    text = reports.render("markdown", many, options)
    assert len(text) <= markdown.LIMIT < 65_536
    rows = len(many.claims)
    table = text.partition(f"All {rows} claims")[2]
    shown = len(re.findall(r"^\| [✓✗≠?] ", table, re.M))
    cut = re.search(rf"(\d+) of {rows} rows cut", table)
    assert shown + int(cut[1] if cut else 0) == rows
    assert text.count("<details>") == text.count("</details>")


def test_no_list_is_crowded_out_by_those_before_it(report, options):
    many = samples.report_of(*(report.claims * 200))
    text = reports.render("markdown", many, options)
    for title in ("Discrepancies", "Not checked", "Quotes amiss", "Drift", "All 3000 claims"):
        section = text.partition(f"<summary>{title}</summary>")[2].partition("</details>")[0]
        assert len(re.findall(r"^(?:- |\| )", section, re.M)) > 10


def test_the_step_summary_has_more_room(report, options):
    many = samples.report_of(*(report.claims * 200))
    summary, comment = (reports.render(name, many, options) for name in ("github-summary", "markdown"))
    assert len(comment) < len(summary) <= 250_000
    assert len(summary.encode()) < 1024 * 1024


@pytest.mark.parametrize("name", ["terminal", "markdown", "html"])
def test_reviews_by_others_stand_beside_the_verdict(name, report, options):
    text = reports.render(name, report, replace(options, width=300))
    for words in (
        "Coast Facts",
        "rated “Mostly false”",
        "The barrier cost 412 million",
        "old-reviews: FL105",
    ):
        assert words in text


def test_what_has_moved_on_is_told_with_its_day_where_it_has_one():
    same, moved = evidence("match", "a", newest="match"), evidence("match", "b", newest="mismatch")
    assert view.headline(result(evidence=(same, moved), outdated=True)).endswith("now has 9 as of 2026-01-01")
    undated = replace(moved, newest=replace(moved.newest, as_of=""))
    assert view.headline(result(evidence=(undated,), outdated=True)).endswith("the reference now has 9")


def test_sources_in_conflict_are_told_side_by_side(report):
    claim = next(one for one in report.claims if one.verdict is Verdict.CONFLICTING)
    agrees = next(one for one in claim.evidence if one.outcome == "match")
    told = f"on the other side: {agrees.reference} has {agrees.found.text}"
    assert told in reports.render("terminal", report, RenderOptions(width=200))
    assert told in reports.render("markdown", report, RenderOptions()).replace("\\", "")


@pytest.mark.parametrize(
    ("severity", "flag", "rule"), [("minor", "imprecise", "imprecise"), ("major", "disputed", "disputed")]
)
def test_a_claim_that_a_reference_outvoted_disputes_is_not_called_imprecise(severity, flag, rule, report):
    stands = next(
        claim for claim in report.claims if claim.verdict is Verdict.SUPPORTED and not claim.outdated
    )
    told = replace(stands, discrepancies=(samples.discrepancy(stands.evidence[0], severity),), drift=())
    assert flag in view.qualifiers(told)
    assert {"imprecise", "disputed"} & set(view.qualifiers(told)) == {flag}
    assert [finding.rule for finding in findings.findings(replace(report, claims=(told,)))] == [rule]
