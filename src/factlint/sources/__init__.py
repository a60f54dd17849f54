"""Sources: places that references are read from. One file a kind; ``Address`` is any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from factlint.plugins import plugged_in
from factlint.sources.base import AddressBase, Reader
from factlint.sources.claimreview import ClaimreviewAddress
from factlint.sources.file import FileAddress
from factlint.sources.fred import FredAddress
from factlint.sources.git import GitAddress
from factlint.sources.hapi import HapiAddress
from factlint.sources.http import HttpAddress
from factlint.sources.memento import MementoAddress
from factlint.sources.owid import OwidAddress
from factlint.sources.sdmx import SdmxAddress
from factlint.sources.ucdp import UcdpAddress
from factlint.sources.unsdg import UnsdgAddress
from factlint.sources.wikidata import WikidataAddress
from factlint.sources.wikipedia import WikipediaAddress
from factlint.sources.worldbank import WorldbankAddress

__all__ = ["BUILT_IN", "KINDS", "Address", "AddressBase", "Reader", "recognised"]

BUILT_IN: tuple[type[AddressBase], ...] = (
    ClaimreviewAddress,
    FileAddress,
    FredAddress,
    GitAddress,
    HapiAddress,
    HttpAddress,
    MementoAddress,
    OwidAddress,
    SdmxAddress,
    UcdpAddress,
    UnsdgAddress,
    WikidataAddress,
    WikipediaAddress,
    WorldbankAddress,
)

KINDS: dict[str, type[AddressBase]] = {
    kind.model_fields["kind"].default: kind
    for kind in (*BUILT_IN, *plugged_in("factlint.sources", AddressBase))
}
"""Every kind by its name: the built-in ones and those of installed plug-ins."""

if TYPE_CHECKING:
    Address = AddressBase
else:
    Address = Annotated[Union[tuple(KINDS.values())], Field(discriminator="kind")]  # noqa: UP007


def recognised(url: str) -> tuple[str, dict[str, str]] | None:
    """Return the kind that reads a web address best, with its fields; ``http`` reads what no other does."""
    ordered = sorted(KINDS, key=lambda name: name == HttpAddress.model_fields["kind"].default)
    found = ((name, KINDS[name].recognised(url)) for name in ordered)
    return next(((name, fields) for name, fields in found if fields is not None), None)
