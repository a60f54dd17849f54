"""Kind ``ucdp``: the Uppsala Conflict Data Program's events and conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.errors import UnexpectedAnswerError
from factlint.sources.api import (
    ApiAddress,
    Base,
    Variable,
    address,
    answer,
    check_pages,
    members,
    records,
    same_origin,
)
from factlint.sources.base import Reader


class UcdpAddress(ApiAddress):
    """A dataset of the Uppsala Conflict Data Program, as records.

    ``dataset`` is ``gedevents``, ``ucdpprioconflict``, ``dyadic``, ``nonstate``, ``onesided`` or
    ``battledeaths``; ``version`` (``25.1``) is its vintage: name it, and later revisions don't count.
    ``parameters`` and a reference's ``query`` narrow it as the API documents (``Country``, ``StartDate`` …).
    Estimates have three columns, such as ``best``, ``low`` and ``high``. ``credential`` names the environment
    variable that holds the access token; ``network.credentials`` must list it.

    ```yaml
    ucdp:
      publisher: Uppsala Conflict Data Program
      kind: ucdp
      dataset: battledeaths
      version: "25.1"
    # and in the claim
    query: {Country: "369"}
    select: {kind: records, low: bd_low, high: bd_high, date: year, counts_from: end}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("dataset", "version")
    more: ClassVar[bool] = True

    kind: Literal["ucdp"] = "ucdp"
    base: Base = Field("https://ucdpapi.pcr.uu.se/api", description="The API.")
    dataset: str = Field("", description="The dataset's name.")
    version: str = Field("", description="Its vintage.")
    parameters: dict[str, str] = Field(
        default_factory=dict, description="What narrows it, as the API documents."
    )
    credential: Variable = Field(
        "UCDP_TOKEN", description="Environment variable that holds the access token."
    )

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch every page. Raises NoDataError, MissingCredentialError and the errors of fetching."""
        asked = self.asked(query, "dataset", "version")
        path = (asked.pop("dataset"), asked.pop("version"))
        headers = {"x-ucdp-access-token": reader.secret(self.credential)}
        url = address(self.base, *path, **{"pagesize": "1000", "page": "0", **self.parameters, **asked})
        rows: list[dict[str, Any]] = []
        pages: list[Document] = []
        while url:
            check_pages(len(pages) + 1)
            page = reader.get(url, headers=headers)
            pages.append(page)
            rows += members(answer(page), "Result", page)
            url = self._next(page)
        return records(pages[0], rows)

    def _next(self, page: Document) -> str:
        url = answer(page).get("NextPageUrl") or ""
        if url and not (isinstance(url, str) and same_origin(url, self.base)):
            raise UnexpectedAnswerError(f"{page.address}: its next page is on another host, {url}")
        return str(url)

    @property
    def location(self) -> str:
        """The dataset's address."""
        return f"{self.base}/{self.dataset or '…'}/{self.version or '…'}"
