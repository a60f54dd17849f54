"""Kind ``hapi``: the Humanitarian Data Exchange's API."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.sources.api import ApiAddress, Base, Variable, address, answer, check_pages, members, records
from factlint.sources.base import Reader

_LIMIT = 10_000


class HapiAddress(ApiAddress):
    """A dataset of the Humanitarian Data Exchange (HAPI, version 2), as records.

    ``parameters`` and a reference's ``query`` narrow it as the API documents (``location_code``,
    ``event_type``, ``admin_level``, ``start_date`` …). Each record has the dataset's own columns, and
    ``reference_period_start`` and ``reference_period_end``: dated by its end, a period counts once it is over.
    Of conflict events, the event types overlap: read one, never add them up. ``credential`` names the
    environment variable that holds the application's identifier (``app:email`` in base64);
    ``network.credentials`` must list it.

    ```yaml
    hdx:
      publisher: OCHA
      kind: hapi
      dataset: coordination-context/conflict-events
      parameters: {admin_level: "0"}
    # and in the claim
    query: {location_code: NOR, event_type: political_violence}
    select: {kind: records, column: fatalities, date: reference_period_end}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("dataset",)
    more: ClassVar[bool] = True

    kind: Literal["hapi"] = "hapi"
    base: Base = Field("https://hapi.humdata.org/api/v2", description="The API.")
    dataset: str = Field("", description="The dataset's path.")
    parameters: dict[str, str] = Field(
        default_factory=dict, description="What narrows it, as the API documents."
    )
    credential: Variable = Field(
        "HAPI_APP_IDENTIFIER", description="Environment variable that holds the application's identifier."
    )

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch every page. Raises NoDataError, MissingCredentialError and the errors of fetching."""
        asked = self.asked(query, "dataset")
        path = asked.pop("dataset").split("/")
        headers = {"X-HDX-HAPI-APP-IDENTIFIER": reader.secret(self.credential)}
        narrowed = {**self.parameters, **asked, "output_format": "json", "limit": str(_LIMIT)}
        rows: list[dict[str, Any]] = []
        pages: list[Document] = []
        while len(rows) == len(pages) * _LIMIT:  # a page that isn't full is the last
            check_pages(len(pages) + 1)
            page = reader.get(address(self.base, *path, **narrowed, offset=len(rows)), headers=headers)
            pages.append(page)
            rows += members(answer(page), "data", page)
        return records(pages[0], rows)

    @property
    def location(self) -> str:
        """The dataset's address."""
        return f"{self.base}/{self.dataset or '…'}"
