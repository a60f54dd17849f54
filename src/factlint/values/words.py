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
from factlint.values.figures import figure, fraction_step, round_step

_ONES = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: n for n, word in enumerate(f"{_ONES} {_TEENS}".split())}
SMALL |= {word: 10 * n for n, word in enumerate(_TENS.split(), 2)} | {"nought": 0, "naught": 0}
SCALES = {
    "thousand": 10**3, "lakh": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
}  # fmt: skip
MULTIPLIERS = {"hundred": 100, "dozen": 12, "doz": 12, **SCALES}
_PLURALS = {f"{word}s": n for word, n in MULTIPLIERS.items()}

ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "nineth": 9, "twelfth": 12}
ORDINALS |= {f"{w}th": n for w, n in SMALL.items() if n in {4, 6, 7, 10, 11} or 13 <= n < 20}
ORDINALS |= {f"{w[:-1]}ieth": n for w, n in SMALL.items() if n >= 20}
ORDINALS |= {f"{w}th": n for w, n in MULTIPLIERS.items() if w not in {"dozen", "doz"}}
_HALVES = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
PARTS = _HALVES | {f"{word}s": n for word, n in ORDINALS.items() if n > 2}
_COMPOSED = {"firsts": 1, "seconds": 2}  # of twenty-firsts
VOCABULARY = {*SMALL, *MULTIPLIERS, *_PLURALS, *ORDINALS, *PARTS}

_LINK = r"(?:\s{1,3}|\s?[-‑]\s?)(?:(?:and|of|point|an?)(?:\s{1,3}|[-‑])){0,3}"
_ITEM = rf"(?:{one_of({*VOCABULARY, *_COMPOSED})}|\d[\d,]*(?:\.\d+)?)(?![^\W_])"
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


class _Part(NamedTuple):
    """A piece of a run: its value, the index of the word after it, and how it was made."""

    value: Fraction
    after: int
    ordinal: bool = False
    joint: tuple[Fraction, int] | None = None  # value and multiplier before the last "and"
    scale: int = 1  # the multiplier that it ends with


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


def _whole(words: list[str]) -> tuple[_Part, Fraction, str] | None:
    part = _cardinal(words, 0)
    if part is None:
        return None
    if part.ordinal:
        return part, Fraction(1), "ordinal"
    decimal = _decimals(words, part)
    if decimal:
        return (*decimal, "words")
    exact = part.value.denominator == 1 and part.scale != 12
    return part, Fraction(round_step(int(part.value)) if exact else 1), "words"


def _decimals(words: list[str], whole: _Part) -> tuple[_Part, Fraction] | None:
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
    return _Part(value, i + (scale > 1), scale=scale), step * scale


def _fraction(words: list[str]) -> tuple[_Part, Fraction, str] | None:
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
        return _Part(part.value * scale, i + 1), step * scale, "words"
    return _Part(part.value, part.after), step * part.scale, "fraction"


def _simple(words: list[str], i: int) -> tuple[_Part, int] | None:
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
        return _Part(top.value / PARTS[word], top.after + 1), PARTS[word]
    below = _cardinal(words, top.after, plural=True)
    if below is None or not below.ordinal or below.value < 3:
        return None
    return _Part(top.value / below.value, below.after), int(below.value)


def _numerator(words: list[str], i: int) -> _Part:
    if words[i] in {"a", "an"}:
        return _cardinal(words, i) or _Part(Fraction(1), i + 1)
    return _cardinal(words, i) or _Part(Fraction(1), i)


def _split_numerator(top: _Part, denominator: int) -> tuple[_Part, int]:
    """Read "two hundred and fifty-four hundredths" as 200.54, but "one hundred and thirty fifths" as 26."""
    whole, scale = top.joint or (Fraction(0), 1)
    proper = (top.value - whole) / denominator
    if proper >= 1:
        return _Part(top.value / denominator, top.after + 1), denominator
    scale = scale if scale >= 1000 else 1
    return _Part(whole + proper * scale, top.after + 1, scale=scale), denominator


def _mixed(words: list[str]) -> tuple[_Part, int] | None:
    """Read "three and a half", "two million and one half" (half a million), "twenty and three fifths"."""
    whole = _cardinal(words, 0)
    if whole is None or whole.ordinal or whole.after + 1 >= len(words) or words[whole.after] != "and":
        return None
    made = _simple(words, whole.after + 1)
    if not made or not 0 < made[0].value < 1:
        return None
    scale = whole.scale if whole.scale >= 1000 else 1
    return _Part(whole.value + made[0].value * scale, made[0].after, scale=scale), made[1]


