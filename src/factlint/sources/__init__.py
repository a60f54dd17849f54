"""Sources: places that references are read from, one file a kind."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from factlint.sources.base import AddressBase
from factlint.sources.file import FileAddress
from factlint.sources.http import HttpAddress

KINDS: dict[str, type[AddressBase]] = {"file": FileAddress, "http": HttpAddress}
"""Every built-in kind by its name."""

Address = Annotated[FileAddress | HttpAddress, Field(discriminator="kind")]
"""The address of any kind."""

__all__ = ["KINDS", "Address", "AddressBase"]
