"""Kind ``claimreview``: what other fact-checkers have said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.sources.api import ApiAddress, Base, Variable, address, answer, members, records
from factlint.sources.base import Reader

_PER_PAGE = 20
_MOST_PAGES = 5


class ClaimreviewAddress(ApiAddress):
    """Reviews of similar claims by other fact-checkers, from an index of ClaimReview markup.

    They are shown beside a claim's verdict and never settle it: ratings are free text, and a similar claim is
    not the same one. So a reference to this kind has a ``query`` and no ``select``. ``text`` is what is
    searched for; ``language``, ``site`` (a publisher's) and ``days`` (the greatest age) narrow it.
    ``credential`` names the environment variable that holds the key; ``network.credentials`` must list it.

    ```yaml
    other-checkers:
      publisher: Fact Check Explorer
      kind: claimreview
      language: en
    # and in the claim
    references:
      - {source: other-checkers, query: {text: birds in Norland}}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("text", "language", "site", "days")
    settles: ClassVar[bool] = False

    kind: Literal["claimreview"] = "claimreview"
    base: Base = Field("https://factchecktools.googleapis.com/v1alpha1", description="The index.")
    text: str = Field("", description="What is searched for.")
    language: str = Field("", description="Reviews in this language only.")
    site: str = Field("", description="Reviews of this publisher only.")
    days: str = Field("", description="Reviews no older than so many days.")
    credential: Variable = Field(
        "GOOGLE_FACT_CHECK_KEY", description="Environment variable that holds the key."
    )

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch the reviews. Raises NoDataError, MissingCredentialError and the errors of fetching."""
        asked = self.asked(query, "text")
        key = reader.secret(self.credential)
        rows: list[dict[str, Any]] = []
        pages: list[Document] = []
        token = ""
        while token or not pages:
            page = reader.get(self._url(asked, key, token))
            pages.append(page)
            value = answer(page)
            if value:  # an empty object says that there is nothing
                rows += [row for claim in members(value, "claims", page) for row in _rows(claim)]
            token = str(value.get("nextPageToken", "")) if len(pages) < _MOST_PAGES else ""
        return records(pages[0], rows)

    def _url(self, asked: Mapping[str, str], key: str, token: str) -> str:
        return address(
            self.base,
            "claims:search",
            query=asked["text"],
            languageCode=asked.get("language", ""),
            reviewPublisherSiteFilter=asked.get("site", ""),
            maxAgeDays=asked.get("days", ""),
            pageSize=_PER_PAGE,
            pageToken=token,
            key=key,
        )

    @property
    def location(self) -> str:
        """The index's address, without the key."""
        return f"{self.base}/claims:search"


def _rows(claim: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return one record a review: a claim may have several."""
    told = {"claim": claim.get("text"), "claimant": claim.get("claimant"), "claimed": claim.get("claimDate")}
    return [
        {
            **told,
            "publisher": (review.get("publisher") or {}).get("name")
            or (review.get("publisher") or {}).get("site"),
            "rating": review.get("textualRating"),
            "title": review.get("title"),
            "address": review.get("url"),
            "published": review.get("reviewDate"),
            "language": review.get("languageCode"),
        }
        for review in claim.get("claimReview") or []
    ]
