"""The words of numbers, and the longest well-formed cardinal or ordinal at the head of a run of them."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from factlint.values.figures import figure

_ONES = "zero one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: n for n, word in enumerate(f"{_ONES} {_TEENS}".split())}
SMALL |= {word: 10 * n for n, word in enumerate(TENS, 2)} | {"nought": 0, "naught": 0}
SCALES = {
    "thousand": 10**3, "lakh": 10**5, "lac": 10**5, "million": 10**6, "crore": 10**7,
    "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
}  # fmt: skip
MULTIPLIERS = {"hundred": 100, "dozen": 12, "doz": 12, **SCALES}
_PLURALS = {f"{word}s": n for word, n in MULTIPLIERS.items()}

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fifth": 5,
    "eighth": 8,
    "ninth": 9,
    "nineth": 9,
    "twelfth": 12,
}
ORDINALS |= {f"{w}th": n for w, n in SMALL.items() if n in {4, 6, 7, 10, 11} or 13 <= n < 20}
ORDINALS |= {f"{w[:-1]}ieth": n for w, n in SMALL.items() if n >= 20}
ORDINALS |= {f"{w}th": n for w, n in MULTIPLIERS.items() if w not in {"dozen", "doz"}}
HALVES = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
PARTS = HALVES | {f"{word}s": n for word, n in ORDINALS.items() if n > 2}
COMPOSED = {"firsts": 1, "seconds": 2}  # of twenty-firsts
VOCABULARY = {*SMALL, *MULTIPLIERS, *_PLURALS, *ORDINALS, *PARTS}


class Part(NamedTuple):
    """A piece of a run: its value, the index of the word after it, and how it was made."""

    value: Fraction
    after: int
    ordinal: bool = False
    joint: tuple[Fraction, int] | None = None  # value and multiplier before the last "and"
    scale: int = 1  # the multiplier that it ends with


def cardinal(words: list[str], start: int, plural: bool = False) -> Part | None:
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
        self.best: Part | None = None
        self.safe: Part | None = None  # what stands if the next multiplier doesn't fit

    def may_join(self, words: list[str], i: int) -> bool:
        follows = words[i + 1] if i + 1 < len(words) else ""
        return (
            self.scale > 1
            and self.best is not None
            and self.best.after == i
            and (follows in SMALL or follows in ORDINALS or (follows.isdecimal() and self.scale == 100))
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
        ordinal = ORDINALS.get(word) or (
            {**PARTS, **COMPOSED}.get(word) if plural and word not in HALVES else None
        )
        return bool(ordinal) and self._finish(ordinal or 0, i)

    def _keep(self, i: int, ordinal: bool = False) -> bool:
        self.best = Part(self.total + self.group, i + 1, ordinal, self.joint, self.scale)
        return True

    def _add_figure(self, words: list[str], i: int) -> bool:
        read = figure(words[i], "en")
        follows = words[i + 1] if i + 1 < len(words) else ""
        joined = self.scale == 100 and words[i - 1] == "and"
        begins = i == 0 and follows == "and"
        if (
            read is None
            or not (follows in MULTIPLIERS or joined or begins)
            or read.value >= max(self.room, Fraction(1000))
        ):
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
