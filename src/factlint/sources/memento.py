"""Kind ``memento``: an archived copy of any page, as it was on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from factlint.documents.base import Document
from factlint.errors import GoneError, NoDataError, UnexpectedAnswerError
from factlint.sources.api import ApiAddress, Base, address, answer
from factlint.sources.base import Reader

_STAMP = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")


class MementoAddress(ApiAddress):
    """The last capture of a page on or before the claim's day (UTC), by a web archive. Never a later one.

    The archive is the Wayback Machine, or another one whose ``base`` answers as it does: an index at
    ``cdx/search/cdx``, captures under ``web/``. Any other archive that speaks Memento (RFC 7089) is named by
    its ``timegate``. ``url`` may also come from a reference's ``query``.

    ```yaml
    ministry-archived:
      publisher: Ministry of Birds
      kind: memento
      url: https://ministry.example/counts
    # and in the claim
    select: {kind: css, selector: "#count"}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("url",)

    kind: Literal["memento"] = "memento"
    base: Base = Field(
        "https://web.archive.org", description="The archive, if it answers as the Wayback Machine does."
    )
    timegate: (
        Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+/$", max_length=2048)] | Literal[""]
    ) = Field("", description="The TimeGate of another archive (RFC 7089).")
    url: str = Field("", description="The page whose captures are read.")

    @property
    def vintages(self) -> bool:
        """Captures are kept by their moment."""
        return True

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise a capture of the Wayback Machine."""
        found = re.match(r"https?://web\.archive\.org/web/\d+(?:[a-z]{2}_)?/(https?://.+)", url)
        return {"url": found[1]} if found else None

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch the capture. Raises NoDataError where there is none, and the errors of fetching."""
        url = self.asked(query, "url")["url"]
        document = self._through_gate(reader, url, at) if self.timegate else self._indexed(reader, url, at)
        taken = _taken(document)
        if taken is None:
            raise UnexpectedAnswerError(f"{document.address} doesn't say when it was captured")
        if at is not None and taken.date() > at:
            raise NoDataError(
                f"no copy of {url} on or before {at}: the nearest is of {taken.date()}",
                hint="name another archive",
            )
        return replace(document, dated=taken.date())

    def _indexed(self, reader: Reader, url: str, at: date | None) -> Document:
        until = f"{at:%Y%m%d}235959" if at else ""
        index = address(
            self.base,
            "cdx",
            "search",
            "cdx",
            url=url,
            output="json",
            to=until,
            filter="statuscode:200",
            fl="timestamp,original",
            limit=-1,
        )
        rows = answer(reader.get(index))
        if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
            raise UnexpectedAnswerError(f"{index}: the index is no list of rows")
        if len(rows) < 2:
            raise NoDataError(f"the archive has no copy of {url}" + (f" on or before {at}" if at else ""))
        stamp, original = map(str, rows[-1][:2])
        if not re.fullmatch(r"\d{14}", stamp):
            raise UnexpectedAnswerError(f"{index}: '{stamp}' is no moment")
        return reader.get(f"{self.base}/web/{stamp}id_/{original}")  # id_: the bytes as they were captured

    def _through_gate(self, reader: Reader, url: str, at: date | None) -> Document:
        wanted = datetime(at.year, at.month, at.day, 23, 59, 59, tzinfo=UTC) if at else None
        headers = {"Accept-Datetime": format_datetime(wanted, usegmt=True)} if wanted else {}
        try:
            return reader.get(f"{self.timegate}{url}", headers=headers)
        except GoneError:
            raise NoDataError(f"the archive has no copy of {url}") from None

    @property
    def location(self) -> str:
        """The page's own address."""
        return self.url or "…"


def _taken(document: Document) -> datetime | None:
    """Return when a capture was made: Memento-Datetime (RFC 7089, 2.1.1), else the moment in its address."""
    told = next((value for name, value in document.headers if name.lower() == "memento-datetime"), "")
    stamp = _STAMP.search(document.address)
    try:
        if told:
            return parsedate_to_datetime(told).astimezone(UTC)
        return datetime.strptime(stamp[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC) if stamp else None
    except ValueError:
        return None
