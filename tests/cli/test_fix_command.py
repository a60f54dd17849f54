"""``factlint fix``: a diff of the article and its claims, applied only when asked."""

from __future__ import annotations

import pytest

ARTICLE = """\
Northport’s new bridge, 1,420 metres long, opened in 2019. It is 1,420 metres long, a record.
The city has about 1.5 million people.
"""

CLAIMS = """\
version: 1
article: {title: Northport grows, published: 2025-03-05, file: ../article.txt}
claims:  # two of them
  - id: bridge-length
    quote: {exact: "Northport's new bridge, 1,420 metres"}   # straight apostrophe
    value: 1,420 metres
    references:
      - source: bridges
        select: {kind: csv, where: {bridge: Harbour}, column: metres}
        unit: m
  - id: bridge-opened
    quote: 1,420 metres long, opened in 2019
    value: 2019
    type: date
  - id: population
    quote: about 1.5 million
    value: about 1.5 million
    references:
      - source: census
        select: {kind: csv, where: {city: Northport}, column: people, date: day}
"""


@pytest.fixture
def wrong(project):
    project.write("article.txt", ARTICLE)
    project.write("claims/city.yaml", CLAIMS)
    return project


def files(project):
    return [(project.root / name).read_text() for name in ("article.txt", "claims/city.yaml")]


def test_the_diff_has_the_words_in_the_sentences_own_style(wrong):
    before = files(wrong)
    result = wrong.run("fix")
    assert result.code == 0, result.err
    changed = [line for line in result.out.splitlines() if line[:1] in "+-"]
    assert changed == [
        "--- a/article.txt",
        "+++ b/article.txt",
        "-Northport’s new bridge, 1,420 metres long, opened in 2019. It is 1,420 metres long, a record.",
        "-The city has about 1.5 million people.",
        "+Northport’s new bridge, 1,240 metres long, opened in 2019. It is 1,420 metres long, a record.",
        "+The city has about 2.1 million people.",
        "--- a/claims/city.yaml",
        "+++ b/claims/city.yaml",
        '-    quote: {exact: "Northport\'s new bridge, 1,420 metres"}   # straight apostrophe',
        "-    value: 1,420 metres",
        '+    quote: {exact: "Northport\'s new bridge, 1,240 metres"}   # straight apostrophe',
        "+    value: 1,240 metres",
        "-    quote: 1,420 metres long, opened in 2019",
        "+    quote: 1,240 metres long, opened in 2019",
        "-    quote: about 1.5 million",
        "-    value: about 1.5 million",
        "+    quote: about 2.1 million",
        "+    value: about 2.1 million",
    ]
    assert files(wrong) == before


def test_what_else_the_value_says_stays(wrong):
    wrong.edit("article.txt", "1.5 million people", "1.5 million souls")
    wrong.edit("claims/city.yaml", "quote: about 1.5 million", "quote: about 1.5 million souls")
    wrong.edit("claims/city.yaml", "value: about 1.5 million", "value: about 1.5 million souls")
    assert "+    value: about 2.1 million souls" in wrong.run("fix").out.splitlines()


def test_git_applies_the_diff_and_then_all_is_well(wrong):
    wrong.git("init", "-q")
    wrong.write("fix.patch", wrong.run("fix").out)
    wrong.git("apply", "fix.patch")
    assert {
        claim["verdict"]
        for claim in wrong.check("--only", "bridge-length", "--only", "population")[1].values()
    } == {"supported"}
    assert wrong.run("validate").code == 0
    assert wrong.run("fix").out == ""


def test_written_when_asked(wrong):
    shown = wrong.run("fix").out
    assert wrong.run("fix", "--write").out == shown
    assert "1,240 metres long, opened" in files(wrong)[0]
    assert wrong.run("validate").code == 0


def test_only_narrows_and_other_quotes_still_move(wrong):
    wrong.run("fix", "--only", "bridge-length", "--write")
    article, claims = files(wrong)
    assert "about 1.5 million" in article
    assert "quote: 1,240 metres long, opened in 2019" in claims


