"""Values computed from several located ones, with exact interval arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.checking.derive import derive
from factlint.errors import DerivationError
from factlint.project.references import Derivation
from factlint.values import Quantity, read


def computed(expression, unit="", **values):
    parts = {name: {"source": "s"} for name in values}
    derivation = Derivation(expression=expression, unit=unit, values=parts)
    return derive(derivation, {name: read(text, like="quantity") for name, text in values.items()})


def test_a_share_of_two_areas_in_per_cent():
    quantity, words = computed("held / total", "%", held="114,703 km2", total="603,628 km2")
    assert quantity.unit == "%"
    assert quantity.low == Fraction(114703 * 100, 603628)
    assert words == "held / total = 19 %"


def test_an_interval_stays_an_interval():
    quantity, words = computed("total - known", total="100 to 120", known="30")
    assert (quantity.low, quantity.high) == (70, 90)
    assert words.endswith("= 70 to 90")


@pytest.mark.parametrize(
    ("expression", "values"),
    [
        ("a / b", {"a": "1", "b": "0"}),
        ("a", {"a": "more than 5"}),
    ],
)
def test_what_can_not_be_computed_is_one_named_error(expression, values):
    with pytest.raises(DerivationError):
        computed(expression, **values)


whole = st.integers(-1000, 1000)
spans = st.tuples(whole, whole).map(sorted)


@given(spans, spans, st.sampled_from("+-*"), st.data())
def test_every_value_of_the_parts_gives_a_value_of_the_result(left, right, sign, data):
    def quantity(span):
        return Quantity(Fraction(span[0]), Fraction(span[1]))

    parts = {"a": {"source": "s"}, "b": {"source": "s"}}
    derivation = Derivation(expression=f"a {sign} b", values=parts)
    result, _ = derive(derivation, {"a": quantity(left), "b": quantity(right)})
    a, b = data.draw(st.integers(*left)), data.draw(st.integers(*right))
    one = {"+": a + b, "-": a - b, "*": a * b}[sign]
    assert result.low <= one <= result.high
