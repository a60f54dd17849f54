"""``factlint draft``: a claims file that validates as it stands and counts as not checked."""

from __future__ import annotations

import pytest

from smallproject import ARTICLE

STORY = """\
Northport grows

Published 5 March 2025

Northport's population has grown to about 2.1 million, the city said on Tuesday. The new bridge, 1,240 metres long, \
opened in 2019 and cost $3.2bn, up from a budget of $2.8bn. Some 12% of residents cross it every day.
"""


@pytest.fixture
def drafted(project):
    (project.root / "story.txt").write_text(STORY)
    result = project.run("draft", "story.txt", "--output", "claims/story.yaml")
    assert result.code == 0, result.err
    return project


def claims_of(project, name="story"):
    import yaml

    return yaml.safe_load((project.root / f"claims/{name}.yaml").read_text())


def test_the_draft_validates_against_its_article(drafted):
    result = drafted.run("validate", "claims/story.yaml")
    assert (result.code, result.out) == (0, "")


def test_it_counts_as_not_checked_until_reviewed(drafted):
    result = drafted.run("check", "claims/story.yaml", "--format", "json")
    assert '"checked": 0' in result.out
    assert result.code == 3


def test_every_value_is_claimed_in_reading_order(drafted):
    claims = claims_of(drafted)["claims"]
    figures = [claim["value"] for claim in claims if not {"names", "offices", "sources"} & set(claim["tags"])]
    assert figures == ["about 2.1 million", "Tuesday", "1,240 metres", "2019", "$3.2bn", "$2.8bn", "Some 12%"]
    assert all(claim["todo"] is True and claim["references"] == [] for claim in claims)


def test_the_article_is_described_from_its_own_words(drafted):
    assert claims_of(drafted)["article"] == {
        "title": "Northport grows", "published": "2025-03-05", "file": "../story.txt",
    }  # fmt: skip


def test_a_relative_day_is_resolved(drafted):
    text = (drafted.root / "claims/story.yaml").read_text()
    assert "value: Tuesday  # read as 2025-03-04" in text


def test_a_file_that_is_there_is_never_written_over(drafted):
    result = drafted.run("draft", "story.txt", "--output", "claims/story.yaml")
    assert result.code == 2
    assert "is there already" in result.err


def test_without_an_output_it_is_printed(project):
    (project.root / "article.txt").write_text(ARTICLE)
    result = project.run("draft", "article.txt", "--published", "5 March 2025")
    assert 'published: "2025-03-05"' in result.out
    assert "claims drafted" in result.err


def test_the_day_of_publication_is_read_from_the_top_of_the_page(project):
    for line in (
        "Published 5 January 2025, 06:00 GMT",
        "By Ada Lund | 5 January 2025",
        "Sunday 5 January 2025",
    ):
        project.write(
            "story.txt",
            f"Buses return\n\n{line}\n\nEvery bus in the city was yellow yesterday, Ada Lund said.\n",
        )
        assert 'published: "2025-01-05"' in project.run("draft", "story.txt").out, line
    project.write("story.txt", "LONDON, Jan. 5, 2025 (Wire) – Every bus in the city was yellow yesterday.\n")
    assert 'published: "2025-01-05"' in project.run("draft", "story.txt").out


def test_a_second_article_of_a_project_gets_ids_of_its_own(project):
    project.write("one.txt", "The flood killed 43 people in Velmark.\n")
    project.write("two.txt", "The storm killed 12 people in Norland.\n")
    for name in ("one", "two"):
        assert project.run("draft", f"{name}.txt", "-o", f"claims/{name}.yaml").code == 0
    told = project.run("validate", "claims")
    assert "FL007" not in told.out
    assert told.code == 0
