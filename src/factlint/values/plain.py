"""A quantity in plain words, when no sentence gives the style."""

from __future__ import annotations

from fractions import Fraction

from factlint.values.base import Quantity, Sense
from factlint.values.qualifiers import FOLLOWING
from factlint.values.spelling import digits, fraction, ordinal
from factlint.values.units import MONEY, UNIT_BY_CODE, unit

_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_WORDS = {
    Sense.APPROXIMATE: "about",
    Sense.AT_LEAST: "at least",
    Sense.MORE_THAN: "more than",
    Sense.AT_MOST: "up to",
    Sense.LESS_THAN: "less than",
    Sense.NEARLY: "nearly",
}
_FEW = {
    (Fraction(3), Fraction(9)): "several",
    (Fraction(2), Fraction(9)): "a few",
    (Fraction(2), Fraction(3)): "a couple of",
}
_SIZES = {
    12: "dozen",
    100: "hundred",
    10**3: "thousand",
    10**6: "million",
    10**9: "billion",
    10**12: "trillion",
}


def printed(value: Quantity, locale: str = "") -> str:
    """Return a quantity in plain digits with its qualifier and unit."""
    if value.sense is Sense.MAGNITUDE:
        money = unit(value.unit).dimension == MONEY
        return _magnitude(value) + (f" of {value.unit}" if money else _unit_words(value.unit, several=True))
    if value.unit == "ordinal":
        return _ranks(value)
    figures = ends_of(value)
    link = " to " if any(figure < 0 for figure in figures) else "–"
    body = link.join(_figure(figure, value.step, locale) for figure in figures)
    return qualified(_with_unit(body, value, figures), qualifier_of(value))


_FROM_END = {-1: "last", -2: "next to last"}


def _ranks(value: Quantity) -> str:
    low, high = (None if end is None else int(end) for end in (value.low, value.high))
    if low is not None and low == high:
        return _rank(low, value.qualifier)
    if low is None or high is None:
        return f"{'higher' if high is None else 'lower'} than the {_rank(low or high or 0, '')}"
    return f"between the {_rank(low, '')} and the {_rank(high, '')}"


def _rank(place: int, superlative: str) -> str:
    if place < 0:
        return _FROM_END.get(place) or f"{ordinal(-place)} from the end"
    return "-".join(filter(None, (ordinal(place), superlative)))


def _figure(figure: Fraction, step: Fraction, locale: str) -> str:
    """Print a figure in digits, or as a fraction of a scale where it has no decimal form."""
    printed = digits(figure, step, locale)
    for size, word in _SIZES.items() if "/" in printed and figure > 1 else ():
        part = fraction(figure / size)
        if part:
            return f"{part} of a {word}"
    return f"−{printed[1:]}" if figure < 0 else printed


def qualified(body: str, words: str) -> str:
    """Put the words of a qualifier before or after a figure, where they belong."""
    if words not in FOLLOWING or words == "at least":
        head, _, tail = words.partition(" ")
        if tail in FOLLOWING and head not in {"or", "and"}:
            return f"{head} {qualified(body, tail)}"  # around 40 or so
        return f"{words} {body}".lstrip()
    return f"{body}{'' if words[0] in '+-' else ' '}{words}"


def ends_of(value: Quantity) -> list[Fraction]:
    """Return the figures that a quantity prints: two for a range, else one."""
    ends = [figure for figure in (value.low, value.high) if figure is not None]
    return ends[:1] if value.low == value.high else ends


def qualifier_of(value: Quantity) -> str:
    """Return the words that give a quantity its sense; its own where it has them."""
    if value.sense is Sense.RANGE:
        return ""
    return value.qualifier or _WORDS.get(value.sense, "")


def _with_unit(body: str, value: Quantity, figures: list[Fraction]) -> str:
    known = UNIT_BY_CODE.get(value.unit)
    if known is None or not value.unit:
        return f"{body} {value.unit}".strip()
    if known.dimension == MONEY:
        return _money(body, value.unit)
    return body + _unit_words(value.unit, several=figures != [1])


def _money(body: str, code: str) -> str:
    symbol = _SYMBOLS.get(code, f"{code} ")
    return f"−{symbol}{body[1:]}" if body.startswith("−") else f"{symbol}{body}"


_GLUED = {"%": "%", "x": "x", "°C": " °C", "°F": " °F", "°": "°"}


def _unit_words(code: str, several: bool) -> str:
    if code not in UNIT_BY_CODE:
        return f" {code}".rstrip()
    if code in _GLUED:
        return _GLUED[code]
    known = UNIT_BY_CODE[code]
    return f" {known.plural if several else known.name}"


def _magnitude(value: Quantity) -> str:
    low, high, size = value.low or Fraction(0), value.high or Fraction(0), int(value.step)
    few = _FEW.get((low / size, high / size)) if size else None
    if few and size == 1:
        return few.removesuffix(" of")
    if few and size in _SIZES:
        return f"{few} {_SIZES[size]}"
    for unit_size, word in sorted(_SIZES.items(), reverse=True):
        times = low / unit_size
        if unit_size >= 100 and times in {1, 10, 100}:
            return {1: f"{word}s", 10: f"tens of {word}s", 100: f"hundreds of {word}s"}[int(times)]
    return "dozens" if size == 12 else "scores of"
