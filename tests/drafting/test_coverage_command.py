"""``factlint coverage``: what of an article no claim covers, and what need not be covered."""

from __future__ import annotations

import json

import pytest

from factlint.documents.article import ArticleText
from factlint.drafting.coverage import Held, coverage
from factlint.drafting.described import article_for, described


def covered(text, *quotes, published="2025-03-05"):
    source = ArticleText(text)
    article = article_for(source, described(source, "story", published=published))
    return coverage(
        article, [Held(text.index(quote), text.index(quote) + len(quote), (quote,)) for quote in quotes]
    )


def missing(text, *quotes):
    return [item.text for item in covered(text, *quotes).missing]


def test_a_value_is_covered_where_a_quote_holds_it():
    text = "Some 450 homes were built in 2019 by Linden Green Ltd and 12 more in May 2020."
    assert missing(text) == ["Some 450", "2019", "Linden Green Ltd", "12", "May 2020"]
    assert missing(text, "450 homes were built in 2019", "Linden Green Ltd") == ["12", "May 2020"]


def test_a_name_is_covered_by_the_same_printed_form():
    text = "Ada Lund spoke first. Later Ada Lund left. Mr Lund stayed."
    assert missing(text, "Ada Lund spoke") == ["Ada Lund", "Mr Lund"]
    assert missing(text, "Ada Lund") == ["Mr Lund"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Published 4 March 2025\n\nNothing else.", "page furniture"),
        ("LONDON, March 5 (Wire) – Nothing else.", "page furniture"),
        ("Inflation is expected to rise to 3.7% in the autumn.", "forecast"),
        ("Delegates left COP30 early.", "part of a name or an identifier"),
        ("Will it take 20 years?", "question"),
        ("She has told them a thousand times to stop.", "figure of speech"),
        ("If 40 voters stayed at home, nobody would notice.", "condition or example"),
        ("The three leaders left.", "counts what the text has just named"),
        ("Ring us, quoting FIN-2024-0311.", "part of a name or an identifier"),
        ("The rest is paid by Council tax.", "a common word, and no name by itself"),
        ("They met in Beijing.", "a place, claimed with what happens there"),
        ("It cost $5m. <!-- factlint: ignore -->", "ignored by the editor"),
        ("<!-- factlint: ignore -->\nIt cost $5m.", "ignored by the editor"),
    ],
)
def test_what_is_discounted_has_a_reason(text, reason):
    found = covered(text)
    assert found.missing == ()
    assert reason in {item.discounted for item in found.items}
    assert found.share == 1


def test_an_editor_ignores_single_words_of_a_line():
    text = "It cost $5m in 2020. <!-- factlint: ignore 2020; Ada Lund -->"
    assert missing(text) == ["$5m"]


def test_the_gate_fails_below_the_share(project):
    project.write(
        "article.txt", (project.root / "article.txt").read_text() + "It has 38 lamps and cost $41m.\n"
    )
    low = project.run("coverage", "claims/city.yaml", "--article", "article.txt", "--min", "95%")
    assert low.code == 1
    assert "claims/city.yaml: line 3: number '38' is in no claim" in low.out
    assert project.run("coverage", "claims/city.yaml", "--article", "article.txt", "--min", "10%").code == 0


def test_one_object_a_claims_file_for_machines(project):
    result = project.run("coverage", "claims/city.yaml", "--article", "article.txt", "--json")
    (data,) = json.loads(result.out)
    assert [item["text"] for item in data["missing"]] == ["4 March 2025", "2019", "Ada Lund"]
    assert data["share"] == 0.4


def test_a_share_must_be_one(project):
    assert project.run("coverage", "--min", "lots", "--article", "article.txt").code == 2


def test_without_the_text_nothing_is_claimed(project):
    result = project.run("coverage", "claims/city.yaml")
    assert result.code == 2
    assert "give --article FILE" in result.err


def test_the_report_of_a_page_leaves_out_what_its_comment_ignores(project):
    told = "".join(
        f"<p>{line} Nothing more was said of it by anybody, and the paper went on to other things.</p>"
        for line in (
            "Northport has 450 homes.",
            "It cost $71m. <!-- factlint: ignore -->",
            "It lies on the river.",
        )
    )
    project.write("story.html", f"<html><body><article><h1>Northport</h1>{told}</article></body></html>")
    project.write(
        "claims/page.yaml",
        'version: "1"\narticle: {title: Northport, file: ../story.html}\nclaims:\n'
        "  - {id: homes, quote: 450 homes, value: '450', references: [], todo: true}\n",
    )
    project.run("check", "claims/page.yaml", "--format", "html", "-o", "report.html")
    report = (project.root / "report.html").read_text(encoding="utf-8")
    assert "$71m" in report
    assert "no claim covers this number" not in report
