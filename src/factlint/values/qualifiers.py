"""Words before or after a figure that bound it: around, nearly, up to, at least … each with its sense."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.values.base import Sense
from factlint.values.beside import word_before

_BEFORE = {
    Sense.APPROXIMATE: """
        about | around | roughly | some | approximately | approx | approx. | circa | c. | ca. | ~ | ≈ | estimated
        | an estimated | close to | in the region of | in the order of | on the order of | something like
        | more or less | in the vicinity of | the best part of""",
    Sense.NEARLY: """
        nearly | almost | just under | just below | a little under | a little less than | slightly under
        | slightly below | slightly less than | slightly fewer than | just short of | just shy of | approaching
        | not quite | nearing | a shade under | a bit less than | virtually | practically""",
    Sense.MORE_THAN: """
        more than | over | above | well over | well above | well in excess of | in excess of | greater than
        | higher than | bigger than | larger than | upward of | just over | just above | just more than
        | a little over | a little more than | slightly over | slightly above | slightly more than | far more than
        | considerably more than | many more than | exceeding | exceeded | exceeds | topped | topping
        | beyond | > | surpassed | surpassing | older than | longer than | taller than | heavier than
       """,
    Sense.AT_LEAST: """
        at least | never fewer than | never less than | no fewer than | no less than | not less than | not fewer than
        | upwards of | a minimum of
        | minimum of | minimum | as few as | as little as | starting at | starting from | ≥ | >= | from at least
        | more than or equal to | greater than or equal to | equal to or more than | equal to or greater than
        | bigger or equal than | greater or equal than | more or equal than""",
    Sense.AT_MOST: """
        up to | as many as | as much as | at most | never more than | no more than | not more than | no higher than
        | a maximum of
        | maximum of | maximum | as high as | at the most | capped at | limited to | ≤ | <= | not exceeding
        | less than or equal to | fewer than or equal to | lower than or equal to | equal to or less than
        | equal to or fewer than | less or equal than | within""",
    Sense.LESS_THAN: """
        fewer than | less than | under | below | well under | well below | lower than | smaller than | far fewer than
        | far less than | < | short of | younger than | shorter than | considerably less than | considerably fewer than
        | much less than | many fewer than""",
    Sense.POINT: """
        only | exactly | precisely | just | a mere | a total of | equal to | equals | equals to | equaling
        | equaling to""",
}
_AFTER = {
    Sense.AT_LEAST: "or more | or above | or over | or greater | or higher | or longer | or older | and above"
    " | and over | and more | at least | at a minimum | + | -plus | plus | and upwards | and up | and older",
    Sense.AT_MOST: "or less | or fewer | or under | or below | or lower | or younger | at most | at the most"
    " | and under | and below | or shorter | maximum",
    Sense.APPROXIMATE: "or so | -odd | odd | more or less | or thereabouts | give or take | approximately | -ish",
}


class Qualifier(NamedTuple):
    """A qualifier found: its words, its sense, and where it starts (before) or ends (after) in the text."""

    words: str
    sense: Sense
    edge: int


def _indexed(table: dict[Sense, str], which: int) -> dict[str, list[tuple[str, Sense]]]:
    index: dict[str, list[tuple[str, Sense]]] = {}
    for sense, phrases in table.items():
        for phrase in phrases.split("|"):
            words = phrase.split()
            index.setdefault(words[which], []).append((" ".join(words), sense))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


_BY_LAST = _indexed(_BEFORE, -1)
_BY_FIRST = _indexed(_AFTER, 0)
_REACH = 40
_GAPS = frozenset(" \n-+")
_CONTINUES = re.compile(r"[^\W_]|\sthan\s+(?=\S)")
_NEXT = re.compile(r"\s?(-?[a-z]+|\+(?!\s?\d))")


FOLLOWING = frozenset(words for entries in _BY_FIRST.values() for words, _ in entries)


def before(low: str, start: int, floor: int = 0, word: str | None = None) -> Qualifier | None:
    """Return the longest qualifier whose words end right before ``start``, and start at ``floor`` or later.

    word: the word before ``start``, where it is known already
    """
    if word is None:
        word = word_before(low, start)
    entries = _BY_LAST.get(word) or _BY_LAST.get(low[start - 2 : start].strip(" ")[-1:])
    if not entries:
        return None
    begin = max(floor, start - _REACH)
    head = low[begin:start].rstrip().replace("\n", " ")
    for words, sense in entries:
        edge = head[: -len(words)][-1:]
        if head.endswith(words) and not edge.isalnum() and (not edge or edge not in "<>="):
            return Qualifier(words, sense, begin + len(head) - len(words))
    return None


def after(low: str, end: int) -> Qualifier | None:
    """Return the longest qualifier whose words start right after ``end``."""
    if low[end : end + 1] not in _GAPS:
        return None
    found = _NEXT.match(low, end)
    if not found or found[1] not in _BY_FIRST:
        return None
    for words, sense in _BY_FIRST[found[1]]:
        stop = found.start(1) + len(words)
        if low.startswith(words, found.start(1)) and not _CONTINUES.match(low, stop):
            return Qualifier(words, sense, stop)
    return None
