from __future__ import annotations

import gzip

import pytest

from smallproject import SmallProject

CLAIMS = """\
version: 1
article: {{title: Ferry, publisher: Harbour Post, published: 2025-03-05, language: en-GB}}
claims:
  - id: rescued
    quote: {quote}
    value: "{value}"
    references:
      - source: coastguard
        select: {{kind: passage}}
"""
SOURCES = """\
version: 1
sources:
  coastguard: {publisher: Coastguard, kind: file, path: ferry.txt}
"""


@pytest.fixture
def project(tmp_path, monkeypatch, capsys) -> SmallProject:
    made = SmallProject(tmp_path, monkeypatch, capsys)
    made.write("claims/sources.yaml", SOURCES)
    made.write(
        "claims/ferry.txt",
        "The ferry carried 412 passengers. Crews rescued 398 of them; 11 bodies were recovered.",
    )
    return made


@pytest.mark.parametrize(
    ("quote", "value", "code"),
    [
        ("crews rescued 398 passengers", "398", 0),
        ("crews rescued 412 passengers", "412", 1),
        ("crews rescued 398 cows", "398", 3),
    ],
)
def test_a_passage_without_near_is_found_by_the_claim(
    project: SmallProject, quote: str, value: str, code: int
) -> None:
    project.write("claims/city.yaml", CLAIMS.format(quote=quote, value=value).replace("{title", "{title"))
    result = project.run("check", "--format", "json")
    assert result.code == code, result.out + result.err


def test_a_passage_without_near_is_found_in_what_is_packed(project: SmallProject) -> None:
    text = "<p>The ferry carried 412 passengers.</p><p>Crews rescued 398 of them.</p>"
    (project.root / "claims/ferry.gz").write_bytes(gzip.compress(text.encode()))
    project.edit("claims/sources.yaml", "ferry.txt", "ferry.gz")
    project.write("claims/city.yaml", CLAIMS.format(quote="crews rescued 398 passengers", value="398"))
    result = project.run("check", "--format", "json")
    assert result.code == 0, result.out + result.err
