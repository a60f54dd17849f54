"""Whether a sentence tells of what is to come or of what is past: that decides which year a date without one has."""

from __future__ import annotations

import re
from dataclasses import replace

from factlint.values.dates.parts import Found, Part
from factlint.values.dates.tokens import Tokens

_AHEAD = frozenset(
    "will shall ll must due scheduled expected set planned plans next upcoming forecast expires leaves begins starts"
    " opens closes meets arrives returns departs resumes launches retires".split()
)
_BACK = frozenset({"had", "was", "were", "did"})
_ENDS = frozenset(".?!;")
_WORD = re.compile(r"\w+|[.?!;]")
_REACH = 90


def lean(t: Tokens, i: int) -> int:
    """Return 1 if the date at ``i`` lies ahead of the reference date, -1 if behind it, 0 if the words don't tell.

    "Since" and "as of" look back; "by" and "until" ahead, unless the sentence tells of the past; before any other
    date the nearest telling word decides, of which only "had" is sure to look back.
    """
    before = t.at(i - 1)
    if before == "since" or (before == "of" and t.at(i - 2) == "as"):
        return -1
    if before in ("by", "until", "till", "before"):
        return -1 if not _AHEAD & {*_around(t, i)} and _BACK & {*_around(t, i)} else 1
    for word in reversed(_left(t, i)):
        if word in _AHEAD:
            return 1
        if word in _BACK or word == "said":
            return -1 if word == "had" else 0
    return 0


def leaning(t: Tokens, i: int, found: Found) -> Found:
    """Tell a date without year, read at ``i``, which way it lies."""
    if not found or not isinstance(found[0], Part) or found[0].year is not None or t.today is None:
        return found
    return replace(found[0], lean=lean(t, i)), found[1]


def looks_ahead(t: Tokens, i: int) -> bool:
    """Say whether the words before ``i`` in its sentence tell of what is to come, or there are none."""
    return not t.words[i - 1] or lean(t, i) > 0


def _left(t: Tokens, i: int) -> list[str]:
    """Return the words before ``i`` in its sentence, lower-cased."""
    at = t.starts[i]
    words = _WORD.findall(t.text[max(at - _REACH, 0) : at].lower())
    ends = [number for number, word in enumerate(words) if word in _ENDS]
    return words[ends[-1] + 1 :] if ends else words


def _around(t: Tokens, i: int) -> list[str]:
    """Return the words of the sentence of ``i``, as far as they are near."""
    at = t.starts[i]
    words = _WORD.findall(t.text[at : at + _REACH].lower())
    end = next((number for number, word in enumerate(words) if word in _ENDS), len(words))
    return _left(t, i) + words[:end]
