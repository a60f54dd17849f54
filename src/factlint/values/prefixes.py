"""What belongs to a figure and stands before it: the sign and the currency ("−£", "minus", "HK $", "USD")."""

from __future__ import annotations

from factlint.values.amount import Amount
from factlint.values.figures import SPACES
from factlint.values.units import BEFORE

_SYMBOLS = frozenset(name[-1] for name in BEFORE if not name[-1].isalnum() and name[-1] != ".")
_LAST_LETTERS = frozenset(name[-1] for name in BEFORE if name[-1].isalnum() or name[-1] == ".")
_OPENERS = {"(", "\n"}
_MINUS = {"-", "−", "–"}
_SIGN_WORDS = ("minus ", "negative ")
_WORDS_BEFORE = frozenset({*(name.lower() for name in BEFORE), "minus", "negative"})


def may_be_prefixed(word: str) -> bool:
    """Tell whether a sign or currency may end ``word``, which stands before a figure: not "least", "and", "of"."""
    return not word.isalpha() or word in _WORDS_BEFORE


def take_prefixes(made: Amount, text: str, low: str, floor: int) -> None:
    """Take in what stands before the figure: a currency and a sign."""
    at = made.start
    if at <= floor or (low[at - 1] == " " and at - 1 <= floor):
        return
    if text[at - 1 : at] in _MINUS and at:
        at = _sign(made, text, at)
    at = _currency(made, text, at)
    made.start = at
    if not made.signed:
        made.start = _sign(made, text, at)
    if not made.signed and low.endswith(_SIGN_WORDS, floor, made.start):
        made.start = low.rindex(" ", 0, made.start) - (5 if low[made.start - 2] == "s" else 8)
        made.signed = True
    if made.signed:
        made.bare = -made.bare


def _sign(made: Amount, text: str, at: int) -> int:
    """Take a minus sign before ``at`` and return where it starts; a hyphen after a word or figure is none.

    A sign may stand apart only where a figure opens the text, a line or a bracket; elsewhere that is a dash.
    """
    i = at - 1
    if i > 0 and text[i] == " " and text[i - 1] in "-−":
        i -= i == 1 or text[max(0, i - 3) : i - 1].strip(" ") in _OPENERS
    if i < 0 or text[i] not in _MINUS or (i and (text[i - 1].isalnum() or text[i - 1] in ".-–%)/")):
        return at
    made.signed = True
    return i


def _currency(made: Amount, text: str, at: int) -> int:
    """Take the currency symbol, code or word before ``at``; return where it starts."""
    i = at - 1 if text[at - 1 : at] in SPACES and at else at
    if i and text[i - 1] in _SYMBOLS:
        return _symbol(made, text, i, at)
    if not i or text[i - 1] not in _LAST_LETTERS:
        return at
    word_start = max(text.rfind(" ", max(0, i - 8), i) + 1, i - 7, 0)
    while word_start < i and not text[word_start].isalpha():
        word_start += 1
    phrase = BEFORE.get(text[word_start:i])
    if not phrase or (i - word_start == 1 and i != at) or text[word_start - 1 : word_start].isalnum():
        return at
    made.unit, made.before = phrase.code, True
    made.scale *= phrase.part
    made.step *= phrase.part
    return word_start


def _symbol(made: Amount, text: str, i: int, at: int) -> int:
    """Take a symbol that ends at ``i`` with the letters before it: ``US$``, ``HK $``, ``R$``."""
    symbol = text[i - 1]
    for length in (4, 3, 2, 1):
        letters = text[max(0, i - 1 - length) : i - 1].upper()
        for glued in (letters, letters.rstrip()):
            start = i - 1 - length
            if start < 0 or not glued or not glued[0].isalpha() or text[start - 1 : start].isalnum():
                continue
            phrase = BEFORE.get(glued + symbol)
            if phrase and (glued == letters or _is_spaced_prefix(text[start : i - 2], glued)):
                made.unit, made.before = phrase.code, True
                return start
    if symbol not in BEFORE:
        return at
    made.unit, made.before = BEFORE[symbol].code, True
    return i - 1


def _is_spaced_prefix(printed: str, glued: str) -> bool:
    """Tell "US $5" and "hk $5" from "a $5 note" and "cost us $5"."""
    return glued in {"HK", "NZ", "NT", "C"} or (glued in {"US", "CA", "AU"} and printed.isupper())
