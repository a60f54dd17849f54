"""``factlint init``: the first five minutes."""

from __future__ import annotations


def test_what_init_writes_checks_green(project, monkeypatch):
    result = project.run("init", "fresh")
    assert result.code == 0
    assert "Next: cd fresh && factlint check" in result.err
    monkeypatch.chdir(project.root / "fresh")
    assert project.run("validate").code == 0
    result = project.run("check")
    assert result.code == 0
    assert "checked 1 of 1 claim: 1 supported" in result.out


def test_nothing_is_overwritten(project):
    before = (project.root / "factlint.yaml").read_bytes()
    result = project.run("init")
    assert result.code == 2
    assert "factlint.yaml exists already" in result.err
    assert (project.root / "factlint.yaml").read_bytes() == before
    assert not (project.root / "claims/northport.yaml").exists()
