"""An article read once: its blocks, sentences, values, names and quotations, which all finders share."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.documents.article import ArticleText
from factlint.documents.sentences import sentences
from factlint.drafting.blocks import Block, Kind, blocks, unwrapped
from factlint.drafting.people import Mention, mentions
from factlint.drafting.settled import settled
from factlint.drafting.spans import Spans
from factlint.values import Context
from factlint.values.base import Reading
from factlint.values.names import find_names

if TYPE_CHECKING:
    from factlint.drafting.attribution import Attributions

_QUOTED = re.compile(
    r"“([^“”\n]{2,1200})”|(?<![\w\"])\"([^\"\n]{2,1200})\"(?![\w])|(?<!\w)‘([^‘’\n]{2,300}(?:’\w[^‘’\n]{0,300}){0,8})’(?!\w)"
)
_OPENING = 3  # blocks that open a story
_DATELINE = re.compile(
    r"[A-Z][^\W\d_][\w .,'’/-]{0,60}?(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.? ?\d{0,2}(?:,? \d{4})?)?"
    r" ?(?:\([^()\n]{2,60}\))? ?[–—-]{1,2} (?=[A-Z“\"])"
)


@dataclass(frozen=True)
class Quotation:
    """Words in quotation marks: the span with its marks, and the words within."""

    start: int
    end: int
    inner: tuple[int, int]


@dataclass(frozen=True)
class Article:
    """A text with everything that is read from it; ``plain`` and ``text`` have each character in one place."""

    source: ArticleText
    context: Context

    @property
    def text(self) -> str:
        """The text that quotes are anchored in."""
        return self.source.text

    @cached_property
    def plain(self) -> str:
        """The text as it is read: markup blanked, lines unwrapped."""
        return unwrapped(self.source.plain)

    @cached_property
    def blocks(self) -> list[Block]:
        """The lines by their kind."""
        return blocks(self.plain, self.text)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as (start, end); a sentence never crosses a line."""
        return [
            (block.start + start, block.start + end)
            for block in self.blocks
            for start, end in sentences(self.plain[block.start : block.end])
        ]

    @cached_property
    def values(self) -> Spans[Reading]:
        """The quantities, dates, times and results, in order."""
        return Spans(settled(self.plain, self.context))

    @cached_property
    def names(self) -> Spans[Reading]:
        """The names, in order."""
        return Spans(find_names(self.plain))

    @cached_property
    def people(self) -> Spans[Mention]:
        """The mentions of people, in order."""
        return Spans(mentions(list(self.names), self.plain, {item.inner for item in self.quotations}))

    @cached_property
    def attributions(self) -> Attributions:
        """Whom the sentences are given as said by."""
        from factlint.drafting.attribution import Attributions

        return Attributions(self)

    @cached_property
    def quotations(self) -> Spans[Quotation]:
        """The words in quotation marks, in order."""
        found = []
        for match in _QUOTED.finditer(self.plain):
            inner = next(match.span(group) for group in (1, 2, 3) if match.start(group) >= 0)
            found.append(Quotation(match.start(), match.end(), inner))
        return Spans(found)

    @cached_property
    def dateline(self) -> tuple[int, int]:
        """The place and day that the first paragraph opens with ("LONDON, March 5 –"); empty if there is none."""
        first = next((block for block in self.blocks if block.kind is Kind.PARAGRAPH), None)
        found = _DATELINE.match(self.plain, first.start) if first else None
        return found.span() if found else (0, 0)

    @cached_property
    def opening(self) -> int:
        """Where the opening of a story of some length ends, its first paragraphs and headline; 0 for a short one."""
        story = [block for block in self.blocks if block.kind in {Kind.PARAGRAPH, Kind.HEADING}]
        return story[_OPENING - 1].end if len(story) > 2 * _OPENING else 0

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the sentence that the character ``at`` lies in."""
        index = bisect_right(self.sentences, (at, len(self.plain))) - 1
        if index >= 0 and at < self.sentences[index][1]:
            return self.sentences[index]
        return at, at

    def block(self, at: int) -> Block:
        """Return the block that the character ``at`` lies in."""
        return self.blocks[self.block_index(at)]

    def block_index(self, at: int) -> int:
        """Return which block the character ``at`` lies in."""
        return max(bisect_right(self._block_starts, at) - 1, 0)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def is_furniture(self, at: int) -> bool:
        """Whether the character belongs to the page and not to the story."""
        return self.block(at).kind is Kind.FURNITURE or self.dateline[0] <= at < self.dateline[1]

    def quotation(self, at: int) -> Quotation | None:
        """Return the quotation that the character lies in."""
        return next(iter(self.quotations.touching(at, at + 1)), None)

    def words(self, start: int, end: int) -> str:
        """Return the words of a span on one line."""
        return " ".join(self.plain[start:end].split())
