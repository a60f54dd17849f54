"""Lists in text: bulleted or numbered lines, semicolons, or commas with a last "and"."""

from __future__ import annotations

import re

from factlint.values.base import Context, DateValue, Listing, Name, Quantity, Text
from factlint.values.countries import country
from factlint.values.folding import fold
from factlint.values.names import read_name
from factlint.values.names.parts import kind_of
from factlint.values.names.tables import groups, word_set

_BLANKS = re.compile(r"[^\S\n]+")
_BULLET = re.compile(r"^ ?(?:[-*•–‣◦·]|\(?\d{1,3}[.)]|\(?[a-z][.)]) ", re.MULTILINE)
_COMMA = re.compile(r",(?!\d{3}(?!\d))")
_SEMICOLON = re.compile(r"[;\n]")
_AND = re.compile(r" (?:and|or|&|as well as) ")
_LEADING_AND = re.compile(r"^ ?(?:and|or|&|as well as)(?: |$)")
_UNDECLARED = Context()
_MOST = 1000  # items
_LONGEST = 10_000  # characters of a list in one paragraph


def read_list(text: str, context: Context = _UNDECLARED) -> Listing:
    """Read the items of a list, each as a quantity or date where it is one, a name where it looks like one.

    Lines with bullets or numbers are items as they stand; otherwise semicolons or lines part the items, else
    commas and the last "and". Names that hold "and" ("Bosnia and Herzegovina") stay whole.
    """
    parts = [part.strip().rstrip(".") for part in _split(_BLANKS.sub(" ", text.strip()))]
    items = tuple(_item(part, context) for part in parts[:_MOST] if part)
    return Listing(items, " ".join(text.split()))


def _split(text: str) -> list[str]:
    if _BULLET.search(text):
        return _bulleted(text)
    if _SEMICOLON.search(text):
        return [_LEADING_AND.sub("", part) for part in _SEMICOLON.split(text)]
    if len(text) > _LONGEST:
        return [text]
    parts = [_LEADING_AND.sub("", part) for part in _COMMA.split(text) if part.strip()]
    return [*parts[:-1], *_split_and(parts[-1])] if parts else []


def _bulleted(text: str) -> list[str]:
    """Return the marked lines; what stands before the first is an introduction, other lines continue one."""
    return [" ".join(part.split()) for part in _BULLET.split(text)[1:]]


def _split_and(text: str) -> list[str]:
    """Split at "and", putting names together that hold one."""
    pieces = _AND.split(text)
    joined: list[str] = []
    for piece in pieces:
        whole = f"{joined[-1]} and {piece}" if joined else ""
        if whole and _is_one_name(whole):
            joined[-1] = whole
        else:
            joined.append(piece)
    return joined


def _is_one_name(text: str) -> bool:
    folded = fold(text)
    if country(text) or folded in groups("organisations", "same"):
        return True
    first, _, last = folded.partition(" and ")
    openers = word_set("organisations", "openers")
    return bool(openers & set(first.split()[:1])) and not openers & set(last.split()[:1])


def _item(text: str, context: Context) -> Name | Text | Quantity | DateValue:
    from factlint.values.scan import scan

    for reading in scan(text, context):
        whole = not text[: reading.start].strip() and not text[reading.end :].strip()
        if whole and isinstance(reading.value, Quantity | DateValue):
            return reading.value
    return read_name(text) if kind_of(text) or text[:1].isupper() else Text(text)
