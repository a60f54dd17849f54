"""The one pass over a text: spans, overlaps, dates against counts, and any text at all."""

from __future__ import annotations

import sys
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factlint.values import Context, DateValue, Quantity, scan
from factlint.values.scan import lowered

CONTEXT = Context(reference=date(2025, 8, 28), date_order="dmy")
PIECES = [
    "one", "two hundred and", "half", "a", "million", "and", "between", "to", "-", "–", "−", "5", "12,345", "3.350", "½",
    "%", "$", "£", "km", "m", " ", " ", " ", "\n", "(", ")", '"', "'", ".", ",", "/", ":", "^", "e5", "°C", "about", "over",
    "in", "more than", "or more", "second", "times", "dozens of", "tens of thousands", "record low", "doubled", "2022",
    "May", "from", "rose", "by", "not", "old", "ft", "in", "cents", "US", "of", "İ", "ß", "٣", "²", "x", "+", "0",
]  # fmt: skip


def spans(text: str, context: Context = CONTEXT) -> list[str]:
    return [text[item.start : item.end] for item in scan(text, context)]


def sound(text: str, context: Context) -> None:
    found = scan(text, context)
    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["", "en", "de", "fr"]))
@settings(max_examples=400, deadline=None)
def test_any_run_of_pieces_is_read_without_error_or_overlap(text: str, locale: str) -> None:
    sound(text, Context(locale=locale, reference=CONTEXT.reference))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
@example("\u0130 5 km")
@example("5'")
@example("a")
def test_any_text_is_read_without_error_or_overlap(text: str) -> None:
    sound(text, CONTEXT)


@given(st.text(max_size=60))
def test_lowering_keeps_every_character_in_its_place(text: str) -> None:
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20% of the 300 men", ["20%", "300"]),
        ("On 24 February 2022 200 tanks came", ["24 February 2022", "200"]),
        ("it cost $1.2 million in 2022", ["$1.2 million", "2022"]),
        ("İstanbul has 15 million people", ["15 million"]),
        ("from 1939 to 1945", ["from 1939 to 1945"]),
        ("the 3,000 soldiers", ["3,000"]),
        (
            "It rose from 88,000 in 1990 to 103,000 in 2010.",
            ["88,000", "1990", "103,000", "2010"],
        ),
    ],
)
def test_the_longest_match_stands(text: str, found: list[str]) -> None:
    assert spans(text) == found


def test_ambiguous_figures_are_left_out_until_the_locale_is_declared() -> None:
    assert spans("about 3.350 men", Context()) == []
    assert spans("about 3.350 men", Context(locale="de")) == ["about 3.350"]


def test_dates_and_quantities_come_in_one_sorted_list() -> None:
    found = scan("At least 12 people died on 3 May 2024, up from 9 in 2023.", CONTEXT)
    assert [type(item.value) for item in found] == [Quantity, DateValue, Quantity, DateValue]


@pytest.mark.parametrize(
    "unit",
    [
        "one ",
        "5-",
        "1,234,",
        "one hundred and ",
        "(",
        '10" ',
        "between 5 and ",
        "5m ",
        "a ",
        "12 34.5% $6m ",
        "9",
        "one in ",
    ],
)
def test_hard_texts_cost_no_more_than_in_proportion(unit: str) -> None:
    """The work done is counted, not timed: every character is looked at by a bounded number of calls."""
    assert calls(unit * 1000) < 12 * calls(unit * 100) + 2000


def calls(text: str) -> int:
    count = 0

    def watch(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(watch)
    try:
        scan(text, CONTEXT)
    finally:
        sys.setprofile(None)
    return count
