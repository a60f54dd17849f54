from __future__ import annotations

import io
import json
from types import SimpleNamespace

import pytest

from smallproject import SmallProject

PASSAGE = "The ferry carried 412 passengers. Crews rescued 398 of them; 11 bodies were recovered."


@pytest.fixture
def project(tmp_path, monkeypatch, capsys) -> SmallProject:
    made = SmallProject(tmp_path, monkeypatch, capsys)
    made.write("ferry.txt", PASSAGE)
    return made


@pytest.mark.parametrize(
    ("claim", "code", "verdict"),
    [
        ("The ferry carried 412 passengers.", 0, "supported"),
        ("The ferry carried 421 passengers.", 1, "refuted"),
        ("The ferry carried 412 cars.", 3, "not-enough-evidence"),
    ],
)
def test_the_verdict_is_told_and_is_the_exit_code(
    project: SmallProject, claim: str, code: int, verdict: str
) -> None:
    result = project.run("verify", claim, "--against", "ferry.txt")
    assert result.code == code
    assert result.out.startswith(verdict)


def test_the_passage_both_values_and_the_rule_are_told(project: SmallProject) -> None:
    out = project.run("verify", "The ferry carried 421 passengers.", "--against", "ferry.txt").out
    for words in ("421", "412", "The ferry carried 412 passengers.", "rounding", "ferry.txt"):
        assert words in out


def test_json_has_verdict_reason_and_evidence(project: SmallProject) -> None:
    result = project.run("verify", "The ferry carried 412 passengers.", "--against", "ferry.txt", "--json")
    told = json.loads(result.out)
    assert told["verdict"] == "supported"
    assert told["reason"]
    assert told["evidence"][0]["found"] == "412"
    assert told["evidence"][0]["address"].endswith("ferry.txt")


def test_standard_input_is_read(project: SmallProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(PASSAGE.encode())))
    assert project.run("verify", "The ferry carried 412 passengers.", "--against", "-").code == 0


def test_what_cant_be_read_is_told_and_leaves_too_little(project: SmallProject) -> None:
    result = project.run("verify", "The ferry carried 412 passengers.", "--against", "gone.txt")
    assert result.code == 3
    assert "gone.txt" in result.err


def test_sources_that_differ_are_conflicting(project: SmallProject) -> None:
    project.write("other.txt", "The ferry carried 380 passengers.")
    result = project.run(
        "verify", "The ferry carried 412 passengers.", "--against", "ferry.txt", "--against", "other.txt"
    )
    assert result.code == 1
    assert result.out.startswith("conflicting-evidence")


@pytest.mark.parametrize("options", [("",), ("A claim.", "--as-of", "soon")])
def test_bad_input_exits_2(project: SmallProject, options: tuple[str, ...]) -> None:
    assert project.run("verify", *options, "--against", "ferry.txt").code == 2
