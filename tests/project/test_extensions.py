"""What a project adds: measures, ladders and exchange rates."""

from __future__ import annotations

import json

import pytest

from smallproject import SmallProject

MEASURES = """\
[measure.rehomed]
passive = ["rehome"]
"""


@pytest.fixture
def project(tmp_path, monkeypatch, capsys):
    return SmallProject(tmp_path, monkeypatch, capsys)


def outcome(project, quote, reference, **settings):
    project.write(
        "factlint.yaml", "version: 1\n" + "".join(f"{key}: {value}\n" for key, value in settings.items())
    )
    project.write(
        "claims/city.yaml",
        f"version: 1\narticle: {{title: T, published: 2025-03-05}}\nclaims:\n"
        f"  - id: one\n    quote: {quote}\n    value: {quote}\n    references:\n"
        "      - {source: census, select: {kind: csv, column: says}}\n",
    )
    project.write("claims/census.csv", f"says\n{reference}\n")
    result = project.run("check", "--format", "json")
    [claim] = json.loads(result.out)["claims"]
    return claim


def test_money_in_two_currencies_needs_a_declared_rate(project):
    claim = outcome(project, "€92 million", "$100 million")
    assert [failure["code"] for failure in claim["failures"]] == ["FL304"]
    rates = "[{base: USD, quote: EUR, rate: '0.92', date: 2025-03-05}]"
    assert outcome(project, "€92 million", "$100 million", rates=rates)["verdict"] == "supported"
    assert outcome(project, "€82 million", "$100 million", rates=rates)["verdict"] == "refuted"


def test_a_projects_own_measure_is_told_from_others(project):
    claim = ("340 people were rehomed", "340 people were injured")
    assert outcome(project, *claim)["verdict"] == "supported"
    project.write("claims/measures.toml", MEASURES)
    measured = outcome(project, *claim, measures="claims/measures.toml")
    assert [failure["code"] for failure in measured["failures"]] == ["FL305"]
    same = outcome(project, claim[0], "340 people rehomed", measures="claims/measures.toml")
    assert same["verdict"] == "supported"


def test_a_missing_or_broken_file_of_measures_is_one_problem(project):
    project.write("factlint.yaml", "version: 1\nmeasures: claims/measures.toml\n")
    assert "FL012" in project.run("check").err
    project.write("claims/measures.toml", "[measure\n")
    result = project.run("check")
    assert result.code == 2
    assert "claims/measures.toml is no file of measures" in result.err
