from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.documents.area import area_km2
from factlint.documents.datasets import _unravel
from factlint.documents.periods import edtf_of
from factlint.errors import NoMatchError, SeveralMatchesError, UnparseableError

JSON_STAT = {
    "version": "2.0",
    "class": "dataset",
    "id": ["geo", "time"],
    "size": [2, 3],
    "dimension": {
        "geo": {"category": {"index": {"NO": 0, "SU": 1}, "label": {"NO": "Norland", "SU": "Sudland"}}},
        "time": {"category": {"index": ["2023", "2024", "2025"]}},
    },
    "value": {"0": 1.50, "1": 2.5, "3": 7, "5": 9},
}
STRUCTURE = {
    "dimensions": {
        "series": [
            {"id": "FREQ", "values": [{"id": "Q"}]},
            {"id": "GEO", "values": [{"id": "NO", "name": "Norland"}]},
        ],
        "observation": [{"id": "TIME_PERIOD", "values": [{"id": "2024-Q4"}, {"id": "2025-Q1"}]}],
    }
}
SETS = [{"series": {"0:0": {"observations": {"0": [10.50, 0], "1": [11, None]}}}}]
FLAT = {
    "data": {
        "structures": [
            {
                "dimensions": {
                    "dataSet": [],
                    "series": [],
                    "observation": [
                        {"id": "GEO", "values": [{"id": "NO", "name": {"en": "Norland"}}, {"id": "SU"}]},
                        {"id": "TIME_PERIOD", "values": [{"id": "2024"}, {"id": "2025"}]},
                    ],
                }
            }
        ],
        "dataSets": [{"structure": 0, "observations": {"0:0": [1], "0:1": [2], "1:1": [3]}}],
    }
}
SDMX_CSV = (
    "DATAFLOW,FREQ,GEO,TIME_PERIOD,OBS_VALUE\nX,M,NO,2025-01,4.10\nX,M,NO,2025-02,4.20\nX,M,SU,2025-01,5\n"
)


@pytest.mark.parametrize(
    ("body", "where", "at", "text", "as_of"),
    [
        (JSON_STAT, {"geo": "NO"}, date(2024, 6, 1), "1.5", "2023"),
        (JSON_STAT, {"geo.label": "Norland"}, None, "2.5", "2024"),
        (JSON_STAT, {"geo": "SU"}, date(2024, 12, 31), "7", "2023"),
        ({"structure": STRUCTURE, "dataSets": SETS}, {"GEO": "NO"}, date(2025, 3, 1), "10.5", "2024-36"),
        (
            {"data": {"structures": [STRUCTURE], "dataSets": SETS}},
            {"GEO.label": "Norland"},
            None,
            "11",
            "2025-33",
        ),
        (FLAT, {"GEO": "NO"}, None, "2", "2025"),
        (FLAT, {"GEO.label": "Norland"}, date(2024, 12, 31), "1", "2024"),
    ],
)
def test_an_observation_once_its_period_is_over(doc, sel, body, where, at, text, as_of):
    found = sel(kind="observations", where=where).select(doc(json.dumps(body), "application/json"), at)
    assert (found.text, found.as_of) == (text, as_of)


def test_sdmx_csv(doc, sel):
    found = sel(kind="observations", where={"GEO": "NO"}).select(doc(SDMX_CSV, "text/csv"), date(2025, 2, 1))
    assert (found.text, found.as_of, found.locator) == ("4.10", "2025-01", "line 2, column value")
    early = sel(kind="observations", where={"GEO": "NO"}, counts_from="start")
    assert early.select(doc(SDMX_CSV, "text/csv"), date(2025, 2, 1)).text == "4.20"


