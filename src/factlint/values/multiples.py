"""Multiples ("doubled", "twice as many", "tenfold") and vague magnitudes ("tens of thousands", "dozens")."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.values import qualifiers
from factlint.values.base import Quantity, Reading, Sense
from factlint.values.cardinals import MULTIPLIERS, SMALL
from factlint.values.changes import is_negated
from factlint.values.counted.measures import load
from factlint.values.counted.nouns import noun_phrase
from factlint.values.function_words import QUIETERS
from factlint.values.grammar import is_plural
from factlint.values.units import PHRASES

_TIMES = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5}
_VERBS: dict[str, Fraction] = {
    f"{stem}{ending}": Fraction(n) for stem, n in _TIMES.items() for ending in ("ed", "ing", "e", "es")
}
_VERBS |= {"halved": Fraction(1, 2), "halving": Fraction(1, 2), "twice": Fraction(2), "thrice": Fraction(3)}
_FOLDS = {f"{word}fold": n for word, n in SMALL.items() if 2 <= n <= 90} | {"hundredfold": 100}
_PLURALS = {"tens": 10, "dozens": 12, "scores": 20} | {f"{w}s": n for w, n in MULTIPLIERS.items() if n >= 100}
_FEW_WORDS = frozenset({"several", "few", "couple"})
STARTS = frozenset({*_VERBS, *_FOLDS, *_PLURALS, *_FEW_WORDS})
SIZES = frozenset(MULTIPLIERS)

_ADVERBS = frozenset({"twice", "thrice"})
_HEDGES = ("more than ", "nearly ", "almost ")
_PLAIN_FORMS = re.compile(
    r"(?:twice|thrice|double|triple|treble|quadruple)\s(?:as|the|that|its|their|his|her|what|this|last)\b"
)
_FEW = re.compile(r"\b(several|a\sfew|few|a\scouple\sof|a\scouple|couple\sof)\s$")
_SCORES = {"dozens": (2, 8), "scores": (2, 5)}  # at least two of them, and fewer than a hundred
_FEW_RANGE = {"several": (3, 9), "few": (2, 9), "couple": (2, 3)}
_CHAIN = re.compile(r"(?:\sof)?\s(hundreds?|thousands?|millions?|billions?|trillions?)\b")
_OF_UNIT = re.compile(r"\s(?:of\s)?(?=([a-z]+))")


def at(text: str, low: str, start: int, word: str) -> Reading | None:
    """Return the multiple or vague magnitude at a trigger word, if one stands there."""
    if word in _PLURALS:
        return _magnitude(text, low, start, word)
    if word in MULTIPLIERS:
        return _several(text, low, start, word)
    if word in _FEW_WORDS:
        return _few(text, low, start, word)
    if word in _FOLDS:
        return _multiple(text, low, start, word, Fraction(_FOLDS[word]))
    if word in _VERBS and (word.endswith(("ed", "ing")) or _is_plain_multiple(low, start, word)):
        return _multiple(text, low, start, word, _VERBS[word])
    return None


def _is_plain_multiple(low: str, start: int, word: str) -> bool:
    return bool(_PLAIN_FORMS.match(low, start)) or (
        word not in _ADVERBS and not word.endswith("s") and low.endswith(_HEDGES, 0, start)
    )


def _multiple(text: str, low: str, start: int, word: str, times: Fraction) -> Reading:
    bound = qualifiers.before(low, start)
    edge, end = bound.edge if bound else start, start + len(word)
    verb = word.endswith(("ed", "ing"))
    direction = ("down" if times < 1 else "up") if verb else ""
    sense = bound.sense if bound else Sense.POINT
    value = Quantity(
        low=None if sense in {Sense.AT_MOST, Sense.LESS_THAN} else times,
        high=None if sense in {Sense.AT_LEAST, Sense.MORE_THAN} else times,
        sense=sense,
        step=Fraction(1) if times >= 1 else Fraction(1, 10),
        unit="x",
        qualifier=bound.words if bound else "",
        direction=direction,
        role="by" if verb else "",
        negated=is_negated(low, edge),
        text=text[edge:end],
    )
    return Reading(edge, end, value)


def _magnitude(text: str, low: str, start: int, word: str) -> Reading | None:
    """Read "dozens", "tens of thousands", "hundreds of millions of dollars" as an order of magnitude."""
    end, base = start + len(word), _PLURALS[word]
    for _ in range(2):
        larger = _CHAIN.match(low, end)
        if not larger:
            break
        base, end = base * MULTIPLIERS[larger[1].rstrip("s")], larger.end()
    if word == "tens" and base == 10:
        return None
    if word == "scores" and not (low.startswith(" of ", end) or low in {"scores", "scores of"}):
        return None
    bottom, top = _SCORES.get(word, (1, 10))
    return _vague(text, low, start, end, Fraction(bottom * base), Fraction(top * base), base)


def _several(text: str, low: str, start: int, word: str) -> Reading | None:
    """Read "several hundred", "a few thousand", "a couple of million"."""
    few = _FEW.search(low, max(0, start - 13), start)
    if not few:
        return None
    end, base = start + len(word), MULTIPLIERS[word]
    larger = _CHAIN.match(low, end)
    if larger and not larger[1].endswith("s"):
        base, end = base * MULTIPLIERS[larger[1]], larger.end()
    bottom, top = _FEW_RANGE[few[1].replace("a ", "").split()[0]]
    return _vague(text, low, few.start(), end, Fraction(bottom * base), Fraction(top * base), base)


_SOME = re.compile(r"(?:several|(?<=a )few|(?<=a )couple(?: of)?)(?=((?: [a-z-]+){1,3}))?")


def _few(text: str, low: str, start: int, word: str) -> Reading | None:
    """Read "several people", "a few Russian soldiers", "a couple of tonnes", or such words by themselves."""
    found = _SOME.match(low, start)
    if not found or not (_is_counted(found[1].split()) if found[1] else found.end() == len(low)):
        return None
    begin = start if word == "several" else start - 2
    bottom, top = _FEW_RANGE[word]
    return _vague(text, low, begin, found.end(), Fraction(bottom), Fraction(top), 1)


def _is_counted(words: list[str]) -> bool:
    """Tell whether words after "several" name things that news counts: "other people", "Russian soldiers"."""
    vocabulary = load()
    at = 1 if words[0] in QUIETERS and len(words) > 1 else 0
    phrase = None if words[at] in MULTIPLIERS else noun_phrase(words, at, vocabulary)
    known = phrase and (phrase.measure or phrase.head in vocabulary.head_parts)
    return bool(phrase and known and is_plural(words[phrase.last - 1]))


def _vague(text: str, low: str, start: int, end: int, bottom: Fraction, top: Fraction, step: int) -> Reading:
    unit = ""
    following = _OF_UNIT.match(low, end)
    word = text[following.start(1) : following.end(1)] if following else ""
    for phrase in (*PHRASES.get(word, ()), *PHRASES.get(word.lower(), ())):
        stop = following.end() + len(phrase.text) if following else end
        said = (text if phrase.cased else low).startswith(phrase.text, stop - len(phrase.text))
        if said and len(phrase.text) > 1 and not low[stop : stop + 1].isalnum():
            unit, end = ("GBP" if phrase.code == "lb" and step >= 1000 else phrase.code), stop
            break
    bound = qualifiers.before(low, start)
    edge = bound.edge if bound else start
    words = bound.words if bound else ""
    value = Quantity(
        bottom,
        top,
        Sense.MAGNITUDE,
        Fraction(step),
        unit,
        words,
        negated=is_negated(low, edge),
        text=text[edge:end],
    )
    return Reading(edge, end, value)
