from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.documents import Document
from factlint.documents.table import DELIMITERS, delimiter_of, table
from factlint.errors import UnparseableError


def read(text: str, media_type: str = "text/csv"):
    return table(Document(text.encode(), media_type, "ref.csv"))


def cells(text: str):
    return [dict(row.cells) for row in read(text).rows]


def test_rows_have_their_lines():
    found = read('\ufeffname,note\nA,"two\nlines"\n\nB,\n')
    assert found.columns == ("name", "note")
    assert [(row.place, row.cells["name"]) for row in found.rows] == [("line 2", "A"), ("line 5", "B")]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\n1,2\n", ","),
        ("a;b\n1,5;2,5\n", ";"),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b|c\n1|2|3\n", "|"),
        ("only\none\n", ","),
        ('a,b\n"x;y;z",2\n', ","),
        ("a;b;c\n1;2;3\n4;5\n", ";"),
    ],
)
def test_delimiter(text, delimiter):
    assert delimiter_of(text) == delimiter


def test_the_same_name_twice_is_told_apart():
    assert read("x,y,x\n1,2,3\n").columns == ("x (column 1)", "y", "x (column 3)")


def test_short_rows_lack_cells_and_long_rows_refused():
    assert cells("a,b\n1\n") == [{"a": "1"}]
    with pytest.raises(UnparseableError, match="line 3 has 3 cells, the header 2"):
        read("a,b\n1,2\n60,000,5\n")


def test_a_line_separator_in_a_cell_is_no_line():
    assert cells("a,b\nx\u2028y,2\n") == [{"a": "x\u2028y", "b": "2"}]


def test_a_page_is_no_table():
    with pytest.raises(UnparseableError, match="an HTML page where a table"):
        read("<!doctype html><html>Not found</html>")


@given(
    st.lists(st.lists(st.text("ab ,;|\t\"\n'", max_size=6), min_size=2, max_size=2), min_size=1, max_size=6),
    st.sampled_from(DELIMITERS),
)
@settings(max_examples=50)
def test_reads_back_what_the_standard_library_writes(rows, delimiter):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["one", "two"], *rows])
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    assert cells(out.getvalue()) == [
        {"one": first.strip(), "two": second.strip()} for first, second in filled
    ]
