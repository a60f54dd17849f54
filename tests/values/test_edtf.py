"""EDTF levels 0 and 1 and the bits of level 2 that are read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.errors import UnreadableValueError
from factlint.values.edtf import looks_like_edtf, parse_edtf

CASES = [
    ("2022-02-24", "2022-02-24", "2022-02-24", "day"),
    ("2022-02", "2022-02-01", "2022-02-28", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2022", "2022-01-01", "2022-12-31", "year"),
    ("193X", "1930-01-01", "1939-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("2024-21", "2024-03-01", "2024-05-31", "season"),
    ("2024-24", "2024-12-01", "2025-02-28", "season"),
    ("2024-35", "2024-07-01", "2024-09-30", "quarter"),
    ("2023-38", "2023-05-01", "2023-08-31", "interval"),
    ("2024-40", "2024-01-01", "2024-06-30", "half"),
    ("1984~", "1984-01-01", "1984-12-31", "year"),
    ("1984?", "1984-01-01", "1984-12-31", "year"),
    ("2004-06~-11", "2004-06-11", "2004-06-11", "day"),
    ("2004-XX", "2004-01-01", "2004-12-31", "year"),
    ("2004-06-XX", "2004-06-01", "2004-06-30", "month"),
    ("2004-XX-15", "2004-01-15", "2004-12-15", "day"),
    ("156X-12-25", "1560-12-25", "1569-12-25", "day"),
    ("XXXX-09-03", None, None, "day"),
    ("2006/..", "2006-01-01", None, "interval"),
    ("../2006-05", None, "2006-05-31", "interval"),
    ("2006/", "2006-01-01", None, "interval"),
    ("1939/1945", "1939-01-01", "1945-12-31", "interval"),
    ("193X/194X", "1930-01-01", "1949-12-31", "interval"),
    ("[2025-08-28..2025-08-29]", "2025-08-28", "2025-08-29", "interval"),
    ("[2025-08-28, 2025-09-02]", "2025-08-28", "2025-09-02", "interval"),
    ("[..1984]", None, "1984-12-31", "interval"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31", "interval"),
]


@pytest.mark.parametrize(("text", "start", "end", "precision"), CASES)
def test_an_edtf_text_means_these_days(text, start, end, precision):
    value = parse_edtf(text)
    assert value.start == (date.fromisoformat(start) if start else None)
    assert value.end == (date.fromisoformat(end) if end else None)
    assert value.precision == precision
    assert value.text == text


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-30",
        "2025-13",
        "2025-00-01",
        "0000",
        "2024/2022",
        "..",
        "/",
        "[",
        "[]",
        "25-01-01",
        "1984-1",
        "x",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(UnreadableValueError):
        parse_edtf(text)


def test_a_day_that_does_not_exist_is_named():
    with pytest.raises(UnreadableValueError, match="2025-02-30 doesn't exist"):
        parse_edtf("2025-02-30")


@pytest.mark.parametrize(
    ("text", "hedged"), [("1984~", True), ("1984?", True), ("1984", False), ("1984~/2004", True)]
)
def test_a_qualified_date_is_approximate(text, hedged):
    assert parse_edtf(text).approximate is hedged


@given(st.dates(), st.dates())
def test_an_interval_keeps_both_days(one, other):
    first, last = sorted((one, other))
    value = parse_edtf(f"{first}/{last}")
    assert (value.start, value.end) == (first, last)
    assert parse_edtf(value.edtf).edtf == value.edtf


@given(st.text(alphabet="0123456789X~?%-/.,[]{} ", max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        value = parse_edtf(text)
    except UnreadableValueError:
        return
    assert value.start is None or value.end is None or value.start <= value.end
    again = parse_edtf(value.edtf)
    assert (again.start, again.end, again.precision) == (value.start, value.end, value.precision)


@pytest.mark.parametrize(("text", "looks"), [("2022-02", True), ("[2022..2023]", True), ("May 2022", False)])
def test_edtf_is_told_from_prose(text, looks):
    assert looks_like_edtf(text) is looks
