"""Figures that only bound who or what is meant: "firms with more than 50 workers", "everyone over 50"."""

from __future__ import annotations

from factlint.prose.frames import Frame
from factlint.prose.kinds.bounds import LOWER, UPPER
from factlint.prose.phrases import BESIDE


def is_another_threshold(claim: Frame, found: Frame) -> bool:
    """Whether both figures only bound who or what is meant ("with turnover above 750 million"), and differ."""
    ours, theirs = claim.quantity, found.quantity
    if ours is None or theirs is None or ours.sense is not theirs.sense or ours.sense not in (*LOWER, *UPPER):
        return False
    limiting = all(map(_limits, (claim, found)))
    return limiting and (ours.low, ours.high, ours.unit) != (theirs.low, theirs.high, theirs.unit)


def _limits(frame: Frame) -> bool:
    """Whether a figure only bounds who or what is meant: "with more than 50", "everyone over 50", "aged over 50"."""
    if frame.phrase is not None and frame.phrase.role in _LIMITING:
        return True
    before = frame.sentence.tokens[frame.at - 1].word if frame.at else ""
    return before in _AGED or (before in _EVERYONE and frame.token.word.startswith(("over ", "under ")))


_LIMITING = frozenset((BESIDE, "with", "for", "of", "among"))
_AGED = frozenset(("aged", "ages"))
_EVERYONE = frozenset(
    "everyone everybody anyone anybody those people persons adults children residents patients workers".split()
)
