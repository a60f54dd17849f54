"""Kinds that read statistical APIs, against a server that answers in the shapes that they document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from asking import DAY, SLOW_DOWN, address, reply, selected
from factlint.errors import (
    EmptyBodyError,
    MissingCredentialError,
    MissingQueryError,
    NoDataError,
    NoMatchError,
    RateLimitedError,
    RefusedError,
    ReportedFaultError,
    SourceProblem,
    TooLargeError,
    UnexpectedAnswerError,
    UnknownQueryError,
)
from factlint.sources.client import Client
from loopback import Loopback, Reply, Request

Make = Callable[..., Client]
KEYED = {"credentials": {"KEY": ("127.0.0.1",)}}


@pytest.fixture(autouse=True)
def key(world: Any) -> None:
    world.environment = {"KEY": "s3cr3t"}


def asked(request: Request) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()}


# -- World Bank ----------------------------------------------------------------------------------------------

POPULATION = "/v2/country/NO/indicator/SP.POP.TOTL"


def head(page: int = 1, pages: int = 1) -> dict[str, object]:
    return {"page": page, "pages": pages, "per_page": "1000", "total": 3, "lastupdated": "2025-07-01"}


def row(year: str, value: float | None) -> dict[str, object]:
    return {"indicator": {"id": "SP.POP.TOTL", "value": "Population"}, "country": {"id": "NO"}, "date": year, "value": value}  # fmt: skip


def bank(loopback: Loopback) -> Any:
    return address(kind="worldbank", base=loopback.url("/v2"), indicator="SP.POP.TOTL", country="NO")


def test_the_world_bank_is_read_page_by_page(client: Make, loopback: Loopback) -> None:
    pages = {"1": [row("2025", None), row("2024", 5576660)], "2": [row("2023", 5519594)]}
    loopback.routes[POPULATION] = lambda request: reply(
        [head(int(asked(request)["page"]), 2), pages[asked(request)["page"]]]
    )
    document = bank(loopback).read(client(), {"dates": "2023:2025"}, None)
    found = selected(document, kind="records", column="value", date="date", counts_from="end")
    assert (found.text, found.as_of, len(found.series)) == ("5576660", "2024", 2)
    assert {asked(request)["date"] for request in loopback.requests} == {"2023:2025"}


@pytest.mark.parametrize(
    ("body", "error", "words"),
    [
        ([{"message": [{"id": "120", "key": "Invalid value", "value": "No such country"}]}], ReportedFaultError, "No such country"),
        ([{"page": 0, "pages": 0, "per_page": 0, "total": 0}, None], NoDataError, "no data"),
        ([head(), []], NoDataError, "no data"),
        ({"error": "?"}, UnexpectedAnswerError, "head, rows"),
        ([{"page": 1, "pages": "many"}, [{"date": "2024"}]], UnexpectedAnswerError, "pages"),
        ([{"page": 1, "pages": 10**6}, [{"date": "2024"}]], TooLargeError, "pages"),
    ],
)  # fmt: skip
def test_the_world_banks_faults_are_named(
    client: Make, loopback: Loopback, body: object, error: type[SourceProblem], words: str
) -> None:
    loopback.routes[POPULATION] = reply(body)
    with pytest.raises(error, match=words):
        bank(loopback).read(client(), {}, DAY)


def test_a_page_in_place_of_json_is_named(client: Make, loopback: Loopback) -> None:
    loopback.routes[POPULATION] = Reply("<html>Maintenance</html>", headers={"Content-Type": "text/html"})
    with pytest.raises(UnexpectedAnswerError, match="an HTML page"):
        bank(loopback).read(client(), {}, None)


def test_a_limit_with_a_page_as_its_body_is_a_limit(client: Make, loopback: Loopback) -> None:
    loopback.routes[POPULATION] = SLOW_DOWN
    with pytest.raises(RateLimitedError):
        bank(loopback).read(client(retries=0), {}, None)


def test_what_is_not_asked_or_not_known_is_named(client: Make, loopback: Loopback) -> None:
    source = address(kind="worldbank", base=loopback.url("/v2"), country="NO")
    with pytest.raises(MissingQueryError, match="'indicator'"):
        source.read(client(), {}, None)
    with pytest.raises(UnknownQueryError, match=r"takes no 'series' .*indicator, country"):
        source.read(client(), {"series": "X"}, None)


def test_the_query_wins_over_the_source_and_is_escaped(client: Make, loopback: Loopback) -> None:
    loopback.routes["/v2/country/A%2F..%2FB/indicator/SP.POP.TOTL"] = reply([head(), [row("2024", 1.50)]])
    document = bank(loopback).read(client(), {"country": "A/../B"}, None)
    assert selected(document, kind="records", column="value").text == "1.5"


# -- FRED ----------------------------------------------------------------------------------------------------


def fred(loopback: Loopback) -> Any:
    return address(kind="fred", base=loopback.url("/fred"), series="GNPCA", credential="KEY")


def observations(*pairs: tuple[str, str], count: int | None = None) -> Reply:
    rows = [{"realtime_start": "2025-08-28", "date": day, "value": value} for day, value in pairs]
    return reply({"count": len(rows) if count is None else count, "offset": 0, "observations": rows})


def test_fred_is_read_at_the_vintage_of_the_day(client: Make, loopback: Loopback) -> None:
    loopback.routes["/fred/series/observations"] = observations(("2023-01-01", "23.10"), ("2024-01-01", "."))
    source = fred(loopback)
    assert source.vintages
    document = source.read(client(**KEYED), {}, DAY)
    assert selected(document, kind="records", column="value", date="date").text == "23.10"
    sent = asked(loopback.requests[0])
    assert (sent["realtime_start"], sent["realtime_end"]) == ("2025-08-28", "2025-08-28")
    assert sent["api_key"] == "s3cr3t"
    assert "s3cr3t" not in document.address


def test_freds_newest_has_no_vintage(client: Make, loopback: Loopback) -> None:
    loopback.routes["/fred/series/observations"] = observations(("2023-01-01", "23.10"))
    fred(loopback).read(client(**KEYED), {}, None)
    assert "realtime_start" not in asked(loopback.requests[0])


def test_fred_is_read_to_its_last_page(client: Make, loopback: Loopback) -> None:
    def answer(request: Request) -> Reply:
        day = "2024-01-01" if "offset" in asked(request) else "2023-01-01"
        return observations((day, "1"), count=2)

    loopback.routes["/fred/series/observations"] = answer
    document = fred(loopback).read(client(**KEYED), {}, None)
    assert selected(document, kind="records", column="value", date="date").as_of == "2024-01-01"
    assert len(loopback.requests) == 2


def test_freds_faults_are_named_without_the_key(client: Make, loopback: Loopback) -> None:
    path = "/fred/series/observations"
    for answer, error in [
        (reply({"error_code": 400, "error_message": "Bad Request. The series does not exist."}, 400), RefusedError),
        (observations(), NoDataError),
        (reply({"observations": []}), NoDataError),
        (reply({"count": 1}), UnexpectedAnswerError),
    ]:  # fmt: skip
        loopback.routes[path] = answer
        with pytest.raises(error) as caught:
            fred(loopback).read(client(**KEYED, cache=""), {}, DAY)
        assert "s3cr3t" not in str(caught.value)


def test_a_missing_key_is_named(client: Make, loopback: Loopback, world: Any) -> None:
    world.environment = {}
    for source in (fred(loopback), address(kind="ucdp", dataset="x", version="1", credential="KEY")):
        with pytest.raises(MissingCredentialError, match="KEY is not set"):
            source.read(client(**KEYED), {}, None)
    assert loopback.requests == []


# -- SDMX and Our World in Data ------------------------------------------------------------------------------

RATES = "KEY,FREQ,TIME_PERIOD,OBS_VALUE\nEXR.D,D,2025-08-27,1.1593\nEXR.D,D,2025-08-29,1.1658\n"


@pytest.mark.parametrize(
    ("agency", "sent"),
    [
        ("ecb", {"format": "csvdata"}),
        ("eurostat", {"format": "SDMX-CSV"}),
        ("oecd", {"format": "csvfilewithlabels", "dimensionAtObservation": "AllDimensions"}),
    ],
)
def test_sdmx_is_read_as_csv(client: Make, loopback: Loopback, agency: str, sent: dict[str, str]) -> None:
    loopback.routes["/data/EXR/D.USD"] = Reply(RATES, headers={"Content-Type": "application/octet-stream"})
    source = address(kind="sdmx", agency=agency, base=loopback.url("/data"), flow="EXR", start="2025-01")
    document = source.read(client(), {"key": "D.USD"}, DAY)
    assert selected(document, kind="observations").text == "1.1593"
    assert asked(loopback.requests[0]) == {**sent, "startPeriod": "2025-01"}


def test_sdmx_asks_for_a_vintage_where_the_service_has_them(client: Make, loopback: Loopback) -> None:
    loopback.routes["/data/EXR/all"] = RATES
    source = address(kind="sdmx", base=loopback.url("/data"), flow="EXR", vintage=True)
    assert source.vintages
    source.read(client(), {}, DAY)
    assert asked(loopback.requests[0])["asOf"] == "2025-08-28T23:59:59Z"


def test_sdmx_that_finds_nothing_has_no_data(client: Make, loopback: Loopback) -> None:
    source = address(kind="sdmx", base=loopback.url("/data"), flow="EXR")
    with pytest.raises(NoDataError, match="no such dataset or series"):
        source.read(client(), {}, None)
    loopback.routes["/data/EXR/all"] = Reply(b"")
    with pytest.raises(EmptyBodyError):
        source.read(client(cache=""), {}, None)


def test_sdmx_needs_an_agency_or_a_base() -> None:
    with pytest.raises(ValueError, match="either 'agency'"):
        address(kind="sdmx", flow="EXR")
    assert address(kind="sdmx", agency="ecb", flow="EXR", key="D").location.endswith("/service/data/EXR/D")


def test_a_chart_of_owid_is_narrowed(client: Make, loopback: Loopback) -> None:
    loopback.routes["/grapher/population.csv"] = Reply(
        "Entity,Code,Year,population\nNorway,NOR,2022,5434324\nNorway,NOR,2023,5474360\n",
        headers={"Content-Type": "text/csv; charset=utf-8"},
    )
    source = address(kind="owid", base=loopback.url("/grapher"), chart="population")
    document = source.read(client(), {"country": "NOR"}, DAY)
    assert selected(document, kind="csv", column="population", date="Year").text == "5474360"
    assert asked(loopback.requests[0]) == {
        "csvType": "filtered",
        "useColumnShortNames": "true",
        "country": "~NOR",
    }


def test_a_chart_that_may_not_be_passed_on_says_so(client: Make, loopback: Loopback) -> None:
    loopback.routes["/grapher/closed.csv"] = Reply("no", 403)
    with pytest.raises(RefusedError, match="redistributed"):
        address(kind="owid", base=loopback.url("/grapher"), chart="closed").read(client(), {}, None)


# -- UN, HDX, UCDP -------------------------------------------------------------------------------------------


def test_the_uns_values_keep_their_bounds(client: Make, loopback: Loopback) -> None:
    rows = [
        {
            "series": "SI",
            "geoAreaCode": "578",
            "timePeriodStart": 2015.0,
            "value": "<2.5",
            "upperBound": "2.5",
        },
        {"series": "SI", "geoAreaCode": "578", "timePeriodStart": 2016.0, "value": "NaN"},
        {"series": "SI", "geoAreaCode": "578", "timePeriodStart": 2014.0, "value": "3.10"},
    ]
    loopback.routes["/sdg/Series/Data"] = lambda request: reply(
        {"totalPages": 3, "data": [rows[int(asked(request)["page"]) - 1]]}
    )
    source = address(kind="un-sdg", base=loopback.url("/sdg"), series="SI")
    document = source.read(client(), {"area": "578"}, None)
    found = selected(document, kind="records", column="value", date="date")
    assert (found.text, found.as_of) == ("less than 2.5", "2015")
    assert [point.text for point in found.series] == ["3.10", "less than 2.5"]


def test_the_uns_empty_answer_has_no_data(client: Make, loopback: Loopback) -> None:
    loopback.routes["/sdg/Series/Data"] = reply({"totalPages": 0, "data": []})
    with pytest.raises(NoDataError):
        address(kind="un-sdg", base=loopback.url("/sdg"), series="SI", area="578").read(client(), {}, None)


def hdx(loopback: Loopback) -> Any:
    return address(kind="hapi", base=loopback.url("/api/v2"), dataset="context/events", credential="KEY", parameters={"admin_level": "0"})  # fmt: skip


def test_hdx_is_asked_with_its_identifier(client: Make, loopback: Loopback) -> None:
    rows = [{"event_type": "a", "fatalities": 12, "reference_period_start": "2025-07-01T00:00:00"}]
    loopback.routes["/api/v2/context/events"] = reply({"data": rows})
    document = hdx(loopback).read(client(**KEYED), {"location_code": "NOR"}, None)
    found = selected(document, kind="records", where={"event_type": "a"}, column="fatalities", date="reference_period_start")  # fmt: skip
    assert found.text == "12"
    assert loopback.requests[0].headers["x-hdx-hapi-app-identifier"] == "s3cr3t"
    assert {"location_code": "NOR", "admin_level": "0"}.items() <= asked(loopback.requests[0]).items()


def test_hdx_is_read_until_a_page_is_not_full(client: Make, loopback: Loopback) -> None:
    def answer(request: Request) -> Reply:
        return reply({"data": [{"n": 1}] * (10_000 if asked(request)["offset"] == "0" else 1)})

    loopback.routes["/api/v2/context/events"] = answer
    document = hdx(loopback).read(client(**KEYED), {}, None)
    assert selected(document, kind="records", column="n", many=True).locator.endswith("$[10000], column n")


def test_hdx_without_an_identifier_is_refused(client: Make, loopback: Loopback) -> None:
    loopback.routes["/api/v2/context/events"] = reply({"error": "Missing app identifier"}, 403)
    with pytest.raises(RefusedError):
        hdx(loopback).read(client(**KEYED), {}, None)


def ucdp(loopback: Loopback) -> Any:
    return address(
        kind="ucdp", base=loopback.url("/api"), dataset="gedevents", version="25.1", credential="KEY"
    )


def test_ucdps_pages_are_followed_not_computed(client: Make, loopback: Loopback) -> None:
    loopback.routes["/api/gedevents/25.1"] = reply(
        {"TotalPages": 2, "NextPageUrl": loopback.url("/api/next"), "Result": [{"year": 2024, "best": 3, "low": 2, "high": 5}]}
    )  # fmt: skip
    loopback.routes["/api/next"] = reply(
        {"NextPageUrl": "", "Result": [{"year": 2025, "best": 1, "low": 1, "high": 1}]}
    )
    document = ucdp(loopback).read(client(**KEYED), {"Country": "385"}, None)
    found = selected(document, kind="records", where={"year": "2024"}, low="low", high="high")
    assert found.text == "2 to 5"
    assert all(request.headers["x-ucdp-access-token"] == "s3cr3t" for request in loopback.requests)


def test_ucdps_next_page_is_on_its_own_host(client: Make, loopback: Loopback) -> None:
    loopback.routes["/api/gedevents/25.1"] = reply({"NextPageUrl": "http://evil.example/", "Result": []})
    with pytest.raises(UnexpectedAnswerError, match="another host"):
        ucdp(loopback).read(client(**KEYED), {}, None)


def test_ucdps_pages_that_go_round_end(client: Make, loopback: Loopback) -> None:
    loopback.routes["/api/gedevents/25.1"] = reply(
        {"NextPageUrl": loopback.url("/api/gedevents/25.1"), "Result": [{"year": 1}]}
    )
    with pytest.raises(TooLargeError):
        ucdp(loopback).read(client(**KEYED), {}, None)


def test_an_empty_selection_is_no_refutation(client: Make, loopback: Loopback) -> None:
    """Data without a value on the day is a failure to find, which never becomes a verdict."""
    loopback.routes[POPULATION] = reply([head(), [row("2030", 5)]])
    with pytest.raises(NoMatchError, match="nothing on or before 2025-08-28"):
        selected(bank(loopback).read(client(), {}, DAY), kind="records", column="value", date="date")
