"""The CI page's files fit the pieces that the project ships."""

from __future__ import annotations

import re

import yaml

from docpages import ROOT, blocks

PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
FILES = {block.file: yaml.safe_load(block.text) for block in blocks(PAGE) if block.language == "yaml"}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_the_workflow_pins_what_the_project_pins_and_gives_inputs_that_exist():
    [checkout, check] = FILES[".github/workflows/facts.yml"]["jobs"]["check"]["steps"]
    assert checkout["uses"] in (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    assert set(check["with"]) <= set(ACTION["inputs"])


def test_the_inputs_told_are_inputs():
    told = re.findall(r"^\| `([\w-]+)` \|", PAGE, re.MULTILINE)
    assert told
    assert set(told) <= set(ACTION["inputs"])


def test_the_other_servers_files_name_what_there_is():
    [included] = FILES[".gitlab-ci.yml"]["include"]
    assert (ROOT / included["local"]).is_file()
    [repository] = FILES[".pre-commit-config.yaml"]["repos"]
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in hooks]
