"""How two words, or two parts of names, are alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from factlint.values.folding import compact, fold, strip_marks
from factlint.values.names.romanisation import tradition_of
from factlint.values.names.tables import share_group, word_set


class Level(IntEnum):
    """How alike, the least first."""

    DIFFERENT = 0
    CLOSE = 1
    VARIANT = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two parts are, by which similarity in per cent, and why."""

    level: Level
    score: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NameThresholds:
    """How near two words must be to count as one word misspelt.

    similarity: least normalised similarity in per cent (optimal string alignment: edits and swaps)
    letters: least length of the longer word; shorter words differ rather than being misspelt
    relaxed_by: how much less similar a family name may be where the given names agree; one letter fewer, too
    """

    similarity: int = 80
    letters: int = 5
    relaxed_by: int = 10

    def relaxed(self) -> NameThresholds:
        """Return the thresholds for a family name whose given name agrees."""
        return NameThresholds(self.similarity - self.relaxed_by, self.letters - 1, self.relaxed_by)


SAME = Likeness(Level.SAME, 100)


def alike(a: str, b: str, role: str, language: str, thresholds: NameThresholds) -> Likeness:
    """Compare two given names, family names (``role``) or other words; neither is empty.

    ``language`` is the language that the whole name points to ("korean", "arabic" …), or "".
    """
    return (
        _by_letters(a, b) or _by_form(a, b, role, language) or _by_distance(a, b, role, language, thresholds)
    )


def worst(*parts: Likeness) -> Likeness:
    """Return the least alike of several; the first of equals."""
    return min(parts, key=lambda part: (part.level, part.score))


def similarity(a: str, b: str) -> int:
    """Return the normalised similarity of two folded texts in per cent, rounded down."""
    from rapidfuzz.distance import OSA

    longest = max(len(a), len(b), 1)
    return 100 * (longest - OSA.distance(a, b)) // longest


def _by_letters(a: str, b: str) -> Likeness | None:
    plain_a, plain_b = a.replace("’", "'").casefold(), b.replace("’", "'").casefold()
    if plain_a == plain_b:
        return SAME
    if compact(a) != compact(b):
        return None
    marks = strip_marks(plain_a) == strip_marks(plain_b)
    reason = "differs in diacritics only" if marks else "differs in hyphens, spaces or special letters only"
    return Likeness(Level.VARIANT, 100, reason)


def _by_form(a: str, b: str, role: str, language: str) -> Likeness | None:
    folded_a, folded_b = fold(a), fold(b)
    if role == "given" and share_group("name_forms", "given", folded_a, folded_b):
        return Likeness(Level.VARIANT, 95, f"{a} and {b} are forms of one given name")
    if role == "family" and language and share_group("name_forms", "surnames", folded_a, folded_b):
        return Likeness(Level.VARIANT, 95, f"{a} and {b} are spellings of one family name")
    tradition = tradition_of(a, b, language)
    if tradition:
        return Likeness(Level.VARIANT, 95, f"{a} and {b}: {tradition}")
    return _by_parts(folded_a.split(), folded_b.split(), role)


def _by_parts(a: list[str], b: list[str], role: str) -> Likeness | None:
    """Find initials ("V." for Vladimir) and shorter forms ("Leyen" for von der Leyen)."""
    shorter, longer = sorted((a, b), key=len)
    if role == "given" and shorter and all(map(_abbreviates, shorter, longer)):
        return Likeness(Level.VARIANT, 90, "initials, familiar forms or fewer given names")
    particles = word_set("name_order", "particles", "words")
    if shorter and set(shorter) < set(longer) and not set(shorter) <= particles:
        return Likeness(Level.VARIANT, 90, "a shorter form")
    return None


def _abbreviates(a: str, b: str) -> bool:
    initial = len(a) == 1 or len(b) == 1
    return a == b or (initial and a[0] == b[0]) or share_group("name_forms", "given", a, b)


def _by_distance(a: str, b: str, role: str, language: str, thresholds: NameThresholds) -> Likeness:
    words_a, words_b = a.split(), b.split()
    if len(words_a) == len(words_b) > 1:
        return worst(
            *(alike(x, y, role, language, thresholds) for x, y in zip(words_a, words_b, strict=True))
        )
    left, right = compact(a), compact(b)
    score = similarity(left, right)
    near = score >= thresholds.similarity and max(len(left), len(right)) >= thresholds.letters
    if near:
        return Likeness(Level.CLOSE, score, f"{a} is {score}% like {b}, and no known romanisation links them")
    return Likeness(Level.DIFFERENT, score, f"{a} is not {b}")
