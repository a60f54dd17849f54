"""Selectors over formats that other programs write: archives, spreadsheets, PDF, databases, XML."""

from __future__ import annotations

import gzip
import io
import sqlite3
import subprocess
import sys
import zipfile
from datetime import date

import pytest

from factlint.documents import archives, child, sqlite
from factlint.errors import (
    DocumentLimitError,
    MissingExtraError,
    NoMatchError,
    QueryError,
    SeveralMatchesError,
    TooDeepError,
    UnparseableError,
)

CSV = "country,killed\nNorland,12\nSudland,30\n"


def gzipped(data: bytes) -> bytes:
    """Without a time in it, so that a test's name is the same in every process."""
    return gzip.compress(data, mtime=0)


def zipped(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in members.items():
            archive.writestr(name.replace("_", "."), body)
    return out.getvalue()


def test_a_gzip_file_is_read_through(doc, sel):
    killed = sel(kind="csv", where={"country": "Norland"}, column="killed")
    for media_type in ("application/gzip", "text/csv", ""):
        packed = doc(gzipped(CSV.encode()), media_type, "data/losses.csv.gz")
        assert killed.select(packed, None).text == "12"


def test_a_zip_member_by_its_name(doc, sel):
    packed = doc(zipped(a_csv=CSV, b_json='{"n": 1.50}'))
    found = sel(kind="csv", where={"country": "Sudland"}, column="killed", member="a.csv").select(
        packed, None
    )
    assert (found.text, found.locator) == ("30", "a.csv, line 3, column killed")
    assert sel(kind="jsonpath", path="$.n", member="b.json").select(packed, None).text == "1.50"


def test_the_only_member_needs_no_name(doc, sel):
    packed = doc(zipped(losses_csv_gz=gzipped(CSV.encode())))
    assert sel(kind="csv", where={"country": "Norland"}, column="killed").select(packed, None).text == "12"


@pytest.mark.parametrize(
    ("body", "member", "error", "message"),
    [
        (zipped(a_csv=CSV, b_csv=CSV), "", SeveralMatchesError, "2 members: 'a.csv', 'b.csv'"),
        (zipped(killed_csv=CSV), "kiled.csv", NoMatchError, "did you mean 'killed.csv'"),
        (CSV.encode(), "a.csv", NoMatchError, "no ZIP archive"),
        (zipped(a_csv=CSV)[:40], "", UnparseableError, "ZIP archive that can't be read"),
        (gzipped(CSV.encode())[:20], "", UnparseableError, "broken gzip"),
        (
            gzipped(gzipped(gzipped(CSV.encode()))),
            "",
            TooDeepError,
            "archives within archives",
        ),
    ],
)
def test_archives_that_cannot_be_read(doc, sel, body, member, error, message):
    with pytest.raises(error, match=message):
        sel(kind="csv", column="killed", member=member).select(doc(body), None)


def test_an_archive_that_unpacks_to_too_much(doc, sel, monkeypatch):
    monkeypatch.setattr(archives, "MAX_BYTES", 1 << 20)
    bomb = b"0" * (2 << 20)
    for body in (gzipped(bomb), zipped(a_csv=bomb)):
        with pytest.raises(DocumentLimitError, match="unpacks to more than 1 MiB"):
            sel(kind="csv", column="killed").select(doc(body), None)


@pytest.fixture
def workbook(doc):
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    book = openpyxl.Workbook()
    book.active.title = "Losses"
    for row in (
        ["side", "day", "killed"],
        ["Norland", date(2025, 1, 1), 1234],
        ["Norland", date(2025, 2, 1), 0.25],
    ):
        book.active.append(row)
    book.create_sheet("Notes").append(["note"])
    out = io.BytesIO()
    book.save(out)
    return doc(out.getvalue(), "", "data/losses.xlsx")


def test_a_spreadsheet_is_rows_and_cells(workbook, sel):
    rows = sel(kind="csv", where={"side": "Norland"}, column="killed", date="day", sheet="Losses")
    found = rows.select(workbook, date(2025, 1, 15))
    assert (found.text, found.as_of, found.locator) == (
        "1234",
        "2025-01-01",
        "sheet Losses, row 2, column killed",
    )
    cell = sel(kind="table", caption="losses", row="Norland", column="killed")
    with pytest.raises(SeveralMatchesError, match="2 cells"):
        cell.select(workbook, None)


@pytest.mark.parametrize(
    ("sheet", "error", "message"),
    [
        ("", SeveralMatchesError, "2 sheets: 'Losses', 'Notes'"),
        ("Loses", NoMatchError, "did you mean 'Losses'"),
    ],
)
def test_a_sheet_is_named_where_there_are_several(workbook, sel, sheet, error, message):
    with pytest.raises(error, match=message):
        sel(kind="csv", column="killed", sheet=sheet).select(workbook, None)


def test_the_header_of_a_sheet_may_stand_below_a_title(doc, sel):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["People of Norland"], [], ["city", "people"], ["Northport", 2114000]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    found = sel(kind="csv", column="people", header=3).select(doc(out.getvalue()), None)
    assert (found.text, found.locator) == ("2114000", "sheet Sheet, row 4, column people")


@pytest.mark.parametrize(
    "kind", [{"kind": "regex", "pattern": "a"}, {"kind": "passage", "near": "the mission"}]
)
def test_what_holds_no_text_is_not_read_as_text(doc, sel, kind, workbook):
    for body, seen in ((workbook.body, "a spreadsheet"), (database(), "an SQLite database")):
        with pytest.raises(UnparseableError, match=f"{seen} where text was expected"):
            sel(**kind).select(doc(body), None)


CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>
<office:spreadsheet><table:table table:name="S"><table:table-row>
<table:table-cell office:value-type="string"><text:p>side</text:p></table:table-cell>
<table:table-cell office:value-type="string"><text:p>killed</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell office:value-type="string"><text:p>Norland</text:p></table:table-cell>
<table:table-cell office:value-type="float" office:value="13883"><text:p>13,883</text:p></table:table-cell>
</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""


def test_an_opendocument_spreadsheet(doc, sel):
    pytest.importorskip("python_calamine")
    out = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", CONTENT.replace(">\n<", "><"))
    found = sel(kind="csv", where={"side": "Norland"}, column="killed").select(
        doc(out.getvalue(), kind), None
    )
    assert found.text == "13883"


@pytest.mark.parametrize(("body", "seen"), [(b"<html>", "an HTML page"), (b"a,b\n", "plain text")])
def test_what_is_no_spreadsheet_or_pdf(doc, sel, body, seen):
    with pytest.raises(UnparseableError, match=f"{seen} where a spreadsheet"):
        sel(kind="csv", column="a", format="xlsx").select(doc(body), None)
    with pytest.raises(UnparseableError, match=f"{seen} where a PDF"):
        sel(kind="regex", pattern="a", format="pdf").select(doc(body), None)


def test_broken_files_fail_in_the_child(doc, sel):
    pytest.importorskip("python_calamine")
    pytest.importorskip("pdfplumber")
    with pytest.raises(UnparseableError, match="spreadsheet can't be read"):
        sel(kind="csv", column="a", format="xlsx").select(doc(b"PK\x03\x04 no archive"), None)
    with pytest.raises(UnparseableError, match="PDF file can't be read"):
        sel(kind="regex", pattern="a").select(doc(b"%PDF-1.4 nothing"), None)


@pytest.fixture(scope="module")
def report() -> bytes:
    fpdf = pytest.importorskip("fpdf")
    pytest.importorskip("pdfplumber")
    pdf = fpdf.FPDF()
    pdf.set_font("helvetica", size=12)
    pdf.add_page()
    pdf.multi_cell(0, text="The mission verified 13,883 deaths. It went on to count.")
    pdf.add_page()
    with pdf.table() as table:
        for cells in (("Side", "2024"), ("Norland", "12")):
            row = table.row()
            for cell in cells:
                row.cell(cell)
    return bytes(pdf.output())


def test_a_pdf_file_is_text_by_page_and_tables(doc, sel, report):
    paper = doc(report, "application/pdf")
    found = sel(kind="regex", pattern="verified ([\\d,]+)").select(paper, None)
    assert (found.text, found.context) == ("13,883", "The mission verified 13,883 deaths.")
    assert found.locator.startswith("page 1, ")
    cell = sel(kind="table", heading="page 2", row="Norland", column="2024").select(paper, None)
    assert cell.text == "12"


@pytest.fixture
def volumes(doc):
    """A paper of two pages that say the like, in lines of a few words."""
    fpdf = pytest.importorskip("fpdf")
    pytest.importorskip("pdfplumber")
    pdf = fpdf.FPDF()
    pdf.set_font("Helvetica", size=12)
    for killed in ("1,100", "13,883"):
        pdf.add_page()
        pdf.multi_cell(40, 8, f"The mission verified the deaths of {killed} civilians.")
    return doc(bytes(pdf.output()), "application/pdf")


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "regex", "pattern": r"deaths of ([\d,]+) civilians"},
        {"kind": "passage", "near": "the mission verified the deaths of", "value": r"the deaths of ([\d,]+)"},
    ],
)
def test_one_page_of_a_pdf_file_whatever_its_lines(volumes, sel, fields):
    whole = sel(**fields)
    with pytest.raises(SeveralMatchesError):
        whole.select(volumes, None)
    found = sel(**fields, page=2).select(volumes, None)
    assert found.text == "13,883"
    assert found.locator.startswith("page 2, characters ")
    assert not found.locator.startswith("page 2, characters 0")
    with pytest.raises(NoMatchError, match=r"no page 3.*2 pages"):
        sel(**fields, page=3).select(volumes, None)


