"""Kind ``owid``: charts of Our World in Data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.errors import RefusedError
from factlint.sources.api import ApiAddress, Base, address
from factlint.sources.base import Reader


class OwidAddress(ApiAddress):
    """The data behind a chart of Our World in Data, as CSV.

    The columns are ``Entity``, ``Code``, ``Year`` or ``Day``, and the chart's own under short names. ``chart``
    is the last part of the chart's address; ``country`` (a code) and ``time`` (``2000..2020``) narrow it, and
    all three may also come from a reference's ``query``. There are no earlier vintages.

    ```yaml
    owid-population:
      publisher: Our World in Data
      kind: owid
      chart: population
      country: NOR
    # and in the claim
    select: {kind: csv, where: {Code: NOR}, column: population_historical, date: Year, counts_from: end}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("chart", "country", "time")

    kind: Literal["owid"] = "owid"
    base: Base = Field("https://ourworldindata.org/grapher", description="The site.")
    chart: str = Field("", description="The chart's name in its address.")
    country: str = Field("", description="One entity or code of the chart.")
    time: str = Field("", description="A year or a range of years, such as ``2015..2024``.")

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise a chart's page."""
        found = re.match(r"https?://ourworldindata\.org/grapher/([\w-]+)", url)
        return {"chart": found[1]} if found else None

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch the chart's data. Raises MissingQueryError and the errors of fetching."""
        asked = self.asked(query, "chart")
        narrowed = "country" in asked or "time" in asked
        url = address(
            self.base,
            f"{asked['chart']}.csv",
            csvType="filtered" if narrowed else "full",
            useColumnShortNames="true",
            country=f"~{asked['country']}" if "country" in asked else "",
            time=asked.get("time", ""),
        )
        try:
            return reader.get(url)
        except RefusedError as error:
            error.hint = "some charts may not be redistributed: read the data's own publisher"
            raise

    @property
    def location(self) -> str:
        """The chart's address."""
        return f"{self.base}/{self.chart or '…'}"
