"""Which numbers, dates and names of an article no claim covers.

A number or date is covered where a claim's quote holds it; a name also where a claim has it as its value, so that
a name is claimed once for each way it is printed. Discounted, each with its reason: page furniture and the
dateline, parts of names and identifiers, questions, figures of speech, forecasts, conditions, opinions, counts of
what was just named, places, common words (Council), and what an editor ignores. ``<!-- factlint: ignore -->``
ignores its line, or the next where it stands alone; ``<!-- factlint: ignore 2024; Ada Lund -->`` only those words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from factlint.documents.article.base import IGNORE
from factlint.drafting.leaving import IDENTIFIER, reason
from factlint.drafting.phrases import words as listed
from factlint.drafting.reading import Article
from factlint.project import anchors
from factlint.project.anchors import line_of
from factlint.project.claims import Claim
from factlint.values.base import DateValue, Name, Reading, TimeValue
from factlint.values.countries import country_of_demonym

COMMON = "a common word, and no name by itself"
_CODE = re.compile(r"[-/]\d")
IGNORED, PLACE = "ignored by the editor", "a place, claimed with what happens there"


class What(StrEnum):
    """What kind of thing may go uncovered."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Held:
    """What one claim holds of the article: the characters of its quote, and its value's words."""

    start: int
    end: int
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One number, date or name of the article. ``discounted`` is the reason why it need not be covered."""

    start: int
    end: int
    line: int
    what: What
    text: str
    covered: bool
    discounted: str = ""

    @property
    def missing(self) -> bool:
        """Whether it counts and no claim covers it."""
        return not self.covered and not self.discounted


@dataclass(frozen=True, slots=True)
class Coverage:
    """All numbers, dates and names of an article, in reading order."""

    items: tuple[Item, ...]

    @property
    def missing(self) -> tuple[Item, ...]:
        """Those that count and that no claim covers."""
        return tuple(item for item in self.items if item.missing)

    @property
    def counted(self) -> tuple[Item, ...]:
        """Those that count: covered, or missing."""
        return tuple(item for item in self.items if item.covered or item.missing)

    @property
    def share(self) -> float:
        """The share of those that count which claims cover, 0 to 1; 1 where there are none."""
        return 1 - len(self.missing) / len(self.counted) if self.counted else 1.0


def coverage(article: Article, held: Iterable[Held]) -> Coverage:
    """Hold an article's numbers, dates and names against what claims hold of it. A pure function."""
    spans = sorted(held, key=lambda item: item.start)
    names = {word.casefold() for item in spans for word in item.words}
    ignored = [*_ignores(article.text), *_ignored_apart(article)]
    found = [_item(article, reading, spans, names, ignored) for reading in _readings(article)]
    return Coverage(tuple(sorted(found, key=lambda item: item.start)))


def held_by(claims: Iterable[Claim], text: str, marks: anchors.Marks = ()) -> Iterator[Held]:
    """Return what claims hold of a text; a quote that doesn't stand there once holds nothing.

    marks: spans of the text that are markup
    """
    for claim in claims:
        words = tuple(map(str, claim.value)) if isinstance(claim.value, list) else (str(claim.value),)
        places = anchors.find(claim.quote, text, marks).places
        yield Held(*(places[0] if len(places) == 1 else (0, 0)), words)


def _readings(article: Article) -> list[Reading]:
    """Return the values, and the names that none of them holds; a person's name without the office."""
    people = [Reading(item.start, item.end, Name(item.text, "person")) for item in article.people]
    others = [item for item in article.names if not article.people.touching(item.start, item.end)]
    free = [item for item in [*people, *others] if not article.values.touching(item.start, item.end)]
    return [*article.values, *free]


def _item(
    article: Article,
    reading: Reading,
    held: list[Held],
    names: set[str],
    ignored: list[tuple[int, int, tuple[str, ...]]],
) -> Item:
    text = article.words(reading.start, reading.end)
    what = _what(reading)
    covered = any(item.start < reading.end and reading.start < item.end for item in held)
    covered = covered or (what is What.NAME and text.casefold() in names)
    why = "" if covered else _ignored(reading, text, ignored) or _discount(article, reading, what)
    return Item(reading.start, reading.end, line_of(article.text, reading.start), what, text, covered, why)


def _what(reading: Reading) -> What:
    if isinstance(reading.value, Name):
        return What.NAME
    return What.DATE if isinstance(reading.value, DateValue | TimeValue) else What.NUMBER


def _discount(article: Article, reading: Reading, what: What) -> str:
    if what is not What.NAME:
        return reason(article, reading)
    if article.is_furniture(reading.start):
        return reason(article, reading)
    text = article.words(reading.start, reading.end)
    if _CODE.match(article.plain, reading.end):
        return IDENTIFIER
    if text.casefold() in listed("person", "never"):
        return COMMON
    kind = reading.value.kind if isinstance(reading.value, Name) else ""
    is_place = kind not in {"person", "organisation"} or country_of_demonym(text)
    return PLACE if is_place else ""


def _ignores(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the characters that an editor's comment ignores, and the words if only some are."""
    for found in IGNORE.finditer(text):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.end())
        end = len(text) if end < 0 else end
        if not (text[start : found.start()] + text[found.end() : end]).strip():
            after = text.find("\n", end + 1)
            start, end = end, len(text) if after < 0 else after
        yield start, end, _words(found[1])


def _ignored_apart(article: Article) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the lines that comments of a page ignore: the text that is read of it doesn't hold them."""
    for at, words in article.source.ignores:
        end = article.text.find("\n", at)
        yield article.text.rfind("\n", 0, at) + 1, end if end >= 0 else len(article.text), _words(words)


def _words(told: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in told.split(";") if word.strip())


def _ignored(reading: Reading, text: str, ignored: list[tuple[int, int, tuple[str, ...]]]) -> str:
    for start, end, words in ignored:
        if start <= reading.start < end and (not words or text in words):
            return IGNORED
    return ""