def test_a_text_without_pages_has_no_second_one(doc, sel):
    with pytest.raises(NoMatchError, match="no pages"):
        sel(kind="regex", pattern="x", page=2).select(doc("x", "text/plain"), None)


def test_a_spreadsheet_is_known_by_its_content(workbook, doc, sel):
    for media_type in ("application/octet-stream", "application/vnd.ms-excel", "text/html"):
        served = doc(workbook.body, media_type, "https://norland.example/download?id=7")
        rows = sel(kind="csv", where={"day": "2025-01-01"}, column="killed", sheet="Losses")
        assert rows.select(served, None).text == "1234"
    with pytest.raises(UnparseableError, match="a spreadsheet where JSON"):
        sel(kind="jsonpath", path="$.a").select(served, None)


LIMITED = """
import sys
from factlint.documents import worker
worker.MEMORY = 400 << 20
worker._limit(1)
if sys.argv[1] == "memory":
    bytearray(1 << 30)
while True:
    pass
"""


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are of POSIX")
@pytest.mark.parametrize("greed", ["memory", "time"])
def test_the_child_is_stopped_at_its_limits(greed):
    done = subprocess.run([sys.executable, "-c", LIMITED, greed], capture_output=True, check=False)
    error = child._failure("PDF file", done.returncode, done.stderr)
    assert isinstance(error, DocumentLimitError), done.stderr


