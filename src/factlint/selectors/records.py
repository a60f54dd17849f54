"""Rows of a JSON document."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, field_validator

from factlint.documents.base import Document
from factlint.documents.json import json, printed
from factlint.documents.table import Row, Table
from factlint.errors import NoMatchError, NotAValueError
from factlint.selectors.jsonquery import compiled, nearest_key, nodes
from factlint.selectors.rows import RowsSelector


class RecordsSelector(RowsSelector):
    """An object in an array of JSON objects, found by the values of its members.

    ``path`` (JSONPath) says where the objects are: it finds either them or the one array that holds them.
    Members of inner objects are named with dots: ``country.name``. All else is as for kind ``csv``.

    ```yaml
    select:
      kind: records
      path: $.data
      where: {country.id: NO}
      column: value
      date: date
    ```
    """

    kind: Literal["records"] = "records"
    path: str = Field("$", description="JSONPath of the objects, or of the array that holds them.")

    @field_validator("path")
    @classmethod
    def _compiles(cls, path: str) -> str:
        compiled(path)
        return path

    def _table(self, document: Document) -> Table:
        return document.parsed(f"records:{self.path}", lambda it: _records(json(it), self.path))


def _records(value: Any, path: str) -> Table:
    found = nodes(path, value)
    if not found:
        raise NoMatchError(f"{path} finds nothing", hint=nearest_key(path, value))
    if len(found) == 1 and isinstance(found[0].value, list):
        found = [found[0].new_child(item, number, found[0]) for number, item in enumerate(found[0].value)]
    wrong = next((node for node in found if not isinstance(node.value, dict)), None)
    if wrong is not None:
        raise NotAValueError(f"{wrong.path()} is no object", hint="let the path find an array of objects")
    rows = tuple(Row(node.path(), _flat(node.value)) for node in found)
    return Table(tuple(dict.fromkeys(name for row in rows for name in row.cells)), rows)


def _flat(value: Any, prefix: str = "") -> dict[str, str]:
    """Name every scalar below an object by its path with dots."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    flat: dict[str, str] = {}
    for key, item in pairs:
        name = f"{prefix}{key}"
        flat.update(
            _flat(item, f"{name}.") if isinstance(item, dict | list) else {name: printed(item).strip()}
        )
    return flat
