"""Numbers in words: cardinals, ordinals, fractions and mixed numbers from a run of number words.

A run is split where it stops being one number: "3 hundred and 2 hundred" is 300 and then 200, "twenty
twenty fifths" is twenty of the part "twenty-fifth", "one hundred and three and two thirds" is 103⅔.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from factlint.values.beside import one_of
from factlint.values.cardinals import (
    COMPOSED,
    MULTIPLIERS,
    PARTS,
    SCALES,
    SMALL,
    VOCABULARY,
    Part,
    cardinal,
)
from factlint.values.figures import fraction_step, round_step

_LINK = r"(?:\s{1,3}|\s?[-‑]\s?)(?:(?:and|of|point|an?)(?:\s{1,3}|[-‑])){0,3}"
_ITEM = rf"(?:{one_of({*VOCABULARY, *COMPOSED})}|\d[\d,]*(?:\.\d+)?)(?![^\W_])"
RUN = re.compile(rf"(?:an?[\s-])?{_ITEM}(?:{_LINK}{_ITEM}){{0,30}}")
_TOKEN = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?")


class Numeral(NamedTuple):
    """A number read: value, printed step, end in the text, form, and a second reading if ambiguous.

    form: "digits", "words", "fraction" or "ordinal"
    """

    value: Fraction
    step: Fraction
    end: int
    form: str
    other: Fraction | None = None


@lru_cache(maxsize=8192)
def spell_out(run: str, join: bool = True) -> Numeral | None:
    """Read the longest number at the head of a run of number words.

    join: whether "and" may join the parts of one number ("between two hundred and six thousand": not)
    """
    found = list(_TOKEN.finditer(run))
    words = [token[0] for token in found]
    if not join and "and" in words:
        words = words[: words.index("and")]
    made = _fraction(words) or _whole(words)
    if not made:
        return None
    part, step, form = made
    return Numeral(part.value, step, found[part.after - 1].end(), form)


def _whole(words: list[str]) -> tuple[Part, Fraction, str] | None:
    part = cardinal(words, 0)
    if part is None:
        return None
    if part.ordinal:
        return part, Fraction(1), "ordinal"
    decimal = _decimals(words, part)
    if decimal:
        return (*decimal, "words")
    exact = part.value.denominator == 1 and part.scale != 12
    return part, Fraction(round_step(int(part.value)) if exact else 1), "words"


def _decimals(words: list[str], whole: Part) -> tuple[Part, Fraction] | None:
    """Read "point seven one" or "point seventy-one" after a whole number, and a scale after that."""
    i, digits = whole.after, ""
    if i >= len(words) or words[i] != "point":
        return None
    i += 1
    while i < len(words) and words[i] in SMALL and len(digits) < 12:
        both = SMALL[words[i]] >= 20 and i + 1 < len(words) and 0 < SMALL.get(words[i + 1], 0) < 10
        digits += str(SMALL[words[i]] + SMALL[words[i + 1]] if both else SMALL[words[i]])
        i += 2 if both else 1
    if not digits:
        return None
    step = Fraction(1, 10 ** len(digits))
    scale = SCALES.get(words[i], 1) if i < len(words) else 1
    value = (whole.value + int(digits) * step) * scale
    return Part(value, i + (scale > 1), scale=scale), step * scale


def _fraction(words: list[str]) -> tuple[Part, Fraction, str] | None:
    """Read a fraction or mixed number, and a multiplier that follows it ("two thirds of a million")."""
    made = _mixed(words) or _simple(words, 0)
    if not made:
        return None
    part, denominator = made
    step, i = fraction_step(denominator), part.after
    while i < len(words) and words[i] in {"of", "a", "an"}:
        i += 1
    scale = MULTIPLIERS.get(words[i]) if i < len(words) else None
    if scale:
        return Part(part.value * scale, i + 1), step * scale, "words"
    return Part(part.value, part.after), step * part.scale, "fraction"


def _simple(words: list[str], i: int) -> tuple[Part, int] | None:
    """Read "two thirds", "a fifth", "half", "132 fifths": numerator and denominator."""
    top = _numerator(words, i)
    if top.after >= len(words) or top.ordinal:
        return None
    word = words[top.after]
    if top.after == i and word not in {"half", "quarter"}:
        return None
    if word in PARTS:
        if top.joint:
            return _split_numerator(top, PARTS[word])
        return Part(top.value / PARTS[word], top.after + 1), PARTS[word]
    below = cardinal(words, top.after, plural=True)
    if below is None or not below.ordinal or below.value < 3:
        return None
    return Part(top.value / below.value, below.after), int(below.value)


def _numerator(words: list[str], i: int) -> Part:
    if words[i] in {"a", "an"}:
        return cardinal(words, i) or Part(Fraction(1), i + 1)
    return cardinal(words, i) or Part(Fraction(1), i)


def _split_numerator(top: Part, denominator: int) -> tuple[Part, int]:
    """Read "two hundred and fifty-four hundredths" as 200.54, but "one hundred and thirty fifths" as 26."""
    whole, scale = top.joint or (Fraction(0), 1)
    proper = (top.value - whole) / denominator
    if proper >= 1:
        return Part(top.value / denominator, top.after + 1), denominator
    scale = scale if scale >= 1000 else 1
    return Part(whole + proper * scale, top.after + 1, scale=scale), denominator


def _mixed(words: list[str]) -> tuple[Part, int] | None:
    """Read "three and a half", "two million and one half" (half a million), "twenty and three fifths"."""
    whole = cardinal(words, 0)
    if whole is None or whole.ordinal or whole.after + 1 >= len(words) or words[whole.after] != "and":
        return None
    made = _simple(words, whole.after + 1)
    if not made or not 0 < made[0].value < 1:
        return None
    scale = whole.scale if whole.scale >= 1000 else 1
    return Part(whole.value + made[0].value * scale, made[0].after, scale=scale), made[1]
