"""The scale after a figure: "million", "bn", "k", and "m" where it is million and not metre."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.values.amount import ONE, Amount
from factlint.values.cardinals import SCALES
from factlint.values.figures import style_of
from factlint.values.unit_words import is_weather

_SCALE = re.compile(
    r"[\s-]?(?P<word>hundred|thousand|million|billion|trillion|quadrillion|lakh|lac|crore|dozen|mln|bln|trn"
    r"|tausend|millionen|mio\.?|milliarden?|mrd\.?|milliard|billionen)s?(?![^\W_])"
    r"|\s{0,2}(?P<short>k|mm|mn|mil|m|bn|b|tn|t|g)(?![^\W_]|[²³/])"
)
_WORD_SCALES = {
    **SCALES,
    "hundred": 100,
    "dozen": 12,
    "lac": 10**5,
    "mln": 10**6,
    "bln": 10**9,
    "trn": 10**12,
    "tausend": 1000,  # German and French, as far as no English word is like them
    "millionen": 10**6,
    "mio": 10**6,
    "milliard": 10**9,
    "milliarde": 10**9,
    "milliarden": 10**9,
    "mrd": 10**9,
    "billionen": 10**12,
}

_SHORT_SCALES = {
    "k": 10**3, "m": 10**6, "mil": 10**6, "mn": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12, "t": 10**12,
    "g": 10**9,
}  # fmt: skip
_SCALES = {word: Fraction(size) for word, size in (_WORD_SCALES | _SHORT_SCALES).items()}
_UNAMBIGUOUS = {"k", "bn", "mn", "tn"}


_INITIALS = frozenset("htmblcqdkg")


def take_scale(made: Amount, text: str, low: str, locale: str = "") -> None:
    """Take the scale words or letter after a figure: "5 million", "£5m", "2 lakh crore"; German and French billions
    are of the long scale."""
    if low[made.end : made.end + 3].lstrip(" -\n\u00a0\u2009\u202f")[:1] not in _INITIALS:
        return
    for _ in range(2):
        found = _SCALE.match(low, made.end)
        if not found:
            return
        if found["word"]:
            scale = _sized(found["word"].rstrip("."), locale)
        elif made.scale == ONE and _is_scale(made, text, low, found):
            scale = _SCALES[found["short"]]
        else:
            return
        made.scale = scale if made.scale is ONE else made.scale * scale
        made.step *= scale
        made.end = made.scaled_end = found.end()


def scale_word(word: str) -> Fraction | None:
    """Return what a word multiplies by where it can be nothing but a scale: ``million``, ``bn``, ``Mio``."""
    low = word.casefold().rstrip(".")
    plain = low if low in _WORD_SCALES else low.removesuffix("s")
    return _SCALES[plain] if plain in _WORD_SCALES or plain in _UNAMBIGUOUS - {"k"} else None


def _sized(word: str, locale: str) -> Fraction:
    long = _LONG.get(word) if locale and style_of(locale) in ("de", "fr") else None
    return long or _SCALES[word]


_LONG = {"billion": Fraction(10**12), "trillion": Fraction(10**18)}
_NEXT_WORD = re.compile(r"[\s-]?\w")
_COUNTABLE = re.compile(
    r"\s(?:[a-z-]{1,30}\s){0,2}?(?:[a-z]{2,30}[^s\W]s|people|men|women|children|jobs|tonnes)\b"
)
_UPPER = re.compile(r"(?:\s?[-–—]\s?|\s(?:to|and|or)\s)[$£€]?\d[\d.,]*\s?m(?![a-z])")  # of 1.4m-1.6m homes
_LENGTHS = re.compile(
    r"[\s-](?:tall|long|wide|high|deep|away|above|below|from|sprint\w*|race|hurdle\w*|final\w*|freestyle|relay|title"
    r"|medley|butterfly|backstroke|breaststroke|gold|silver|bronze|champion\w*|waves?|record|heats?|runners?|event\w*"
    r"|deep|underground|down|apart|across|in|of|and|or|to|by|off|at|on|metres?|meters?)\b"
)


def _is_scale(made: Amount, text: str, low: str, found: re.Match[str]) -> bool:
    """Tell a short scale from a unit: "5m" is million for money and things counted, else metres."""
    short, start = found["short"], found.start("short")
    glued = start == made.end
    if short == "k" and text[start] == "K" and is_weather(made, low, found.end()):
        return False  # kelvin
    if short in _UNAMBIGUOUS:
        return glued or short != "k" or text[start] == "k"
    if short == "g":  # giga, but "5G" is a network and "20 g" a mass
        alone = not _NEXT_WORD.match(low, found.end())
        return text[start] == "G" and made.number_end - made.number_start > 1 and alone and not made.unit
    if made.unit:
        return True
    if short == "mil":
        return bool(_COUNTABLE.match(low, found.end()))
    if short == "t" or not glued:
        return short == "m" and text[start] == "M" and not glued
    if short == "mm":
        return False
    if short == "b":
        return made.form == "digits"
    if text[start] == "M":
        return True
    upper = _UPPER.match(low, found.end())
    end = upper.end() if upper else found.end()
    return bool(_COUNTABLE.match(low, end)) and not _LENGTHS.match(low, end)
