from __future__ import annotations

from fractions import Fraction

import pytest

from factlint.values import Quantity
from factlint.values.declared import in_declared_unit


@pytest.mark.parametrize(
    ("words", "size", "unit"),
    [
        ("km2", 1, "km2"), ("sq km", 1, "km2"), ("%", 1, "%"), ("per cent", 1, "%"), ("t", 1, "t"), ("m", 1, "m"),
        ("EUR", 1, "EUR"), ("euros", 1, "EUR"), ("million euros", 10**6, "EUR"), ("EUR million", 10**6, "EUR"),
        ("Mio. EUR", 10**6, "EUR"), ("MIO_EUR", 10**6, "EUR"), ("billions of dollars", 10**9, "USD"),
        ("thousand", 1000, ""), ("thousands", 1000, ""), ("million tonnes", 10**6, "t"), ("bn USD", 10**9, "USD"),
        ("wugs", 1, "wugs"), ("thousand wugs", 1000, "wugs"), ("dozen", 12, ""), ("thousand people", 1000, ""),
    ],
)  # fmt: skip
def test_a_declared_unit_may_be_in_words_and_in_millions(words, size, unit):
    found = in_declared_unit(Quantity(Fraction(3, 2), None, step=Fraction(1, 10)), words)
    assert (found.low, found.high, found.step, found.unit) == (
        Fraction(3, 2) * size,
        None,
        Fraction(size, 10),
        unit,
    )
