"""Kind ``wikidata``: the statements of an item of Wikidata."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Literal

from pydantic import Field

from factlint.documents.base import Document
from factlint.documents.nearest import listed
from factlint.errors import NoDataError, UnexpectedAnswerError
from factlint.sources import mediawiki
from factlint.sources.api import ApiAddress, Base, address, answer, asked_at, records
from factlint.sources.base import Reader
from factlint.sources.statements import items_of, ranked

_ITEM = re.compile(r"Q[1-9]\d{0,14}")
_BATCH = 50  # items whose labels may be asked for at once


class WikidataAddress(ApiAddress):
    """The statements of an item by one property, as records.

    Each record has ``value`` (a label, figure with unit, date as EDTF or text), ``id`` (of an item),
    ``amount``, ``unit``, ``low``, ``high``, ``rank``, ``best`` (``yes`` where Wikidata's own pages would show
    it today), ``start`` and ``end`` (P580, P582), ``point_in_time`` (P585), ``qualifiers.P…`` and the first
    reference's ``publisher`` and ``address``. Deprecated statements are left out; an unknown or missing value
    is empty, and so is one whose dates Wikidata knows to be unknown.

    On a day, choose by ``interval: [start, end]`` or ``date: point_in_time``, among all that aren't
    deprecated: ``best`` speaks of today alone. ``revision: as-of`` reads the item as Wikidata had it on the
    claim's day. The item is ``item``, or the one that the article ``title`` of ``site`` is about; all, and
    ``property``, may come from a reference's ``query``.

    ```yaml
    wikidata:
      publisher: Wikidata
      kind: wikidata
      tier: 3
    # and in the claim
    query: {item: Q20, property: P35}
    select: {kind: records, column: value, interval: [start, end]}
    ```
    """

    asks: ClassVar[tuple[str, ...]] = ("item", "site", "title", "property", "language")

    kind: Literal["wikidata"] = "wikidata"
    base: Base = Field("https://www.wikidata.org", description="The Wikibase instance.")
    item: str = Field("", description="The item, such as ``Q20``.")
    title: str = Field("", description="An article's title, in place of the item.")
    site: str = Field("enwiki", description="The wiki of that article.")
    property: str = Field("", description="The property, such as ``P35``.")
    language: str = Field("en", description="The language of labels.")
    revision: Literal["newest", "as-of"] = Field("newest", description="Which state of the item is read.")

    @builtins.property
    def vintages(self) -> bool:
        """Whether the item is read as it stood on the day."""
        return self.revision == "as-of"

    @classmethod
    def recognised(cls, url: str) -> dict[str, str] | None:
        """Recognise an item's page."""
        found = re.match(r"https?://www\.wikidata\.org/wiki/(Q[1-9]\d*)$", url)
        return {"item": found[1]} if found else None

    def read(self, reader: Reader, query: Mapping[str, str], at: date | None) -> Document:
        """Fetch the item and its values' labels. Raises NoDataError and the errors of fetching."""
        asked = self.asked(query, "property")
        document, entity = self._entity(reader, asked, at)
        claims = entity.get("claims") or {}  # an empty map is written as an array
        statements = claims.get(asked["property"]) if isinstance(claims, dict) else None
        if not statements:
            raise NoDataError(
                f"{asked_at(document)}: no statement of {entity.get('id')} by {asked['property']}",
                hint=f"it has statements by {listed(claims)}" if claims else "it has no statements",
            )
        where = address(self.base, "wiki", str(entity.get("id")))
        origin = document.holding(document.body, document.media_type, address=where)
        try:
            labels = self._labels(reader, items_of(statements), asked["language"])
            return records(origin, ranked(statements, labels))
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            reason = f"{type(error).__name__} {error}"
            raise UnexpectedAnswerError(f"{where}: a statement is malformed: {reason}") from None

    def _entity(
        self, reader: Reader, asked: Mapping[str, str], at: date | None
    ) -> tuple[Document, dict[str, Any]]:
        if at is None:
            return self._newest(reader, asked)
        item = asked.get("item") or str(self._newest(reader, asked)[1].get("id"))
        if not _ITEM.fullmatch(item):
            raise NoDataError(f"'{item}' is no item of Wikidata", hint="write its number, such as Q20")
        found = mediawiki.revision(reader, self.base, item, at)
        document = reader.get(
            address(self.base, "wiki", "Special:EntityData", f"{item}.json", revision=found.number)
        )
        document = replace(document, dated=found.made)
        return document, _only(answer(document), document)

    def _newest(self, reader: Reader, asked: Mapping[str, str]) -> tuple[Document, dict[str, Any]]:
        if "item" in asked:
            which = {"ids": asked["item"]}
        else:
            which = {"sites": asked["site"], "titles": self.asked(asked, "title")["title"]}
        document, value = mediawiki.ask(
            reader, self.base, action="wbgetentities", props="claims|info", **which
        )
        return document, _only(value, document)

    def _labels(self, reader: Reader, items: Iterable[str], language: str) -> dict[str, str]:
        labels: dict[str, str] = {}
        ordered = sorted(items)
        for batch in (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH)):
            _, value = mediawiki.ask(
                reader,
                self.base,
                action="wbgetentities",
                ids="|".join(batch),
                props="labels",
                languages=language,
                languagefallback="1",
            )
            for name, entity in value.get("entities", {}).items():
                told = (entity.get("labels") or {}).get(language) or {}
                labels[name] = told.get("value", name)
        return labels

    @builtins.property
    def location(self) -> str:
        """The item's address."""
        return f"{self.base}/wiki/{self.item or '…'}"


def _only(value: Any, document: Document) -> dict[str, Any]:
    """Return the one entity of an answer; one that was merged comes under its successor's number."""
    entities = value.get("entities") if isinstance(value, dict) else None
    if not isinstance(entities, dict) or len(entities) != 1:
        raise UnexpectedAnswerError(f"{document.address}: the answer has no one entity")
    entity: dict[str, Any] = next(iter(entities.values()))
    if "missing" in entity:
        raise NoDataError(f"{asked_at(document)}: Wikidata has no such item", hint="check its number")
    return entity
