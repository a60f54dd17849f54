"""Kind ``wikipedia``: an article of Wikipedia as it stood on a day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import ClassVar, Literal
from urllib.parse import unquote

from pydantic import Field

from factlint.documents.base import Document
from factlint.errors import UnexpectedAnswerError
from factlint.sources import mediawiki
from factlint.sources.api import ApiAddress, Base, address
from factlint.sources.base import Reader


class WikipediaAddress(ApiAddress):
    """An article of Wikipedia, in the revision that stood at the end of the claim's day (UTC), as a page.

    ``page`` is the article's title and may also come from a reference's ``query``; redirects are followed.
    ``base`` is the wiki (``https://de.wikipedia.org`` for another language).

    ```yaml
    wikipedia:
      publisher: Wikipedia
      kind: wikipedia
      tier: 3
    # and in the claim
    query: {page: Oslo}
    select: {kind: table, caption: Population, row: "2020", column: Inhabitants}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("page",)

    kind: Literal["wikipedia"] = "wikipedia"
    base: Base = Field("https://en.wikipedia.org", description="The wiki.")
    page: str = Field("", description="The article's title.")

    @property
    def vintages(self) -> bool:
        """Every revision is kept."""
        return True

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise an article's page."""
        found = re.match(r"(https://[a-z-]+\.wikipedia\.org)/wiki/([^?#]+)", url)
        if not found:
            return None
        base = {} if found[1] == cls.model_fields["base"].default else {"base": found[1]}
        return {**base, "page": unquote(found[2]).replace("_", " ")}

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch the revision. Raises NoDataError, MissingQueryError and the errors of fetching."""
        title = self.asked(query, "page")["page"]
        found = mediawiki.revision(reader, self.base, title, at)
        document, value = mediawiki.ask(
            reader, self.base, action="parse", oldid=str(found.number), prop="text", disableeditsection="1"
        )
        text = value.get("parse", {}).get("text")
        if not isinstance(text, str):
            raise UnexpectedAnswerError(f"{document.address}: the answer has no 'parse.text'")
        where = address(self.base, "w", "index.php", oldid=found.number)
        return replace(document.holding(text.encode(), "text/html", address=where), dated=found.made)

    @property
    def location(self) -> str:
        """The article's address."""
        return address(self.base, "wiki", self.page.replace(" ", "_")) if self.page else f"{self.base}/wiki/…"
