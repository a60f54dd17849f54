"""Every block of the guides and of the README does what is shown, in order, in one folder a page."""

from __future__ import annotations

import re

import pytest

from docpages import GUIDES, ROOT, Session, blocks
from smallproject import SmallProject

FROM_NOTHING = ("README", "start")
WIDTH = "100"


@pytest.fixture
def session(tmp_path, monkeypatch, capsys):
    project = SmallProject(tmp_path, monkeypatch, capsys)
    monkeypatch.setenv("COLUMNS", WIDTH)
    return Session(project, monkeypatch)


@pytest.mark.parametrize("page", [*GUIDES, ROOT / "README.md"], ids=lambda page: page.stem)
def test_a_page_shows_what_happens(page, session):
    if page.stem not in FROM_NOTHING:
        session.project.run("init", "facts")
        session.enter("facts")
    for block in blocks(page.read_text(encoding="utf-8")):
        if block.language != "python":
            session.follow(block)


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.stem)
def test_every_fence_is_one_that_is_run(page):
    text = page.read_text(encoding="utf-8")
    opened = [line for line in text.splitlines() if line.lstrip().startswith("```") and line.strip() != "```"]
    assert len(blocks(text)) == len(opened)


def test_a_page_that_shows_something_else_is_noticed(session):
    session.project.run("init", "facts")
    session.enter("facts")
    for text in (
        "```console\n$ factlint check --format csv\nid,verdict\n```\n",
        "```console\n$ factlint check --only nothing\n```\n",
        "```yaml\n# claims/northport.yaml\nversion: 1\n```\n",
        "```yaml\nselect: {kind: csv, colum: people}\n```\n",
    ):
        [block] = blocks(text)
        with pytest.raises((AssertionError, ValueError)):
            session.follow(block)


def test_extras_that_pages_name_exist():
    extras = re.search(
        r"optional-dependencies\]\n(.*?)\n\n", (ROOT / "pyproject.toml").read_text(), re.DOTALL
    )
    for page in [*GUIDES, ROOT / "README.md"]:
        for names in re.findall(r"pip install [^\n]*?\[([\w,]+)\]", page.read_text(encoding="utf-8")):
            assert all(f"\n{name} = [" in f"\n{extras[1]}" for name in names.split(",")), (page, names)
