"""Statements of Wikidata (Wikibase's JSON data model) as flat records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

Snak = Mapping[str, Any]

START, END, MOMENT = "P580", "P582", "P585"
_ADDRESS, _STATED_IN = "P854", "P248"
_DAY, _MONTH, _YEAR, _DECADE, _CENTURY = 11, 10, 9, 8, 7
_JULIAN = "Q1985786"


def items_of(statements: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the items that the statements name, whose labels a reader will want."""
    return {item for statement in statements for snak in _snaks(statement) if (item := _item(snak))}


def ranked(statements: Iterable[Mapping[str, Any]], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return all but the deprecated statements as records; the best are the preferred, or else the normal."""
    found = [_record(statement, labels) for statement in statements if statement["rank"] != "deprecated"]
    best = "preferred" if any(row["rank"] == "preferred" for row in found) else "normal"
    return [{**row, "best": "yes" if row["rank"] == best else "no"} for row in found]


def _record(statement: Mapping[str, Any], labels: Mapping[str, str]) -> dict[str, Any]:
    snak = statement["mainsnak"]
    qualifiers = statement.get("qualifiers") or {}
    dates = {name: _when(qualifiers, key) for name, key in (("start", START), ("end", END))}
    moment = _when(qualifiers, MOMENT)
    known = None not in (*dates.values(), moment)
    references = [item.get("snaks") or {} for item in statement.get("references") or []]
    return {
        "value": text_of(snak, labels) if known else "",
        "id": _item(snak),
        **_figures(snak, labels),
        "rank": statement["rank"],
        "snak": snak["snaktype"],
        **dates,
        "point_in_time": moment,
        "qualifiers": {
            name: "; ".join(text_of(item, labels) for item in found) for name, found in qualifiers.items()
        },
        "publisher": _first(references, _STATED_IN, labels),
        "address": _first(references, _ADDRESS, labels),
        "statement": statement.get("id", ""),
    }


def text_of(snak: Snak, labels: Mapping[str, str]) -> str:
    """Return a value's words; none for an unknown value, and for a statement that there is none."""
    if snak["snaktype"] != "value":
        return ""
    value = snak["datavalue"]["value"]
    kind = snak["datavalue"]["type"]
    if kind == "quantity":
        figures = _figures(snak, labels)
        return f"{figures['amount']} {figures['unit']}".strip()
    if kind == "time":
        return edtf(value)
    if kind == "monolingualtext":
        return str(value["text"])
    if kind == "wikibase-entityid":
        return labels.get(_item(snak), _item(snak))
    if kind == "globecoordinate":
        return f"{value['latitude']}, {value['longitude']}"
    return str(value)


def edtf(value: Mapping[str, Any]) -> str:
    """Return a time value as EDTF: a day, month, year, decade or century; empty for coarser ones.

    A day of the Julian calendar is given in the Gregorian one.
    """
    sign, digits = value["time"][0], value["time"][1:].partition("T")[0]
    year, month, day = (int(part) for part in digits.split("-"))
    precision = int(value["precision"])
    if sign == "-" or year > 9999 or precision < _CENTURY:
        return ""
    if precision == _CENTURY:  # the twentieth century is any of its years, 1901 to 2000
        last = -(-year // 100) * 100
        return f"{last - 99:04}/{last:04}"
    if precision == _DECADE:
        return f"{year // 10:03}X"
    if precision == _YEAR or month == 0:
        return f"{year:04}"
    if precision == _MONTH or day == 0:
        return f"{year:04}-{month:02}"
    if str(value.get("calendarmodel", "")).endswith(_JULIAN):
        return _gregorian(year, month, day)
    return f"{year:04}-{month:02}-{day:02}"


def _gregorian(year: int, month: int, day: int) -> str:
    """Convert a Julian day by its Julian day number (Richards, Explanatory Supplement, 2013, 15.11)."""
    from_march = (month - 3) % 12
    years = year + 4800 - (month < 3)
    number = day + (153 * from_march + 2) // 5 + 365 * years + years // 4 - 32083
    return date.fromordinal(number - 1_721_425).isoformat()


def _when(qualifiers: Mapping[str, Any], key: str) -> str | None:
    """Return a qualifier's date: "" where there is none, ``None`` where it is unknown or there are several."""
    found = qualifiers.get(key) or []
    if not found:
        return ""
    if len(found) > 1 or found[0]["snaktype"] == "somevalue":
        return None
    return "" if found[0]["snaktype"] == "novalue" else edtf(found[0]["datavalue"]["value"]) or None


def _figures(snak: Snak, labels: Mapping[str, str]) -> dict[str, str]:
    if snak["snaktype"] != "value" or snak["datavalue"]["type"] != "quantity":
        return {"amount": "", "unit": "", "low": "", "high": ""}
    value = snak["datavalue"]["value"]
    bounds = [_plain(value[name]) for name in ("lowerBound", "upperBound") if name in value]
    ordered = sorted(bounds, key=float) if len(bounds) == 2 else ["", ""]  # some stand the wrong way round
    unit = _item(snak)
    return {
        "amount": _plain(value["amount"]),
        "unit": labels.get(unit, unit),
        "low": ordered[0],
        "high": ordered[1],
    }


def _plain(amount: str) -> str:
    return str(amount).removeprefix("+")


def _item(snak: Snak) -> str:
    """Return the item that a value is or, for a quantity, its unit's."""
    if snak["snaktype"] != "value":
        return ""
    value, kind = snak["datavalue"]["value"], snak["datavalue"]["type"]
    if kind == "wikibase-entityid":
        return str(value.get("id") or f"Q{value['numeric-id']}")
    unit = str(value["unit"]).rpartition("/")[2] if kind == "quantity" else ""
    return unit if unit.startswith("Q") else ""


def _snaks(statement: Mapping[str, Any]) -> Iterator[Snak]:
    yield statement["mainsnak"]
    for found in (statement.get("qualifiers") or {}).values():
        yield from found
    for reference in statement.get("references") or []:
        yield from (reference.get("snaks") or {}).get(_STATED_IN, [])


def _first(references: Iterable[Mapping[str, Any]], key: str, labels: Mapping[str, str]) -> str:
    return next((text_of(snaks[key][0], labels) for snaks in references if snaks.get(key)), "")
