"""Selectors: how a passage is found in a document. One file a kind; ``Selector`` is any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Union

from pydantic import Field

from factlint.plugins import plugged_in
from factlint.selectors.area import AreaSelector
from factlint.selectors.base import Passage, Point, Provenance, SelectorBase
from factlint.selectors.css import CssSelector
from factlint.selectors.csv import CsvSelector
from factlint.selectors.jsonpath import JsonpathSelector
from factlint.selectors.observations import ObservationsSelector
from factlint.selectors.passage import PassageSelector
from factlint.selectors.records import RecordsSelector
from factlint.selectors.regex import RegexSelector
from factlint.selectors.sql import SqlSelector
from factlint.selectors.table import TableSelector
from factlint.selectors.xpath import XpathSelector

__all__ = ["BUILT_IN", "KINDS", "Passage", "Point", "Provenance", "Selector", "SelectorBase"]

BUILT_IN: tuple[type[SelectorBase], ...] = (
    AreaSelector,
    CssSelector,
    CsvSelector,
    JsonpathSelector,
    ObservationsSelector,
    PassageSelector,
    RecordsSelector,
    RegexSelector,
    SqlSelector,
    TableSelector,
    XpathSelector,
)

KINDS: dict[str, type[SelectorBase]] = {
    kind.model_fields["kind"].default: kind
    for kind in (*BUILT_IN, *plugged_in("factlint.selectors", SelectorBase))
}
"""Every kind by its name: the built-in ones and those of installed plug-ins."""

if TYPE_CHECKING:
    Selector = SelectorBase
else:
    Selector = Annotated[Union[tuple(KINDS.values())], Field(discriminator="kind")]  # noqa: UP007
