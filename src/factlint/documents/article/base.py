"""What is known of an article once it has been read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

_UNREAD = re.compile(
    r"https?://[^\s<>\"')\]]{1,2000}"
    r"|(?<=[\w.,;:!?\"”’)])\[(?:\^?\d{1,3}|[a-z]|citation needed)\]"
    r"|<!--(?:[^-]|-(?!->)){0,2000}-->"
)
IGNORE = re.compile(r"<!--\s{0,9}factlint:\s{0,9}ignore\b([^<>]{0,500}?)-->")


@dataclass(frozen=True)
class ArticleText:
    """An article as people read it.

    text: the text that quotes are anchored in and lines are counted in
    marks: spans of ``text`` that are markup and not read, as (start, end)
    ignores: what an editor's comments ignore where they don't stand in ``text``, as (place, words between ";")
    published: the day of publication as the page states it, ISO 8601 or words; "" when it doesn't
    """

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    ignores: tuple[tuple[int, str], ...] = ()
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""

    @cached_property
    def plain(self) -> str:
        """The text with markup, addresses, comments and note marks blanked, each character in its place."""
        return blanked(self.text, [*self.marks, *(found.span() for found in _UNREAD.finditer(self.text))])


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with every character of the spans made a blank, line breaks apart."""
    parts, at = [], 0
    for start, end in sorted(spans):
        if end <= at:
            continue
        start = max(start, at)
        hidden = "".join("\n" if char == "\n" else " " for char in text[start:end])
        parts += [text[at:start], hidden]
        at = end
    return "".join([*parts, text[at:]])
