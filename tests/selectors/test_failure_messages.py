"""What a selector that fails says: what is there, what is nearest, and what to do."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile

import pytest

from factlint.errors import FactlintError


def database() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE events (day TEXT, killed INTEGER)")
    connection.commit()
    return connection.serialize()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("a.bin", b"\x00\x01")
    return out.getvalue()


SERIES = "GEO,AGE,TIME_PERIOD,OBS_VALUE\nNO,all,2023,1\nNO,all,2024,2\nSU,all,2023,3\nSU,all,2024,4\n"
NESTED = '<r xmlns="urn:birds"><kept><count>5</count></kept></r>'
RECORDS = json.dumps({"data": [{"n": None, "rank": "normal", "snak": "novalue"}]})


@pytest.mark.parametrize(
    ("body", "fields", "message", "hint"),
    [
        ("{}", {"kind": "css", "selector": "p"}, "gave JSON where a web page was expected", ""),
        (archive(), {"kind": "css", "selector": "p", "member": "a.bin"}, "gave binary data where a web page", ""),
        (RECORDS, {"kind": "records", "path": "$.dta", "column": "n"}, "finds nothing", "did you mean 'data'?"),
        (RECORDS, {"kind": "jsonpath", "path": "$.data[0].n"}, "finds no value but null", ""),
        (RECORDS, {"kind": "records", "path": "$.data", "column": "n"}, "no value in column n", "snak: novalue"),
        ("[]", {"kind": "records", "column": "n"}, "there are no rows", ""),
        ("a,b\n", {"kind": "csv", "column": "a"}, "there are no rows", ""),
        ("a,b\n1,2\n", {"kind": "csv", "column": "a", "format": "html"}, "plain text, called a page", "say what it is"),
        ("<html><p>5<br></p>", {"kind": "xpath", "path": "//p", "format": "xml"}, "an HTML page where XML", "format: html"),
        (SERIES, {"kind": "observations", "format": "csv"}, "2 values of 2024", "(GEO is 'NO', 'SU'"),
        (NESTED, {"kind": "xpath", "path": "//kept/count"}, "finds no value", "'count' is in the namespace 'urn:birds'"),
        (NESTED, {"kind": "xpath", "path": "//kept/coutn"}, "finds no value", "did you mean 'count'?"),
        (
            database(),
            {"kind": "sql", "query": "SELECT kiled FROM events", "column": "kiled"},
            "no such column: kiled",
            "killed INTEGER",
        ),
        (
            "day,n\n2025-01-01,5\n2025-02-01,n/a\n2025-03-01,7\n",
            {"kind": "csv", "column": "n", "date": "day", "cumulative": True},
            "line 3, column n: 'n/a' holds no quantity",
            "figures alone",
        ),
    ],
)  # fmt: skip
def test_a_failure_shows_what_is_there(doc, sel, body, fields, message, hint):
    with pytest.raises(FactlintError) as caught:
        sel(**fields).select(doc(body), None)
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_a_hint_no_longer_asks_for_a_date_that_is_there(doc, sel):
    rows = doc("geo,day,n\nNO,2025-01-01,1\nSU,2025-01-01,2\n", "text/csv")
    with pytest.raises(FactlintError) as caught:
        sel(kind="csv", column="n", date="day").select(rows, None)
    assert caught.value.hint == "narrow 'where' (geo is 'NO', 'SU')"


def test_the_tables_of_a_pdf_file_have_a_kind_of_their_own(doc, sel):
    with pytest.raises(FactlintError, match="kind 'table'"):
        sel(kind="csv", column="n").select(doc(b"%PDF-1.7", "application/pdf"), None)
