"""Numbers in digits: separators by declared locale, fractions, powers, and the step that is printed.

A figure is read whole or not at all: ``192.168.1.2`` and ``3,35`` in English style are no numbers, and
``3.350`` is two numbers (3.35 and 3350) until the locale is declared.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

SPACES = " \u00a0\u2009\u202f"
FIGURE = re.compile(
    rf"\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,7}}(?![{SPACES}-]?\d)(?:[.,]\d+)?|\d+(?:[.,]\d+|['’]\d{{3}}(?!\d))*|[.]\d+"
)
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅐": Fraction(1, 7), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip
MAX_DIGITS = 30
MAX_EXPONENT = 60


class Figure(NamedTuple):
    """A number in digits. ``other`` is its second reading where the locale would decide, else ``None``."""

    value: Fraction
    step: Fraction
    other: Fraction | None = None


_PLAIN = re.compile(r"\d+", re.ASCII)
_STYLES = {
    # locale -> (grouping characters, decimal mark)
    "en": (",", "."),
    "de": (".", ","),
    "fr": (SPACES, ","),
}
_LIKE = dict.fromkeys("es it pt nl da el tr id sl hr sr ro".split(" "), "de")
_LIKE |= dict.fromkeys("pl cs sk ru uk bg sv nb no fi hu lt lv et be".split(" "), "fr")
_LIKE |= dict.fromkeys("ja zh ko he th hi ga mt".split(" "), "en")


def style_of(locale: str) -> str:
    """Return whose number style a locale or language tag has: "en", "de" or "fr"; "" where it isn't known."""
    language = locale.partition("-")[0].lower()
    return language if language in _STYLES else _LIKE.get(language, "")


@lru_cache(maxsize=512)
def figure(token: str, locale: str = "") -> Figure | None:
    """Read digits with separators, or return ``None`` where they are no number in that locale."""
    if _PLAIN.fullmatch(token):
        return _integer(token)
    style = _STYLES.get(style_of(locale))
    if style:
        return _styled(token, *style) or _foreign(token)
    english, german = _styled(token, ",", "."), _styled(token, ".", ",")
    if english is None:
        return german if german and "." in token else _foreign(token)
    if german and "." in token and german.value != english.value:
        return english._replace(other=german.value)
    return english


def _foreign(token: str) -> Figure | None:
    """Read a figure of another locale that can only be read one way: 1.234,5 and 1.234.567 in an English text."""
    if ("," in token and not token.isascii()) or " " in token:
        return _styled(token, SPACES, ",")
    if token.count(".") != 2 and ("." not in token or "," not in token):
        return None
    return _styled(token, ",", ".") or _styled(token, ".", ",")


def _integer(token: str) -> Figure | None:
    if len(token) > MAX_DIGITS or (token[0] == "0" and len(token) > 1):
        return None
    value = int(token)
    return Figure(Fraction(value), Fraction(round_step(value)))


def _styled(token: str, group: str, decimal: str) -> Figure | None:
    whole, _, decimals = token.partition(decimal)
    if decimals and not _PLAIN.fullmatch(decimals):
        return None
    digits = _ungrouped(whole, group) if whole else "0"
    if digits is None or len(digits) + len(decimals) > MAX_DIGITS:
        return None
    if not decimals:
        return _integer(digits) if decimal not in token else None
    step = Fraction(1, 10 ** len(decimals))
    return Figure(int(digits + decimals) * step, step)


_GROUPED: dict[str, re.Pattern[str]] = {
    # Three digits a group; after English commas also the Indian way, 1,50,000.
    ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d\d)+,\d{3}", re.ASCII),
    ".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+", re.ASCII),
}
_SPACED = re.compile(rf"[1-9]\d{{0,2}}(?:([{SPACES}'’])\d{{3}})(?:\1\d{{3}})*", re.ASCII)
_MARKS = re.compile(rf"[{SPACES}'’.,]")


def _ungrouped(whole: str, group: str) -> str | None:
    if _PLAIN.fullmatch(whole):
        return whole if whole == "0" or whole[0] != "0" else None
    grouped = _GROUPED.get(group)
    if (grouped and grouped.fullmatch(whole)) or _SPACED.fullmatch(whole):
        return _MARKS.sub("", whole)
    return None


def round_step(value: int) -> int:
    """Return the value of the last significant place: trailing zeros of a round figure are not significant."""
    digits = str(abs(value))
    return 10 ** (len(digits) - len(digits.rstrip("0"))) if value else 1


def fraction_step(denominator: int) -> Fraction:
    """Return the step of a fraction in words or with a slash: a tenth of its denominator's unit.

    "a third" then holds for 31.7 % to 35 %, "half" for 47.5 % to 52.5 %.
    """
    return Fraction(1, 10 * denominator)


_POWER = re.compile(
    r"e(?P<e>[+-]?\d{1,3})(?![\w.,]*\d|\w)"
    r"|\^(?P<power>[+\-−]?\d{1,3})(?![.,]?\d|\w)"
    r"|(?P<super>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|\s?[×x*]\s?10(?:\^(?P<ten>[-−+]?\d{1,3})|(?P<tensuper>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))(?!\w)"
)


_POWER_MARKS = frozenset("e^⁻⁰¹²³⁴⁵⁶⁷⁸⁹×x*")
_TIMES = frozenset("×x*")


def power(low: str, end: int, base: Figure) -> tuple[Figure, int] | None:
    """Read an exponent that follows a figure at ``end``: ``1e5``, ``2^3``, ``10⁶``, ``1.5 × 10^6``."""
    found = _POWER.match(low, end) if low[end] in _POWER_MARKS or low[end + 1 : end + 2] in _TIMES else None
    if not found:
        return None
    exponent = int((found[found.lastgroup or 0]).translate(SUPERSCRIPTS).lstrip("e^").replace("−", "-"))
    if abs(exponent) > MAX_EXPONENT or (exponent < 0 and not base.value):
        return None
    if found["power"] or found["super"]:
        return Figure(base.value**exponent, Fraction(1)), found.end()
    scale = Fraction(10) ** exponent
    return Figure(base.value * scale, base.step * scale), found.end()


_SLASH = re.compile(r"(\d{1,3})\s?[/⁄]\s?(\d{1,4})(?![\w/]|[.,]\d)")


def slashed(low: str, start: int) -> tuple[Figure, int] | None:
    """Read a fraction with a slash at ``start``: ``3/4``, ``1 / 2``. Sayings (24/7, 50/50) are no fractions."""
    found = _SLASH.match(low, start)
    if not found or found[0] in {"24/7", "50/50", "9/11"}:
        return None
    top, bottom = int(found[1]), int(found[2])
    if not bottom:
        return None
    return Figure(Fraction(top, bottom), fraction_step(bottom)), found.end()
