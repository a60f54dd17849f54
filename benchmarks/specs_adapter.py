"""factlint's reader as an extractor for the scorer of the Recognizers-Text cases.

``extract(text, model, ref)`` only translates: kinds, unit names and the notation of ranges. It parses nothing, but
looks up in factlint's table the unit words that stand without a figure, which the suite marks with no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Context as Precision
from decimal import Decimal
from fractions import Fraction

from factlint.values import Context, Quantity, Reading, Sense, scan
from factlint.values.units import MONEY, PHRASES, unit

from .specs_dates import extract_dates

Found = tuple[int, int, str, object]

_ENGLISH = Context(locale="en")
_PRECISION = Precision(prec=15)
_DIMENSIONS = {"length", "area", "volume", "mass", "speed", "data", "angle", "energy", "power", "pressure"}
_NAMES = {
    "in": "Inch", "ft": "Foot", "mph": "Mile per hour", "km/h": "Kilometer per hour", "m/s": "Meter per second",
    "t": "Ton", "lb": "Pound", "kn": "Knot",
}  # fmt: skip
_MINOR = {"cent": 100, "¢": 100, "pence": 100, "penny": 100, "satoshi": 10**8, "jiao": 10, "mao": 10}
_MINOR_NAMES = {"penny": "Pence", "¢": "Cent"}
_TEMPERATURES = {"°C": "C", "°F": "F", "K": "K", "°R": "R", "°": "Degree"}
_DATED = {"DateTime"}
_UNITS_ALONE = {"Temperature": "temperature", "Currency": MONEY, "Percent": "share"}
_NO_UNIT = {"won", "c", "f", "k"}  # verbs and letters
_WORD = re.compile(r"[a-z]+")


def extract(text: str, model: str = "", ref: datetime | None = None) -> Iterator[Found]:
    """Yield ``(start, end, type, value)`` for every value of the model's family in ``text``."""
    if model in _DATED:
        yield from extract_dates(text, ref)
        return
    readings = scan(text, _ENGLISH)
    for reading in readings:
        if isinstance(reading.value, Quantity):
            start, end = (reading.start, reading.end) if model == "NumberRange" else _unqualified(reading)
            for kind, value in _translated(reading.value, model):
                yield start, end, kind, value
    if model in _UNITS_ALONE:
        yield from _units_alone(text, readings, _UNITS_ALONE[model])


def _units_alone(text: str, readings: list[Reading], dimension: str) -> Iterator[Found]:
    """Yield the words that name a unit of ``dimension`` and belong to no value."""
    low, end = text.lower(), 0
    for word in _WORD.finditer(low):
        start = word.start()
        if start < end or any(reading.start <= start < reading.end for reading in readings):
            continue
        for phrase in PHRASES.get(word[0], ()):
            known, end = unit(phrase.code), start + len(phrase.text)
            if known.dimension != dimension or phrase.cased or phrase.part != 1 or phrase.text in _NO_UNIT:
                continue
            if low.startswith(phrase.text, start) and not low[end : end + 1].isalpha():
                yield start, end, *_alone(known.code, known.name, phrase.text)
                break
        else:
            end = 0


def _alone(code: str, name: str, words: str) -> tuple[str, object]:
    if code == "%":
        return "percentage", None
    if code in _TEMPERATURES:
        return "temperature", (None, _TEMPERATURES[code])
    return "currency", (None, "Dollar" if words.startswith("dollar") else name)


def _unqualified(reading: Reading) -> tuple[int, int]:
    """Return the span without the words of the qualifier, which the suite leaves outside."""
    start, end, quantity = reading.start, reading.end, reading.value
    words = quantity.qualifier if isinstance(quantity, Quantity) and quantity.unit != "ordinal" else ""
    said = quantity.text.lower() if isinstance(quantity, Quantity) else ""
    if not words or quantity.sense is Sense.RANGE:
        return start, end
    if said.startswith(words):
        return end - len(said[len(words) :].lstrip()), end
    return start, start + len(said.removesuffix(words).rstrip()) if said.endswith(words) else end


