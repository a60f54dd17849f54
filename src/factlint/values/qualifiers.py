"""Words before or after a figure that bound it: around, nearly, up to, at least … each with its sense."""

from __future__ import annotations

import re
from typing import NamedTuple

from factlint.values import guards
from factlint.values.base import Sense
from factlint.values.beside import word_before

_MORE, _LESS = "more greater higher bigger larger".split(), "less fewer lower smaller".split()


def _compared(words: list[str], *forms: str) -> str:
    """Return every form of a comparison with every word: "{} than", "equal to or {} than"."""
    return " | ".join(form.format(word) for form in forms for word in words)


_THAN = ("{} than", "far {} than", "considerably {} than", "many {} than", "much {} than")
_OR_EQUAL = ("{} than or equal to", "{} than or equal", "{} or equal than", "{} or equal to", "equal to or {} than",
             "equal or {} than")  # fmt: skip
_NOT_THAN = ("no {} than", "not {} than", "never {} than")
_BEFORE = {
    Sense.APPROXIMATE: """
        about | around | roughly | some | approximately | approx | approx. | circa | c. | ca. | ~ | ≈ | estimated
        | an estimated | close to | in the region of | in the order of | on the order of | something like
        | more or less | in the vicinity of | the best part of | rund | etwa | ungefähr | zirka | environ
        | autour de""",
    Sense.NEARLY: """
        nearly | almost | just under | just below | a little under | a little less than | slightly under
        | slightly below | slightly less than | slightly fewer than | just short of | just shy of | approaching
        | not quite | nearing | a shade under | a bit less than | virtually | practically | knapp | annähernd
        | presque | près de""",
    Sense.MORE_THAN: f"""
        {_compared(_MORE, *_THAN)} | over | above | well over | well above | well in excess of | in excess of
        | upward of | just over | just above | just more than | a little over | a little more than | slightly over
        | slightly above | slightly more than | exceeding | exceeded | exceeds | topped | topping | beyond | >
        | surpassed | surpassing | older than | longer than | taller than | heavier than | mehr als | über | plus de""",
    Sense.AT_LEAST: f"""
        {_compared(_MORE, *_OR_EQUAL)} | {_compared(_LESS, *_NOT_THAN)} | at least | at the least | upwards of
        | a minimum of | minimum of | minimum | as few as | as little as | starting at | starting from | ≥ | >=
        | from at least | equal to or above | equal to or over | not under | not below | mindestens | au moins""",
    Sense.AT_MOST: f"""
        {_compared(_LESS, *_OR_EQUAL)} | {_compared(_MORE, *_NOT_THAN)} | up to | as many as | as much as | at most
        | a maximum of | maximum of | maximum | as high as | at the most | capped at | limited to | ≤ | <=
        | not exceeding | equal to or below | equal to or under | not over | not above | within | höchstens | bis zu
        | au plus | jusqu'à | jusqu’à""",
    Sense.LESS_THAN: f"""
        {_compared(_LESS, *_THAN)} | under | below | well under | well below | < | short of | younger than
        | shorter than | weniger als | moins de""",
    Sense.POINT: """
        only | exactly | precisely | just | a mere | a total of | equal to | equals | equals to | equaling
        | equaling to""",
}
_AFTER = {
    Sense.AT_LEAST: f"""
        {_compared(_MORE, "or {}")} | or above | or over | or longer | or older | or up | and above | and over
        | and more | at least | at a minimum | + | -plus | plus | and upwards | or upwards | and up | and older""",
    Sense.AT_MOST: f"""
        {_compared(_LESS, "or {}")} | or under | or below | or shorter | or younger | at most | at the most
        | and under | and below | and younger | maximum""",
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


FIRST_AFTER = frozenset(_BY_FIRST)  # the first words of qualifiers that follow a figure
FOLLOWING = frozenset(words for entries in _BY_FIRST.values() for words, _ in entries)


def before(low: str, start: int, floor: int = 0, word: str | None = None) -> Qualifier | None:
    """Return the longest qualifier whose words end right before ``start``, and start at ``floor`` or later.

    word: the word before ``start``, where it is known already
    """
    if word is None:
        word = word_before(low, start)
    entries = _BY_LAST.get(word)
    if entries is None and not word.isalpha():
        entries = _BY_LAST.get(low[start - 2 : start].strip(" ")[-1:])  # "cost ~5"
    if entries is None:
        return None
    begin = max(floor, start - _REACH)
    head = low[begin:start].rstrip().replace("\n", " ")
    for words, sense in entries:
        edge = head[: -len(words)][-1:]
        if words == "up to" and _GOES_UP.search(head):
            return None
        if head.endswith(words) and not edge.isalnum() and (not edge or edge not in "<>="):
            return Qualifier(words, sense, begin + len(head) - len(words))
    return None


_GOES_UP = re.compile(
    r"\b(?:go(?:es|ne|ing)?|went|edg(?:es?|ed|ing)|tick(?:s|ed|ing)?|inch(?:es|ed|ing)?|creep(?:s|ing)?|crept|brings?"
    r"|brought|push(?:es|ed|ing)?|mov(?:es?|ed|ing)|bump(?:s|ed|ing)?|com(?:es?|ing)|came|shot|shoots?) up to$"
)
_NOUN = re.compile(
    r"\s(?:[a-z]{2,}s|[a-z]*(?:people|men|women|children))(?=\sor\s(?:more|less|fewer)(?![^\W_]))"
)
_NOUN_REACH = 28


def after(low: str, end: int) -> Qualifier | None:
    """Return the longest qualifier whose words start right after ``end``, or after the noun there.

    That of "20 patients or fewer" leaves the edge at ``end``.
    """
    if low[end : end + 1] not in _GAPS:
        return None
    if low.find(" or ", end + 1, end + _NOUN_REACH) > 0:
        noun = _NOUN.match(low, end)
        behind = _after(low, noun.end()) if noun else None
        if behind and guards.is_part(low, behind.edge):
            return behind._replace(edge=end)
    return _after(low, end)


def _after(low: str, end: int) -> Qualifier | None:
    found = _NEXT.match(low, end)
    if not found or found[1] not in _BY_FIRST:
        return None
    for words, sense in _BY_FIRST[found[1]]:
        stop = found.start(1) + len(words)
        if low.startswith(words, found.start(1)) and not _CONTINUES.match(low, stop):
            return Qualifier(words, sense, stop)
    return None
