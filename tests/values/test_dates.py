"""Dates in prose: the table of phrases, reading one date, printing it back, relating two, and the laws."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.errors import AmbiguousValueError, UnreadableValueError
from factlint.values.base import Context, DateValue, Recurrence, TimeValue
from factlint.values.dates import before, find, format_date, overlaps, parse, parse_edtf, same, within

TODAY = Context(reference=date(2025, 8, 28), date_order="dmy")
TABLE = yaml.load((Path(__file__).parent / "cases" / "dates.yaml").read_text("utf-8"), yaml.BaseLoader)
PHRASES = [(group, *case) for group, cases in TABLE.items() for case in cases]


def written(value):
    if isinstance(value, TimeValue):
        return value.iso
    return value.rule if isinstance(value, Recurrence) else value.edtf


@pytest.mark.parametrize("case", PHRASES, ids=lambda case: f"{case[0]}: {case[1][:60]}")
def test_the_dates_of_a_news_phrase(case):
    _, marked, *expected = case
    text = marked.replace("[", "").replace("]", "")
    readings = find(text, TODAY)
    assert [reading.value.text for reading in readings] == re.findall(r"\[(.*?)\]", marked)
    assert [written(reading.value) for reading in readings] == expected


@pytest.mark.parametrize("case", PHRASES, ids=lambda case: f"{case[0]}: {case[1][:60]}")
def test_the_days_of_a_date_are_those_of_its_edtf_text(case):
    text = case[1].replace("[", "").replace("]", "")
    for reading in find(text, TODAY):
        value = reading.value
        if isinstance(value, DateValue) and value.start:
            again = parse_edtf(value.edtf)
            assert (again.start, again.end, again.approximate) == (value.start, value.end, value.approximate)


@pytest.mark.parametrize(
    ("order", "edtf"),
    [("dmy", "2025-04-03"), ("mdy", "2025-03-04"), ("ymd", "2025-04-03"), ("", "[2025-03-04,2025-04-03]")],
)
def test_the_declared_order_decides_figures(order, edtf):
    (reading,) = find("signed on 03/04/2025", Context(date_order=order))
    assert reading.value.edtf == edtf


def test_an_undeclared_order_is_ambiguous():
    with pytest.raises(AmbiguousValueError, match="2025-03-04 or 2025-04-03"):
        parse("03/04/2025")


def test_figures_that_allow_one_order_need_no_declaration():
    assert parse("24.02.2022").edtf == "2022-02-24"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("3 September", "XXXX-09-03"),
        ("last Tuesday", "XXXX-XX-XX"),
        ("next month", "XXXX-XX"),
        ("last year", "XXXX"),
        ("in two weeks", "XXXX"),
    ],
)
def test_without_a_reference_date_nothing_is_resolved(text, edtf):
    value = parse(text)
    assert (value.start, value.end, value.edtf) == (None, None, edtf)


@pytest.mark.parametrize(
    ("today", "text", "edtf"),
    [
        ("2025-01-05", "in December", "2024-12"),
        ("2025-12-28", "3 January", "2026-01-03"),
        ("2025-08-28", "29 February", "2024-02-29"),
        ("2025-03-31", "a month ago", "2025-02-13~/2025-03-15~"),
        ("2025-08-28", "Thursday", "2025-08-28"),
        ("2025-08-28", "next Friday", "2025-09-05"),
        ("2025-08-28", "last August", "2024-08"),
        ("2025-08-28", "the previous year", "XXXX"),
    ],
)
def test_the_reference_date_fills_in_what_is_not_said(today, text, edtf):
    assert parse(text, Context(reference=date.fromisoformat(today))).edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The parade will be held on 3 September.", "2025-09-03"),
        ("The parade was held on 3 September.", "2024-09-03"),
        ("Compensation will be paid in March.", "2026-03"),
        ("The outbreak began in January.", "2025-01"),
        ("Fighting broke out in October.", "2024-10"),
        ("It announced a strike from 1 October.", "2025-10-01"),
        ("As of 15 October, 2,140 people had arrived.", "2024-10-15"),
        ("the calmest month since October", "2024-10/.."),
        ("By Sunday they had found 18 survivors.", "../2025-08-24"),
        ("It must answer by Sunday.", "../2025-08-31"),
        ("Talks will resume on Friday.", "2025-08-29"),
        ("The deal expires in two weeks.", "2025-09-08~/2025-09-14~"),
        ("Sales doubled in two weeks.", None),
        ("It was built within three years.", None),
        ("It is commonest in winter.", "XXXX-24"),
    ],
)
def test_the_sentence_tells_which_way_a_date_lies(text, edtf):
    readings = find(text, TODAY)
    assert (readings[0].value.edtf if readings else None) == edtf


def test_one_date_is_read_whatever_its_form():
    for text in (
        "24 February 2022",
        "Feb. 24, 2022",
        "on 24 February 2022",
        "2022-02-24",
        "24th of February, 2022",
    ):
        assert parse(text).start == date(2022, 2, 24)


@pytest.mark.parametrize("text", ["", "soon", "13 883", "12 km", "99 May 2024", "x" * 10_000])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(UnreadableValueError):
        parse(text)


@pytest.mark.parametrize("text", ["2025-02-30", "30 February 2025", "31 April 2024", "29 February 2023"])
def test_a_day_that_does_not_exist_is_an_error(text):
    with pytest.raises(UnreadableValueError, match="doesn't exist"):
        parse(text)


def test_a_wrong_weekday_is_an_error():
    assert parse("Thursday, 24 February 2022").edtf == "2022-02-24"
    with pytest.raises(UnreadableValueError, match="that day is a Thursday"):
        parse("Monday, 24 February 2022")


def test_two_dates_are_not_one():
    with pytest.raises(AmbiguousValueError, match="2 dates"):
        parse("14 May 2020 and 3 June 2021")


@pytest.mark.parametrize(
    ("edtf", "like", "text"),
    [
        ("2022-02-24", None, "24 February 2022"),
        ("2022-02-24", "May 3, 2020", "February 24, 2022"),
        ("2022-02-24", "Jan. 3, 2020", "Feb. 24, 2022"),
        ("2022-02-24", "3 Jan 2020", "24 Feb 2022"),
        ("2022-02-24", "2020-01-03", "2022-02-24"),
        ("2025-09-04", "3 September", "4 September"),
        ("2024-09", "Jan. 2020", "Sept. 2024"),
        ("2024-35", None, "Q3 2024"),
        ("2024-35", "the first quarter of 2024", "the third quarter of 2024"),
        ("2019-23", "fall 2020", "fall 2019"),
        ("2023-38", None, "mid-2023"),
        ("193X", None, "the 1930s"),
        ("18XX", None, "the 19th century"),
        ("2006/..", None, "since 2006"),
        ("../2006", None, "until 2006"),
        ("1939/1945", None, "from 1939 to 1945"),
        ("2010~", None, "around 2010"),
        ("[2025-08-28..2025-08-29]", None, "[2025-08-28..2025-08-29]"),
    ],
)
def test_a_date_prints_in_the_style_of_the_sentence(edtf, like, text):
    assert format_date(parse_edtf(edtf), like) == text


PERIODS = st.one_of(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)).map(str),
    st.integers(1000, 2199).map(str),
    st.builds(
        "{}-{:02d}".format,
        st.integers(1000, 2199),
        st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 42)]),
    ),
    st.integers(100, 219).map("{}X".format),
    st.integers(10, 21).map("{}XX".format),
)
EDTF = st.one_of(
    PERIODS,
    PERIODS.map("{}~".format),
    PERIODS.map("{}/..".format),
    PERIODS.map("../{}".format),
    st.tuples(PERIODS, PERIODS).map(
        lambda pair: "/".join(sorted(pair, key=lambda side: str(parse_edtf(side).end)))
    ),
)
STYLES = st.sampled_from(
    [None, "Feb. 24, 2022", "February 24, 2022", "24 Feb 2022", "fall 2020", "a quarter", "2022-02-24"]
)


@settings(max_examples=300)
@given(EDTF, STYLES)
def test_printing_and_reading_are_inverse(edtf, like):
    try:
        value = parse_edtf(edtf)
    except UnreadableValueError:
        return
    assert replace(parse(format_date(value, like)), text="") == replace(value, text="")


def test_the_days_of_one_date_lie_within_another():
    year, day, month = (parse_edtf(text) for text in ("2022", "2022-02-24", "2022-02"))
    assert within(day, month)
    assert within(month, year)
    assert not within(year, day)
    assert within(day, parse_edtf("2006/.."))
    assert not within(parse_edtf("2006/.."), year)


def test_dates_overlap_or_precede():
    one, other, open_ended = (
        parse_edtf(text) for text in ("2022-01/2022-03", "2022-03/2022-05", "2022-05/..")
    )
    assert overlaps(one, other)
    assert not overlaps(one, open_ended)
    assert before(one, open_ended)
    assert not before(other, open_ended)
    assert same(parse_edtf("2022-01/2022-12"), parse_edtf("2022"))


def test_a_date_of_unknown_days_relates_to_nothing():
    unknown, year = parse_edtf("XXXX-09-03"), parse_edtf("2025")
    assert not any(relate(unknown, year) for relate in (within, overlaps, before, same))
    assert not same(unknown, unknown)


@given(PERIODS, PERIODS)
def test_two_dates_either_overlap_or_one_is_before_the_other(one, other):
    first, second = parse_edtf(one), parse_edtf(other)
    assert overlaps(first, second) + before(first, second) + before(second, first) == 1
    if within(first, second):
        assert overlaps(first, second)


WORDS = st.sampled_from(
    "the of in on at to from between and since before until last next this past early mid late end first second 3rd 18th"
    " 1 2 7 12 24 30 31 45 99 1939 2006 2022 2025-08-28 24/02/22 10:30 8pm a.m. noon day days week weeks month months year"
    " years hours ago later every each once daily Monday Tue Friday May March September Sept. 1930s 40s century quarter Q3"
    " half summer winter Christmas Easter now - – , . / ( ) ' ’ \n".split(" ")
)


@settings(max_examples=400)
@given(
    st.lists(WORDS, max_size=40).map(" ".join)
    | st.text(max_size=200)
    | st.lists(WORDS, max_size=30).map("".join)
)
def test_any_text_is_read_without_a_fault_and_in_order(text):
    for context in (
        Context(),
        TODAY,
        Context(reference=date(1, 1, 1)),
        Context(reference=date(9999, 12, 31), date_order="mdy"),
    ):
        end = 0
        for reading in find(text, context):
            assert end <= reading.start < reading.end <= len(text)
            assert reading.value.text == text[reading.start : reading.end]
            end = reading.end


def calls(text):
    """Count the function calls that reading ``text`` takes: a measure of cost without a clock."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        find(text, TODAY)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "unit",
    ["1 day and ", "from ", "the ", "early ", "1 May to ", "between 3 and ", "2022-", "10:30-", "since ", "every ", "May ",
     "the 1930s and ", "a", "3", "1/2/", "in two weeks ", "\n", "Monday, "],
)  # fmt: skip
def test_the_cost_grows_no_faster_than_the_text(unit):
    short, long = calls(unit * 200), calls(unit * 400)
    assert long <= 2.2 * short + 200
