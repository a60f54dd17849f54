"""Rise and fall: the role (from, to, by) and direction of a quantity in a change, and negation."""

from __future__ import annotations

import re

from factlint.values.beside import one_of, word_before

_UP = (
    "rose rise rises risen rising up increased increase increases increasing grew grow grows grown growing growth"
    " climbed climb climbs climbing jumped jump jumps jumping surged surge surges surging soared soar soars soaring"
    " gained gain gains gaining advanced raised raise raising expanded expand widened accelerated spiked"
    " rallied leapt swelled higher upgraded strengthened rebounded edged-up hike hiked boosted lifted"
)
_DOWN = (
    "fell fall falls fallen falling down dropped drop drops dropping decreased decrease decreases decreasing declined"
    " decline declines declining slid slide slides slipped plunged plunge plunging plummeted sank tumbled shrank shrunk"
    " shrinking cut cuts cutting reduced reduce reduction reducing lowered lower slashed eased contracted contraction"
    " narrowed dipped dwindled weakened downgraded"
)
_DIRECTION = dict.fromkeys(_UP.split(), "up") | dict.fromkeys(_DOWN.split(), "down")
_DIRECTION |= dict.fromkeys(
    ("went", "go", "goes", "gone", "going", "moved", "changed", "shifted", "switched"), ""
)
_NOUNS = {"increase", "rise", "growth", "jump", "surge", "gain", "hike", "drop", "fall", "decline", "decrease", "cut",
          "reduction", "plunge", "climb", "slide", "contraction", "spike"}  # fmt: skip
_COMPARATIVES = {"higher": "up", "more": "up", "larger": "up", "bigger": "up", "greater": "up", "lower": "down",
                 "fewer": "down", "less": "down", "smaller": "down"}  # fmt: skip
_CHANGE = re.compile(rf"(?<![a-z]){one_of(_DIRECTION)}(?![a-z])")
_BREAK = re.compile(r"[.;:?!]\s|\n")
_PREPOSITIONS = frozenset({"from", "to", "by", "of"})
_GAPS = frozenset(" -\n")
_NEXT_WORD = re.compile(r"[\s-](?:(?:year-on-year|annual|yearly|sharp|further)\s)?([a-z]+)(?:\s(than))?")
_NOT = re.compile(r"\b(?:not|never|nor|n't|n’t|cannot)\s(?:[a-z]+\s){0,2}$|n['’]t\s(?:[a-z]+\s){0,2}$")
_REACH = 110


def role_and_direction(low: str, start: int, end: int, word: str | None = None) -> tuple[str, str]:
    """Return the role and direction of a quantity at ``start:end``; both empty outside of a change.

    word: the word before ``start``, where it is known already
    """
    if word is None:
        word = word_before(low, start)
    if word in _PREPOSITIONS:
        return _after_preposition(low, word, start - len(word) - 1)
    if _DIRECTION.get(word) and word not in {"higher", "lower"}:
        return "by", _DIRECTION[word]
    after = _NEXT_WORD.match(low, end) if low[end : end + 1] in _GAPS else None
    if after and after[1] in _NOUNS:
        return "by", _DIRECTION[after[1]]
    if after and after[2] and after[1] in _COMPARATIVES:
        return "by", _COMPARATIVES[after[1]]
    return "", ""


def _after_preposition(low: str, word: str, start: int) -> tuple[str, str]:
    window = _clause(low, start)
    for found in reversed(list(_CHANGE.finditer(low, window, start))):
        said = found[0]
        direction = _DIRECTION[said]
        if said == "up" and low.startswith(" to", found.end()) and found.end() != start - 1:
            continue
        if word == "of":
            return ("by", direction) if said in _NOUNS and found.end() >= start - 1 else ("", "")
        return word, direction
    return "", ""


def _clause(low: str, start: int) -> int:
    edge = max(0, start - _REACH)
    for found in _BREAK.finditer(low, edge, start):
        edge = found.end()
    return edge


def is_negated(low: str, start: int) -> bool:
    """Tell whether "not" or "never" stands right before the quantity ("not 5", "did not reach 5")."""
    begin = start - 24 if start > 24 else 0
    head = low[begin:start]
    likely = "not" in head or "never" in head or "nor" in head or "n't" in head or "n’t" in head
    return likely and bool(_NOT.search(low, begin, start))
