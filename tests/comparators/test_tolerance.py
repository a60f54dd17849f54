from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from factlint.comparators import Tolerance
from factlint.comparators.base import exact, printed


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("10%", Fraction(1, 10)),
        ("2.5 %", Fraction(1, 40)),
        ("0.1", Fraction(1, 10)),
        ("1/3", Fraction(1, 3)),
        (1, Fraction(1)),
        (0.1, Fraction(1, 10)),
    ],
)
def test_bands_are_read_exactly(written: object, number: Fraction) -> None:
    assert Tolerance(about=written).about == number


@pytest.mark.parametrize("written", ["ten", "", "-1%", "1e400", "nan", "1/0", True, "1001%"])
def test_what_is_no_band_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        Tolerance(about=written)


def test_unknown_bands_are_refused() -> None:
    with pytest.raises(ValidationError, match="abuot"):
        Tolerance.model_validate({"abuot": "10%"})


@given(st.fractions(min_value=0, max_value=10, max_denominator=10**6))
def test_writing_and_reading_a_number_gives_it_again(number: Fraction) -> None:
    assert exact(printed(number)) == number
    tolerance = Tolerance(absolute=number)
    assert Tolerance.model_validate_json(tolerance.model_dump_json()) == tolerance


def test_the_nearer_tolerance_wins_where_it_sets_a_band() -> None:
    project, claim = Tolerance(about="5%", nearly="3%"), Tolerance(about="20%")
    refined = project.refined(claim)
    assert (refined.about, refined.nearly) == (Fraction(1, 5), Fraction(3, 100))
    assert project.refined(None) == project
    assert project.refined(Tolerance(about="10%")).about == Fraction(1, 10)


def test_every_band_is_described_in_the_schema() -> None:
    class Holder(BaseModel):
        tolerance: Tolerance = Tolerance()

    fields = Holder.model_json_schema()["$defs"]["Tolerance"]["properties"]
    assert all(field.get("description") for field in fields.values())
