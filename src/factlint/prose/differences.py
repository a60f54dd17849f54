"""Figures that only say how far something is from something else."""

from __future__ import annotations

from factlint.prose import telling
from factlint.prose.frames import Frame

_MORE = frozenset(("more", "less", "fewer"))
_BEYOND = frozenset(("above", "below", "beyond", "under", "over", "short"))
_MARKS = frozenset(
    "record average mean target norm normal limit forecast estimate expectation minimum maximum budget".split()
)


def is_averaged_change(frame: Frame) -> bool:
    """Whether a figure is told as in "rise by an average of 18 per cent"."""
    holder = frame.phrase.holder if frame.phrase is not None else None
    if holder is None or frame.phrase is None or frame.phrase.role != "of" or holder.role != "by":
        return False
    return frame.sentence.tokens[holder.head].word in ("average", "total", "mean", "maximum", "further")


def is_difference(frame: Frame) -> bool:
    """Whether a figure only says how far something is from something else: "four degrees above the old record"."""
    words = [token.word for token in frame.sentence.tokens[frame.at + 1 : frame.at + 6]]
    if telling.compared(frame):
        return True
    if words[1:2] == ["than"] and (words[0] in _MORE or words[0].endswith("er")):
        return True
    return words[:1] != [] and words[0] in _BEYOND and any(word in _MARKS for word in words[1:])
