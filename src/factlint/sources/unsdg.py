"""Kind ``un-sdg``: the United Nations' series on the Sustainable Development Goals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.sources.api import ApiAddress, Base, address, answer, check_pages, members, number, records
from factlint.sources.base import Reader

_PER_PAGE = 1000
_WORDS = {"<": "less than ", ">": "more than ", "≤": "at most ", "≥": "at least ", "~": "about "}


class UnsdgAddress(ApiAddress):
    """A series of the UN's SDG database, as records.

    Each record has ``date`` (a year), ``value`` (``less than 2.5`` where the database says ``<2.5``, empty for
    ``NaN``), ``low`` and ``high``, ``geoAreaCode``, ``source``, ``attributes.Units`` and the series' own
    ``dimensions``. ``series``, ``area`` (an M49 code), ``start`` and ``end`` (years) may also come from a
    reference's ``query``. There are no earlier vintages.

    ```yaml
    un-sdg:
      publisher: United Nations Statistics Division
      kind: un-sdg
      series: SI_POV_DAY1
    # and in the claim
    query: {area: "578"}
    select: {kind: records, where: {dimensions.Age: ALLAGE}, column: value, date: date, counts_from: end}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("series", "area", "start", "end")

    kind: Literal["un-sdg"] = "un-sdg"
    base: Base = Field("https://unstats.un.org/SDGAPI/v1/sdg", description="The API.")
    series: str = Field("", description="The series' code.")
    area: str = Field("", description="An M49 code.")
    start: str = Field("", description="The first year.")
    end: str = Field("", description="The last year.")

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch every page. Raises NoDataError, MissingQueryError and the errors of fetching."""
        asked = self.asked(query, "series", "area")
        first = self._page(reader, asked, 1)
        count = number(answer(first), "totalPages", first)
        check_pages(count)
        rows = members(answer(first), "data", first)
        for following in range(2, count + 1):
            page = self._page(reader, asked, following)
            rows = rows + members(answer(page), "data", page)
        return records(first, map(_row, rows))

    def _page(self, reader: Reader, asked: Mapping[str, str], page: int) -> Document:
        return reader.get(
            address(
                self.base,
                "Series",
                "Data",
                seriesCode=asked["series"],
                areaCode=asked["area"],
                timePeriodStart=asked.get("start", ""),
                timePeriodEnd=asked.get("end", ""),
                page=page,
                pageSize=_PER_PAGE,
            )
        )

    @property
    def location(self) -> str:
        """The series' address."""
        return f"{self.base}/Series/Data?seriesCode={self.series or '…'}"


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    bounds = {"low": _value(row.get("lowerBound")), "high": _value(row.get("upperBound"))}
    year = str(row.get("timePeriodStart", "")).partition(".")[0]
    return {**row, "date": year, "value": _value(row.get("value")), **bounds}


def _value(value: Any) -> str | None:
    text = "" if value is None else str(value).strip()
    if text in ("", "NaN", "N", "N.A."):
        return None
    return _WORDS.get(text[0], text[0]) + text[1:].strip()
