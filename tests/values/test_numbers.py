"""Numerals in digits and words."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.values.figures import figure, round_step
from factlint.values.numbers import numeral
from factlint.values.spelling import digits, fraction, ordinal, spelled


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one hundred and three and two thirds", "311/3"),
        ("two hundred and fifty-four hundredths", "200.54"),
        ("one hundred and thirty fifths", "26"),
        ("twenty twenty fifths", "4/5"),
        ("a hundred trillionths", "1/10000000000"),
        ("three hundred and two dozens", "324"),
        ("two thousand and two hundred", "2200"),
        ("two hundred and two thousand", "202000"),
        ("two hundred point seventy-one", "200.71"),
        ("two point five million", "2500000"),
        ("half a dozen", "6"),
        ("two thirds of a million", "2000000/3"),
        ("two million and one half", "2500000"),
        ("three and a half", "3.5"),
        ("3 and a half", "3.5"),
        ("4 thousand 3 hundred and 21", "4321"),
        ("1 3/4", "1.75"),
        ("3½", "3.5"),
        ("⅔", "2/3"),
        ("1e5", "100000"),
        ("2^3", "8"),
        ("10⁶", "1000000"),
        ("1.5 × 10^6", "1500000"),
        ("five hundred thousand million", "500000000000"),
        ("two lakh", "200000"),
        ("nought point nought four", "1/25"),
        ("twenty-first", "21"),
        ("one hundred twenty fifth", "125"),
    ],
)
def test_numeral(text: str, value: str) -> None:
    read = numeral(text, 0, "en")
    assert read is not None
    assert read.value == Fraction(value)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("3 hundred and 2 hundred", "3 hundred"),
        ("4000 3 hundred", "4000"),
        ("fifty two hundred and six thousand nine", "fifty two hundred and six thousand nine"),
        ("two hundred three thousand four million", "two hundred three thousand"),
        ("one two three", "one"),
        ("five and six", "five"),
        ("twenty one one", "twenty one"),
    ],
)
def test_a_run_is_split_where_it_stops_being_one_number(text: str, head: str) -> None:
    read = numeral(text, 0, "en")
    assert read is not None
    assert text[: read.end] == head


@pytest.mark.parametrize(
    ("token", "locale", "value", "other"),
    [
        ("3.350", "", "3.35", "3350"),
        ("3.350", "de", "3350", None),
        ("3.350", "en", "3.35", None),
        ("0.350", "", "0.35", None),
        ("1.234,5", "", "1234.5", None),
        ("1,234.5", "", "1234.5", None),
        ("1.234,5", "en", "1234.5", None),
        ("12'345", "en", "12345", None),
        ("1 234 567", "fr", "1234567", None),
        ("3.350", "es", "3350", None),
        ("3.350", "de-AT", "3350", None),
        ("3.350", "en-GB", "3.35", None),
        ("3.350", "xx", "3.35", "3350"),
    ],
)
def test_figure(token: str, locale: str, value: str, other: str | None) -> None:
    read = figure(token, locale)
    assert read is not None
    assert (read.value, read.other) == (Fraction(value), Fraction(other) if other else None)


@pytest.mark.parametrize(
    "token", ["3,35", "12,34", "1,2345", "192.168.1.2", "007", "1.2.3", "1,234,56", "9" * 40]
)
def test_malformed_figures_are_no_numbers(token: str) -> None:
    assert figure(token) is None


@given(st.integers(0, 10**15))
@settings(max_examples=200)
def test_numbers_in_words_read_back(number: int) -> None:
    read = numeral(spelled(number), 0)
    assert read is not None
    assert (read.value, read.end) == (number, len(spelled(number)))


@given(st.integers(0, 10**12), st.integers(0, 6), st.sampled_from(["en", "de", "fr"]))
@settings(max_examples=200)
def test_numbers_in_digits_read_back_in_their_locale(whole: int, places: int, locale: str) -> None:
    value = Fraction(whole, 10**places)
    read = numeral(digits(value, Fraction(1, 10**places), locale), 0, locale)
    assert read is not None
    assert read.value == value


@given(st.integers(1, 99))
def test_ordinals_read_back(place: int) -> None:
    read = numeral(ordinal(place, in_words=True), 0)
    assert read is not None
    assert (read.value, read.form) == (place, "ordinal")


@given(st.integers(1, 19), st.integers(2, 20))
def test_fractions_in_words_read_back(top: int, bottom: int) -> None:
    words = fraction(Fraction(top, bottom))
    read = numeral(words, 0) if words else None
    assert words is None or (read is not None and read.value == Fraction(top, bottom))


@given(st.integers(1, 10**18))
def test_step_divides_the_figure_and_no_larger_power_does(value: int) -> None:
    step = round_step(value)
    assert value % step == 0
    assert value % (10 * step) != 0