def _translated(quantity: Quantity, model: str) -> Iterator[tuple[str, object]]:
    if model == "NumberRange":
        if quantity.qualifier.startswith("equal") and quantity.low == quantity.high:
            yield "numberrange", f"[{_plain(quantity.low)},{_plain(quantity.high)}]"
        elif quantity.sense not in {Sense.POINT, Sense.APPROXIMATE, Sense.NEARLY, Sense.MAGNITUDE}:
            yield "numberrange", _interval(quantity)
        return
    kind = _kind(quantity, model)
    for figure in dict.fromkeys(figure for figure in (quantity.low, quantity.high) if figure is not None):
        yield kind, _value(quantity, figure, kind)


def _kind(quantity: Quantity, model: str) -> str:
    dimension = unit(quantity.unit).dimension
    if quantity.unit in {"%", "pp"}:
        return "percentage"
    if quantity.unit == "ordinal":
        return "ordinal"
    if dimension == MONEY:
        return "currency"
    if dimension == "temperature" or (quantity.unit == "°" and model == "Temperature"):
        return "temperature"
    if dimension == "time":
        return "age" if quantity.counted.measure == "age" else "duration"
    return "dimension" if dimension in _DIMENSIONS else "number"


def _value(quantity: Quantity, figure: Fraction, kind: str) -> object:
    if kind == "ordinal" and figure < 0:
        return f"end{1 + int(figure):+}"
    if kind in {"number", "ordinal", "percentage"}:
        return _decimal(figure)
    if kind == "temperature":
        return _decimal(figure), _TEMPERATURES[quantity.unit]
    if kind == "currency":
        return _money(quantity, figure)
    name = "Metric ton" if "metric ton" in quantity.text else _NAMES.get(quantity.unit, "")
    return _decimal(figure), name or _american(unit(quantity.unit).name)


def _money(quantity: Quantity, figure: Fraction) -> tuple[Decimal, str]:
    """Name money as the suite does: a bare $ is a "Dollar", and cents and pence are units of their own."""
    words = quantity.text.lower()
    minor = next((word for word in _MINOR if word in words), "")
    if minor and "dollar" not in words and "$" not in words:
        return _decimal(figure * _MINOR[minor]), _MINOR_NAMES.get(minor, minor.capitalize())
    named = any(mark in words for mark in ("us", "u.s", "american", "united"))
    if quantity.unit == "USD" and not named:
        return _decimal(figure), "Dollar"
    return _decimal(figure), unit(quantity.unit).name


def _american(name: str) -> str:
    for british, american in (("metre", "meter"), ("litre", "liter"), ("tonne", "ton"), ("gramme", "gram")):
        name = name.replace(british, american)
    return name.capitalize()


def _interval(quantity: Quantity) -> str:
    """Write a range as the suite does: both ends of "from a to b" and "between" as ``[a,b)``."""
    floor, _, ceiling = quantity.qualifier.partition(" … ")  # greater than a … smaller than b
    senses = (_sense(floor), _sense(ceiling)) if ceiling else (quantity.sense, quantity.sense)
    opens = "[" if senses[0] in {Sense.AT_LEAST, Sense.RANGE} else "("
    closes = "]" if senses[1] is Sense.AT_MOST else ")"
    return f"{opens}{_plain(quantity.low)},{_plain(quantity.high)}{closes}"


def _sense(words: str) -> Sense:
    value = scan(f"{words} 1", _ENGLISH)[0].value
    return value.sense if isinstance(value, Quantity) else Sense.POINT


def _decimal(figure: Fraction) -> Decimal:
    return _PRECISION.divide(Decimal(figure.numerator), Decimal(figure.denominator))


def _plain(figure: Fraction | None) -> str:
    if figure is None:
        return ""
    return f"{_decimal(figure).normalize():f}"
