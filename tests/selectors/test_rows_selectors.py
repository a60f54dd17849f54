from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.documents import Document
from factlint.errors import (
    AmbiguousValueError,
    NoMatchError,
    NotAValueError,
    SeriesFallsError,
    SeveralMatchesError,
    UnparseableError,
    UnreadableValueError,
)
from factlint.selectors import KINDS, Point

LOSSES = """country,measure,low,high,bound,as_of,publisher,confidence
Norland,killed,"60,000","100,000",,2025-06-03,Institute,verified
Norland,killed,,"250,000",,2025-12,Institute,verified
Norland,hurt,"5,000",,,2025-01-01,Institute,second-hand
Norland,held,900,900,around,2025-01-01,Ministry,verified
Norland,lost,70,,more than,2025-01-01,Ministry,verified
"""

OFFICES = """office,name,from,to
premier,Ash,2010-01-01,2019-05-20
premier,Birch,2019-05-20,
speaker,Cedar,2012,2015
"""


def losses(sel, measure, **more):
    return sel(kind="csv", where={"country": "Norland", "measure": measure}, low="low", high="high", **more)


@pytest.mark.parametrize(
    ("measure", "words"),
    [("hurt", "at least 5,000"), ("held", "around 900"), ("lost", "more than 70")],
)
def test_low_high_and_bound_compose_the_words(doc, sel, measure, words):
    assert losses(sel, measure, bound="bound").select(doc(LOSSES, "text/csv"), None).text == words


def test_a_series_is_read_on_or_before_the_day_and_at_its_newest(doc, sel):
    killed = losses(sel, "killed", date="as_of")
    then = killed.select(doc(LOSSES, "text/csv"), date(2025, 8, 28))
    newest = killed.select(doc(LOSSES, "text/csv"), None)
    assert (then.text, then.as_of) == ("60,000 to 100,000", "2025-06-03")
    assert (newest.text, newest.as_of) == ("up to 250,000", "2025-12")
    assert then.series == (Point("2025-06-03", "60,000 to 100,000"), Point("2025-12", "up to 250,000"))
    assert killed.dated


def test_a_month_counts_from_its_first_day(doc, sel):
    killed = losses(sel, "killed", date="as_of")
    assert killed.select(doc(LOSSES, "text/csv"), date(2025, 12, 1)).as_of == "2025-12"
    assert killed.select(doc(LOSSES, "text/csv"), date(2025, 11, 30)).as_of == "2025-06-03"


def test_a_row_says_where_it_stands_and_comes_from(doc, sel):
    found = losses(sel, "hurt").select(doc(LOSSES, "text/csv"), None)
    assert found.locator == "line 4, columns low and high"
    assert (found.provenance.publisher, found.provenance.confidence) == ("Institute", "second-hand")
    assert found.as_of == "2025-01-01"
    assert "measure: hurt" in found.context


def test_nothing_before_the_first_row(doc, sel):
    with pytest.raises(NoMatchError, match=r"on or before 2024-01-01.*earliest is of 2025-06-03"):
        losses(sel, "killed", date="as_of").select(doc(LOSSES, "text/csv"), date(2024, 1, 1))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"where": {"country": "Norlnad"}, "column": "low"}, "country = 'Norlnad' .did you mean 'Norland'"),
        ({"where": {"cuntry": "Norland"}, "column": "low"}, "no column 'cuntry' .did you mean 'country'"),
        ({"where": {"measure": "hurt"}, "column": "hgh"}, "no column 'hgh' .did you mean 'high'"),
        ({"where": {"measure": "hurt"}, "column": "high"}, "no value in column high"),
    ],
)
def test_what_is_not_there_names_the_nearest(doc, sel, fields, message):
    with pytest.raises(NoMatchError, match=message):
        sel(kind="csv", **fields).select(doc(LOSSES, "text/csv"), None)


def test_several_rows_are_never_picked_from(doc, sel):
    with pytest.raises(SeveralMatchesError, match=r"2 values: '100,000 .line 2, column high.'"):
        sel(kind="csv", where={"measure": "killed"}, column="high").select(doc(LOSSES, "text/csv"), None)
    twice = "n,day\n1,2025-01-01\n2,2025-01-01\n"
    with pytest.raises(SeveralMatchesError, match=r"2 values of 2025-01-01: '1 .line 2"):
        sel(kind="csv", column="n", date="day").select(doc(twice, "text/csv"), None)


