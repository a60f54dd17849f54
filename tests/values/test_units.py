"""Units, currencies and exact conversion; pint is the oracle for sizes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.errors import DimensionClashError, MissingRateError
from factlint.values import Quantity, Rate, convert
from factlint.values.units import MONEY, PHRASES, UNIT_BY_CODE

PINT = {
    "mi": "mile", "nmi": "nautical_mile", "ft": "foot", "in": "inch", "yd": "yard", "km": "kilometer", "ly": "light_year",
    "ha": "hectare", "mi2": "mile**2", "ft2": "foot**2", "km2": "kilometer**2", "yd2": "yard**2", "in2": "inch**2",
    "gal": "gallon", "galuk": "imperial_gallon", "qt": "quart", "cup": "cup", "floz": "fluid_ounce", "tbsp": "tablespoon",
    "tsp": "teaspoon", "bbl": "oil_barrel", "l": "liter", "ft3": "foot**3", "mi3": "mile**3", "km3": "kilometer**3",
    "pt": "imperial_pint", "lb": "pound", "oz": "ounce", "st": "stone", "ston": "short_ton", "lton": "long_ton",
    "t": "metric_ton", "ozt": "troy_ounce", "ct": "carat", "mph": "mile/hour", "km/h": "kilometer/hour", "kn": "knot",
    "hour": "hour", "day": "day", "week": "week", "year": "year", "month": "month", "kWh": "kilowatt_hour",
    "kcal": "kilocalorie", "hp": "horsepower", "bar": "bar", "hPa": "hectopascal", "rad": "radian", "B": "byte",
}  # fmt: skip
BASE = {
    "length": "meter", "area": "meter**2", "volume": "meter**3", "mass": "kilogram", "speed": "meter/second",
    "time": "second", "energy": "joule", "power": "watt", "pressure": "pascal", "angle": "degree", "data": "bit",
}  # fmt: skip
FRACTIONS = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=1000)


def quantity(value: object, unit: str, role: str = "") -> Quantity:
    return Quantity(Fraction(value), Fraction(value), unit=unit, role=role)


@pytest.fixture(scope="module")
def registry():
    return pytest.importorskip("pint").UnitRegistry()


@pytest.mark.parametrize("code", sorted(PINT))
def test_sizes_agree_with_pint(registry, code: str) -> None:
    known = UNIT_BY_CODE[code]
    oracle = registry.Quantity(1, PINT[code]).to(BASE[known.dimension]).magnitude
    assert float(known.size) == pytest.approx(oracle, rel=1e-9)


def test_there_are_enough_units_and_currencies() -> None:
    money = [known for known in UNIT_BY_CODE.values() if known.dimension == MONEY]
    assert len(money) >= 20
    assert len(UNIT_BY_CODE) - len(money) >= 40


DIMENSIONS = sorted({known.dimension for known in UNIT_BY_CODE.values()} - {MONEY})


@given(FRACTIONS, st.data())
@settings(max_examples=200)
def test_conversion_there_and_back_is_exact(value: Fraction, data: st.DataObject) -> None:
    dimension = data.draw(st.sampled_from(DIMENSIONS))
    codes = sorted(code for code, known in UNIT_BY_CODE.items() if known.dimension == dimension)
    here, there = data.draw(st.sampled_from(codes)), data.draw(st.sampled_from(codes))
    role = data.draw(st.sampled_from(["", "by"]))
    start = quantity(value, here, role)
    assert convert(convert(start, there), here) == start


@pytest.mark.parametrize(
    ("value", "unit", "to", "result"),
    [
        (1, "mi", "km", "1.609344"),
        (1, "km2", "ha", "100"),
        (100, "°C", "°F", "212"),
        (-40, "°F", "°C", "-40"),
        (0, "°C", "K", "273.15"),
        (25, "bp", "pp", "0.25"),
        (1, "week", "day", "7"),
        ("1/5", "", "%", "20"),
        (20, "%", "", "1/5"),
    ],
)
def test_convert(value: object, unit: str, to: str, result: str) -> None:
    assert convert(quantity(value, unit), to).low == Fraction(result)


def test_a_temperature_difference_has_no_offset() -> None:
    assert convert(quantity(10, "°C", role="by"), "°F").low == 18


def test_open_sides_stay_open_and_the_step_is_scaled() -> None:
    found = convert(Quantity(Fraction(5), None, unit="km", step=Fraction(1)), "m")
    assert (found.low, found.high, found.step) == (5000, None, 1000)


@pytest.mark.parametrize(
    ("unit", "to"), [("km", "kg"), ("%", "pp"), ("", "km"), ("km", ""), ("x", "%"), ("USD", "km")]
)
def test_different_dimensions_clash_by_name(unit: str, to: str) -> None:
    with pytest.raises(DimensionClashError, match="can't be compared"):
        convert(quantity(5, unit), to)


def test_a_count_is_no_share() -> None:
    with pytest.raises(DimensionClashError):
        convert(quantity(500, ""), "%")


def test_currencies_convert_only_at_a_declared_rate() -> None:
    rate = Rate("EUR", "USD", Fraction("1.0842"), date(2024, 3, 1))
    assert convert(quantity(100, "EUR"), "USD", [rate]).low == Fraction("108.42")
    assert convert(quantity("108.42", "USD"), "EUR", [rate]).low == 100
    with pytest.raises(MissingRateError, match="from GBP to USD"):
        convert(quantity(100, "GBP"), "USD", [rate])


def test_every_phrase_names_a_known_unit() -> None:
    assert all(phrase.code in UNIT_BY_CODE for phrases in PHRASES.values() for phrase in phrases)
