"""News phrases and the quantities in them, from a table."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from factlint.values import Context, Quantity, Sense, scan

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "quantities.yaml").read_text(encoding="utf-8"))
CONTEXT = Context(reference=date(2025, 8, 28), date_order="dmy")
PHRASES = [(domain, *case) for domain, cases in CASES.items() for case in cases]


def figure(printed: str) -> Fraction | None:
    return Fraction(printed) if printed else None


def told(quantity: Quantity) -> list[str]:
    said = [str(quantity.sense)] if quantity.sense is not Sense.POINT else []
    age = "age" if quantity.counted.measure == "age" else ""
    rank = quantity.qualifier if quantity.unit == "ordinal" else ""
    negated = "not" if quantity.negated else ""
    return said + [word for word in (quantity.role, quantity.direction, negated, age, rank) if word]


def expected(line: str) -> tuple[str, Fraction | None, Fraction | None, list[str]]:
    span, _, rest = line.rpartition(" = ")
    figures, *words = rest.split()
    low, dots, high = figures.partition("..")
    return span, figure(low), figure(high if dots else low), words


@pytest.mark.parametrize("case", PHRASES, ids=lambda case: case[1][:60])
def test_phrase(case: list[str]) -> None:
    _, phrase, *lines = case
    found = [
        (
            phrase[item.start : item.end],
            item.value.low,
            item.value.high,
            [*filter(None, [item.value.unit]), *told(item.value)],
        )
        for item in scan(phrase, CONTEXT)
        if isinstance(item.value, Quantity)
    ]
    assert found == [expected(line) for line in lines]


def test_the_table_is_large_and_has_negatives() -> None:
    assert len(PHRASES) >= 220
    assert sum(len(case) == 2 for case in PHRASES) >= 60


def one(text: str, context: Context = CONTEXT) -> Quantity:
    (item,) = (item for item in scan(text, context) if isinstance(item.value, Quantity))
    assert isinstance(item.value, Quantity)
    return item.value


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("13,883 men", "1"),
        ("250,000 men", "10000"),
        ("2.4 million men", "100000"),
        ("2.40 million men", "10000"),
        ("2.40 kg", "1/100"),
        ("250 million men", "10000000"),
        ("two hundred men", "100"),
        ("two hundred and six men", "1"),
        ("half a million men", "50000"),
        ("0 men", "1"),
        ("$5-10 million", "1000000"),
        ("12.5%", "1/10"),
        ("34 cents", "1/100"),
    ],
)
def test_step_is_the_last_printed_place(text: str, step: str) -> None:
    assert one(text).step == Fraction(step)


@pytest.mark.parametrize(
    ("text", "sense", "words"),
    [
        ("around 5 men", Sense.APPROXIMATE, "around"),
        ("at least about 5 men", Sense.AT_LEAST, "at least about"),
        ("just under 5 men", Sense.NEARLY, "just under"),
        ("well over 5 men", Sense.MORE_THAN, "well over"),
        ("Fewer than 5 men", Sense.LESS_THAN, "fewer than"),
        ("no more than 5 men", Sense.AT_MOST, "no more than"),
        ("only 5 men", Sense.POINT, "only"),
        ("exactly 5 men", Sense.POINT, "exactly"),
        ("5 or more men", Sense.AT_LEAST, "or more"),
        ("between 5 and 6 men", Sense.RANGE, "between"),
    ],
)
def test_qualifier_keeps_its_sense_and_words(text: str, sense: Sense, words: str) -> None:
    found = one(text)
    assert (found.sense, found.qualifier) == (sense, words)


def test_ranks_are_bounded_and_counted_from_the_end() -> None:
    joined = one("it came higher than the tenth but lower than the fifteenth.")
    assert (joined.low, joined.high, joined.sense) == (10, 15, Sense.RANGE)
    assert one("the next to last").low == -2


def test_a_zero_and_a_share_name_what_they_count() -> None:
    zero = one("There were no civilian deaths on Monday.")
    assert (zero.low, zero.counted.measure, zero.counted.head) == (0, "killed", "civilian")
    assert one("One woman in three agreed.").counted.head == "woman"


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("3.350 Euro", "de", "3350"),
        ("3,35 Euro", "de", "3.35"),
        ("1.234.567,8 Euro", "de", "1234567.8"),
        ("3 350,5 euros", "fr", "3350.5"),
        ("3\u202f350 euros", "fr", "3350"),
        ("3.350 euros", "en", "3.35"),
        ("3\u2009350\u2009000 euros", "", "3350000"),
        ("3,350 euros", "", "3350"),
    ],
)
def test_separators_follow_the_declared_locale(text: str, locale: str, value: str) -> None:
    assert one(text, Context(locale=locale)).low == Fraction(value)


def test_m_is_million_or_metre_by_context() -> None:
    assert one("5m people").low == 5_000_000
    assert one("£5m").low == 5_000_000
    assert (one("a 5m wave").low, one("a 5m wave").unit) == (5, "m")


def test_a_year_is_not_a_count_but_a_qualified_figure_is() -> None:
    assert not [item for item in scan("2010", CONTEXT) if isinstance(item.value, Quantity)]
    assert one("more than 2010 people").low == 2010


def test_long_digit_runs_and_huge_powers_are_no_numbers() -> None:
    for text in ("9" * 5000, "9^999999", "1e99999", "2^999", "1.1^-999"):
        assert all(item.value.low < 10**40 for item in scan(text) if isinstance(item.value, Quantity))


@pytest.mark.parametrize(
    ("text", "locale", "told"),
    [
        ("Rund 2,1 Millionen Menschen", "de", ("2100000", "", Sense.APPROXIMATE)),
        ("über 3,5 Mrd. Euro", "de", ("3500000000", "EUR", Sense.MORE_THAN)),
        ("1 Billion Euro", "de", ("1000000000000", "EUR", Sense.POINT)),
        ("1 billion euros", "en", ("1000000000", "EUR", Sense.POINT)),
        ("knapp 12.000 Häuser", "de", ("12000", "", Sense.NEARLY)),
        ("mindestens 45,3 Prozent", "de", ("453/10", "%", Sense.AT_LEAST)),
        ("1,5 Billionen", "de", ("1500000000000", "", Sense.POINT)),
        ("près de 3\u202fmilliards d’euros", "fr", ("3000000000", "EUR", Sense.NEARLY)),
        ("plus de 12\u202f000 personnes", "fr", ("12000", "", Sense.MORE_THAN)),
        ("environ 45,3 pour cent", "fr", ("453/10", "%", Sense.APPROXIMATE)),
        ("au moins 3,5 kilomètres", "fr", ("7/2", "km", Sense.AT_LEAST)),
    ],
)
def test_scales_units_and_bounds_of_german_and_french(text, locale, told) -> None:
    value = one(text, Context(locale=locale))
    assert (value.low, value.unit, value.sense) == (Fraction(told[0]), *told[1:])
