"""A pull request's lane checks what it touches: claims, their sources, their paragraphs."""

from __future__ import annotations

import pytest

ARTICLE = """\
Northport's population has grown to about 2.1 million, the city said on 4 March 2025.

The new bridge, 1,240 metres long, opened in 2019.

Mayor Ada Lund called it "a promise kept".
"""


@pytest.fixture
def repository(project):
    project.edit("claims/city.yaml", "language: en-GB", "language: en-GB, file: ../article.txt")
    project.write("article.txt", ARTICLE)
    project.write(".gitignore", ".factlint/\nreports/\n")
    project.git("init", "-q")
    project.commit("Start")
    return project


def touched(project, *arguments, since="HEAD"):
    return sorted(project.check("--changed-since", since, *arguments)[1])


@pytest.mark.parametrize(
    ("file", "old", "new", "ids"),
    [
        ("claims/city.yaml", "tags: [bridge]", "tags: [bridge, new]", ["bridge-length"]),
        ("claims/city.yaml", "column: people", "column: people, format: csv", ["population"]),
        ("claims/city.yaml", "title: Northport grows", "title: It grows", ["bridge-length", "population"]),
        ("claims/sources.yaml", "publisher: Roads Agency", "publisher: Agency", ["bridge-length"]),
        ("claims/census.csv", "2083000", "2083001", ["population"]),
        ("article.txt", "opened in 2019", "opened in 2020", ["bridge-length"]),
        ("article.txt", "1,240 metres long", "1,250 metres long", ["bridge-length"]),
        (
            "factlint.yaml",
            "version: 1",
            "version: 1\ntolerance: {about: 5%}",
            ["bridge-length", "population"],
        ),
    ],
)
def test_what_is_touched_is_checked(repository, file, old, new, ids):
    repository.edit(file, old, new)
    assert touched(repository) == ids
    repository.commit()
    assert touched(repository, since="HEAD~1") == ids


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("claims/city.yaml", "claims:\n", "# the claims\nclaims:\n"),
        ("article.txt", "a promise kept", "a promise broken"),
        ("claims/sources.yaml", "  bridges:", "  other: {kind: file, path: other.csv}\n  bridges:"),
        ("factlint.yaml", "version: 1", "version: 1\nreports: out"),
    ],
)
def test_what_touches_no_claim_leaves_nothing_to_check_and_is_not_green(repository, file, old, new):
    repository.edit(file, old, new)
    result = repository.run("check", "--changed-since", "HEAD")
    assert result.code == 2
    assert "none of 2 claims was touched since HEAD" in result.err


def test_a_file_whose_name_the_query_gives_is_touched(repository):
    repository.edit("claims/sources.yaml", "path: census.csv", 'path: "{table}.csv"')
    repository.edit("claims/city.yaml", "source: census", "source: census\n        query: {table: census}")
    repository.commit()
    repository.edit("claims/census.csv", "2083000", "2083001")
    assert touched(repository) == ["population"]


def test_a_new_claim_and_a_new_file_of_claims_are_touched(repository):
    text = (repository.root / "claims/city.yaml").read_text()
    repository.write("claims/more.yaml", text.replace("id: ", "id: more-"))
    assert touched(repository) == ["more-bridge-length", "more-population"]


def test_an_article_named_on_the_command_line_is_compared_too(repository):
    repository.edit("claims/city.yaml", ", file: ../article.txt", "")
    repository.commit()
    repository.edit("article.txt", "opened in 2019", "opened in 2020")
    assert touched(repository, "claims/city.yaml", "--article", "article.txt") == ["bridge-length"]


def test_a_base_that_is_no_project_leaves_everything_to_check(repository):
    good = (repository.root / "claims/city.yaml").read_text()
    repository.write("claims/city.yaml", "claims: {")
    repository.commit("Broken")
    repository.write("claims/city.yaml", good)
    assert touched(repository) == ["bridge-length", "population"]


def test_a_project_in_a_folder_of_the_repository(repository, monkeypatch):
    (repository.root / "desk").mkdir()
    for name in ("claims", "article.txt", "factlint.yaml"):
        repository.git("mv", name, f"desk/{name}")
    repository.commit("Move")
    monkeypatch.chdir(repository.root / "desk")
    repository.edit("desk/claims/census.csv", "2083000", "2083001")
    assert touched(repository) == ["population"]


@pytest.mark.parametrize("revision", ["no-such", "--output=/x", "HEAD:claims", ""])
def test_a_revision_that_git_does_not_know(repository, revision):
    result = repository.run("check", f"--changed-since={revision}")
    assert result.code in (0, 2)
    assert result.code == (2 if revision else 0)
    if revision:
        assert "FL406" in result.err


def test_outside_a_repository(project):
    result = project.run("check", "--changed-since", "HEAD")
    assert result.code == 2
    assert "FL406" in result.err


def test_a_narrowed_run_is_recorded_as_such_and_writes_no_reports(repository):
    repository.edit("claims/census.csv", "2083000", "2083001")
    touched(repository)
    assert not (repository.root / "reports").exists()
    assert "some claims" in repository.run("history").out
