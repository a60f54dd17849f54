"""Printing a value back in a sentence's own style."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values import Boolean, Context, Quantity, Sense, Text, format, read, scan
from factlint.values.format import reads_as
from factlint.values.units import MONEY, UNIT_BY_CODE

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "quantities.yaml").read_text(encoding="utf-8"))
PHRASES = [case[0] for cases in CASES.values() for case in cases]
CONTEXT = Context(reference=date(2025, 8, 28))
FOUND = [
    item.value for phrase in PHRASES for item in scan(phrase, CONTEXT) if isinstance(item.value, Quantity)
]
ODD = {"mag", "galuk"}  # no words of their own in print
UNITS = ["", *sorted(code for code, known in UNIT_BY_CODE.items() if code not in ODD and code != "won")]


def like(text: str) -> Quantity:
    value = read(text, "quantity", Context(locale="en"))
    assert isinstance(value, Quantity)
    return value


@pytest.mark.parametrize(
    ("value", "sample", "printed"),
    [
        ("317,422", "around 250,000", "around 320,000"),
        ("2,431,007", "2.4 million", "2.4 million"),
        ("12,345", "13,883", "12,345"),
        ("£980m", "$1.2bn", "£980m"),
        ("5 miles", "10 km", "8 km"),
        ("12", "seven", "twelve"),
        ("30%", "a fifth", "three-tenths"),
        ("−12 °C", "10 °C", "−12 °C"),
        ("7,123 to 9,877", "between 5,000 and 6,000", "between 7,100 and 9,900"),
        ("3,412", "250,000", "3,400"),
        ("tripled", "nearly doubled", "tripled"),
        ("5 million to 10 million euros", "€2-3 million", "€5-10 million"),
        ("0.3 million", "2 billion", "300,000"),
        ("4.25%", "5.5 per cent", "4.2 per cent"),
        ("at least 12", "more than 20", "at least 12"),
        ("12345", "250000", "12000"),
        ("−5", "minus 3", "minus 5"),
        ("3rd", "21st", "3rd"),
    ],
)
def test_another_value_in_the_style_of_a_sample(value: str, sample: str, printed: str) -> None:
    assert format(like(value), like(sample)) == printed


def test_separators_follow_the_declared_locale() -> None:
    german = Context(locale="de")
    assert format(like("1,234,567"), read("2.500.000", "quantity", german), german) == "1.200.000"


@pytest.mark.parametrize("value", FOUND, ids=lambda value: value.text)
def test_what_was_read_prints_so_that_it_reads_the_same(value: Quantity) -> None:
    assert reads_as(format(value), value, CONTEXT)


@pytest.mark.parametrize("value", FOUND, ids=lambda value: value.text)
def test_so_it_does_without_its_own_words(value: Quantity) -> None:
    assert reads_as(format(replace(value, text="")), value, CONTEXT)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    places = draw(st.integers(0, 3))
    low = Fraction(draw(st.integers(-(10**6), 10**9)), 10**places)
    sense = draw(st.sampled_from([sense for sense in Sense if sense is not Sense.MAGNITUDE]))
    high = low + Fraction(draw(st.integers(1, 10**6)), 10**places) if sense is Sense.RANGE else low
    unit = draw(st.sampled_from(UNITS))
    if sense is Sense.RANGE and unit == "x":
        unit = ""
    opened = sense in {Sense.AT_MOST, Sense.LESS_THAN}, sense in {Sense.AT_LEAST, Sense.MORE_THAN}
    return Quantity(
        None if opened[0] else low, None if opened[1] else high, sense, Fraction(1, 10**places), unit
    )


@given(quantities(), st.sampled_from(["en", "de", "fr"]))
@settings(max_examples=300, deadline=None)
def test_any_quantity_prints_so_that_it_reads_the_same(value: Quantity, locale: str) -> None:
    context = Context(locale=locale)
    printed = format(value, context=context)
    assert reads_as(printed, value, context), printed


SAMPLES = [
    "13,883",
    "around 250,000",
    "2.4 million",
    "between 5,000 and 6,000",
    "twelve",
    "up to 40",
    "some 3,000",
    "5–10",
]


@given(st.integers(0, 10**9), st.sampled_from(SAMPLES))
@settings(max_examples=200, deadline=None)
def test_in_a_samples_style_a_figure_keeps_the_samples_precision(number: int, sample: str) -> None:
    style = like(sample)
    again = like(format(Quantity(Fraction(number), Fraction(number)), style))
    figure = again.low if again.low is not None else again.high
    assert figure is not None
    assert abs(figure - number) <= style.step / 2


def test_money_prints_its_code_and_reads_back() -> None:
    for code, known in UNIT_BY_CODE.items():
        if known.dimension == MONEY:
            assert like(format(Quantity(Fraction(1500), Fraction(1500), unit=code))).unit == code


def test_other_values_print_their_words() -> None:
    assert format(Text("as said")) == "as said"
    assert format(Boolean(True)) == "yes"
    day = read("24 February 2022", "date")
    assert read(format(day), "date") == replace(day, text=format(day))
