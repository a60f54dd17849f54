"""Find quoted words in a source: as they are, or the nearest stretch with what was changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate, pairwise

from factlint.comparators.tokens import LONGEST, NEGATIONS, Token, tokens

_LETTER = re.compile(r"\[(\w)\](?=\w)")
_GAP = re.compile(r"\[[^\[\]]{0,200}\]|\(?…\)?|\(?\.{3,4}\)?")
_KEPT = 3  # words shown on either side of a change


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the source and what the quotation has in their place; either may be empty."""

    theirs: tuple[str, ...]
    ours: tuple[str, ...]

    @property
    def grave(self) -> bool:
        """Whether a number or a negation is among the changed words."""
        words = set(self.theirs) ^ set(self.ours)
        return any(word in NEGATIONS or any(char.isdigit() for char in word) for word in words)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Where a quoted fragment stands in its source, and how it differs.

    changes: in order; words: of the fragment; start, end: characters of the source; diff: for people
    """

    changes: tuple[Change, ...]
    words: int
    start: int
    end: int
    diff: str = ""

    @property
    def edits(self) -> int:
        """Number of words changed, added or left out."""
        return sum(max(len(change.theirs), len(change.ours)) for change in self.changes)


def fragments(quoted: str) -> list[list[Token]]:
    """Split a quotation at its ellipses and [insertions]; "[W]e" is "We"."""
    whole = _LETTER.sub(r"\1", quoted[:LONGEST])
    return [words for part in _GAP.split(whole) if (words := tokens(part))]


def locate(parts: list[list[Token]], source: list[Token]) -> list[Excerpt]:
    """Return one excerpt a fragment: exact and in order where the source has them so, else the nearest."""
    exact = _in_order(parts, source)
    return exact if exact is not None else [_nearest(part, source) for part in parts]


def _in_order(parts: list[list[Token]], source: list[Token]) -> list[Excerpt] | None:
    text = " " + " ".join(token.word for token in source) + " "
    found, at = [], 0
    for part in parts:
        phrase = " " + " ".join(token.word for token in part) + " "
        place = text.find(phrase, at)
        if place < 0:
            return None
        first = text.count(" ", 0, place)
        last = first + len(part) - 1
        found.append(Excerpt((), len(part), source[first].start, source[last].end))
        at = place + len(phrase) - 1
    return found


def _nearest(part: list[Token], source: list[Token]) -> Excerpt:
    if not source:
        return _compared(part, source)
    first, last = _window(part, source)
    slack = 3 + len(part) // 5
    wide = _compared(part, source[max(0, first - slack) : last + slack])
    narrow = _compared(part, source[first:last])
    return min(narrow, wide, key=lambda excerpt: excerpt.edits)


def _window(part: list[Token], source: list[Token]) -> tuple[int, int]:
    """Return the stretch of the source, as long as the fragment, that shares most of its words and pairs
    of words. The cost is linear in both."""
    size = len(part)
    if size >= len(source):
        return 0, len(source)
    words = {token.word for token in part}
    pairs = {(left.word, right.word) for left, right in pairwise(part)}
    scores = [int(token.word in words) for token in source]
    for at, (left, right) in enumerate(pairwise(source)):
        scores[at] += 2 * ((left.word, right.word) in pairs)
    sums = [0, *accumulate(scores)]
    first = max(range(len(source) - size + 1), key=lambda at: sums[at + size] - sums[at])
    return first, first + size


def _compared(part: list[Token], stretch: list[Token]) -> Excerpt:
    """Compare word by word; words of the source beyond the first and last shared ones don't count."""
    from rapidfuzz.distance import Levenshtein

    theirs, ours = [token.word for token in stretch], [token.word for token in part]
    codes = [
        (c.tag, c.src_start, c.src_end, c.dest_start, c.dest_end) for c in Levenshtein.opcodes(theirs, ours)
    ]
    while codes and codes[0][0] == "delete":
        codes.pop(0)
    while codes and codes[-1][0] == "delete":
        codes.pop()
    changes = tuple(
        Change(tuple(theirs[a:b]), tuple(ours[c:d])) for tag, a, b, c, d in codes if tag != "equal"
    )
    used = stretch[codes[0][1] : codes[-1][2]] if codes else []
    start, end = (used[0].start, used[-1].end) if used else (0, 0)
    return Excerpt(changes, len(part), start, end, _diff(codes, theirs, ours))


def _diff(codes: list[tuple[str, int, int, int, int]], theirs: list[str], ours: list[str]) -> str:
    """Write a word diff: ``[-the source's words-] {+the quotation's+}``, long agreements cut short."""
    shown = []
    for tag, a, b, c, d in codes:
        if tag == "equal":
            shown.append(_shortened(ours[c:d]))
            continue
        shown += [f"[-{' '.join(theirs[a:b])}-]"] if b > a else []
        shown += [f"{{+{' '.join(ours[c:d])}+}}"] if d > c else []
    return " ".join(shown)


def _shortened(words: list[str]) -> str:
    if len(words) <= 2 * _KEPT + 1:
        return " ".join(words)
    return f"{' '.join(words[:_KEPT])} … {' '.join(words[-_KEPT:])}"