def test_the_child_gets_no_environment(monkeypatch):
    monkeypatch.setenv("SECRET_TOKEN", "x")
    given = {}
    real = subprocess.run

    def spy(command, **options):
        given.update(options)
        return real(command, **options)

    monkeypatch.setattr(subprocess, "run", spy)
    with pytest.raises(UnparseableError, match="no such task"):
        child.run("no such task", b"")
    assert given["env"] == {}


def test_a_missing_extra_says_how_to_get_it(monkeypatch):
    from factlint.documents.pdf import parse

    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(MissingExtraError, match=r"factlint\[pdf\]"):
        parse(b"", {})


def database() -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE events (day TEXT, killed INTEGER, side TEXT)")
    rows = [("2025-01-01", 3, "Norland"), ("2025-01-01", 4, "Norland"), ("2025-02-01", 9, "Norland")]
    connection.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)
    connection.commit()
    return connection.serialize()


def test_sqlite_by_a_query(doc, sel):
    query = "SELECT day, sum(killed) AS killed FROM events GROUP BY day"
    found = sel(kind="sql", query=query, column="killed", date="day")
    assert found.select(doc(database()), date(2025, 1, 31)).text == "7"
    assert found.select(doc(database()), None).locator == "result row 2, column killed"


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM events",
        "ATTACH 'other.db' AS other",
        "PRAGMA database_list",
        "CREATE TABLE t (a)",
        "SELECT load_extension('x')",
        "SELECT 1; SELECT 2",
        "SELECT zeroblob(1000000000)",
        "SELECT nothing FROM events",
        "no query",
    ],
)
def test_a_query_may_only_read(doc, sel, query):
    with pytest.raises(QueryError):
        sel(kind="sql", query=query, column="a").select(doc(database()), None)


def test_a_query_without_end_is_stopped(doc, sel, monkeypatch):
    monkeypatch.setattr(sqlite, "MAX_STEPS", 2_000_000)
    endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) AS n FROM r"
    with pytest.raises(DocumentLimitError):
        sel(kind="sql", query=endless, column="n").select(doc(database()), None)


def test_what_is_no_database(doc, sel):
    with pytest.raises(UnparseableError, match="an HTML page where an SQLite"):
        sel(kind="sql", query="SELECT 1", column="a").select(doc("<html>"), None)
    with pytest.raises(QueryError, match=r"malformed|not a database"):
        sel(kind="sql", query="SELECT * FROM t", column="a").select(doc(database()[:100] + b"x" * 900), None)


