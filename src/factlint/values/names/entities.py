"""Comparison of the names of places and organisations, and of names whose kind isn't known."""

from __future__ import annotations

from factlint.values.countries import country
from factlint.values.folding import fold
from factlint.values.names.tables import share_group
from factlint.values.names.words import Level, Likeness, NameThresholds, alike, worst

_SMALL = frozenset({"the", "of", "and", "for", "in", "on", "to", "a", "de", "la", "des", "du", "und"})
_LONGEST = 16  # words; longer texts aren't names


def entities(a: str, b: str, thresholds: NameThresholds) -> Likeness:
    """Compare two names of places or organisations: known names, initials, shorter forms, spelling."""
    return _by_country(a, b) or _by_known_names(a, b) or _by_words(a, b, thresholds)


def _by_country(a: str, b: str) -> Likeness | None:
    left, right = country(a), country(b)
    if not left or not right:
        return None
    if left == right:
        return Likeness(Level.VARIANT, 100, f"both name {left}")
    return Likeness(Level.DIFFERENT, 0, f"{left} is not {right}")


def _by_known_names(a: str, b: str) -> Likeness | None:
    left, right = fold(a).removeprefix("the "), fold(b).removeprefix("the ")
    for table in ("organisations", "places"):
        if share_group(table, "same", left, right):
            return Likeness(Level.VARIANT, 100, f"{a} and {b} are two names of one")
    if _are_initials(a, right) or _are_initials(b, left):
        return Likeness(Level.VARIANT, 95, "the initials of the other name")
    return None


def _are_initials(short: str, folded: str) -> bool:
    letters = short.replace(".", "")
    words = folded.split()
    if not (letters.isalpha() and letters.isupper() and 2 <= len(letters) <= len(words) <= _LONGEST):
        return False
    spoken = "".join(word[0] for word in words if word not in _SMALL)
    return fold(letters) in {spoken, "".join(word[0] for word in words)}


def _by_words(a: str, b: str, thresholds: NameThresholds) -> Likeness:
    left, right = _words(a), _words(b)
    whole = alike(a, b, "", "english", thresholds)
    if whole.level >= Level.VARIANT and whole.reason != "a shorter form":
        return whole
    if sorted(left) == sorted(right):
        return Likeness(Level.VARIANT, 100, "the same words, small ones or their order apart")
    if 1 < len(left) == len(right) <= _LONGEST:
        return _word_by_word(left, right, thresholds)
    return _shorter(left, right) or whole


def _words(text: str) -> list[str]:
    return [word for word in fold(text).split() if word not in _SMALL]


def _word_by_word(left: list[str], right: list[str], thresholds: NameThresholds) -> Likeness:
    pairs = zip(left, right, strict=True)
    return worst(*(alike(x, y, "", "english", thresholds) for x, y in pairs))


def _shorter(left: list[str], right: list[str]) -> Likeness | None:
    """Find a name that leaves out words of the other, its last word kept ("Security Council")."""
    short, long = sorted((left, right), key=len)
    if len(short) > 1 and set(short) < set(long) and short[-1] == long[-1]:
        return Likeness(Level.VARIANT, 90, "a shorter form")
    return None
