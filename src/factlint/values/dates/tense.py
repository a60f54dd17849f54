"""Whether a sentence tells of what is to come or of what is past: that decides which year a date without one has."""

from __future__ import annotations

import re

from factlint.values.dates.parts import AHEAD, BEHIND, PAST, Found, Part
from factlint.values.dates.tokens import Tokens

_AHEAD = frozenset(
    "will shall ll must due scheduled expected planned plans next upcoming forecast expires leaves begins starts"
    " opens closes meets arrives returns departs resumes launches retires".split()
)
_BACK = frozenset({"had", "was", "were", "did"})
_PAST = _BACK | frozenset(
    "began rose fell took came went won lost met broke fought held left made gave found grew sank struck flew drew hit"
    " shot sent built became led ran saw told died put".split()
)
_BETWEEN = frozenset("in on out up off down over here there back again early late".split())
_PRESENT = frozenset({"be", "is", "are", "being"})  # "will be held" is not past
_ENDS = frozenset(".?!;")
_WORD = re.compile(r"\w+|[.?!;]")
_REACH = 90


def lean(t: Tokens, i: int) -> int:
    """Return AHEAD, BEHIND or PAST for the way in which the date at ``i`` lies, 0 if the words don't tell.

    "Since", "as of" and a past verb before it ("closed in") look back; "by" and "until" ahead, unless the sentence
    tells of the past; before any other date the nearest telling word decides.
    """
    before = t.at(i - 1)
    if before == "since" or (before == "of" and t.at(i - 2) == "as"):
        return BEHIND
    if before in ("by", "until", "till", "before"):
        around = {*_around(t, i)}
        return BEHIND if _BACK & around and not _AHEAD & around else AHEAD
    return _told(_left(t, i))


def _told(words: list[str]) -> int:
    """Return what the words before a date in its sentence tell."""
    direct = bool(words) and words[-1] in ("in", "on")
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        if word in _AHEAD:
            return AHEAD
        if word == "had":
            return BEHIND
        if _is_past(word) and (number == 0 or words[number - 1] not in _PRESENT):
            return BEHIND if direct else PAST
        if word == "said":
            return 0
        direct = direct and word in _BETWEEN
    return 0


def _is_past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4)


def leaning(t: Tokens, i: int, found: Found) -> Found:
    """Tell a date without year, read at ``i``, which way it lies."""
    if not found or not isinstance(found[0], Part) or found[0].year is not None or t.today is None:
        return found
    said = found[0]
    return Part(None, said.month, said.day, said.weekday, lean(t, i)), found[1]


def looks_ahead(t: Tokens, i: int) -> bool:
    """Say whether the words before ``i`` in its sentence tell of what is to come; where there are none,
    the words after it must not tell of the past ("In three weeks 104 people applied")."""
    if set(_left(t, i)) - {"or", "and"}:
        return lean(t, i) == AHEAD
    return not any(map(_is_past, _around(t, i)))


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
