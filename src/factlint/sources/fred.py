"""Kind ``fred``: series of FRED and their vintages (ALFRED)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.sources.api import (
    ApiAddress,
    Base,
    Variable,
    address,
    answer,
    check_pages,
    members,
    number,
    records,
)
from factlint.sources.base import Reader

_LIMIT = 100_000


class FredAddress(ApiAddress):
    """A series of the Federal Reserve Bank of St. Louis, as it was published on the claim's day, as records.

    Each record has ``date`` and ``value``, empty where the series has no figure. The as-of day chooses both
    the observation and the vintage (``realtime_start`` and ``realtime_end``), so later revisions don't count.
    ``credential`` names the environment variable that holds the key; ``network.credentials`` must list it.

    ```yaml
    us-gnp:
      publisher: Federal Reserve Bank of St. Louis
      kind: fred
      series: GNPCA
    # and in the claim
    select: {kind: records, column: value, date: date}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("series",)

    kind: Literal["fred"] = "fred"
    base: Base = Field("https://api.stlouisfed.org/fred", description="The API.")
    series: str = Field("", description="The series' identifier.")
    credential: Variable = Field("FRED_API_KEY", description="Environment variable that holds the key.")

    @property
    def vintages(self) -> bool:
        """Every series is kept as it stood on any day."""
        return True

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise a series' page."""
        found = re.match(r"https?://(?:al)?fred\.stlouisfed\.org/series/(\w+)", url)
        return {"series": found[1]} if found else None

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch every page. Raises NoDataError, MissingCredentialError and the errors of fetching."""
        series = self.asked(query, "series")["series"]
        vintage = {"realtime_start": at.isoformat(), "realtime_end": at.isoformat()} if at else {}
        key = reader.secret(self.credential)
        rows: list[dict[str, Any]] = []
        pages: list[Document] = []
        while not pages or len(rows) < number(answer(pages[0]), "count", pages[0]):
            check_pages(len(pages) + 1)
            page = reader.get(
                address(
                    self.base,
                    "series",
                    "observations",
                    series_id=series,
                    api_key=key,
                    file_type="json",
                    limit=_LIMIT,
                    offset=len(rows) or "",
                    **vintage,
                )
            )
            pages.append(page)
            found = members(answer(page), "observations", page)
            rows += found
            if not found:
                break
        return records(pages[0], map(_row, rows))

    @property
    def location(self) -> str:
        """The series' address, without the key."""
        return f"{self.base}/series/observations?series_id={self.series or '…'}"


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    value = row.get("value")
    return {**row, "value": None if value == "." else value}
