"""The closed classes of English and the few rules of its noun phrases that counting needs.

Everything here looks at words only; it knows no measure and no domain. Spans are character offsets into
the text that the words came from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from factlint.values.function_words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DETERMINERS,
    INVARIABLE,
    IRREGULAR_SINGULAR,
    PREPOSITIONS,
    PRONOUNS,
)

NUMBER = "\x00number"  # stands for a quantity that was read already
DATE = "\x00date"  # stands for any other value that was read already

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,8}|[^\W\d_]\w*(?:['’\-‑]\w+)*['’]?|\d+(?:[.,]\d+)*|[^\w\s]")

_STOPS = (
    AUXILIARIES | PREPOSITIONS | DETERMINERS | PRONOUNS | BREAKS | CONJUNCTIONS | ADVERBS | {NUMBER, DATE}
)

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)es$")
_NOT_PLURAL = re.compile(r"(?:ss|us|is|'s|ous|ics)$")


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Return the singular of a lower-cased noun; a word that isn't a plural comes back as it is."""
    if word in IRREGULAR_SINGULAR:
        return IRREGULAR_SINGULAR[word]
    if len(word) > 4 and word.endswith("men") and not word.endswith(("specimen", "regimen", "abdomen")):
        return word[:-3] + "man"
    if word.endswith(("children", "people")):
        return word[:-3] if word.endswith("children") else word
    if len(word) < 4 or not word.endswith("s") or _NOT_PLURAL.search(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if _SIBILANT.search(word) and not word.endswith("ses") else word[:-1]


def is_plural(word: str) -> bool:
    """Whether a lower-cased word looks like a plural noun."""
    return word in INVARIABLE or singular(word) != word


def lowered(text: str) -> str:
    """Return the text in lower case with plain apostrophes and hyphens, each character in its place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    return low.replace("’", "'").replace("‑", "-")


@dataclass(slots=True)
class Words:
    """Words of a stretch of text, lower-cased, apostrophes and hyphens plain, with their spans."""

    word: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.word)

    def add(self, word: str, start: int, end: int) -> None:
        """Append one word."""
        self.word.append(word)
        self.start.append(start)
        self.end.append(end)

    def add_text(self, text: str, start: int, end: int) -> None:
        """Append the words of ``text[start:end]``."""
        self.add_lowered(lowered(text[start:end]), start, start, end)

    def add_lowered(self, low: str, offset: int, start: int, end: int) -> None:
        """Append the words of the text from ``start`` to ``end``, of which ``low`` is a part from ``offset``."""
        add_word, add_start, add_end = self.word.append, self.start.append, self.end.append
        for found in _TOKEN.finditer(low, start - offset, end - offset):
            first, last = found.span()
            add_word(low[first:last])
            add_start(offset + first)
            add_end(offset + last)

    def slice(self, text: str, first: int, last: int) -> str:
        """Return the text from word ``first`` up to, not including, word ``last``."""
        return text[self.start[first] : self.end[last - 1]] if first < last else ""


def words_of(text: str) -> Words:
    """Return all words of a text."""
    words = Words()
    words.add_text(text, 0, len(text))
    return words


def is_stop(word: str) -> bool:
    """Whether the word can't stand inside a noun phrase: a function word, punctuation or a value."""
    return word in _STOPS or not (word[0].isalpha())


def is_adverb(word: str) -> bool:
    """Whether the word may stand between a noun and its verb without changing what is said of it."""
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly"))


_TITLES = ("Mr", "Mrs", "Ms", "Dr", "St", "No", "Sen", "Gen", "Rep", "Gov", "Lt", "Col")
_ABBREVIATED = "".join(rf"(?<!\b{title}\.)" for title in _TITLES)
_CLOSERS = r"""["”’)\]]{0,3}"""
_SENTENCE_END = re.compile(
    rf"\.(?<![A-Z]\.){_ABBREVIATED}{_CLOSERS}(?=\s{{1,8}}[^\sa-z])"
    rf"|!{_CLOSERS}(?=\s)|\?{_CLOSERS}(?=\s)|\n[ \t\n]{{0,8}}(?=[A-Z\-*•–\n\d])"
)  # each branch starts with a plain character, which lets the engine skip to the next candidate


def sentence_start(text: str, position: int, reach: int) -> int:
    """Return where the sentence around ``position`` starts, at most ``reach`` characters before it."""
    start, at = max(0, position - reach), position
    while True:
        at = max(
            text.rfind(".", start, at),
            text.rfind("\n", start, at),
            text.rfind("?", start, at),
            text.rfind("!", start, at),
        )
        if at < 0:
            return start
        end = _SENTENCE_END.match(text, at)
        if end and end.end() <= position:
            return end.end()


def sentence_end(text: str, position: int, reach: int) -> int:
    """Return where the sentence around ``position`` ends, at most ``reach`` characters after it."""
    stop = min(len(text), position + reach)
    end = _SENTENCE_END.search(text, position, stop)
    return end.start() if end else stop


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences of a text, in order."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if text[start : end.end()].strip():
            yield start, end.end()
        start = end.end()
    if text[start:].strip():
        yield start, len(text)
