"""Statistical datasets (JSON-stat 2.0, SDMX-JSON 1.0 and 2.0, SDMX-CSV) as rows, one an observation.

Every dimension is a column of codes and, where the dataset has labels, a second column ``<dimension>.label``.
The observation is in column ``value``, its time period, as EDTF, in column ``time``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.json import json, printed
from factlint.documents.periods import edtf_of
from factlint.documents.table import Row, Table, table
from factlint.errors import DocumentLimitError, UnparseableError

VALUE, TIME = "value", "time"
MAX_OBSERVATIONS = 1_000_000

_TIMES = ("time_period", "time")


def dataset(document: Document, override: str = "") -> Table:
    """Return a dataset's observations. Raises UnparseableError and DocumentLimitError."""
    if detect(document, override) in ("csv", "tsv"):
        return document.parsed("dataset:csv", lambda it: _sdmx_csv(table(it, override), it.address))
    return document.parsed("dataset:json", _json_dataset)


def _json_dataset(document: Document) -> Table:
    value = json(document)
    try:
        rows = list(_rows(value))
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise UnparseableError(
            f"{document.address} is no JSON-stat or SDMX-JSON dataset", hint=reason
        ) from None
    return Table(tuple(dict.fromkeys(name for row in rows for name in row.cells)), tuple(rows))


def _rows(value: Any) -> Iterator[Row]:
    if value.get("class") == "dataset" or "dimension" in value:
        return _json_stat(value)
    return _sdmx_json(value)


def _sdmx_csv(found: Table, address: str) -> Table:
    names = {name.lower(): name for name in found.columns}
    if "obs_value" not in names:
        raise UnparseableError(f"{address} is no SDMX-CSV: it has no column OBS_VALUE")
    value, time = names["obs_value"], names.get("time_period", "")
    rows = tuple(
        Row(row.place, {**row.cells, VALUE: row.cells.get(value, ""), TIME: edtf_of(row.cells.get(time, ""))})
        for row in found.rows
    )
    return Table((*found.columns, VALUE, TIME), rows)


def _json_stat(value: Mapping[str, Any]) -> Iterator[Row]:
    ids: list[str] = value["id"]
    categories = [_categories(value["dimension"][name]["category"]) for name in ids]
    sizes = [int(size) for size in value["size"]]
    if sizes != [len(found) for found in categories]:
        raise ValueError("the sizes of the dimensions differ from their categories")
    numbers = value["value"]
    pairs = numbers.items() if isinstance(numbers, dict) else enumerate(numbers)
    for position, number in pairs:
        if number is not None:
            members = [
                found[at] for found, at in zip(categories, _unravel(int(position), sizes), strict=True)
            ]
            yield _observation(f"value {position}", ids, members, printed(number))


def _categories(category: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the codes with their labels, in the order of the dimension's index."""
    labels = category.get("label") or {}
    index = category.get("index", list(labels))
    codes = sorted(index, key=lambda code: index[code]) if isinstance(index, dict) else index
    return [(code, labels.get(code, "")) for code in codes]


def _unravel(position: int, sizes: Sequence[int]) -> list[int]:
    places = []
    for size in reversed(sizes):
        position, place = divmod(position, size)
        places.append(place)
    if position:
        raise IndexError("a value lies outside the dimensions")
    return places[::-1]


def _sdmx_json(value: Mapping[str, Any]) -> Iterator[Row]:
    data = value.get("data", value)
    structures = data.get("structures") or [data.get("structure") or value["structure"]]
    count = 0
    for number, found in enumerate(data.get("dataSets", value.get("dataSets"))):
        dimensions = structures[int(found.get("structure", min(number, len(structures) - 1)))]["dimensions"]
        for key, observation in _observations(found):
            count += 1
            if count > MAX_OBSERVATIONS:
                raise DocumentLimitError(f"the dataset has more than {MAX_OBSERVATIONS:,} observations")
            if observation and observation[0] is not None:
                ids, members = _members(dimensions, found, key)
                yield _observation(f"observation {':'.join(key)}", ids, members, printed(observation[0]))


def _observations(found: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Sequence[Any]]]:
    """Yield (series key, observation key) and the observation: its value, then its attributes."""
    for key, observation in (found.get("observations") or {}).items():
        yield ("", key), observation
    for series, inner in (found.get("series") or {}).items():
        for key, observation in inner["observations"].items():
            yield (series, key), observation


def _members(
    dimensions: Mapping[str, Any], found: Mapping[str, Any], key: Sequence[str]
) -> tuple[list[str], list[tuple[str, str]]]:
    fixed = [(item, 0) for item in dimensions.get("dataSet") or dimensions.get("dataset") or ()]
    placed = [
        *fixed,
        *_placed(dimensions.get("series") or (), key[0]),
        *_placed(dimensions.get("observation") or (), key[1]),
    ]
    members = [item["values"][place] for item, place in placed]
    return [item["id"] for item, _ in placed], [(_code(member), _name(member)) for member in members]


def _placed(items: Sequence[Any], key: str) -> list[tuple[Any, int]]:
    return list(zip(items, map(int, key.split(":")), strict=True)) if key else []


def _code(member: Mapping[str, Any]) -> str:
    return str(member.get("id", member.get("value", "")))


def _name(member: Mapping[str, Any]) -> str:
    name = member.get("name", "")
    return str(name.get("en") or next(iter(name.values()), "")) if isinstance(name, dict) else str(name)


def _observation(place: str, ids: Sequence[str], members: Sequence[tuple[str, str]], value: str) -> Row:
    cells: dict[str, str] = {}
    for name, (code, label) in zip(ids, members, strict=True):
        cells[name] = code
        if label and label != code:
            cells[f"{name}.label"] = label
        if name.lower() in _TIMES:
            cells[TIME] = edtf_of(code)
    return Row(place, {**cells, VALUE: value})
