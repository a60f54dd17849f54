"""Units and currencies: which words name them, what they measure, and exact conversion."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from factlint.errors import DimensionClashError, MissingRateError
from factlint.values.base import Quantity
from factlint.values.currency_data import CURRENCIES
from factlint.values.unit_data import OFFSETS, UNITS

MONEY = "money"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or currency: ``size`` of it in the base unit of its dimension, ``name`` in full."""

    code: str
    dimension: str
    size: Fraction
    name: str
    plural: str = ""
    offset: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Rate:
    """A declared exchange rate: one ``base`` is ``value`` of ``quote`` on ``day`` (ISO 4217 codes)."""

    base: str
    quote: str
    value: Fraction
    day: date


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words or a symbol that name a unit, or ``part`` of it (cents, MEUR).

    cased: the case of letters counts; glued: only right after the digits (5gb)
    """

    text: str
    code: str
    part: Fraction = Fraction(1)
    cased: bool = False
    glued: bool = False


def _columns(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _listed(cell: str) -> list[str]:
    return [word.strip() for word in cell.split(",") if word.strip()]


_COUNTED_WORD = re.compile(r"(?:degree|deg)(?= )|.+?(?= (?:per|an?) )|.+(?<![s%.])(?<!feet)$")


def _plurals(word: str) -> tuple[str, ...]:
    """Return a word with its plural; in "mile an hour" and "degree Celsius" it is the first word's."""
    head = _COUNTED_WORD.match(word)
    return (word, f"{head[0]}s{word[head.end() :]}") if head else (word,)


_IRREGULAR = ("feet", "inches", "centuries")
_INVARIABLE = {"hertz", "horsepower", "stone", "sigma", "celsius", "hundredweight"}


def _names(names: list[str]) -> tuple[str, str]:
    """Return the full name of a unit and its plural."""
    irregular = (name for name in names if name.endswith(_IRREGULAR) or name.startswith(_IRREGULAR))
    regular = names[0] if names[0] in _INVARIABLE else _plurals(names[0])[-1]
    return names[0], next(irregular, regular)


_FIRST = re.compile(r"[^\W\d_]+|\S")
UNIT_BY_CODE: dict[str, Unit] = {}
PHRASES: dict[str, list[Phrase]] = {}  # by the first word or character of the phrase
BEFORE: dict[str, Phrase] = {}  # what stands before a figure, without spaces


def _add(phrase: Phrase) -> None:
    first = _FIRST.match(phrase.text)
    if first:
        PHRASES.setdefault(first[0], []).append(phrase)


def _load_units() -> None:
    for code, dimension, size, words, symbols in _columns(UNITS):
        names = _listed(words)
        offset = Fraction(OFFSETS.get(code, 0))
        UNIT_BY_CODE[code] = Unit(code, dimension, Fraction(size), *_names(names or [code]), offset)
        for word in names:
            for form in _plurals(word):
                _add(Phrase(form, code))
        for symbol in _listed(symbols):
            _add(Phrase(symbol, code, cased=True))
            if len(symbol) > 1 and symbol.lower() != symbol and symbol not in _CASE_COUNTS:
                _add(Phrase(symbol.lower(), code, glued=True))


_CASE_COUNTS = {"Mb", "Gb", "Kbit", "NM", "AU", "Pa", "Mb/s", "Gb/s"}


def _load_currencies() -> None:
    for code, name, symbols, words, places, nouns, *minors in _columns(CURRENCIES):
        UNIT_BY_CODE[code] = Unit(code, MONEY, Fraction(1), name)
        pairs = [f"{place} {noun}" for place in _listed(places) for noun in _listed(nouns)]
        pairs += [f"{place} {noun}" for place in _listed(places) for noun in _listed(words)]
        for word in dict.fromkeys([*_listed(words), *pairs]):
            for form in _plurals(word):
                _add(Phrase(form, code))
        for word, parts in (minor.split(" ") for minor in _listed("".join(minors))):
            for form in _plurals(word.replace("_", " ")):
                _add(Phrase(form, code, Fraction(1, int(parts))))
        for symbol in [*_listed(symbols), code, f"{code}$"]:
            _add(Phrase(symbol, code, cased=True))
            key = symbol.replace(" ", "")
            BEFORE.setdefault(
                key if key[-1].isalnum() or key[-1] == "." else key.upper(), Phrase(symbol, code)
            )
        millions = Phrase(f"M{code}", code, Fraction(10**6), cased=True)
        BEFORE[millions.text] = millions
        _add(millions)


