"""Wikidata and Wikipedia, against a server that answers as MediaWiki and Wikibase do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asking import DAY, SLOW_DOWN, address, reply, selected
from factlint.errors import (
    MissingQueryError,
    NoDataError,
    NoMatchError,
    RateLimitedError,
    ReportedFaultError,
    ServerFaultError,
    SeveralMatchesError,
    SourceProblem,
    UnexpectedAnswerError,
)
from factlint.sources.client import Client
from factlint.sources.statements import edtf
from loopback import Loopback, Reply, Request

Make = Callable[..., Client]
LABELS = {
    "Q1": "Ada Berg",
    "Q2": "Bo Dahl",
    "Q3": "Cy Eng",
    "Q712226": "square kilometre",
    "Q9": "head of state",
}


def time(text: str, precision: int = 11, calendar: str = "Q1985727") -> dict[str, object]:
    return {"time": text, "precision": precision, "before": 0, "after": 0, "timezone": 0, "calendarmodel": f"http://www.wikidata.org/entity/{calendar}"}  # fmt: skip


def snak(value: Any, kind: str = "wikibase-entityid") -> dict[str, object]:
    if value in ("somevalue", "novalue"):
        return {"snaktype": value, "property": "P35"}
    return {"snaktype": "value", "property": "P35", "datavalue": {"type": kind, "value": value}}


def item(number: str) -> dict[str, object]:
    return snak({"entity-type": "item", "id": number, "numeric-id": int(number[1:])})


def day(text: str) -> dict[str, object]:
    return snak(text if text.endswith("value") else time(text), "time")


def statement(main: dict[str, object], rank: str = "normal", **qualifiers: str) -> dict[str, object]:
    found = {name: [day(text)] for name, text in qualifiers.items()}
    return {"mainsnak": main, "type": "statement", "id": "x", "rank": rank, "qualifiers": found or []}


class Wiki:
    """A Wikibase with one item, Q20."""

    def __init__(self, loopback: Loopback) -> None:
        self.claims: object = {}
        self.entities: dict[str, object] | None = None
        self.asked: list[dict[str, str]] = []
        loopback.routes["/w/api.php"] = self.answer
        loopback.routes["/wiki/Special:EntityData/Q20.json"] = self.answer
        self.base = loopback.url("")

    def answer(self, request: Request) -> Reply:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()}
        self.asked.append(asked)
        if asked.get("props") == "labels":
            found = {name: {"labels": {"en": {"value": LABELS[name]}}} for name in asked["ids"].split("|")}
            return reply({"entities": found})
        if asked.get("prop") == "revisions":
            return reply({"query": {"pages": [{"title": "Q20", "revisions": [{"revid": 77, "timestamp": "2025-08-01T00:00:00Z"}]}]}})  # fmt: skip
        return reply({"entities": self.entities or {"Q20": {"id": "Q20", "claims": self.claims}}})

    def source(self, **fields: object) -> Any:
        return address(kind="wikidata", base=self.base, item="Q20", property="P35", **fields)


@pytest.fixture
def wiki(loopback: Loopback) -> Wiki:
    return Wiki(loopback)


OFFICE = {"kind": "records", "column": "value", "interval": ["start", "end"]}


def test_who_held_an_office_is_read_by_the_dates_not_by_the_rank(client: Make, wiki: Wiki) -> None:
    wiki.claims = {
        "P35": [
            statement(item("Q1"), P580="+2019-01-01T00:00:00Z", P582="+2025-09-01T00:00:00Z"),
            statement(item("Q2"), "preferred", P580="+2025-09-01T00:00:00Z"),
            statement(item("Q3"), "deprecated", P580="+2019-01-01T00:00:00Z"),
        ]
    }
    document = wiki.source().read(client(), {}, None)
    assert document.address == f"{wiki.base}/wiki/Q20"
    then = selected(document, **OFFICE)
    assert (then.text, then.as_of) == ("Ada Berg", "2019-01-01/2025-09-01")
    assert selected(document, date(2025, 9, 1), **OFFICE).text == "Bo Dahl"
    assert selected(document, None, kind="records", where={"best": "yes"}, column="value").text == "Bo Dahl"


def test_a_figure_is_read_at_its_point_in_time_with_its_unit(client: Make, wiki: Wiki) -> None:
    unit = "http://www.wikidata.org/entity/Q712226"
    areas = [
        {"amount": "+603628", "unit": unit, "upperBound": "+603000", "lowerBound": "+604000"},
        {"amount": "+576700.50", "unit": unit},
        {"amount": "+1", "unit": "1"},
    ]
    days = ["+2024-01-01T00:00:00Z", "+2025-08-28T00:00:00Z", "+2025-08-29T00:00:00Z"]
    wiki.claims = {
        "P2046": [statement(snak(a, "quantity"), P585=d) for a, d in zip(areas, days, strict=True)]
    }
    document = wiki.source().read(client(), {"property": "P2046"}, None)
    found = selected(document, kind="records", column="value", date="point_in_time")
    assert (found.text, found.as_of) == ("576700.50 square kilometre", "2025-08-28")
    assert selected(document, None, kind="records", column="amount", date="point_in_time").text == "1"
    bounds = selected(document, kind="records", where={"amount": "603628"}, low="low", high="high")
    assert bounds.text == "603000 to 604000"


@pytest.mark.parametrize("kind", ["somevalue", "novalue"])
def test_an_unknown_value_is_no_value(client: Make, wiki: Wiki, kind: str) -> None:
    wiki.claims = {"P35": [statement(snak(kind), P580="+2019-01-01T00:00:00Z")]}
    with pytest.raises(NoMatchError, match="no value"):
        selected(wiki.source().read(client(), {}, None), **OFFICE)


@pytest.mark.parametrize("name", ["P580", "P582", "P585"])
def test_a_statement_with_an_unknown_date_is_on_no_day(client: Make, wiki: Wiki, name: str) -> None:
    wiki.claims = {"P35": [statement(item("Q1"), **{name: "somevalue"}), statement(item("Q2"))]}
    assert selected(wiki.source().read(client(), {}, None), **OFFICE).text == "Bo Dahl"


def test_no_end_is_an_open_end(client: Make, wiki: Wiki) -> None:
    wiki.claims = {"P35": [statement(item("Q1"), P580="+2019-01-01T00:00:00Z", P582="novalue")]}
    assert selected(wiki.source().read(client(), {}, None), **OFFICE).as_of == "2019-01-01/.."


def test_two_that_hold_on_a_day_are_several(client: Make, wiki: Wiki) -> None:
    wiki.claims = {"P463": [statement(item("Q1")), statement(item("Q2"))]}
    document = wiki.source().read(client(), {"property": "P463"}, None)
    with pytest.raises(SeveralMatchesError):
        selected(document, **OFFICE)
    assert len(selected(document, **OFFICE, many=True).items) == 2


def test_qualifiers_and_references_are_columns(client: Make, wiki: Wiki) -> None:
    found = statement(item("Q1"))
    found["qualifiers"] = {"P39": [item("Q9")]}
    found["references"] = [{"snaks": {"P248": [item("Q2")], "P854": [snak("https://a.example/", "string")]}}]
    wiki.claims = {"P35": [found, statement(item("Q2"))]}
    document = wiki.source().read(client(), {}, None)
    chosen = selected(document, kind="records", where={"qualifiers.P39": "head of state"}, column="id")
    assert (chosen.text, chosen.provenance.publisher, chosen.provenance.address) == (
        "Q1",
        "Bo Dahl",
        "https://a.example/",
    )


def test_a_merged_item_is_read_under_its_successors_number(client: Make, wiki: Wiki) -> None:
    wiki.entities = {"Q21": {"id": "Q21", "claims": {"P35": [statement(item("Q1"))]}}}
    assert wiki.source().read(client(), {}, None).address.endswith("/wiki/Q21")


def test_an_item_is_found_by_the_article_about_it(client: Make, wiki: Wiki) -> None:
    wiki.claims = {"P35": [statement(item("Q1"))]}
    source = address(kind="wikidata", base=wiki.base, title="Norland", property="P35")
    assert selected(source.read(client(), {}, None), **OFFICE).text == "Ada Berg"
    assert wiki.asked[0] | {"sites": "enwiki", "titles": "Norland"} == wiki.asked[0]
    with pytest.raises(MissingQueryError):
        address(kind="wikidata", base=wiki.base).read(client(), {"property": "P35"}, None)


def test_the_revision_of_the_day_is_read_where_that_is_asked(client: Make, wiki: Wiki) -> None:
    wiki.claims = {"P35": [statement(item("Q1"))]}
    source = wiki.source(revision="as-of")
    assert (source.vintages, wiki.source().vintages) == (True, False)
    source.read(client(), {}, DAY)
    assert wiki.asked[0]["rvstart"] == "2025-08-28T23:59:59Z"
    assert wiki.asked[1] == {"revision": "77"}


@pytest.mark.parametrize(
    ("entities", "error"),
    [
        ({"Q20": {"id": "Q20", "missing": ""}}, NoDataError),
        ({"Q20": {"id": "Q20", "claims": []}}, NoDataError),
        ({"Q20": {"id": "Q20", "claims": {"P36": [statement(item("Q1"))]}}}, NoDataError),
        ({"Q20": {"id": "Q20", "claims": {"P35": [{"rank": "normal"}]}}}, UnexpectedAnswerError),
        ({"Q20": {"id": "Q20", "claims": {"P35": ["?"]}}}, UnexpectedAnswerError),
        ({"Q1": {}, "Q2": {}}, UnexpectedAnswerError),
    ],
)
def test_wikidatas_faults_are_named(
    client: Make, wiki: Wiki, entities: dict[str, object], error: type[SourceProblem]
) -> None:
    wiki.entities = entities
    with pytest.raises(error):
        wiki.source().read(client(), {}, None)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (reply({"error": {"code": "maxlag", "info": "Waiting for a server"}}), ServerFaultError),
        (reply({"error": {"code": "no-such-entity", "info": "Could not find Q20"}}), ReportedFaultError),
        (reply([]), UnexpectedAnswerError),
        (SLOW_DOWN, RateLimitedError),
    ],
)
def test_the_wikis_own_errors_are_named(
    client: Make, loopback: Loopback, wiki: Wiki, answer: Reply, error: type[SourceProblem]
) -> None:
    loopback.routes["/w/api.php"] = answer
    for source in (wiki.source(), address(kind="wikipedia", base=wiki.base, page="Oslo")):
        with pytest.raises(error):
            source.read(client(retries=0), {}, None)


@pytest.mark.parametrize(
    ("written", "precision", "expected"),
    [
        ("+2022-02-24T00:00:00Z", 11, "2022-02-24"),
        ("+00000002022-02-24T00:00:00Z", 11, "2022-02-24"),
        ("+2022-02-00T00:00:00Z", 10, "2022-02"),
        ("+2022-00-00T00:00:00Z", 11, "2022"),
        ("+2022-00-00T00:00:00Z", 9, "2022"),
        ("+1930-00-00T00:00:00Z", 8, "193X"),
        ("+1950-00-00T00:00:00Z", 7, "1901/2000"),
        ("+2000-00-00T00:00:00Z", 7, "1901/2000"),
        ("+1000-00-00T00:00:00Z", 6, ""),
        ("-0044-03-15T00:00:00Z", 11, ""),
    ],
)
def test_times_are_as_exact_as_their_precision(written: str, precision: int, expected: str) -> None:
    assert edtf(time(written, precision)) == expected


def test_julian_days_become_gregorian_ones() -> None:
    for julian, gregorian in [
        ("1917-10-25", "1917-11-07"),
        ("1582-10-04", "1582-10-14"),
        ("1900-02-29", "1900-03-13"),
    ]:
        assert edtf(time(f"+{julian}T00:00:00Z", calendar="Q1985786")) == gregorian


@given(st.dates())
def test_gregorian_days_stay(given_day: date) -> None:
    assert edtf(time(f"+{given_day.isoformat()}T00:00:00Z")) == given_day.isoformat()


# -- Wikipedia -----------------------------------------------------------------------------------------------


class Pedia:
    """A wiki with one article of two revisions."""

    revisions = ((12, "2025-08-28T22:00:00Z"), (11, "2025-01-01T00:00:00Z"))

    def answer(self, request: Request) -> Reply:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()}
        if asked["action"] == "parse":
            return reply({"parse": {"text": f"<p>Revision <b>{asked['oldid']}</b></p>"}})
        if asked["titles"] != "Oslo":
            return reply({"query": {"pages": [{"title": asked["titles"], "missing": True}]}})
        until = asked.get("rvstart", "9")
        found = [{"revid": number, "timestamp": when} for number, when in self.revisions if when <= until]
        return reply({"query": {"pages": [{"title": "Oslo", **({"revisions": found[:1]} if found else {})}]}})


@pytest.mark.parametrize(("at", "number"), [(None, "12"), (DAY, "12"), (date(2025, 8, 27), "11")])
def test_an_article_is_read_as_it_stood(
    client: Make, loopback: Loopback, at: date | None, number: str
) -> None:
    loopback.routes["/w/api.php"] = Pedia().answer
    source = address(kind="wikipedia", base=loopback.url(""))
    assert source.vintages
    document = source.read(client(), {"page": "Oslo"}, at)
    assert selected(document, kind="css", selector="b").text == number
    assert document.address == loopback.url(f"/w/index.php?oldid={number}")
    assert document.dated == {"12": DAY, "11": date(2025, 1, 1)}[number]


@pytest.mark.parametrize(
    ("page", "at", "words"),
    [
        ("Nowhere", None, "no page 'Nowhere'"),
        ("Oslo", date(2024, 1, 1), "no revision on or before 2024-01-01"),
    ],
)
def test_no_article_then_is_no_data(
    client: Make, loopback: Loopback, page: str, at: date | None, words: str
) -> None:
    loopback.routes["/w/api.php"] = Pedia().answer
    with pytest.raises(NoDataError, match=words):
        address(kind="wikipedia", base=loopback.url(""), page=page).read(client(), {}, at)


def test_what_an_item_has_is_named_where_a_statement_is_missing(client: Make, wiki: Wiki) -> None:
    wiki.claims = {"P6": [statement(item("Q1"))], "P1082": [statement(item("Q2"))]}
    with pytest.raises(NoDataError) as caught:
        wiki.source().read(client(), {}, None)
    assert caught.value.message == f"{wiki.base}/w/api.php: no statement of Q20 by P35"
    assert caught.value.hint == "it has statements by 'P6', 'P1082'"
