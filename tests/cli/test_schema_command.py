"""The schemas that editors use are the models' own, and the shipped files hold against them."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2's plain scalars, as editors read them: numbers and booleans, no dates."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def shipped(name):
    return json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text())


@pytest.mark.parametrize("name", ["claims", "sources", "settings", "report", "lock"])
def test_the_shipped_schema_is_what_the_command_prints(project, name):
    assert json.loads(project.run("schema", name).out) == shipped(name)
    jsonschema.Draft202012Validator.check_schema(shipped(name))


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("claims/beijing-parade.yaml", "claims"),
        ("claims/sources.yaml", "sources"),
        ("factlint.yaml", "settings"),
        ("claims/factlint.lock", "lock"),
    ],
)
def test_an_editor_finds_no_fault_in_the_shipped_files(file, name):
    data = yaml.load((ROOT / file).read_text(), EditorLoader)
    jsonschema.validate(data, shipped(name))


def test_an_editor_finds_the_faults_that_validate_finds():
    claim = {"id": "a", "quote": "b", "value": 3, "references": [{"source": "s", "selekt": {}}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"version": 1, "article": {"title": "t"}, "claims": [claim]}, shipped("claims"))


def test_the_shipped_claims_name_their_schema():
    for file in ("claims/beijing-parade.yaml", "claims/sources.yaml", "factlint.yaml"):
        first = (ROOT / file).read_text().splitlines()[0]
        target = first.partition("$schema=")[2]
        assert (ROOT / file).parent.joinpath(target).resolve().is_file(), file


def test_the_json_report_holds_against_its_schema(project):
    jsonschema.validate(json.loads(project.run("check", "--format", "json").out), shipped("report"))
