"""Kind ``sdmx``: statistical datasets of the OECD, the ECB, Eurostat and others that speak SDMX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import Field, model_validator

from factlint.documents.base import Document
from factlint.errors import GoneError, NoDataError
from factlint.sources.api import ApiAddress, Base, address
from factlint.sources.base import Reader

_BASES = {
    "oecd": "https://sdmx.oecd.org/public/rest/data",
    "ecb": "https://data-api.ecb.europa.eu/service/data",
    "eurostat": "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data",
}
_PAGES = {
    "ecb": re.compile(r"https://data\.ecb\.europa\.eu/data/datasets/(?P<flow>\w+)(?:/\w+\.(?P<key>[\w.]+))?"),
    "eurostat": re.compile(r"https://ec\.europa\.eu/eurostat/databrowser/(?:product/)?view/(?P<flow>\w+)"),
}
_PARAMETERS = {
    "oecd": {"dimensionAtObservation": "AllDimensions", "format": "csvfilewithlabels"},
    "ecb": {"format": "csvdata"},
    "eurostat": {"format": "SDMX-CSV"},
    "": {"format": "csv"},
}


class SdmxAddress(ApiAddress):
    """A dataset of an SDMX web service, as CSV, read by the selector ``observations``.

    ``agency`` presets the address and the parameters of ``oecd``, ``ecb`` and ``eurostat``; others need a
    ``base``. ``flow`` and ``key`` name the dataset and the series in it (``D.USD.EUR.SP00.A``), ``start`` and
    ``end`` the periods; a reference's ``query`` may set them too. ``vintage: true`` asks a service that
    supports SDMX 3's ``asOf`` for the data as they stood on the claim's day; the three keep no vintages, so
    there the as-of day chooses the period alone.

    ```yaml
    ecb-rates:
      publisher: European Central Bank
      kind: sdmx
      agency: ecb
      flow: EXR
    # and in the claim
    query: {key: D.USD.EUR.SP00.A}
    select: {kind: observations}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("flow", "key", "start", "end")

    kind: Literal["sdmx"] = "sdmx"
    agency: Literal["oecd", "ecb", "eurostat", ""] = Field(
        "", description="Presets the address and the parameters."
    )
    base: Base | Literal[""] = Field("", description="The service, where no agency is named.")
    flow: str = Field("", description="The dataset.")
    key: str = Field("", description="The series in it.")
    start: str = Field("", description="The first period.")
    end: str = Field("", description="The last period.")
    vintage: bool = Field(False, description="The service supports SDMX 3's asOf.")

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if not self.agency and not self.base:
            raise ValueError("give either 'agency' (oecd, ecb, eurostat) or 'base'")
        return self

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise a query of the three services, and a dataset's page at the ECB and at Eurostat."""
        place = urlsplit(url)
        periods = {"start": "startPeriod", "end": "endPeriod"}
        given = dict(parse_qsl(place.query))
        asked = {name: given[theirs] for name, theirs in periods.items() if theirs in given}
        for agency, base in _BASES.items():
            if url.startswith(f"{base}/"):
                path = url.partition("?")[0].removeprefix(f"{base}/").split("/")
                key = {"key": unquote(path[1])} if len(path) > 1 and path[1] not in ("", "all") else {}
                return {"agency": agency, "flow": unquote(path[0]), **key, **asked}
        for agency, page in _PAGES.items():
            found = page.match(url)
            if found:
                return {
                    "agency": agency,
                    **{name: value for name, value in found.groupdict().items() if value},
                }
        return None

    @property
    def vintages(self) -> bool:
        """Whether the service is asked for the data of a day."""
        return self.vintage

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch the series. Raises NoDataError, MissingQueryError and the errors of fetching."""
        asked = self.asked(query, "flow")
        url = address(
            self.base or _BASES[self.agency],
            asked["flow"],
            asked.get("key", "all"),
            **_PARAMETERS[self.agency],
            startPeriod=asked.get("start", ""),
            endPeriod=asked.get("end", ""),
            asOf=f"{at}T23:59:59Z" if at and self.vintage else "",
        )
        try:
            document = reader.get(url)
        except GoneError as error:  # the standard's answer to a query that finds nothing
            raise NoDataError(
                f"{error.message}: no such dataset or series", hint="check flow and key"
            ) from None
        return document.declared("csv")

    @property
    def location(self) -> str:
        """The dataset's address."""
        return f"{self.base or _BASES[self.agency]}/{self.flow or '…'}/{self.key or 'all'}"
