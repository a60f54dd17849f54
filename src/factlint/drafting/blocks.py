"""The lines of an article by what they are: paragraphs, headings, list items and page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from factlint.drafting.phrases import pattern

_BULLET = re.compile(r"[ \t]*(?:[-*•–‣◦·][ \t]|\(?\d{1,2}[.)][ \t]+(?=[A-Z“\"]))")
_SHORTEST_WRAP, _LONGEST_WRAP = 45, 120
_HEADING_WORDS = 14
_FURNITURE_WORDS = 30


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text, its line breaks and surrounding space apart."""

    start: int
    end: int
    kind: Kind


def unwrapped(text: str) -> str:
    """Return the text with the line breaks inside paragraphs made blanks, where lines are wrapped at a width.

    A text counts as wrapped when it has blank lines between paragraphs and its continued lines are of a width.
    """
    lines = text.split("\n")
    continued = [
        line for line, after in pairwise(lines) if line.strip() and after.strip() and not _starts(after)
    ]
    if not continued or "\n\n" not in text or max(map(len, continued)) > _LONGEST_WRAP:
        return text
    if sum(map(len, continued)) < _SHORTEST_WRAP * len(continued):
        return text
    return _joined(lines)


def _joined(lines: list[str]) -> str:
    parts = [lines[0]]
    for before, line in pairwise(lines):
        wrapped = len(before.strip()) > 25 and line.strip() and not _starts(line)
        parts += [" " if wrapped else "\n", line]
    return "".join(parts)


def _starts(line: str) -> bool:
    return bool(_BULLET.match(line)) or line.lstrip()[:1] in "#|>"


def blocks(plain: str, raw: str) -> list[Block]:
    """Return the lines of a text by their kind; ``raw`` is the text before its markup was blanked."""
    return list(_blocks(plain, raw))


def _blocks(plain: str, raw: str) -> Iterator[Block]:
    at = 0
    for line in plain.split("\n"):
        start = at + len(line) - len(line.lstrip())
        end = at + len(line.rstrip())
        if start < end:
            yield Block(start, end, _kind(plain[start:end], raw[at : at + len(line)]))
        at += len(line) + 1


def _is_furniture(line: str) -> bool:
    """Whether a line belongs to the page: credits, bylines, dates of publication, links to other stories."""
    return bool(
        pattern("furniture", "patterns", "(?:{})").match(line)
        or pattern("furniture", "credits", "(?:{})").search(line)
        or pattern("furniture", "listicle", "(?:{})").match(line)
    )


def _kind(line: str, raw: str) -> Kind:
    words = line.split()
    if len(words) <= _FURNITURE_WORDS and _is_furniture(line):
        return Kind.FURNITURE
    if _BULLET.match(line):
        return Kind.ITEM
    heading = raw.lstrip().startswith("#") or (len(words) <= _HEADING_WORDS and line[-1] not in '.!:;,"”’)…')
    return Kind.HEADING if heading and not line[0].islower() else Kind.PARAGRAPH