def test_several_series_are_never_picked_from(doc, sel):
    with pytest.raises(SeveralMatchesError, match="2 values of 2025-01"):
        sel(kind="observations").select(doc(SDMX_CSV, "text/csv"), date(2025, 2, 1))
    with pytest.raises(NoMatchError, match="there are 'NO', 'SU'"):
        sel(kind="observations", where={"GEO": "N0"}).select(doc(SDMX_CSV, "text/csv"), None)


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ('{"a": 1}', ""),
        ("[1]", ""),
        (json.dumps({**JSON_STAT, "size": [2, 2]}), ""),
        (json.dumps({**JSON_STAT, "value": {"6": 1}}), ""),
        ("a,b\n1,2\n", "text/csv"),
    ],
)
def test_what_is_no_dataset(doc, sel, body, media_type):
    with pytest.raises(UnparseableError, match="is no"):
        sel(kind="observations").select(doc(body, media_type), None)


@pytest.mark.parametrize(
    ("period", "edtf"),
    [
        ("2024", "2024"),
        ("2024-A1", "2024"),
        ("2024-Q3", "2024-35"),
        ("2024Q3", "2024-35"),
        ("2024-S2", "2024-41"),
        ("2024M05", "2024-05"),
        ("2024-05", "2024-05"),
        ("2024-05-31", "2024-05-31"),
        ("2024-W01", "2024-01-01/2024-01-07"),
        ("2024-D060", "2024-02-29"),
        ("2024-W60", "2024-W60"),
        ("31 July 2025", "31 July 2025"),
    ],
)
def test_statistical_periods_as_edtf(period, edtf):
    assert edtf_of(period) == edtf


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.data())
@settings(max_examples=40)
def test_positions_unravel_in_row_major_order(sizes, data):
    places = [data.draw(st.integers(0, size - 1)) for size in sizes]
    position = 0
    for place, size in zip(places, sizes, strict=True):
        position = position * size + place
    assert _unravel(position, sizes) == places


def square(west, south, east, north):
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_the_whole_ellipsoid():
    octant = square(0, 0, 90, 90)
    assert 8 * area_km2(octant) == pytest.approx(510_065_621.724, abs=0.01)  # WGS 84


def test_a_degree_at_the_equator():
    assert area_km2(square(0, 0, 1, 1)) == pytest.approx(12_308.463, abs=0.01)


def test_holes_winding_parts_and_the_antimeridian():
    outer, hole = square(0, 0, 4, 4)["coordinates"][0], square(1, 1, 2, 2)["coordinates"][0]
    whole = area_km2({"type": "Polygon", "coordinates": [outer]})
    assert area_km2({"type": "Polygon", "coordinates": [outer, hole]}) == pytest.approx(
        whole - area_km2(square(1, 1, 2, 2))
    )
    assert area_km2({"type": "Polygon", "coordinates": [outer[::-1]]}) == pytest.approx(whole)
    assert area_km2({"type": "MultiPolygon", "coordinates": [[outer], [hole]]}) > whole
    assert area_km2(square(179.5, 50, -179.5, 51)) == pytest.approx(area_km2(square(10, 50, 11, 51)))
    assert area_km2({"type": "Point", "coordinates": [0, 0]}) == 0


@given(st.floats(-170, 160), st.floats(-80, 70), st.floats(0.1, 9), st.floats(0.1, 9))
@settings(max_examples=40)
def test_areas_add_up(west, south, wide, high):
    east, north, middle = west + wide, south + high, west + wide / 3
    parts = area_km2(square(west, south, middle, north)) + area_km2(square(middle, south, east, north))
    assert parts == pytest.approx(area_km2(square(west, south, east, north)))


def collection(*features):
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": properties, "geometry": geometry}
                for properties, geometry in features
            ],
        }
    )


AREAS = collection(
    ({"status": "held", "name": "east"}, square(0, 0, 1, 1)),
    ({"status": "held", "name": "west"}, square(2, 0, 3, 1)),
    ({"status": "free", "name": "north"}, square(0, 2, 1, 3)),
    ({"status": "unknown", "name": "sea"}, None),
)


def test_area_of_one_feature_or_the_sum_of_several(doc, sel):
    areas = doc(AREAS, "application/geo+json")
    assert sel(kind="area", where={"name": "east"}).select(areas, None).text == "12308.46 km2"
    assert sel(kind="area", where={"status": "held"}, sum=True).select(areas, None).text == "24616.93 km2"


