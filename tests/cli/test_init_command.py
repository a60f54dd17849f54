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
    assert "1 of 1 quote was held against the article's text." in result.out
    project.edit("fresh/claims/northport.txt", "2.1 million", "2.6 million")
    project.edit("fresh/claims/northport.yaml", "2.1 million", "2.6 million")
    assert project.run("check").code == 1
    assert "+Northport has grown to about 2.1 million people" in project.run("fix").out


def test_nothing_is_overwritten(project):
    before = (project.root / "factlint.yaml").read_bytes()
    result = project.run("init")
    assert result.code == 2
    assert "already there: claims/sources.yaml, factlint.yaml (nothing was written" in result.err
    assert (project.root / "factlint.yaml").read_bytes() == before
    assert not (project.root / "claims/northport.yaml").exists()
