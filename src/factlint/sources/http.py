"""Kind ``http``: any address on the web."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, ClassVar, Literal
from urllib.parse import quote

from pydantic import Field, StringConstraints

from factlint.documents.base import Document
from factlint.sources.base import AddressBase, Reader
from factlint.sources.placeholders import fill

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")

WEB_ADDRESS = r"^https?://[^\s/?#@]+([/?#][^\s]*)?$"

HeaderName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9-]{1,64}$")]
HeaderValue = Annotated[str, StringConstraints(pattern=r"^[\x20-\x7e]*$", max_length=4096)]


class HttpAddress(AddressBase):
    """A page, file or API on the web, by its address.

    ``{name}`` in the address stands for a value of the reference's ``query``; ``${NAME}`` in a header, for the
    credential in that environment variable, which ``network.credentials`` must list. The answer is today's: for
    what a page said on an earlier day, use ``memento`` or a source that keeps vintages.

    ```yaml
    bird-counts:
      publisher: Ministry of Birds
      kind: http
      url: https://ministry.example/counts/{station}.json
      headers: {Authorization: "Bearer ${BIRDS_TOKEN}"}
      ttl: 1d
    # and in the claim
    query: {station: north-pier}
    select: {kind: jsonpath, path: $.counted}
    ```
    """

    fresh: ClassVar[timedelta | None] = None

    kind: Literal["http"] = "http"
    url: Annotated[str, StringConstraints(pattern=WEB_ADDRESS, max_length=8192)] = Field(
        description="The address; ``{name}`` stands for a value of the query."
    )
    headers: dict[HeaderName, HeaderValue] = Field(
        default_factory=dict, description="Request headers; ``${NAME}`` stands for a credential."
    )

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise any web address."""
        return {"url": url} if re.match(r"https?://[^\s]+$", url) else None

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch the URL. Raises MissingQueryError, MissingCredentialError and the errors of fetching."""
        headers = {name: _filled(value, reader) for name, value in self.headers.items()}
        return reader.get(fill(self.url, query, _quoted), headers=headers)

    @property
    def location(self) -> str:
        """The URL, with its placeholders."""
        return self.url


def _filled(value: str, reader: Reader) -> str:
    return _VARIABLE.sub(lambda match: reader.secret(match[1]), value)


def _quoted(value: str) -> str:
    return quote(value, safe="")
