"""The committed report of the article is what the demo writes, apart from when it ran."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import factlint

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "reports"


def committed(suffix):
    return (REPORTS / f"beijing-parade{suffix}").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def fresh():
    from factlint.cli import session
    from factlint.cli.check import render_options
    from factlint.gate import gate
    from factlint.reports import render

    project = factlint.load(ROOT / "claims/beijing-parade.yaml")
    report = gate(session.checked(project, offline=True), project.settings.fail_on)
    report = replace(report, generated=json.loads(committed(".json"))["generated"])
    options = render_options(project)
    return {suffix: render(name, report, options) for suffix, name in FORMATS.items()}


FORMATS = {".md": "markdown", ".html": "html", ".json": "json"}


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_committed_report_is_reproduced(fresh, suffix):
    expected = committed(suffix)
    got = fresh[suffix] if fresh[suffix].endswith("\n") else fresh[suffix] + "\n"
    assert got == expected, "run make demo and commit reports/"


def test_it_holds_no_path_of_a_machine_and_not_the_articles_text():
    for suffix in FORMATS:
        text = committed(suffix)
        assert str(ROOT) not in text
        assert not re.search(r"/(home|root|tmp|work|Users)/", text)