def test_line_ends_and_a_missing_last_one_are_kept(wrong):
    (wrong.root / "article.txt").write_bytes(b"One.\r\nAbout it: about 1.5 million")
    wrong.run("fix", "--only", "population", "--write")
    assert (wrong.root / "article.txt").read_bytes() == b"One.\r\nAbout it: about 2.1 million"
    (wrong.root / "article.txt").write_bytes(b"One.\nAbout it: about 1.5 million")
    wrong.edit("claims/city.yaml", "about 2.1", "about 1.5")
    assert "\\ No newline at end of file" in wrong.run("fix", "--only", "population").out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("about 1.5 million people", "some people", "doesn't hold its quote exactly once"),
        (
            "about 1.5 million people",
            "about 1.5 million, yes about 1.5 million",
            "doesn't hold its quote exactly once",
        ),
    ],
)
def test_what_can_not_be_placed_is_told(wrong, old, new, told):
    wrong.edit("article.txt", old, new)
    result = wrong.run("fix", "--only", "population")
    assert result.out == ""
    assert f"population: not corrected, the article's file {told}" in result.err


def test_references_that_disagree_give_no_fix(wrong):
    wrong.edit("claims/sources.yaml", "sources:\n", "sources:\n  other: {kind: file, path: other.csv}\n")
    wrong.write("claims/other.csv", "bridge,metres\nHarbour,1300\n")
    reference = "      - source: other\n        select: {kind: csv, where: {bridge: Harbour}, column: metres}\n        unit: m\n"
    wrong.edit("claims/city.yaml", "  - id: bridge-opened", f"{reference}  - id: bridge-opened")
    result = wrong.run("fix", "--only", "bridge-length")
    assert "bridge-length: not corrected, its references don't agree" in result.err


def test_accepted_and_waived_claims_are_left_alone(wrong):
    assert wrong.run("accept", "bridge-length", "--reason", "design length").code == 0
    wrong.on("2026-03-01")
    waived = wrong.run("waive", "population", "--owner", "A", "--reason", "r", "--until", "2026-03-02")
    assert waived.code == 0, waived.err
    assert wrong.run("fix").out == ""


def test_a_surrounding_that_changes_is_told(wrong):
    wrong.edit(
        "claims/city.yaml",
        "    quote: 1,420 metres long, opened in 2019\n",
        "    quote: {exact: opened in 2019, prefix: '1,420 metres long, '}\n",
    )
    assert "bridge-opened: edit its prefix or suffix by hand" in wrong.run("fix").err


def test_without_the_text_there_is_nothing_to_correct(project):
    result = project.run("fix")
    assert (result.code, result.out) == (0, "")
    assert "not at hand" in result.err


@pytest.mark.parametrize(
    ("language", "unit", "wrong", "found", "right"),
    [
        ("de", "m", "1.234,5 Meter", "1312.7", "1.312,7 Meter"),
        ("de", "", "2,1 Millionen", "2800000", "2,8 Millionen"),
        ("de", "", "Rund 2,1 Millionen", "2800000", "Rund 2,8 Millionen"),
        ("fr", "", "Environ 2,1 millions", "2800000", "Environ 2,8 millions"),
        ("de", "EUR", "12,5 Mio. Euro", "13847000", "13,8 Mio. Euro"),
        ("de", "%", "45,3 Prozent", "51.26", "51,3 Prozent"),
        ("de", "", "12.345", "15678", "15.678"),
        ("fr", "m", "1\u202f234,5\u00a0mètres", "1312.7", "1\u202f312,7\u00a0mètres"),
        ("fr", "EUR", "12,5\u202fmillions d’euros", "13847000", "13,8\u202fmillions d’euros"),
        ("fr", "%", "45,3\u202f%", "51.26", "51,3\u202f%"),
        ("fr", "", "12 345", "15678", "15 678"),
    ],
)
def test_the_words_are_those_of_the_articles_language(project, language, unit, wrong, found, right):
    project.write("article.txt", f"« {wrong} »\n")
    project.write("claims/figures.csv", f"figure\n{found}\n")
    project.write(
        "claims/sources.yaml", "version: 1\nsources:\n  one: {publisher: P, kind: file, path: figures.csv}\n"
    )
    reading = f"unit: '{unit}', " if unit else ""
    project.write(
        "claims/city.yaml",
        f"version: 1\narticle: {{title: T, published: 2025-03-05, file: ../article.txt, language: {language}}}\n"
        f"claims:\n  - id: it\n    quote: {wrong}\n    value: '{wrong}'\n    references:\n"
        f"      - {{source: one, {reading}select: {{kind: csv, column: figure}}}}\n",
    )
    assert project.run("fix", "--write").code == 0
    assert files(project)[0] == f"« {right} »\n"
    assert project.run("check").code == 0