@pytest.mark.parametrize(
    ("at", "name"),
    [(date(2010, 1, 1), "Ash"), (date(2019, 5, 19), "Ash"), (date(2019, 5, 20), "Birch"), (None, "Birch")],
)
def test_the_holder_of_an_office_on_a_day(doc, sel, at, name):
    office = sel(kind="csv", where={"office": "premier"}, column="name", interval=["from", "to"])
    assert office.select(doc(OFFICES, "text/csv"), at).text == name


def test_an_interval_itself_is_read_as_edtf(doc, sel):
    office = sel(kind="csv", where={"name": "Birch"}, column="interval", interval=["from", "to"])
    assert office.select(doc(OFFICES, "text/csv"), None).text == "2019-05-20/.."


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (date(1980, 1, 1), "1990-01-01/1995-01-01"),  # still to come
        (date(1996, 1, 1), "1990-01-01/1995-01-01"),  # over
        (date(2010, 1, 1), "2000-01-01/2005-01-01"),
        (None, "2000-01-01/2005-01-01"),
    ],
)
def test_an_interval_itself_needn_t_hold_on_the_day(doc, sel, at, text):
    treaty = "from,to\n1990-01-01,1995-01-01\n2000-01-01,2005-01-01\n"
    found = sel(kind="csv", column="interval", interval=["from", "to"]).select(doc(treaty, "text/csv"), at)
    assert found.text == text


def test_an_end_known_as_a_year_is_covered_to_its_last_day(doc, sel):
    speaker = sel(kind="csv", where={"office": "speaker"}, column="name", interval=["from", "to"])
    assert speaker.select(doc(OFFICES, "text/csv"), date(2015, 12, 31)).text == "Cedar"
    with pytest.raises(NoMatchError, match=r"no row holds on 2016-01-01.*Cedar .2012/2015"):
        speaker.select(doc(OFFICES, "text/csv"), date(2016, 1, 1))


def test_members_are_those_of_the_day_or_after_the_last_change(doc, sel):
    members = "state,from,to\nA,1973-01-01,2020-02-01\nB,2004-05-01,\nC,2013-07-01,\n"
    union = sel(kind="csv", column="state", interval=["from", "to"], many=True)
    assert union.select(doc(members, "text/csv"), date(2010, 1, 1)).text == "A; B"
    newest = union.select(doc(members, "text/csv"), None)
    assert [item.text for item in newest.items] == ["B", "C"]


def test_many_with_a_date_reads_the_list_of_that_date(doc, sel):
    lists = "name,day\nA,2025-01-01\nB,2025-01-01\nC,2025-02-01\n"
    found = sel(kind="csv", column="name", date="day", many=True).select(
        doc(lists, "text/csv"), date(2025, 1, 15)
    )
    assert ([item.text for item in found.items], found.as_of) == (["A", "B"], "2025-01-01")


def test_cells_without_a_value_are_no_points(doc, sel):
    series = "day,n\n2025-01-01,5\n2025-02-01,.\n2025-03-01,\n"
    found = sel(kind="csv", column="n", date="day", missing=["."]).select(doc(series, "text/csv"), None)
    assert (found.text, len(found.series)) == ("5", 1)


def test_a_cumulative_series_may_not_fall_before_the_day(doc, sel):
    series = 'day,n\n2025-01-01,"1,000"\n2025-02-01,"1,200"\n2025-03-01,900\n'
    total = sel(kind="csv", column="n", date="day", cumulative=True)
    assert total.select(doc(series, "text/csv"), date(2025, 2, 15)).text == "1,200"
    with pytest.raises(SeriesFallsError, match=r"falls from '1,200' to '900' on 2025-03-01 .line 4"):
        total.select(doc(series, "text/csv"), None)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "give either 'column'"),
        ({"column": "n", "low": "m"}, "give either 'column'"),
        ({"column": "n", "date": "d", "interval": ["a", "b"]}, "either 'date' or 'interval'"),
        ({"column": "n", "cumulative": True}, "needs the 'date' column"),
    ],
)
def test_what_contradicts_itself_is_refused(sel, fields, message):
    with pytest.raises(ValueError, match=message):
        sel(kind="csv", **fields)


def test_records_of_a_json_document(doc, sel):
    body = '{"data": [{"country": {"id": "NO"}, "date": "2024", "value": 12.50}, {"country": {"id": "SE"}}]}'
    found = sel(kind="records", path="$.data", where={"country.id": "NO"}, column="value", date="date")
    passage = found.select(doc(body, "application/json"), None)
    assert (passage.text, passage.as_of, passage.locator) == ("12.50", "2024", "$['data'][0], column value")


