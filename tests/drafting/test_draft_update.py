"""``factlint draft --update``: the article changes, and the editor's work stays."""

from __future__ import annotations

import pytest

STORY = """\
Northport grows

Northport's population has grown to about 2.1 million. The new bridge, 1,240 metres long, opened in 2019.

Ada Lund, mayor of Northport, said the city had planted 5,400 trees. The port handled 38m tonnes last year.
"""


@pytest.fixture
def project_with_draft(project):
    project.write("story.txt", STORY)
    assert project.run("draft", "story.txt", "--published", "2025-03-05", "-o", "claims/story.yaml").code == 0
    return project


def text_of(project):
    return (project.root / "claims/story.yaml").read_text(encoding="utf-8")


def update(project, old="", new=""):
    project.write("story.txt", STORY.replace(old, new) if old else STORY)
    result = project.run("draft", "story.txt", "--update", "claims/story.yaml")
    assert result.code == 0, result.err
    return result.err


def block(text, value):
    """The one claim with this value, as it is written."""
    (found,) = [part for part in text.split("\n\n") if f"value: {value}" in part]
    return found


def test_nothing_changes_where_the_article_didnt(project_with_draft):
    before = text_of(project_with_draft)
    assert "nothing has changed" in update(project_with_draft)
    assert text_of(project_with_draft) == before


def test_a_changed_figure_moves_its_claim_and_tells_what_it_was(project_with_draft):
    project_with_draft.edit(
        "claims/story.yaml", "value: 1,240 metres", "value: 1,240 metres\n    policy: any"
    )
    told = update(project_with_draft, "1,240 metres", "1,255 metres")
    found = block(text_of(project_with_draft), "1,255 metres")
    assert "quote: 1,255 metres" in found
    assert "# was 1,240 metres before the article changed" in found
    assert "policy: any" in found
    assert "changed:" in told


def test_comments_and_order_are_kept(project_with_draft):
    text = text_of(project_with_draft)
    first, *rest = text.split("\n\n  - id: ")
    rest = ["# my section\n  - id: ".join(["", rest[1]]), rest[0], *rest[2:]]
    edited = (
        first
        + "\n\n  "
        + rest[0]
        + "\n\n  - id: "
        + "\n\n  - id: ".join(rest[1:])
        + "# a last word of mine\n"
    )
    project_with_draft.write("claims/story.yaml", edited)
    ids = [line for line in edited.splitlines() if line.startswith("  - id:")]
    update(project_with_draft, "2019", "2018")
    after = text_of(project_with_draft)
    assert [line for line in after.splitlines() if line.startswith("  - id:")] == ids
    assert "  # my section\n" in after
    assert "# a last word of mine\n" in after


def test_new_statements_are_added_in_reading_order(project_with_draft):
    told = update(project_with_draft, "opened in 2019.", "opened in 2019. It cost $41m.")
    text = text_of(project_with_draft)
    assert "added:" in told
    assert text.index("value: about 2.1") < text.index("value: $41m") < text.index('value: "5,400"')
    assert "todo: true" in block(text, "$41m")


def test_what_has_gone_is_marked_and_not_deleted(project_with_draft):
    told = update(project_with_draft, " The port handled 38m tonnes last year.", "")
    found = block(text_of(project_with_draft), "38m tonnes")
    assert "gone]" in found
    assert "gone:" in told
    update(project_with_draft)
    assert "gone" not in block(text_of(project_with_draft), "38m tonnes")


def test_a_claim_that_the_editor_deleted_stays_deleted(project_with_draft):
    found = block(text_of(project_with_draft), '"5,400"')
    project_with_draft.edit("claims/story.yaml", found + "\n\n", "")
    update(project_with_draft, "1,240 metres", "1,255 metres")
    assert '"5,400"' not in text_of(project_with_draft)


def test_the_updated_file_validates(project_with_draft):
    update(
        project_with_draft, "opened in 2019.", "opened on 4 May 2018, and 12 people were hurt. It cost $41m."
    )
    result = project_with_draft.run("validate", "claims/story.yaml")
    assert (result.code, result.out) == (0, "")


def test_a_gone_office_isnt_taken_for_another_persons(project_with_draft):
    told = update(
        project_with_draft,
        "Ada Lund, mayor of Northport, said the city",
        "The city, says Per Holm, director of the river trust,",
    )
    assert "ada-lund-office" in told.partition("gone:")[2]
    assert "quote: mayor of Northport" in text_of(project_with_draft)


def test_a_moved_paragraph_changes_no_claim(project_with_draft):
    first, second, third = STORY.strip().split("\n\n")
    project_with_draft.write("story.txt", f"{first}\n\n{third}\n\n{second}\n")
    before = text_of(project_with_draft)
    told = project_with_draft.run("draft", "story.txt", "--update", "claims/story.yaml").err
    assert "gone:" not in told
    assert text_of(project_with_draft).count("- id:") == before.count("- id:")
