"""Numbers printed: in digits with separators, in words, as ordinals and as fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from factlint.values.cardinals import ORDINALS, SCALES, SMALL
from factlint.values.figures import style_of
from factlint.values.ranks import suffix

_MARKS = {"": (",", "."), "en": (",", "."), "de": (".", ","), "fr": ("\u202f", ",")}
_PLACES = 12
_NAMES = {n: word for word, n in SMALL.items() if word not in {"nought", "naught"}}
_ORDINAL_NAMES = {n: word for word, n in ORDINALS.items() if word != "nineth"}
_SCALES = sorted(
    ((n, word) for word, n in SCALES.items() if word not in {"lakh", "lac", "crore"}), reverse=True
)


def digits(value: Fraction, step: Fraction = Fraction(1), locale: str = "", group: str | None = None) -> str:
    """Print a number in digits, with as many decimals as ``step`` and exactness ask for.

    group: what separates thousands, else the locale's mark. A number without a decimal form prints as ``2/3``.
    """
    places = _places(value, step, bool(style_of(locale)))
    if places is None:
        return f"{value.numerator}/{value.denominator}"
    whole, _, decimals = f"{_decimal(abs(value), places):f}".partition(".")
    mark, point = _MARKS[style_of(locale)]
    head = f"{int(whole):,}".replace(",", mark if group is None else group)
    sign = "-" if value < 0 else ""
    return f"{sign}{head}{point}{decimals}" if decimals else f"{sign}{head}"


def _places(value: Fraction, step: Fraction, declared: bool) -> int | None:
    exact = next((n for n in range(_PLACES + 1) if (value * 10**n).denominator == 1), None)
    if exact is None:
        return None
    printed = next((n for n in range(_PLACES + 1) if (step * 10**n).denominator == 1), 0)
    if max(exact, printed) == 3 and not declared:  # 1.250 would be 1250 as well
        return 4 if exact == 3 else exact
    return max(exact, printed)


def _decimal(value: Fraction, places: int) -> Decimal:
    scaled = value * 10**places
    return Decimal((0, tuple(int(digit) for digit in str(scaled.numerator)), -places))


def spelled(number: int) -> str:
    """Print a whole number in words, the British way: "two hundred and six", "twelve thousand five hundred"."""
    if number < 0:
        return f"minus {spelled(-number)}"
    if number < 100:
        return _below_hundred(number)
    parts: list[str] = []
    for size, word in _SCALES:
        if number >= size:
            parts.append(f"{spelled(number // size)} {word}")
            number %= size
    if number >= 100:
        parts.append(f"{_NAMES[number // 100]} hundred")
        number %= 100
    if number:
        parts.append(f"and {_below_hundred(number)}")
    return " ".join(parts)


def _below_hundred(number: int) -> str:
    if number in _NAMES:
        return _NAMES[number]
    return f"{_NAMES[number // 10 * 10]}-{_NAMES[number % 10]}"


def ordinal(place: int, in_words: bool = False) -> str:
    """Print an ordinal: "21st", or "twenty-first" in words up to ninety-nine."""
    if not in_words or not 0 < place < 100:
        return f"{place:,}{suffix(place)}"
    if place in _ORDINAL_NAMES:
        return _ORDINAL_NAMES[place]
    return f"{_NAMES[place // 10 * 10]}-{_ORDINAL_NAMES[place % 10]}"


def fraction(value: Fraction) -> str | None:
    """Print a share in words: "half", "a third", "three-quarters"; ``None`` where it has no short name."""
    if value == Fraction(1, 2):
        return "half"
    name = "quarter" if value.denominator == 4 else _ORDINAL_NAMES.get(value.denominator, "")
    if not 0 < value < 1 or not 2 < value.denominator <= 20 or value.numerator > 20:
        return None
    return f"a {name}" if value.numerator == 1 else f"{spelled(value.numerator)}-{name}s"
