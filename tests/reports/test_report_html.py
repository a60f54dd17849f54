"""The HTML report as a document: complete on its own, and the article cut where claims begin and end."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace

import pytest
import report_samples as samples
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from factlint import reports
from factlint.reports import chart
from factlint.reports.highlight import Span, paragraphs
from factlint.results import AnchorStatus, PointView


@pytest.fixture(scope="module")
def text(report, options):
    return reports.render("html", report, options)


@pytest.fixture(scope="module")
def page(text):
    return LexborHTMLParser(text)


def test_the_policy_allows_this_style_and_this_script_and_nothing_else(text, page):
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_the_file_stands_alone(page):
    assert not page.css("link, img, iframe, object, embed, [src], [style]")
    assert not [key for node in page.css("*") for key in node.attributes if key.startswith("on")]
    assert {node.attributes["rel"] for node in page.css("a[href^=http]")} == {"noopener noreferrer"}


def test_ids_are_unique_and_every_link_inside_leads_somewhere(page):
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    inside = {node.attributes["href"][1:] for node in page.css("a[href^='#']")}
    assert inside <= set(ids)


def test_the_article_is_whole_and_every_quote_is_marked(text, report):
    page = LexborHTMLParser(text)
    words = " ".join(page.css_first(".paper article").text().split())
    for node in page.css(".paper .pin"):
        node.decompose()
    shown = " ".join(page.css_first(".paper article").text().split())
    for line in samples.ARTICLE.splitlines():
        assert line.removeprefix("- ") in shown
    marked = {node.attributes["data-claims"]: node.text() for node in page.css("mark")}
    assert marked == {f"claim-{claim.id}": claim.quote for claim in report.claims}
    assert "Quotes that the text doesn't hold" in words


def test_marks_tell_verdicts_and_doubts_by_class_symbol_and_words(page):
    pins = {node.attributes["href"]: node for node in page.css(".paper .pin")}
    told = {
        "#claim-cost": ("pin v-refuted", "✗4", "Claim 4, refuted"),
        "#claim-mayor": ("pin v-supported", "✓6", "Claim 6, supported"),
        "#claim-population": ("pin v-supported q-outdated", "↻3", "Claim 3, supported, outdated"),
        "#claim-flood-toll": ("pin v-supported q-imprecise", "≈10", "Claim 10, supported, imprecise"),
    }
    for href, expected in told.items():
        attributes = pins[href].attributes
        assert (attributes["class"], pins[href].text(), attributes["aria-label"]) == expected


def test_a_claim_holds_its_whole_chain(page):
    cost = page.css_first("#claim-cost").text(separator=" ")
    for words in (
        "€412 million", "412,000,000 EUR ± 500,000", "€478.6 million", "66.6 million EUR too low (13.9%)",
        "411,500,000 to 412,500,000", "the estimate of 2017 was", "https://council.lavell.example/minutes/2021-04",
        "2025-03-20 07:41 UTC", "verified", "“It cost €479 million”", "claims/barrier.yaml:101", "line 2",
    ):  # fmt: skip
        assert words in cost


def test_what_was_not_checked_is_told_with_its_reason(page):
    section = next(node for node in page.css("section.more") if "Not checked" in node.text())
    assert {node.text() for node in section.css("a")} == {"mayor-quote", "fleet-ruin", "only-seal-lock"}
    assert "503 Service Unavailable" in section.text()


def test_without_the_text_the_quotes_stand_in_order(report, options):
    page = LexborHTMLParser(reports.render("html", report, replace(options, texts={})))
    assert [node.text() for node in page.css(".quotes mark")] == [claim.quote for claim in report.claims]
    assert "The article's text was not at hand" in page.css_first(".paper").text()


def test_a_text_that_is_another_articles_is_not_shown(options):
    first = samples.sample_report()
    digest = hashlib.sha256(samples.ARTICLE.encode()).hexdigest()
    known = replace(first.articles[0], text_sha256=digest)
    other = replace(known, title="Seals", claims_file="claims/seals.yaml", text_sha256="0")
    page = LexborHTMLParser(
        reports.render("html", samples.report_of(*first.claims, articles=(known, other)), options)
    )
    titles = {node.css_first("h2").text(): len(node.css("p")) for node in page.css(".paper article")}
    assert titles == {known.title: len(samples.ARTICLE.splitlines()), "Seals": 0}


def test_anchors_outside_the_text_are_listed_and_not_marked(options):
    anchor = replace(samples.supported()[0].anchor, start=90_000, end=90_010)
    lost = replace(samples.supported()[0], anchor=anchor)
    page = LexborHTMLParser(reports.render("html", samples.report_of(lost), options))
    assert lost.anchor.status is AnchorStatus.FOUND
    assert [node.text() for node in page.css(".quotes mark")] == [lost.quote]


@given(
    st.text("ab \n", max_size=40),
    st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=6),
)
@settings(max_examples=150)
def test_cutting_keeps_every_word_and_tells_every_end_once(text, ends):
    spans = [Span(start, end, number) for number, (start, end) in enumerate(ends, start=1)]
    good = [span for span in spans if 0 <= span.start < span.end <= len(text)]
    lines = paragraphs(text, spans)
    assert "".join(piece.text for line in lines for piece in line.pieces).split() == text.replace(
        "\n", ""
    ).split() or (
        [word for line in lines for word in "".join(piece.text for piece in line.pieces).split()]
        == text.split()
    )
    told = [number for line in lines for piece in line.pieces for number in piece.told]
    assert sorted(told) == [span.number for span in good]


def cut(text, *spans):
    (line,) = paragraphs(text, spans)
    return [(piece.text, piece.inside, piece.told) for piece in line.pieces]


def test_where_claims_overlap_the_shortest_shows_and_all_are_told_at_the_end():
    assert cut("one two three four", Span(0, 13, 1), Span(4, 7, 2), Span(8, 18, 3)) == [
        ("one ", (1,), ()),
        ("two", (2, 1), ()),
        (" ", (1,), ()),
        ("three", (3, 1), ()),
        (" four", (3,), (1, 2, 3)),
    ]


def test_the_worst_verdict_shows_before_the_shortest_claim():
    assert cut("one two", Span(0, 7, 1, rank=0), Span(4, 7, 2, rank=3))[1] == ("two", (1, 2), (1, 2))


def test_claims_that_only_touch_are_told_apart():
    assert cut("onetwo", Span(0, 3, 1), Span(3, 6, 2)) == [("one", (1,), (1,)), ("two", (2,), (2,))]


def drawn(**more):
    claim = next(claim for claim in samples.supported() if claim.id == "population")
    return chart.draw(claim, replace(claim.evidence[0], **more))


def test_the_chart_places_claim_band_and_reading():
    picture = drawn()
    assert picture is not None
    assert picture.read is not None
    assert picture.read.label == "2024: 318,377"
    assert picture.as_of.label == "2024"
    assert picture.read.x == picture.as_of.at
    top, height = picture.band
    assert top <= picture.claimed <= top + height
    assert [tick.label for tick in picture.y_ticks] == ["280,000", "290,000", "300,000", "310,000", "320,000"]
    assert picture.description == (
        "Line chart of 10 values, from 2010 (281,200) to 2025 (321,940). The claim says 318,400 people. "
        "It accepts 318,350 to 318,450. Read as of 2024: 318,377."
    )


def test_the_claim_is_left_out_of_a_chart_in_another_unit():
    evidence = samples.supported()[1].evidence[0]
    picture = drawn(claimed=replace(evidence.claimed, unit="%"))
    assert picture.claimed is picture.band is None
    assert "The claim says" not in picture.description


@pytest.mark.parametrize(
    "series",
    [
        (),
        samples.points([(2020, 1)]),
        samples.points([("soon", 1), ("later", 2)]),
        samples.points([(2020, 1), (2020, 2)]),
    ],
)
def test_a_series_without_two_dated_numbers_draws_nothing(series):
    assert drawn(series=series) is None


@given(
    st.lists(
        st.tuples(
            st.integers(1000, 2100), st.one_of(st.none(), st.decimals(allow_nan=True, allow_infinity=True))
        ),
        max_size=12,
    )
)
@settings(max_examples=100)
def test_any_series_stays_within_its_frame(pairs):
    series = tuple(
        PointView(date=str(day), text="x", low=str(figure) if figure is not None else None)
        for day, figure in pairs
    )
    picture = drawn(series=series)
    for mark in picture.marks if picture else ():
        assert chart.LEFT <= mark.x <= chart.WIDTH - chart.RIGHT
        assert chart.TOP <= mark.top <= mark.bottom <= chart.HEIGHT - chart.BOTTOM


@pytest.mark.parametrize(
    ("edtf", "year"),
    [
        ("2025", 2025),
        ("2025-07", 2025.5),
        ("193X", 1930),
        ("[2025-01..2025-03]", 2025),
        ("-0044", -44),
        ("2025-21", 2025 + 11 / 12),
    ],
)
def test_dates_have_their_place(edtf, year):
    assert chart.position(edtf) == pytest.approx(year)


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        (("58900", "65100"), "58,900 to 65,100"),
        (("5", None), "at least 5"),
        ((None, "-1200.50"), "at most -1,200.50"),
        (("7", "7"), "7"),
        ((None, None), "any value"),
    ],
)
def test_bounds_in_words(bounds, words):
    assert chart.between(bounds) == words
