"""Places of a text that resemble given words."""

from __future__ import annotations

from factlint.documents.nearest import quoted
from factlint.documents.text import PlainText

_EDGE = 0.15
_LONGEST = 64  # characters of a hint's words: beyond, the time to look for them grows with their number
_VARIANTS = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n", " "),
    }
)


def best(near: str, whole: str, cutoff: float) -> tuple[float, int, int] | None:
    """Return the likeness, in per cent, and the place of what resembles ``near`` most; ``None`` below ``cutoff``.

    Both are folded.
    """
    from rapidfuzz import fuzz

    if len(whole) < len(near):
        return None
    found = fuzz.partial_ratio_alignment(near, whole, score_cutoff=cutoff)
    return None if found is None else (found.score, found.dest_start, found.dest_end)


def nearest_sentence(words: str, text: PlainText) -> str:
    """Return a hint at the sentence that resembles the words most; "" where there is none."""
    found = best(folded(" ".join(words.split())[:_LONGEST]), folded(text.text), 0.0)
    if found is None or found[0] <= 0:
        return ""
    start, end = widened(text, found[1], found[2])
    return f"the nearest, at {found[0]:.0f} %, is {quoted(text.text[start:end])}"


def widened(text: PlainText, start: int, end: int) -> tuple[int, int]:
    """Return the sentences that the place lies in; one that it merely touches doesn't count."""
    slack = (end - start) * _EDGE
    inside = [(first, last) for first, last in text.sentences if min(end, last) - max(start, first) > slack]
    return (inside[0][0], inside[-1][1]) if inside else (start, end)


def folded(text: str) -> str:
    """Fold case and typographic variants, keeping every character's place."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return lower.translate(_VARIANTS)
