"""A lost value is found again where it stands, and what is proposed works."""

from __future__ import annotations

import json

import pytest
import yaml

from factlint.checking.elsewhere import elsewhere
from factlint.documents.base import Document
from factlint.selectors import KINDS

PAGE = b"<body><h1>Bridge</h1><p>It is <i>1,240 metres</i> long, and opened in 2019.</p></body>"
TABLES = (
    b"<body><table><caption>Spans</caption><tr><th>Bridge<th>2024<th>2025<tr><td>Harbour<td>4<td>1 240"
    b"</table><table><tr><th>Bridge<th>Toll<tr><td>Harbour<td>3</table></body>"
)
CSV = b"bridge,length_m,width_m\nHarbour,1240,30\nRiver,300,1240\n"
NESTED = json.dumps({"items": [{"name": "x"}, {"size's": {"m": 1240.0, "other": 12}}]}).encode()


def lost(body, media, selector, words):
    fields = yaml.safe_load(selector)
    return elsewhere(Document(body, media, "a"), KINDS[fields["kind"]](**fields), words, None)


@pytest.mark.parametrize(
    ("body", "media", "selector", "words", "proposed"),
    [
        (
            CSV,
            "text/csv",
            "{kind: csv, where: {bridge: Harbour}, column: metres}",
            "1,240",
            "column: length_m",
        ),
        (
            TABLES,
            "text/html",
            "{kind: css, selector: '#length'}",
            "1 240",
            "row: [Harbour], column: ['2025']",
        ),
        (NESTED, "application/json", "{kind: jsonpath, path: $.size}", "1,240", "size"),
    ],
)
def test_what_is_proposed_finds_the_value(body, media, selector, words, proposed):
    found = lost(body, media, selector, words)
    fields = yaml.safe_load(found)
    if isinstance(fields.get("column"), list):
        fields["column"] = [str(name) for name in fields["column"]]
    again = KINDS[fields["kind"]](**fields).select(Document(body, media, "a"), None)
    assert again.text.replace(",", "").replace(" ", "").split(".")[0] == "1240"


def test_in_running_text_the_sentence_is_shown():
    found = lost(PAGE, "text/html", "{kind: css, selector: b}", "1,240 metres")
    assert found.startswith("'It is 1,240 metres long, and opened in 2019.' (characters ")


def test_words_are_found_too():
    found = lost(b"<p>Mayor: Ada Lund, since 2019.</p>", "text/html", "{kind: css, selector: b}", "Ada  lund")
    assert "Ada Lund" in found


@pytest.mark.parametrize(
    ("body", "media"),
    [(PAGE, "text/html"), (CSV, "text/csv"), (NESTED, "application/json"), (b"", "text/html"), (b"\x00", "")],
)
def test_what_is_nowhere_gives_nothing(body, media):
    assert lost(body, media, "{kind: css, selector: b}", "98,765") == ""
