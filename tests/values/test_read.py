"""Reading the one value that a text holds."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.errors import AmbiguousValueError, NoSuchDateError, UnreadableValueError
from factlint.values import Boolean, Context, DateValue, Listing, Name, Quantity, Text, read

CONTEXT = Context(reference=date(2025, 8, 28), date_order="dmy")


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("13,883", "13883", ""),
        ("2015", "2015", ""),
        ("-5", "-5", ""),
        ("(1,234)", "-1234", ""),
        ("$(5.2m)", "-5200000", "USD"),
        ("  12 % ", "12", "%"),
        ("Total: 5,300 dead", "5300", ""),
        ("around 250,000 soldiers", "250000", ""),
        ("£1.2bn", "1200000000", "GBP"),
        ("half a million", "500000", ""),
        ("1950 widgets", "1950", ""),
        ("2012 people", "2012", ""),
    ],
)
def test_quantity(text: str, low: str, unit: str) -> None:
    value = read(text, "quantity", CONTEXT)
    assert isinstance(value, Quantity)
    assert (value.low, value.unit) == (Fraction(low), unit)


def test_without_a_type_the_one_quantity_or_date_is_read() -> None:
    assert isinstance(read("about 300 men", context=CONTEXT), Quantity)
    assert isinstance(read("24 February 2022", context=CONTEXT), DateValue)
    assert isinstance(read("2015", context=CONTEXT), DateValue)


def test_other_types() -> None:
    assert isinstance(read("Aleksandar Vučić", "name"), Name)
    assert read("any words", "text") == Text("any words")
    assert read("Yes", "boolean") == Boolean(True, "Yes")
    names = read("Alice Smith, Bob Jones and Carol King", "list")
    assert isinstance(names, Listing)
    assert len(names.items) == 3


def test_an_example_tells_which_of_several_quantities_is_meant() -> None:
    like = read("20%", "quantity")
    found = read("12 of the 40 seats, or 30%", like)
    assert isinstance(found, Quantity)
    assert (found.low, found.unit) == (30, "%")


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("no figure here", "quantity", "holds no quantity"),
        ("", "quantity", "is empty"),
        ("perhaps", "boolean", "neither yes nor no"),
        ("no day here", "date", "date"),
        ("5", "colour", "no value is read as 'colour'"),
    ],
)
def test_unreadable(text: str, kind: str, message: str) -> None:
    with pytest.raises(UnreadableValueError, match=message) as caught:
        read(text, kind, CONTEXT)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        ("3.350", "quantity", "English style and another in German"),
        ("about 3.350 men", "quantity", "English style and another in German"),
        ("12 of 40 seats", "quantity", "holds 2 values: '12', '40'"),
        ("03/04/2025", "date", "03/04/2025|2025-04-03|2025-03-04"),
    ],
)
def test_ambiguous(text: str, kind: str, message: str) -> None:
    with pytest.raises(AmbiguousValueError, match=message) as caught:
        read(text, kind, Context())
    assert caught.value.hint


@given(st.text(max_size=80), st.sampled_from([None, "quantity", "date", "name", "text", "list", "boolean"]))
@settings(max_examples=200, deadline=None)
def test_nothing_but_a_named_error_is_raised(text: str, kind: str | None) -> None:
    with suppress(UnreadableValueError, AmbiguousValueError, NoSuchDateError):
        read(text, kind, CONTEXT)
