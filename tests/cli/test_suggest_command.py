from __future__ import annotations

import pytest
import yaml

from smallproject import SmallProject


@pytest.fixture
def project(tmp_path, monkeypatch, capsys) -> SmallProject:
    return SmallProject(tmp_path, monkeypatch, capsys)


def test_a_selector_is_proposed_ready_to_paste(project: SmallProject) -> None:
    result = project.run("suggest", "bridge-length", "bridges")
    assert result.code == 0
    assert yaml.safe_load(result.out) == {
        "select": {"kind": "csv", "where": {"bridge": "Harbour"}, "column": "metres"}
    }


def test_a_source_without_such_a_value_exits_3(project: SmallProject) -> None:
    project.write("claims/bridges.csv", "bridge,opened\nHarbour,yes\n")
    result = project.run("suggest", "bridge-length", "bridges")
    assert result.code == 3
    assert "bridges" in result.err