def _cardinal(words: list[str], start: int, plural: bool = False) -> _Part | None:
    """Read the longest well-formed cardinal or ordinal from ``start``.

    plural: the last word may be a plural ordinal, as in the denominator "twenty-fifths"
    """
    state = _State()
    i = start
    if i < len(words) and words[i] in {"a", "an"}:
        if i + 1 >= len(words) or words[i + 1] not in MULTIPLIERS:
            return None
        state.group, state.room = Fraction(1), Fraction(1)
        i += 1
    while i < len(words) and not state.closed:
        if words[i] == "and" and not state.may_join(words, i):
            break
        if words[i] == "and":
            state.joint = (state.total + state.group, state.scale)
        elif not state.take(words, i, plural):
            break
        i += 1
    return state.best


class _State:
    """What has been read of a cardinal: finished groups, the open group and what may still be added."""

    __slots__ = ("best", "closed", "group", "joint", "limit", "room", "safe", "scale", "total")

    def __init__(self) -> None:
        self.total = self.group = Fraction(0)
        self.room = Fraction(1000)
        self.limit = 10**30
        self.scale = 1
        self.closed = False
        self.joint: tuple[Fraction, int] | None = None
        self.best: _Part | None = None
        self.safe: _Part | None = None  # what stands if the next multiplier doesn't fit

    def may_join(self, words: list[str], i: int) -> bool:
        follows = words[i + 1] if i + 1 < len(words) else ""
        return self.scale > 1 and self.best is not None and self.best.after == i and (
            follows in SMALL or follows in ORDINALS or (follows.isdecimal() and self.scale == 100)
        )

    def take(self, words: list[str], i: int, plural: bool) -> bool:
        word = words[i]
        if word[0].isdecimal():
            return self._add_figure(words, i)
        if word in SMALL:
            return self._add(SMALL[word], i)
        size = MULTIPLIERS.get(word) or (_PLURALS.get(word) if self.group else None)
        if size:
            return self._multiply(size, i)
        ordinal = ORDINALS.get(word) or ({**PARTS, **_COMPOSED}.get(word) if plural and word not in _HALVES else None)
        return bool(ordinal) and self._finish(ordinal or 0, i)

    def _keep(self, i: int, ordinal: bool = False) -> bool:
        self.best = _Part(self.total + self.group, i + 1, ordinal, self.joint, self.scale)
        return True

    def _add_figure(self, words: list[str], i: int) -> bool:
        read = figure(words[i], "en")
        follows = words[i + 1] if i + 1 < len(words) else ""
        joined = self.scale == 100 and words[i - 1] == "and"
        begins = i == 0 and follows == "and"
        if read is None or not (follows in MULTIPLIERS or joined or begins) or read.value >= max(self.room, 1000):
            return False
        return self._add(read.value, i)

    def _add(self, value: Fraction | int, i: int) -> bool:
        if value >= self.room or (value == 0 and self.best is not None):
            return False
        self.group += value
        self.room = Fraction(10 if value in SMALL.values() and value >= 20 else 1)
        self.scale = 1
        return self._keep(i)

    def _multiply(self, size: int, i: int) -> bool:
        if size == 12 and self.group:
            self.group += (size - 1) * (self.group % 100 or self.group)
        elif size == 100 and 0 < self.group < 100:
            self.group *= 100
        elif size >= 1000 and self.group and size < self.limit:
            self.total += self.group * size
            self.group, self.limit = Fraction(0), size
        elif size >= 1000 and self.total and not self.group and self.total < 1000 * self.limit:
            self.total *= size  # "five hundred thousand million", "2 lakh crore"
            self.limit = 0
        else:
            self.best = self.safe
            self.closed = True
            return False
        self.room = Fraction({12: 1, 100: 100}.get(size, min(1000, self.limit)))
        self.scale = size
        self._keep(i)
        self.safe = self.best
        return True

    def _finish(self, ordinal: int, i: int) -> bool:
        if ordinal < 100 and ordinal < self.room:
            self.group += ordinal
        elif ordinal == 100 and 0 < self.group < 100:
            self.group *= 100
        elif ordinal >= 1000 and self.group and ordinal < self.limit:
            self.total, self.group = self.total + self.group * ordinal, Fraction(0)
        elif ordinal >= 100 and self.best is None and not self.group:
            self.group = Fraction(ordinal)
        else:
            return False
        self.closed = True
        return self._keep(i, ordinal=True)
