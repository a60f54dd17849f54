"""A value of a JSON document by its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, field_validator

from factlint.documents.base import Document
from factlint.documents.json import json, printed
from factlint.documents.nearest import listed, shortened
from factlint.errors import NoMatchError, NotAValueError
from factlint.selectors.base import Day, Passage
from factlint.selectors.jsonquery import compiled, nearest_key, nodes
from factlint.selectors.series import SeriesSelector

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathNode

_CONTEXT = 300


class JsonpathSelector(SeriesSelector):
    """A value of a JSON document, by a JSONPath (RFC 9535) that finds exactly one.

    ``many: true`` reads all that it finds, or the members of the one array it finds, as one list. With
    ``date``, a path relative to each value's own object (or the nearest object around it that has one),
    the values are a series, read at the latest on or before the claim's day; ``null`` is no value.

    ```yaml
    select:
      kind: jsonpath
      path: $.observations[*].value
      date: $.date
    ```
    """

    kind: Literal["jsonpath"] = "jsonpath"
    path: str = Field(description="JSONPath of the value.")
    date: str = Field("", description="JSONPath of its date, relative to the objects around the value.")

    @field_validator("path", "date")
    @classmethod
    def _compiles(cls, path: str) -> str:
        if path:
            compiled(path)
        return path

    @property
    def dated(self) -> bool:
        """Whether the values have dates."""
        return bool(self.date)

    def find(self, document: Document, at: Day | None) -> Passage:
        """Find the value, or with ``many`` the values."""
        value = json(document)
        found = nodes(self.path, value)
        if self.many and len(found) == 1 and isinstance(found[0].value, list):
            found = [found[0].new_child(item, number, found[0]) for number, item in enumerate(found[0].value)]
        filled = [node for node in found if node.value is not None]
        if not filled:
            told = "finds no value but null" if found else "finds no value"
            raise NoMatchError(f"{self.path} {told}", hint=nearest_key(self.path, value))
        passages = [self._passage(node) for node in filled]
        return self._settled(passages, at, f"{self.path} finds", "narrow the path, or say 'many: true'")

    def _passage(self, node: JSONPathNode) -> Passage:
        if isinstance(node.value, dict | list):
            known = listed(node.value) if isinstance(node.value, dict) else f"{len(node.value)} members"
            kind = "an object" if isinstance(node.value, dict) else "an array"
            raise NotAValueError(f"{node.path()} is {kind}, not a value", hint=f"it has {known}")
        around = node.parent.value if node.parent else node.value
        return Passage(
            text=printed(node.value),
            context=_context(around),
            locator=node.path(),
            as_of=self._date_of(node) if self.date else "",
        )

    def _date_of(self, node: JSONPathNode) -> str:
        around = node.parent
        while around is not None:
            found = [
                item for item in nodes(self.date, around.value) if isinstance(item.value, str | int | float)
            ]
            if len(found) == 1:
                return printed(found[0].value)
            around = around.parent
        raise NoMatchError(f"{node.path()} has no one date at {self.date} in the objects around it")


def _context(around: Any) -> str:
    if not isinstance(around, dict):
        return ""
    cells = (f"{key}: {printed(item)}" for key, item in around.items() if not isinstance(item, dict | list))
    return shortened("; ".join(cells), _CONTEXT)
