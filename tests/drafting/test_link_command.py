"""``factlint link``: sources that speak of a claim are proposed with their words, and never accepted."""

from __future__ import annotations

import json

import yaml

STORY = "The Harbour bridge in Northport is 1,240 metres long. It was painted with 5,400 litres of green.\n"
RECORD = "Roads report. The Harbour bridge in Northport is 1,265 metres long. Its colour is not recorded.\n"


def linked(project, *options):
    project.write("story.txt", STORY)
    project.write("claims/report.txt", RECORD)
    project.write(
        "claims/bridges.csv", "bridge,city,metres\nHarbour bridge,Northport,1265\nOld bridge,Solva,90\n"
    )
    sources = (project.root / "claims/sources.yaml").read_text()
    project.write(
        "claims/sources.yaml", sources + "  report: {publisher: Roads, kind: file, path: report.txt}\n"
    )
    assert project.run("draft", "story.txt", "-o", "claims/story.yaml").code == 0
    return project.run("link", "claims/story.yaml", *options)


def test_a_source_is_proposed_with_what_it_says(project):
    result = linked(project, "--json")
    assert result.code == 0, result.err
    (proposals,) = [
        items for items in json.loads(result.out).values() if any(i["found"] == "1,265 metres" for i in items)
    ]
    report = next(item for item in proposals if item["source"] == "report")
    assert report["says"] == "The Harbour bridge in Northport is 1,265 metres long."
    assert report["stand"] == "differs"
    bridges = next(item for item in proposals if item["source"] == "bridges")
    assert bridges["says"] == "bridge: Harbour bridge, city: Northport, metres: 1265"
    assert bridges["found"] == "1265"


def test_a_claim_that_no_source_speaks_of_gets_none(project):
    found = json.loads(linked(project, "--json").out)
    claims = yaml.safe_load((project.root / "claims/story.yaml").read_text())["claims"]
    litres = found[next(claim["id"] for claim in claims if claim["value"] == "5,400 litres")]
    assert not [item for item in litres if item["found"]]


def test_nothing_is_accepted(project):
    linked(project)
    assert "references: []" in (project.root / "claims/story.yaml").read_text()
    assert "source: report" not in (project.root / "claims/story.yaml").read_text()


def test_a_source_that_cant_be_read_is_told(project):
    project.write(
        "claims/sources.yaml", "version: 1\nsources:\n  gone: {publisher: X, kind: file, path: gone.txt}\n"
    )
    project.write("story.txt", STORY)
    project.run("draft", "story.txt", "-o", "claims/story.yaml")
    result = project.run("link", "claims/story.yaml")
    assert result.code == 0
    assert "gone was not read" in result.err


def test_the_selector_of_a_row_reads_its_cell(project):
    found = json.loads(linked(project, "--json").out)
    name, select = next(
        (claim, item["select"])
        for claim, items in found.items()
        for item in items
        if item["source"] == "bridges" and item["select"]
    )
    assert yaml.safe_load(select) == {
        "kind": "csv",
        "where": {"bridge": "Harbour bridge"},
        "column": "metres",
    }
    path = project.root / "claims/story.yaml"
    claims = yaml.safe_load(path.read_text())
    claim = next(item for item in claims["claims"] if item["id"] == name)
    claim["references"] = [{"source": "bridges", "select": yaml.safe_load(select)}]
    del claim["todo"]
    path.write_text(yaml.safe_dump(claims))
    result = project.run("check", "claims/story.yaml", "--only", name, "--format", "json")
    assert "1265" in result.out


def test_a_passage_on_another_measure_is_no_proposal(project):
    result = linked(project, "--json")
    for items in json.loads(result.out).values():
        assert not [item for item in items if item["found"] == "1,265 metres" and "long" not in item["says"]]
    project.write(
        "story.txt", "The flood killed 40 people in Solva. Some 300 houses were rebuilt in Solva.\n"
    )
    project.write("claims/report.txt", "In Solva 60 people were killed in the flood.\n")
    project.run("draft", "story.txt", "-o", "claims/flood.yaml")
    found = json.loads(project.run("link", "claims/flood.yaml", "--json").out)
    claims = yaml.safe_load((project.root / "claims/flood.yaml").read_text())["claims"]
    by_value = {claim["value"]: [item["found"] for item in found[claim["id"]]] for claim in claims}
    assert by_value["40"] == ["60"]
    assert by_value["Some 300"] == []


def test_the_row_of_the_claims_own_year_is_proposed(project):
    linked(project)
    project.write("claims/bridges.csv", "place,year,deaths\nSolva,2022,880\nSolva,2023,1204\n")
    project.write("story.txt", "Solva counted 1,204 deaths in 2023, up from 871 deaths in 2022.\n")
    project.run("draft", "story.txt", "-o", "claims/toll.yaml")
    found = json.loads(project.run("link", "claims/toll.yaml", "--json").out)
    claims = yaml.safe_load((project.root / "claims/toll.yaml").read_text())["claims"]
    by_value = {claim["value"]: [item["found"] for item in found[claim["id"]]] for claim in claims}
    assert (by_value["1,204"], by_value["871"]) == (["1204"], ["880"])