@pytest.mark.parametrize(
    ("where", "error", "message"),
    [
        ({"status": "held"}, SeveralMatchesError, "2 features: 'status: held; name: east'"),
        ({"status": "hold"}, NoMatchError, "did you mean 'held'"),
    ],
)
def test_area_finds_none_or_several(doc, sel, where, error, message):
    with pytest.raises(error, match=message):
        sel(kind="area", where=where).select(doc(AREAS), None)


@pytest.mark.parametrize(
    "body",
    [
        '{"rows": []}',
        "[1]",
        collection(({"name": "x"}, {"type": "Sphere"})),
        collection(({"name": "x"}, {"type": "Polygon", "coordinates": [[["a", 1], [2, 3]]]})),
        collection(({"name": "x"}, square(0, 80, 1, 100))),
    ],
)
def test_what_is_no_geojson(doc, sel, body):
    with pytest.raises(UnparseableError):
        sel(kind="area", where={}).select(doc(body), None)


LEVELS = ("observation", "series", "dimensionGroup", "dataSet")


@pytest.mark.parametrize("level", LEVELS)
def test_an_sdmx_figure_in_millions_is_written_out(doc, sel, level):
    power = {"id": "UNIT_MULT", "values": [{"id": "0"}, {"id": "6", "name": "Millions"}]}
    series = {
        "attributes": [1] if level == "series" else [],
        "observations": {"0": [10.5, *([1] if level == "observation" else [])]},
    }
    found = {
        "series": {"0:0": series},
        "attributes": [1] if level == "dataSet" else [],
        "dimensionGroupAttributes": {":0:": [1], "1::": [0]} if level == "dimensionGroup" else {},
    }
    structure = {**STRUCTURE, "attributes": {level: [power]}}
    body = json.dumps({"data": {"structures": [structure], "dataSets": [found]}})
    assert sel(kind="observations").select(doc(body, "application/json"), None).text == "10500000"


@pytest.mark.parametrize(
    ("value", "power", "text"),
    [("29184.89", "6", "29184890000"), ("5", "6: Millions", "5000000"), ("5", "0", "5"), ("5", "", "5"),
     ("1234", "-2", "12.34"), ("n/a", "6", "n/a")],
)  # fmt: skip
def test_an_sdmx_csv_figure_times_its_power(doc, sel, value, power, text):
    body = f"GEO,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nNO,2024,{value},{power}\n"
    assert sel(kind="observations").select(doc(body, "text/csv"), None).text == text


@pytest.mark.parametrize("total", [True, False])
@pytest.mark.parametrize("geometry", [None, {"type": "Point", "coordinates": [0, 0]}])
def test_a_place_without_a_shape_is_no_area_of_zero(doc, sel, geometry, total):
    places = doc(collection(({"name": "sea"}, geometry)))
    with pytest.raises(NoMatchError, match=r"no area.*'name: sea'"):
        sel(kind="area", sum=total).select(places, None)


def test_a_sum_of_areas_says_how_many_have_one(doc, sel):
    found = sel(kind="area", sum=True).select(doc(AREAS), None)
    assert found.locator == "area of 3 of 4 features"
    one = sel(kind="area", where={"name": "east"}, sum=True).select(doc(AREAS), None)
    assert one.locator == "area of 1 feature"


def test_a_bare_geometry_has_an_area(doc, sel):
    assert sel(kind="area").select(doc(json.dumps(square(0, 0, 1, 1))), None).text == "12308.46 km2"


def test_a_ring_that_is_left_open_is_no_geojson(doc, sel):
    ring = square(0, 0, 1, 1)["coordinates"][0][:-1]
    with pytest.raises(UnparseableError, match="isn't closed"):
        sel(kind="area").select(doc(collection(({}, {"type": "Polygon", "coordinates": [ring]}))), None)


def test_a_missing_sdmx_observation_is_none(doc, sel):
    body = "GEO,TIME_PERIOD,OBS_VALUE\nNO,2023,5\nNO,2024,NaN\n"
    assert sel(kind="observations").select(doc(body, "text/csv"), None).as_of == "2023"
