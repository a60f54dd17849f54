from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
import report_samples as samples

from factlint import reports
from factlint.errors import ReportOptionError, UnknownFormatError
from factlint.reports.base import wants_color


@pytest.mark.parametrize("name", reports.FORMATS)
def test_every_format_renders_the_same_report_to_the_same_text(name, report, options):
    text = reports.render(name, report, options)
    assert text.endswith("\n")
    assert text == reports.render(name, report, replace(options))
    assert reports.suffix(name).startswith(".")


@pytest.mark.parametrize("name", reports.FORMATS)
def test_every_format_renders_a_report_without_claims_or_articles(name, options):
    empty = samples.report_of(articles=(), gate=(), exit_code=2)
    assert reports.render(name, empty, replace(options, texts={}))


@pytest.mark.parametrize("name", sorted(set(reports.FORMATS) - {"badge", "github-summary"}))
def test_every_format_tells_of_every_claim_that_was_checked(name, report, options):
    text = reports.render(name, report, options)
    plain = {"opening-date", "mayor"}  # formats for code review tell only of what there is to look at
    silent = plain | {"ferry-passengers"} if name in ("sarif", "github", "gitlab") else set()
    missing = {claim.id for claim in report.claims if claim.checked and claim.id not in text}
    assert missing <= silent


def test_every_format_has_its_own_suffix():
    assert len({reports.suffix(name) for name in reports.FORMATS}) == len(reports.FORMATS)


def test_formats_have_short_names():
    assert reports.renderer("md") is reports.renderer("markdown")


def test_an_unknown_format_suggests_the_nearest():
    with pytest.raises(UnknownFormatError, match="'sarif'"):
        reports.renderer("sariff")


def test_report_option_names_formats_and_files():
    wanted = reports.parse_report_option("html=out/a.html, sarif=b=c.sarif")
    assert wanted == {"html": "out/a.html", "sarif": "b=c.sarif"}


@pytest.mark.parametrize("text", ["", "html", "html=", "=x", "html=a,html=b", "html=a,"])
def test_a_malformed_report_option_is_refused(text):
    with pytest.raises(ReportOptionError):
        reports.parse_report_option(text)


def test_importing_the_registry_imports_no_renderer():
    code = (
        "import factlint.reports, sys; print({'rich', 'jinja2', 'xml.etree.ElementTree'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@pytest.mark.parametrize(
    ("terminal", "environ", "color"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour_follows_the_environment(terminal, environ, color):
    assert wants_color(terminal=terminal, environ=environ) is color
