"""Every text of a report is an attack; in no format does it act."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import asdict
from html.parser import HTMLParser
from io import StringIO
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
import report_samples as samples
from pydantic import TypeAdapter

from factlint import reports
from factlint.reports.base import RenderOptions, Shown
from factlint.results import Report

PAYLOAD = (
    "\x1b[31m\x07\x00\x9b\u202e\u2066\u200b\u2028\ufeff\ufffe\U000e0041"
    "<script>alert(1)</script><img src=x onerror=alert(1)>\" onmouseover=\"alert(1)' x='"
    " | `code` **b** [x](javascript:alert(1)) ![i](https://evil.example/i.png) @octocat #1 https://evil.example"
    " ]]> --> {{ 7*7 }} {% raw %} \r\n::set-output name=x::y\n::error::z\n##[group]a ##vso[task.x]y"
    " %0A::stop-commands::t </style><style>*{display:none}</style>"
)
FORMULAE = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "::set-output name=x::y\n")
FIXED = {"verdict", "status", "cause", "outcome", "severity", "stage", "schema_version"}
STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\U000e0000-\U000e007f]"
)


def poisoned(node: Any, prefix: str, name: str = "") -> Any:
    if isinstance(node, dict):
        return {key: poisoned(value, prefix, key) for key, value in node.items()}
    if isinstance(node, (list, tuple)):
        return [poisoned(value, prefix, name) for value in node]
    if isinstance(node, str) and name not in FIXED:
        return f"{prefix}{node}{PAYLOAD}"
    return node


@pytest.fixture(scope="module", params=FORMULAE)
def prefix(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def hostile(prefix) -> Report:
    return TypeAdapter(Report).validate_python(poisoned(asdict(samples.sample_report()), prefix))


@pytest.fixture(scope="module")
def rendered(hostile, prefix):
    publisher = SimpleNamespace(name=f"{prefix}{PAYLOAD}", url=f"https://courier.example/{PAYLOAD}")
    text = samples.ARTICLE.replace("\n", f"{PAYLOAD}\n{prefix}")
    options = RenderOptions(
        texts={hostile.articles[0].claims_file: Shown(text)}, publisher=publisher, width=120
    )
    return {name: reports.render(name, hostile, options) for name in reports.FORMATS}


@pytest.fixture(params=reports.FORMATS)
def name(request) -> str:
    return request.param


def test_nothing_steers_hides_or_commands(name, rendered):
    text = rendered[name].replace("\r\n", "\n")
    assert not STEERING.findall(text)
    assert not re.search(r"##\w*\[", text)
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert not commands or name == "github"


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab", "claimreview", "ndjson"])
def test_json_stays_json(name, rendered):
    lines = rendered[name].splitlines() if name == "ndjson" else [rendered[name]]
    assert all(json.loads(line) for line in lines)
    assert "<script" not in rendered[name]


def test_json_keeps_every_text_whole(hostile, rendered):
    assert TypeAdapter(Report).validate_json(rendered["json"]) == hostile


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs


def test_html_holds_no_markup_of_the_texts(rendered, report, options):
    page, clean = Page(rendered["html"]), Page(reports.render("html", report, options))
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert set(page.tags) <= set(clean.tags)
    assert {key for key, _ in page.attributes} <= {key for key, _ in clean.attributes}
    assert not [key for key, _ in page.attributes if key.startswith("on")]
    followed = [value or "" for key, value in page.attributes if key in ("href", "src")]
    assert all(value.startswith(("#", "https://", "http://")) for value in followed)
    assert "49" not in re.findall(r"\{\{ (\S+) \}\}", rendered["html"])


def test_markdown_holds_no_markup_of_the_texts(rendered):
    text = rendered["markdown"]
    tags = set(re.findall(r"<\s*(/?[a-zA-Z]+)", text))
    assert tags <= {"details", "/details", "summary", "/summary"}
    assert "@octocat" not in text
    assert "https://evil.example" not in text
    assert not re.search(r"(?<!\\)\[x(?<!\\)\]\(", text)
    tables = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} == {7, 8}


def test_csv_cells_are_no_formulae(rendered):
    rows = list(csv.reader(StringIO(rendered["csv"], newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r:")]


@pytest.mark.parametrize("name", ["junit", "badge"])
def test_xml_stays_well_formed_and_holds_no_markup_of_the_texts(name, rendered):
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(rendered[name]).iter()}
    assert not tags & {"script", "img", "style", "image", "a", "foreignObject"}


def test_github_commands_are_one_a_finding(rendered, report, options):
    ours = rendered["github"].splitlines()
    assert len(ours) == len(reports.render("github", report, options).splitlines())
    assert all(re.match(r"::(error|warning|notice) |factlint checked ", line) for line in ours)
    assert all(re.fullmatch(r"::\w+ (?:\w+=[^:,]*,?)*::.*", line) for line in ours[:-1])


def test_terminal_colour_codes_are_only_ours(hostile):
    text = reports.render("terminal", hostile, RenderOptions(width=120, color=True))
    assert "\x1b[31m" not in text
    assert not STEERING.findall(re.sub("\x1b\\[[0-9;]*m", "", text))