_SPELLED_BEFORE = {"dollar": "USD", "dollars": "USD", "euro": "EUR", "euros": "EUR", "rmb": "CNY"}
_LOWER_CODES = "usd eur gbp cny jpy chf aud nzd hkd sgd inr krw sek nok dkk zar brl mxn"


def _load() -> None:
    _load_units()
    _load_currencies()
    for code in _LOWER_CODES.split():
        _add(Phrase(code, code.upper()))
        BEFORE[code] = Phrase(code, code.upper())
    _add(Phrase("p", "GBP", Fraction(1, 100), cased=True))
    _add(Phrase("c", "°C", cased=True))
    _add(Phrase("f", "°F", cased=True))
    _add(Phrase("¢", "USD", Fraction(1, 100)))
    BEFORE.update({word: Phrase(word, code) for word, code in _SPELLED_BEFORE.items()})
    for phrases in PHRASES.values():
        phrases.sort(key=lambda phrase: -len(phrase.text))


_load()


def unit(code: str) -> Unit:
    """Return the unit of a code; a code that isn't known is a dimension of its own."""
    return UNIT_BY_CODE.get(code) or Unit(code, code or "number", Fraction(1), code)


def convert(quantity: Quantity, to: str, rates: Iterable[Rate] | None = None) -> Quantity:
    """Return ``quantity`` in unit ``to``, exactly; its words are kept.

    A bare share between 0 and 1 ("a fifth") converts to per cent and back. A temperature difference (role
    "by") converts without the offset of its scale. Raises ``DimensionClashError`` where the units measure
    different things and ``MissingRateError`` where currencies have no declared rate.
    """
    if quantity.unit == to:
        return quantity
    factor, offset = _factor(quantity, to, rates or ())
    if quantity.role == "by":
        offset = Fraction(0)

    def moved(figure: Fraction | None) -> Fraction | None:
        return None if figure is None else figure * factor + offset

    return replace(
        quantity, low=moved(quantity.low), high=moved(quantity.high), step=quantity.step * factor, unit=to
    )


def _factor(quantity: Quantity, to: str, rates: Iterable[Rate]) -> tuple[Fraction, Fraction]:
    if quantity.unit == "" and to == "%" and _is_share(quantity):
        return Fraction(100), Fraction(0)
    if quantity.unit == "%" and to == "":
        return Fraction(1, 100), Fraction(0)
    source, target = unit(quantity.unit), unit(to)
    if source.dimension != target.dimension:
        raise DimensionClashError(
            f"{_named(source)} can't be compared with {_named(target)}",
            hint=f"one is {source.dimension}, the other {target.dimension}",
        )
    if source.dimension == MONEY:
        return _rate(source.code, target.code, rates), Fraction(0)
    return source.size / target.size, (source.offset - target.offset) / target.size


def _is_share(quantity: Quantity) -> bool:
    return all(figure is None or 0 <= figure <= 1 for figure in (quantity.low, quantity.high))


def _named(unit: Unit) -> str:
    return f"{unit.name} ({unit.code})" if unit.code else "a bare count"


def _rate(base: str, quote: str, rates: Iterable[Rate]) -> Fraction:
    for rate in rates:
        if (rate.base, rate.quote) == (base, quote):
            return rate.value
        if (rate.base, rate.quote) == (quote, base):
            return 1 / rate.value
    raise MissingRateError(f"no rate from {base} to {quote} is declared", hint="declare a rate and its date")
