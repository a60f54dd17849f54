"""The site builds without a warning, has a page for everything, and needs nothing from elsewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from docpages import ROOT
from factlint.comparators import RULES
from factlint.errors import registry
from factlint.reports import FORMATS
from factlint.selectors import BUILT_IN as SELECTORS
from factlint.sources import BUILT_IN as SOURCES

FETCHED = re.compile(
    r"<(?:script|img|iframe|source|video|object)\b[^>]*?(?:src|data)=\"?(?:https?:)?//"
    r"|<link\b[^>]*rel=\"?(?:stylesheet|preload|preconnect|icon|manifest)[^>]*href=\"?(?:https?:)?//"
    r"|url\(\"?(?:https?:)?//|@import"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    zensical = Path(sys.executable).with_name("zensical")
    if not zensical.exists():
        pytest.skip("zensical isn't installed (extra 'docs')")
    folder = tmp_path_factory.mktemp("docs")
    run(sys.executable, str(ROOT / "docs/generate.py"), str(folder))
    told = run(str(zensical), "build", "--strict", "--config-file", str(folder / "zensical.toml"))
    assert "No issues found" in told
    return folder / "site"


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def names(kinds):
    return [kind.model_fields["kind"].default for kind in kinds]


def test_everything_has_a_page(site):
    pages = {
        "sources": names(SOURCES),
        "selectors": names(SELECTORS),
        "rules": RULES,
        "reports": FORMATS,
        "errors": registry(),
    }
    for section, kinds in pages.items():
        missing = [kind for kind in kinds if not (site / section / f"{kind}.html").is_file()]
        assert not missing, (section, missing)
        index = (site / section / "index.html").read_text(encoding="utf-8")
        assert not [kind for kind in kinds if f'href="{kind}.html"' not in index], section


def test_pages_say_what_the_code_says(site):
    assert "Checking nothing is never green" in (site / "errors/FL013.html").read_text(encoding="utf-8")
    assert "<code>where</code>" in (site / "selectors/csv.html").read_text(encoding="utf-8")
    assert "more than 10,000" in (site / "rules/bound.html").read_text(encoding="utf-8")
    assert "--report" in (site / "commands/check.html").read_text(encoding="utf-8")


def test_no_page_fetches_anything_from_elsewhere(site):
    pages = [page for page in site.rglob("*.html") if page.name != "sample.html"]
    assert len(pages) > 100
    found = {page.name: FETCHED.findall(page.read_text(encoding="utf-8")) for page in pages}
    assert not {name: matches for name, matches in found.items() if matches}
    styles = "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.css"))
    assert not FETCHED.findall(styles)
    assert FETCHED.search('<link rel="stylesheet" href="https://fonts.example/x.css">')


def test_every_key_says_what_it_is_for(site):
    tables = [(page, page.read_text(encoding="utf-8")) for page in (site.parent / "pages").rglob("*.md")]
    rows = {str(page): re.findall(r"^\| `\w+` \|.*$", text, re.MULTILINE) for page, text in tables}
    assert sum(map(len, rows.values())) > 150
    silent = {
        page: bad for page, all_ in rows.items() if (bad := [row for row in all_ if row.endswith("|  |")])
    }
    assert not silent
