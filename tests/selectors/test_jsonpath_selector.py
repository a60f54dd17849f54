from __future__ import annotations

from datetime import date

import pytest

from factlint.errors import NoMatchError, NotAValueError, SeveralMatchesError, TooDeepError

SERIES = """{"updated": "2025-09-01", "rows": [
  {"date": "2025-01-01", "value": "1,200", "by": {"north": 5}},
  {"date": "2025-02-01", "value": null, "by": {"north": 7}},
  {"date": "2025-03-01", "value": 1300.50, "by": {"north": 9}}]}"""


def test_one_value(doc, sel):
    found = sel(kind="jsonpath", path="$.rows[2].value").select(doc(SERIES), None)
    assert (found.text, found.locator) == ("1300.50", "$['rows'][2]['value']")
    assert found.context == "date: 2025-03-01; value: 1300.50"


def test_a_series_by_the_date_beside_each_value(doc, sel):
    series = sel(kind="jsonpath", path="$.rows[*].value", date="$.date")
    assert series.dated
    assert series.select(doc(SERIES), date(2025, 2, 28)).text == "1,200"
    assert series.select(doc(SERIES), None).as_of == "2025-03-01"


def test_the_date_may_stand_further_out(doc, sel):
    series = sel(kind="jsonpath", path="$.rows[*].by.north", date="$.date")
    assert series.select(doc(SERIES), date(2025, 2, 28)).text == "7"


def test_a_value_without_a_date(doc, sel):
    with pytest.raises(NoMatchError, match="no one date at"):
        sel(kind="jsonpath", path="$.rows[*].value", date="$.day").select(doc(SERIES), None)


def test_many_reads_matches_or_the_members_of_one_array(doc, sel):
    body = '{"names": ["Ash", "Birch"]}'
    for path in ("$.names", "$.names[*]"):
        found = sel(kind="jsonpath", path=path, many=True).select(doc(body), None)
        assert [item.text for item in found.items] == ["Ash", "Birch"]


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("$.rows[*].date", SeveralMatchesError, "finds 3 values"),
        ("$.rowz[0].value", NoMatchError, "did you mean 'rows'"),
        ("$.rows[0].by", NotAValueError, "an object, not a value .it has 'north'"),
        ("$.rows", NotAValueError, "an array, not a value .it has 3 members"),
    ],
)
def test_none_several_or_a_container(doc, sel, path, error, message):
    with pytest.raises(error, match=message):
        sel(kind="jsonpath", path=path).select(doc(SERIES), None)


@pytest.mark.parametrize("field", ["path", "date"])
def test_a_bad_path_is_refused_with_its_place(sel, field):
    with pytest.raises(ValueError, match=r"no JSONPath.*column \d"):
        sel(kind="jsonpath", **{"path": "$.a", field: "$.rows[?"})


def test_filters_with_patterns_run_on_re2(doc, sel):
    body = '{"rows": [{"name": "%s!", "n": 1}, {"name": "Norland", "n": 2}]}' % ("a" * 40)
    hostile = sel(kind="jsonpath", path="$.rows[?match(@.name, '(a|a|aa)*b|Nor.*')].n")
    assert hostile.select(doc(body), None).text == "2"
    searched = sel(kind="jsonpath", path="$.rows[?search(@.name, 'land')].n")
    assert searched.select(doc(body), None).text == "2"


def test_descending_into_a_deep_document(doc, sel):
    body = '{"a":' * 99 + "1" + "}" * 99
    found = sel(kind="jsonpath", path="$..b")
    with pytest.raises((NoMatchError, TooDeepError)):
        found.select(doc(body), None)


@pytest.mark.parametrize(
    "path",
    [
        "$..[?count($..*) > 0]",
        "$.rows[?@..n]",
        "$.rows[?count($.rows[*]) > 1]",
        "$.rows[?count(@[?count($.rows[*]) > 1]) > 1]",
        "$..*..*..*",
        "$" + "[*,*]" * 7,
        "$" + ".a" * 600,
    ],
)
def test_paths_whose_cost_explodes_are_refused(sel, path):
    with pytest.raises(ValueError, match=r"a filter may use|at most"):
        sel(kind="jsonpath", path=path)


@pytest.mark.parametrize(
    "path", ["$..n", "$.rows[?@.day == $.newest].n", "$.rows[?@.parts[?@.n > 1]].n", "$['a','b']"]
)
def test_plain_paths_are_allowed(sel, path):
    assert sel(kind="jsonpath", path=path).path == path
