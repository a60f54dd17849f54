"""``factlint validate``: all faults of all files, each with its place and the right word."""

from __future__ import annotations

FAULTY = """\
version: 1
article: {title: Northport grows, published: 2025-02-30}
claims:
  - id: population
    qoute: about 2.1 million
    value: about 2.1 million
"""


def test_a_sound_project_has_no_faults(project):
    result = project.run("validate", "claims/city.yaml", "--article", "article.txt")
    assert (result.code, result.out) == (0, "")
    assert "2 claims read, 0 faults" in result.err


def test_all_faults_are_told_at_once_with_their_places(project):
    project.write("claims/city.yaml", FAULTY)
    project.edit("claims/sources.yaml", "kind: file, path: census.csv", "kind: fiel, path: census.csv")
    result = project.run("validate")
    assert result.code == 2
    lines = result.out.splitlines()
    assert any(line.startswith("claims/city.yaml:2:35: FL008") and "2025-02-30" in line for line in lines), (
        lines
    )
    assert any(
        line.startswith("claims/city.yaml:5:5: FL003 claim population") and "'quote'" in line
        for line in lines
    )
    assert any(line.startswith("claims/city.yaml:4:5: FL004 claim population") for line in lines)
    assert any(line.startswith("claims/sources.yaml:3:") and "did you mean 'file'?" in line for line in lines)


def test_faults_between_files_and_against_the_article(project):
    project.edit("claims/city.yaml", "source: bridges", "source: brigdes")
    project.edit("claims/city.yaml", "value: 1,240 metres", "value: 1,204 metres")
    project.edit("article.txt", "about 2.1 million", "about 2.2 million")
    result = project.run("validate", "claims/city.yaml", "--article", "article.txt")
    assert result.code == 2
    assert "FL006 claim bridge-length: no source is called 'brigdes' (did you mean 'bridges'?)" in result.out
    assert (
        "FL011 claim bridge-length: the quote says '1,240 metres', the value says '1,204 metres'"
        in result.out
    )
    assert "FL009 claim population: the article doesn't contain 'about 2.1 million'" in result.out
    assert "about 2.2 million" in result.out


def test_a_quote_that_the_article_has_twice(project):
    project.write("article.txt", "about 2.1 million, yes about 2.1 million\n1,240 metres\n")
    result = project.run("validate", "claims/city.yaml", "--article", "article.txt")
    assert "FL010 claim population" in result.out


def test_duplicate_ids_and_values_that_do_not_read(project):
    project.edit("claims/city.yaml", "id: bridge-length", "id: population")
    project.edit("claims/city.yaml", "value: 1,240 metres", "value: long")
    result = project.run("validate")
    assert "FL301" in result.out
    project.edit("claims/city.yaml", "value: long", "value: 1,240 metres")
    assert "FL007 claim population: the id 'population' is already used at claims/city.yaml:4:5" in (
        project.run("validate").out
    )


def test_a_claim_at_fault_still_shows_its_repeated_id_and_its_unknown_source(project):
    project.edit("claims/city.yaml", "id: bridge-length", "id: population\n    qoute: x")
    project.edit("claims/city.yaml", "source: bridges", "source: brigdes")
    out = project.run("validate").out
    assert "unknown key 'qoute' (did you mean 'quote'?)" in out
    assert "FL007 claim population: the id 'population' is already used at claims/city.yaml:4:5" in out
    assert "FL006 claim population: no source is called 'brigdes' (did you mean 'bridges'?)" in out


def test_unknown_keys_of_selectors_and_sources_name_the_nearest(project):
    project.edit("claims/city.yaml", "column: metres", "colum: metres")
    project.edit("claims/sources.yaml", "publisher: Roads Agency", "publsher: Roads Agency")
    out = project.run("validate").out
    assert "unknown key 'colum' (did you mean 'column'?)" in out
    assert "unknown key 'publsher' (did you mean 'publisher'?)" in out


def test_a_fault_hides_no_other_fault(project):
    project.edit("claims/city.yaml", "tags: [city]", "tgas: [city]")
    project.edit("claims/city.yaml", "published: 2025-03-05", "published: 2025-03-32")
    project.edit("claims/city.yaml", "source: bridges", "source: brigdes")
    project.edit("claims/city.yaml", "id: bridge-length", "id: population\n    rule: abuot\n    rule: exact")
    project.edit("article.txt", "about 2.1 million", "about 2.2 million")
    result = project.run("validate", "claims/city.yaml", "--article", "article.txt")
    codes = [line.split()[1] for line in result.out.splitlines()]
    assert codes == ["FL008", "FL009", "FL003", "FL007", "FL005", "FL002", "FL006"], result.out
    assert "FL002 claim population: key 'rule' is already given on line 12" in result.out
    assert "there is no rule 'abuot'; did you mean 'about'?" in result.out


def test_a_sources_file_at_fault_accuses_no_claim(project):
    project.edit("claims/sources.yaml", "kind: file, path: census.csv", "kind: file")
    assert project.run("validate").out.splitlines() == ["claims/sources.yaml:3:3: FL004 'path' is missing"]
    project.write("claims/sources.yaml", "sources: [census")
    assert [line.split()[1] for line in project.run("validate").out.splitlines()] == ["FL001"]


def test_what_a_field_needs_is_said_in_words(project):
    project.edit(
        "claims/city.yaml", "tags: [city]", "tags: {a: b}\n    type: quantty\n    worth: {score: 101}"
    )
    project.edit("claims/city.yaml", "id: bridge-length", "id: bridge length\n    todo: perhaps")
    project.edit(
        "claims/city.yaml", "select: {kind: csv, where: {bridge", "select: {kind: cvs, where: {bridge"
    )
    out = project.run("validate").out
    assert "claim population: tags: found keys with values (it needs a list)" in out
    assert "claim population: type: unknown 'quantty' (did you mean 'quantity'?)" in out
    assert "claim population: score: '101' (it needs to be at most 100)" in out
    assert "claim bridge length: id: 'bridge length' (write letters, digits" in out
    assert "claim bridge length: todo: found 'perhaps' (it needs true or false)" in out
    assert "unknown kind 'cvs' (did you mean 'csv'?)" in out


def test_an_empty_file_has_a_place(project):
    project.write("claims/city.yaml", "")
    assert project.run("validate").out.startswith("claims/city.yaml:1:1: FL004 'article' is missing")


def test_no_place_to_look_for_claims_or_sources_is_a_fault(project):
    project.write("factlint.yaml", "claims: []\nsources: []\n")
    assert "factlint.yaml:1:1: FL005 claims is empty" in project.run("validate").out


def test_an_article_that_a_claims_file_declares_lies_in_the_project(project):
    outside = project.root.parent / "secret.txt"
    outside.write_text("about 2.1 million 1,240 metres")
    project.edit(
        "claims/city.yaml", "{title: Northport grows", "{file: ../../secret.txt, title: Northport grows"
    )
    assert "FL117 the article ../../secret.txt: leads outside the project (hand it over with --article)" in (
        project.run("validate").out
    )
    assert project.run("validate", "claims/city.yaml", "--article", str(outside)).code == 0