def test_records_may_be_found_one_by_one(doc, sel):
    body = '[{"page": 1}, [{"n": 1, "ok": true}, {"n": 2, "ok": false}]]'
    found = sel(kind="records", path="$[1][?@.ok == true]", column="n").select(doc(body), None)
    assert found.text == "1"


@pytest.mark.parametrize(
    ("body", "error", "message"),
    [
        ('{"data": [1]}', NotAValueError, r"\$\['data'\]\[0\] is no object"),
        ('{"other": []}', NoMatchError, "finds nothing"),
        ("<html>", UnparseableError, "an HTML page"),
    ],
)
def test_what_holds_no_records(doc, sel, body, error, message):
    with pytest.raises(error, match=message):
        sel(kind="records", path="$.data", column="n").select(doc(body), None)


@given(
    st.lists(st.dates(date(2000, 1, 1), date(2001, 1, 1)), unique=True, min_size=1, max_size=8),
    st.dates(date(2000, 1, 1), date(2001, 1, 1)),
)
@settings(max_examples=40)
def test_the_row_read_is_the_last_that_is_not_later(days, at):
    rows = "\n".join(f"{day},v{day:%Y%m%d}" for day in days)
    document = Document(f"day,n\n{rows}\n".encode(), "text/csv", "ref.csv")
    selector = KINDS["csv"](column="n", date="day")
    reached = [day for day in days if day <= at]
    if reached:
        assert selector.select(document, at).as_of == max(reached).isoformat()
    else:
        with pytest.raises(NoMatchError):
            selector.select(document, at)


TABLES = """<h2>Deaths</h2><table><tr><th rowspan=2>Day<th colspan=2>People<tr><th>Killed<th>Hurt</tr>
<tr><td>2025-07-31<td>1,200<td>9</tr><tr><td>31 August 2025<td>1,300<td>9</tr></table>
<h2>Parties</h2><table><tr><td>Party<td>Seats</tr><tr><td>Red<td>12</tr></table>"""


def test_a_table_of_a_page_is_a_series_too(doc, sel):
    deaths = sel(kind="csv", sheet="Deaths", column="People / Killed", date="Day")
    found = deaths.select(doc(TABLES, "text/html"), date(2025, 8, 28))
    assert (found.text, found.as_of) == ("1,200", "2025-07-31")
    assert found.locator == "table 1 ('Deaths'), row 1, column People / Killed"
    assert deaths.select(doc(TABLES, "text/html"), None).as_of == "2025-08-31"


@pytest.mark.parametrize(
    ("page", "sheet", "error", "message"),
    [
        (TABLES, "", SeveralMatchesError, "2 tables"),
        (TABLES, "Partys", NoMatchError, "did you mean 'Parties'"),
        ("<p>Gone</p>", "", UnparseableError, "an HTML page without a table"),
    ],
)
def test_which_table_of_a_page(doc, sel, page, sheet, error, message):
    with pytest.raises(error, match=message):
        sel(kind="csv", sheet=sheet, column="Seats").select(doc(page, "text/html"), None)


def test_a_date_that_cannot_be_read_names_its_row(doc, sel):
    with pytest.raises(UnreadableValueError, match="line 3, column n: "):
        sel(kind="csv", column="n", date="day").select(doc("day,n\n2025-01-01,1\nsoon,2\n", "text/csv"), None)
    ambiguous = doc("day,n\n03/04/2025,1\n", "text/csv")
    with pytest.raises(AmbiguousValueError, match="line 2"):
        sel(kind="csv", column="n", date="day").select(ambiguous, None)
    assert (
        sel(kind="csv", column="n", date="day", date_order="dmy").select(ambiguous, None).as_of
        == "2025-04-03"
    )


TITLED = "Population of Norland\r\nSource: census, 2025\r\n\r\ncity,people\r\nNorthport,2114000\r\n"


def test_a_header_may_stand_below_a_title(doc, sel):
    for body in (TITLED, TITLED.replace("\r\n", "\n"), "\ufeff" + TITLED.replace("\r\n", "\r")):
        found = sel(kind="csv", where={"city": "Northport"}, column="people", header=4)
        passage = found.select(doc(body, "text/csv"), None)
        assert (passage.text, passage.locator) == ("2114000", "line 5, column people")
    with pytest.raises(UnparseableError, match="header:"):
        sel(kind="csv", column="people").select(doc(TITLED, "text/csv"), None)
    with pytest.raises(NoMatchError):
        sel(kind="csv", column="people", header=40).select(doc(TITLED, "text/csv"), None)
