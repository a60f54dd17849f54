"""The words that hold a value, chosen so that the one reader reads the same value from them alone."""

from __future__ import annotations

import re

from factlint.drafting.reading import Article
from factlint.errors import FactlintError
from factlint.values import read, scan
from factlint.values.base import DateValue, Quantity, Reading

_LEADS = re.compile(
    r"(?:in|on|at|by|to|of|for|from|since|until|before|after|during|the|an?|aged|early|late|mid|last|next|this|past|between)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s]+")
_TRAILING = ".,;:!?)]}”\"’'"
_NEAR, _REACH, _FAR = 2, 4, 8  # words on each side


def value_words(article: Article, reading: Reading) -> tuple[int, int] | None:
    """Return the shortest span around a reading that reads as its value; ``None`` where no near one does."""
    start, end = reading.start, reading.end
    is_date = isinstance(reading.value, DateValue)
    for first, last in _wider(article, start, end, _NEAR if is_date else _REACH):
        if is_date and last > end:
            continue
        if first < start and not _LEADS.fullmatch(article.plain[first:start].rstrip()):
            continue
        if _reads_same(article.words(first, last), reading, article):
            return first, last
    return None


def seen_as(article: Article, reading: Reading) -> tuple[int, int] | None:
    """Return the shortest span around a date in which the reader finds the same date; ``None`` if there is none.

    The words alone may say another day: "talks are due to begin on Wednesday" looks ahead, "Wednesday" back.
    """
    if not isinstance(reading.value, DateValue):
        return None
    for start, end in [*_wider(article, reading.start, reading.end, _FAR), article.sentence(reading.start)]:
        found = scan(article.words(start, end), article.context)
        if any(isinstance(item.value, DateValue) and item.value.edtf == reading.value.edtf for item in found):
            return start, end
    return None


def _wider(article: Article, start: int, end: int, reach: int) -> list[tuple[int, int]]:
    low, high = article.sentence(start)
    starts = [start, *(found.start() for found in reversed(list(_WORD.finditer(article.plain, low, start))))]
    ends = [
        end,
        *(
            found.end() - len(found[0]) + len(found[0].rstrip(_TRAILING))
            for found in _WORD.finditer(article.plain, end, max(high, end))
        ),
    ]
    pairs = [(i, j) for i in range(min(reach, len(starts))) for j in range(min(reach, len(ends)))]
    return [(starts[i], ends[j]) for i, j in sorted(pairs, key=sum)]


def unhedged(article: Article, reading: Reading) -> tuple[int, int] | None:
    """Return the figure without its first word, where that hedge reads as another thing alone ("within 30 days")."""
    first = _WORD.match(article.plain, reading.start, reading.end)
    start = first.end() + 1 if first else reading.end
    try:
        again = read(article.words(start, reading.end), like="quantity", context=article.context)
    except FactlintError:
        return None
    value = reading.value
    if not isinstance(value, Quantity) or not isinstance(again, Quantity) or again.unit != value.unit:
        return None
    return (start, reading.end) if {value.low, value.high} & {again.low} else None


def _reads_same(words: str, reading: Reading, article: Article) -> bool:
    kind = "date" if isinstance(reading.value, DateValue) else "quantity"
    try:
        again = read(words, like=kind, context=article.context)
    except FactlintError:
        return False
    value = reading.value
    if isinstance(value, DateValue) and isinstance(again, DateValue):
        return again.edtf == value.edtf
    if isinstance(value, Quantity) and isinstance(again, Quantity):
        return (again.low, again.high, again.unit, again.sense) == (
            value.low,
            value.high,
            value.unit,
            value.sense,
        )
    return False


def says_unit_elsewhere(article: Article, reading: Reading) -> bool:
    """Whether a number's own words are all there but for its unit ("aged seven")."""
    value = reading.value
    try:
        again = read(article.words(reading.start, reading.end), like="quantity", context=article.context)
    except FactlintError:
        return False
    if not isinstance(again, Quantity) or not isinstance(value, Quantity) or again.unit or not value.unit:
        return False
    return (again.low, again.high, again.sense) == (value.low, value.high, value.sense)
