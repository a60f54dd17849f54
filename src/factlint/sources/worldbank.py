"""Kind ``worldbank``: the World Bank's indicators."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.errors import NoDataError, ReportedFaultError, UnexpectedAnswerError
from factlint.sources.api import ApiAddress, Base, address, answer, asked_at, check_pages, number, records
from factlint.sources.base import Reader

_PER_PAGE = 1000


class WorldbankAddress(ApiAddress):
    """An indicator of the World Bank (Indicators API, version 2), by country and year, as records.

    Each record has ``date`` (a year, quarter or month), ``value``, ``country.id``, ``countryiso3code`` and
    ``indicator.id``; a year without a figure has an empty ``value``. ``indicator``, ``country`` (codes joined
    by ``;``) and ``dates`` (``2015:2024``) may also come from a reference's ``query``. The API keeps no
    earlier vintages: the as-of day chooses the year, not the revision.

    ```yaml
    world-bank:
      publisher: World Bank
      kind: worldbank
      indicator: SP.POP.TOTL
      country: NO
    # and in the claim
    select: {kind: records, column: value, date: date, counts_from: end}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("indicator", "country", "dates")

    kind: Literal["worldbank"] = "worldbank"
    base: Base = Field("https://api.worldbank.org/v2", description="The API.")
    indicator: str = Field("", description="The indicator's code.")
    country: str = Field("", description="Codes of countries, joined by ``;``.")
    dates: str = Field("", description="A year or a range of years, such as ``2015:2024``.")

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise an indicator's page."""
        found = re.match(
            r"https?://data\.worldbank\.org/indicator/([A-Z0-9.]+)(?:\?locations=([A-Z-]+))?", url
        )
        return {"indicator": found[1], **({"country": found[2]} if found[2] else {})} if found else None

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch every page. Raises NoDataError, ReportedFaultError and the errors of fetching."""
        asked = self.asked(query, "indicator", "country")
        first = self._page(reader, asked, 1)
        head, rows = _parts(first)
        count = number(head, "pages", first)
        check_pages(count)
        for page in range(2, count + 1):
            rows += _parts(self._page(reader, asked, page))[1]
        return records(first, rows)

    def _page(self, reader: Reader, asked: Mapping[str, str], page: int) -> Document:
        path = ("country", asked["country"], "indicator", asked["indicator"])
        return reader.get(
            address(
                self.base, *path, format="json", date=asked.get("dates", ""), per_page=_PER_PAGE, page=page
            )
        )

    @property
    def location(self) -> str:
        """The indicator's address."""
        return f"{self.base}/country/{self.country or '…'}/indicator/{self.indicator or '…'}"


def _parts(document: Document) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return a page's head and rows; an error comes with the status of a success."""
    value = answer(document)
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        raise UnexpectedAnswerError(f"{document.address}: the answer is not [head, rows]")
    if value[0].get("message"):
        told = "; ".join(str(item.get("value") or item.get("key")) for item in value[0]["message"])
        raise ReportedFaultError(f"{asked_at(document)}: {told}", hint="check the country and the indicator")
    if len(value) < 2 or not value[1]:
        raise NoDataError(f"{asked_at(document)}: there is no data", hint="check the country and the dates")
    return value[0], list(value[1])
