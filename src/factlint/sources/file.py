"""Kind ``file``: a file of the project."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.sources.base import AddressBase, Reader
from factlint.sources.placeholders import fill


class FileAddress(AddressBase):
    """A file under the folder of the sources file, symbolic links resolved.

    It is the same on every day; a dated series in it is read at the claim's day by the selector. ``{name}`` in the
    path stands for a value of the reference's ``query``.

    ```yaml
    bird-counts:
      publisher: Ministry of Birds
      kind: file
      path: references/birds.csv
    # and in the claim
    select: {kind: csv, where: {station: North pier}, column: counted, date: day}
    ```
    """

    kind: Literal["file"] = "file"
    path: str = Field(min_length=1, description="Path relative to the sources file.")

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Read the file; it is the same on every day. Raises MissingQueryError and the errors of reading."""
        return reader.file(fill(self.path, query))

    @property
    def location(self) -> str:
        """The path."""
        return self.path