@pytest.fixture(scope="module")
def parquet(tmp_path_factory) -> bytes:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path_factory.mktemp("parquet") / "events.parquet"
    duckdb.sql(
        f"COPY (SELECT 'Norland' AS side, 5 AS killed UNION ALL SELECT 'Norland', 7) TO '{path}' (FORMAT parquet)"
    )
    return path.read_bytes()


def test_parquet_by_a_query(doc, sel, parquet):
    found = sel(kind="sql", query="SELECT sum(killed) AS n FROM data", column="n")
    assert found.select(doc(parquet), None).text == "12"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/hostname')",
        "COPY data TO 'out.csv'",
        "SELECT 1 AS a; SELECT 2 AS a",
        "SELECT nothing FROM data",
    ],
)
def test_a_parquet_query_reaches_nothing_else(doc, sel, parquet, query):
    with pytest.raises(QueryError):
        sel(kind="sql", query=query, column="a").select(doc(parquet), None)


SERIES = """<?xml version="1.0"?><r xmlns="urn:example:series"><Series GEO="NO">
<Obs TIME_PERIOD="2024-Q4" OBS_VALUE="5.10"/><Obs TIME_PERIOD="2025-Q1" OBS_VALUE="6"/></Series>
<note>Counted <b>twice</b>.</note></r>"""
SPACE = {"s": "urn:example:series"}


def test_xpath_reads_elements_attributes_and_series(doc, sel):
    feed = doc(SERIES, "application/xml")
    series = sel(kind="xpath", path="//s:Obs/@OBS_VALUE", date="@TIME_PERIOD", namespaces=SPACE)
    assert series.dated
    assert series.select(feed, date(2025, 1, 1)).text == "6"
    assert series.select(feed, date(2024, 12, 31)).text == "5.10"
    assert sel(kind="xpath", path="//s:note", namespaces=SPACE).select(feed, None).text == "Counted twice."
    assert sel(kind="xpath", path="count(//s:Obs)", namespaces=SPACE).select(feed, None).text == "2"
    many = sel(kind="xpath", path="//s:Obs/@OBS_VALUE", namespaces=SPACE, many=True).select(feed, None)
    assert [item.text for item in many.items] == ["5.10", "6"]


def test_xpath_on_a_page(doc, sel):
    page = doc("<!doctype html><div><p>One<p class=n>1,200</div>", "text/html")
    assert sel(kind="xpath", path="//p[@class='n']").select(page, None).text == "1,200"


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("//s:Ob", NoMatchError, "did you mean 'Obs'"),
        ("//s:Obs/@OBS_VALUE", SeveralMatchesError, "finds 2 values"),
        ("//t:Obs", QueryError, "Undefined namespace prefix"),
    ],
)
def test_xpath_finds_none_or_several(doc, sel, path, error, message):
    with pytest.raises(error, match=message):
        sel(kind="xpath", path=path, namespaces=SPACE).select(doc(SERIES), None)


def test_a_bad_xpath_is_refused(sel):
    with pytest.raises(ValueError, match=r"no XPath 1\.0"):
        sel(kind="xpath", path="//a[")


@pytest.mark.parametrize(
    ("body", "error", "message"),
    [
        ('<!DOCTYPE a [<!ENTITY x "boom">]><a>&x;</a>', UnparseableError, "declares entities"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
            UnparseableError,
            "declares entities",
        ),
        ("<?xml version='1.0'?><a>", UnparseableError, "broken XML where XML"),
        ('{"a": 1}', UnparseableError, "JSON where XML"),
        ("<a>" * 5000 + "</a>" * 5000, TooDeepError, "too deep"),
    ],
)
def test_hostile_or_broken_xml(doc, sel, body, error, message):
    with pytest.raises(error, match=message):
        sel(kind="xpath", path="string(/a)", format="xml").select(doc(body), None)


def test_regex_reads_the_text_of_xml(doc, sel):
    assert sel(kind="regex", pattern="Counted (\\w+)|twice", format="xml").dated is False
    found = sel(kind="regex", pattern="twice").select(doc(SERIES, "application/xml"), None)
    assert found.text == "twice"


@pytest.mark.parametrize(
    "path", ["//*[count(//*) > 1]", "//a[.//b[descendant::c]]", "//a[b and count(/r/x) > 1]"]
)
def test_xpaths_whose_cost_explodes_are_refused(sel, path):
    with pytest.raises(ValueError, match="would walk the document every time"):
        sel(kind="xpath", path=path)


@pytest.mark.parametrize(
    "path", ["//a[b/c='x // y']/@d", '//a[@b="/["]', "/r/a[../b]/text()", "//a[b[1]/c]//d"]
)
def test_plain_xpaths_are_allowed(sel, path):
    assert sel(kind="xpath", path=path).path == path
