"""The shortest words of the article that hold a claim and stand there only once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from factlint.drafting.model import Drafted
from factlint.drafting.reading import Article
from factlint.project.anchors import fold
from factlint.project.claims import Quote

_WORD = re.compile(r"\S+")
_EDGE = "\"“”‘’'()[]*_`~,;:.!?…| "
_LONGEST_QUOTE = 12  # words beyond the claim's own
_LEAST_AROUND, _MOST_AROUND = 24, 1_600  # characters of a prefix or suffix


class Anchors:
    """Finds quotes in one article; lives for one draft."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.folded = fold(article.text)
        self.words = [found.span() for found in _WORD.finditer(article.plain)]
        self.starts = [start for start, _ in self.words]
        self.ends = [end for _, end in self.words]

    def quote(self, drafted: Drafted) -> Quote | None:
        """Return the shortest unique quote of whole words around a claim, inside its sentence.

        Where its sentence repeats, the quote stays short and a prefix or suffix tells which is meant;
        ``None`` where even these repeat.
        """
        start, end = drafted.held
        low, high = self.article.sentence(start)
        low, high = min(low, start), max(high, end)
        if not self.is_unique(low, high):  # so no part of it is
            return self.surrounded(drafted)
        for first, last in self._wider(start, end, (low, high)):
            if self.is_unique(first, last):
                return Quote(exact=self._shown(first, last))
        return self.surrounded(drafted)

    def is_unique(self, start: int, end: int) -> bool:
        """Whether the words stand once in the article."""
        exact = self.folded[start:end]
        return self.folded.find(exact) == start and self.folded.find(exact, start + 1) < 0

    def _wider(self, start: int, end: int, within: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Yield ever longer spans of whole words: first to the right, where the noun is, then to the left."""
        at, to = bisect_right(self.starts, start) - 1, bisect_left(self.ends, end)
        for size in range(_LONGEST_QUOTE + 1):
            for right in range(size, -1, -1):
                first, last = at - (size - right), to + right
                if first < 0 or last >= len(self.words):
                    continue
                span = self._trimmed(first, last, start, end)
                if within[0] <= span[0] and span[1] <= within[1]:
                    yield span

    def _trimmed(self, first: int, last: int, start: int, end: int) -> tuple[int, int]:
        """Cut punctuation at the edges, the claim's own words apart."""
        low, high = self.words[first][0], self.words[last][1]
        while low < start and self.article.text[low] in _EDGE:
            low += 1
        while high > end and self.article.text[high - 1] in _EDGE:
            high -= 1
        return low, high

    def _shown(self, start: int, end: int) -> str:
        return self.article.text[start:end].replace("\n", " ").replace("\t", " ")

    def surrounded(self, drafted: Drafted) -> Quote | None:
        """Return the claim's own words, told by what stands before or after them."""
        start, end = drafted.held
        size = _LEAST_AROUND
        while size <= _MOST_AROUND:
            low, high = self._word_start(start - size), self._word_end(end + size)
            for first, last in ((low, end), (start, high), (low, high)):
                if self.is_unique(first, last):
                    prefix, suffix = self._shown(first, start), self._shown(end, last)
                    return Quote(exact=self._shown(start, end), prefix=prefix, suffix=suffix)
            size *= 2
        return None

    def _word_start(self, at: int) -> int:
        index = bisect_left(self.starts, max(at, 0))
        return self.starts[min(index, len(self.starts) - 1)]

    def _word_end(self, at: int) -> int:
        index = bisect_right(self.ends, at) - 1
        return self.ends[max(index, 0)]
