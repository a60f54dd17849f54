"""Statistical datasets (JSON-stat 2.0, SDMX-JSON 1.0 and 2.0, SDMX-CSV) as rows, one an observation.

Every dimension is a column of codes and, where the dataset has labels, a second column ``<dimension>.label``.
The observation is in column ``value``, its time period, as EDTF, in column ``time``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Context, Decimal
from typing import Any

from factlint.documents.base import Document
from factlint.documents.detect import detect
from factlint.documents.json import json, printed
from factlint.documents.periods import edtf_of
from factlint.documents.table import Row, Table, table
from factlint.errors import DocumentLimitError, UnparseableError

VALUE, TIME = "value", "time"
MAX_OBSERVATIONS = 1_000_000

_POWER = "UNIT_MULT"
_FIGURE = re.compile(r"[+-]?\d{1,40}(?:\.\d{1,40})?")
_TIMES = ("time_period", "time")


def dataset(document: Document, override: str = "") -> Table:
    """Return a dataset's observations. Raises UnparseableError and DocumentLimitError."""
    if detect(document, override) in ("csv", "tsv"):
        return document.parsed("dataset:csv", lambda it: _sdmx_csv(table(it, override), it.address))
    return document.parsed("dataset:json", _json_dataset)


def multiplied(value: str, power: str) -> str:
    """Return an observation times the power of ten that its attribute UNIT_MULT gives (SDMX, cross-domain concepts).

    power: a code such as ``6`` or, with its label, ``6: Millions``
    """
    if value == "NaN":  # how SDMX writes a missing observation
        return ""
    code = power.partition(":")[0].strip()
    if code in ("", "0") or not (re.fullmatch(r"-?\d{1,2}", code) and _FIGURE.fullmatch(value)):
        return value
    return f"{Decimal(value).scaleb(int(code), Context(prec=200)):f}"


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
    value, time, power = (names.get(name, "") for name in ("obs_value", "time_period", _POWER.lower()))

    def read(row: Row) -> dict[str, str]:
        cells = row.cells
        figure = multiplied(cells.get(value, ""), cells.get(power, ""))
        return {**cells, VALUE: figure, TIME: edtf_of(cells.get(time, ""))}

    rows = tuple(Row(row.place, read(row)) for row in found.rows)
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
        structure = structures[int(found.get("structure", min(number, len(structures) - 1)))]
        for key, observation in _observations(found):
            count += 1
            if count > MAX_OBSERVATIONS:
                raise DocumentLimitError(f"the dataset has more than {MAX_OBSERVATIONS:,} observations")
            if observation and observation[0] is not None:
                ids, members = _members(structure["dimensions"], found, key)
                power = _power(structure.get("attributes") or {}, found, key, observation)
                figure = multiplied(printed(observation[0]), power)
                yield _observation(f"observation {':'.join(key)}", ids, members, figure)


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


def _power(
    attributes: Mapping[str, Any], found: Mapping[str, Any], key: Sequence[str], observation: Sequence[Any]
) -> str:
    """Return UNIT_MULT as the observation has it, or else its series, its group of dimensions, the dataset."""
    series = (found.get("series") or {}).get(key[0]) or {}
    groups = found.get("dimensionGroupAttributes") or {}
    levels = [
        ("observation", observation[1:]),
        ("series", series.get("attributes") or ()),
        *(("dimensionGroup", places) for group, places in groups.items() if _in_group(group, key)),
        ("dataSet", found.get("attributes") or ()),
    ]
    for level, places in levels:
        for item, place in zip(attributes.get(level) or (), places, strict=False):
            if item["id"] == _POWER and place is not None:
                return _code(item["values"][place]) if isinstance(place, int) else str(place)
    return ""


def _in_group(group: str, key: Sequence[str]) -> bool:
    """Whether a group's key (``0::1``, empty where any member counts) covers an observation's."""
    parts = ":".join(filter(None, key)).split(":")
    return all(wanted in ("", part) for wanted, part in zip(group.split(":"), parts, strict=False))


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
