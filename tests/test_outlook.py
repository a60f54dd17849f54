"""How far a reference may move, when it will be there, and what breaks first."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidences import evidence, result
from factlint.checking.run import summarise
from factlint.outlook import outlook, theil_sen
from factlint.results import PointView, Report, ValueView, Verdict


def series(*figures, start=date(2025, 1, 1), step=30):
    days = [start + timedelta(days=step * n) for n in range(len(figures))]
    return tuple(
        PointView(date=day.isoformat(), text=str(figure), low=str(figure), high=str(figure))
        for day, figure in zip(days, figures, strict=True)
    )


def claim(name, found, accepts, unit="", claimed_unit=None, points=(), **more):
    low, high = found if isinstance(found, tuple) else (found, found)
    view = ValueView(text=f"{low} {unit}", low=low, high=high, unit=unit)
    claimed = ValueView(text="x", unit=unit if claimed_unit is None else claimed_unit)
    one = evidence(found=view, claimed=claimed, accepts=accepts, series=points)
    return result(id=name, evidence=(one,), **more)


def margins(*claims):
    report = Report(
        tool="t", generated="", profile="p", articles=(), summary=summarise(claims), claims=claims
    )
    return outlook(report)


def test_room_either_way_in_the_claims_unit():
    [margin] = margins(claim("a", "1.24", ("1235", "1245"), "km", "m"))
    assert (margin.fall, margin.rise, margin.unit) == (5, 5, "m")
    assert margin.share == Fraction(5, 1240)


@pytest.mark.parametrize(
    ("found", "accepts", "fall", "rise"),
    [
        ("40", ("10", None), 30, None),
        ("8", (None, "10"), None, 2),
        (("60", "100"), ("57", "105"), 3, 5),
        ((None, "9"), ("5", "10"), None, 1),
    ],
)
def test_bounds_and_ranges(found, accepts, fall, rise):
    [margin] = margins(claim("a", found, accepts))
    assert (margin.fall, margin.rise) == (fall, rise)


@pytest.mark.parametrize(
    "one",
    [
        claim("a", "1", ("0", "2"), verdict=Verdict.REFUTED),
        claim("a", "5", ("0", "2")),
        claim("a", "1", None),
        claim("a", "1", ("0", "2"), "kg", "m"),
        claim("a", (None, None), ("0", "2")),
    ],
)
def test_what_has_no_margin(one):
    assert margins(one) == []


def test_a_series_breaks_on_the_first_day_past_the_band():
    [margin] = margins(claim("a", "100", ("90", "120"), points=series(100, 103, 106, 109)))
    assert margin.pace == Fraction(1, 10)
    newest = date(2025, 1, 1) + timedelta(days=90)
    assert margin.breaks == newest + timedelta(days=111)  # at 120 on day 110, still inside


def test_a_falling_series_breaks_below_and_a_series_moving_inward_does_not():
    [falling] = margins(claim("a", "100", ("97", None), points=series(100, 99, 98)))
    assert falling.breaks == date(2025, 1, 1) + timedelta(days=60 + 31)
    [rising] = margins(claim("a", "100", ("97", None), points=series(100, 101, 102)))
    assert rising.breaks is None
    assert rising.pace == Fraction(1, 30)


def test_what_has_left_the_band_tells_since_when():
    [margin] = margins(claim("a", "100", ("95", "105"), points=series(100, 110, 104, 107, 111)))
    assert margin.out_since == date(2025, 1, 1) + timedelta(days=90)
    assert margin.breaks is None


def test_a_few_wild_points_do_not_move_the_pace():
    points = [(date(2025, 1, 1) + timedelta(days=n), Fraction(2 * n)) for n in range(11)]
    points[3] = (points[3][0], Fraction(9999))
    points[7] = (points[7][0], Fraction(-500))
    assert theil_sen(points) == 2


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), min_size=3, max_size=8, unique=True),
    st.fractions(-100, 100),
    st.fractions(-100, 100),
)
def test_the_pace_of_a_straight_line_is_its_slope(days, slope, start):
    assert theil_sen([(day, start + slope * day.toordinal()) for day in sorted(days)]) == slope


def test_two_days_have_no_pace():
    assert theil_sen([(date(2025, 1, 1), Fraction(1)), (date(2025, 2, 1), Fraction(2))]) is None


def test_what_breaks_next_comes_first():
    ranked = margins(
        claim("wide", "100", ("50", "150")),
        claim("later", "100", ("0", "1000"), points=series(100, 101, 102)),
        claim("narrow", "100", ("99", "101")),
        claim("sooner", "100", ("0", "110"), points=series(100, 101, 102)),
        claim("out", "100", ("99", "101"), points=series(100, 105, 110)),
    )
    assert [margin.claim for margin in ranked] == ["out", "sooner", "later", "narrow", "wide"]


def test_the_command_ranks_and_says_when(project):
    rows = "".join(f"Northport,2025-0{n}-01,{2_070_000 + 20_000 * n}\n" for n in range(1, 7))
    project.write("claims/census.csv", f"city,day,people\n{rows}")
    out = project.run("outlook").out
    assert out.index("population (census): false from ") < out.index("bridge-length (bridges): ")
    assert "may fall by" in out
    assert project.run("outlook", "--most", "1").out.endswith("and 1 more\n")
