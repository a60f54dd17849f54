"""Dates, times of day, and what recurs, with the day that relative ones mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.leaving import reason
from factlint.drafting.model import Drafted
from factlint.drafting.naming import clause_topic
from factlint.drafting.reading import Article
from factlint.drafting.words import seen_as, value_words
from factlint.project.claims import ValueType
from factlint.values.base import DateValue, Reading, Recurrence, TimeValue
from factlint.values.dates.words import MONTH_NAMES

_CALENDAR = re.compile("|".join(MONTH_NAMES))
_YEAR_BEHIND = re.compile(rf"(?:{'|'.join(MONTH_NAMES)}) (?:this|last|next) year$")
_HEDGE = re.compile(r"\b(?:shortly|just|soon|well|long) $", re.IGNORECASE)
_NEAR_YEARS = 3  # a year further off is history that the story has left again


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every date and time that the article states."""
    for reading in article.values:
        if isinstance(reading.value, DateValue | TimeValue | Recurrence) and not reason(article, reading):
            drafted = (
                _date(article, reading) if isinstance(reading.value, DateValue) else _time(article, reading)
            )
            if drafted:
                yield drafted


def _date(article: Article, reading: Reading) -> Drafted | None:
    value = reading.value
    if not isinstance(value, DateValue):
        return None
    span = value_words(article, reading)
    cover = span or seen_as(article, reading) or _of_year(article, reading)
    if cover is None:
        return None
    words = article.words(*span) if span else value.edtf
    span = span or (reading.start, reading.end)
    unknown = value.start is None and value.end is None
    flags = (f"'{words}' counts from the day of publication, which is not known",) if unknown else ()
    year = _other_year(article, reading, value)
    if year:
        flags = (f"'{words}' was read as {value.edtf}, where the text has just spoken of {year}",)
    if _looks_back(article, value, words):
        flags = (f"'{words}' was read as {value.edtf}, before publication: say which day is meant",)
    told = "" if unknown or value.edtf in words else value.edtf
    return Drafted(
        *span,
        value=words,
        kind=ValueType.DATE,
        anchor=cover,
        resolved=told,
        topic=_topic(article, reading),
        tags=("dates",),
        flags=flags,
    )


def _of_year(article: Article, reading: Reading) -> tuple[int, int] | None:
    """Return the words of a month whose year stands behind it ("March last year"), which no reading alone holds."""
    found = _YEAR_BEHIND.search(article.plain, reading.start, reading.end)
    return (reading.start, reading.end) if found else None


def _other_year(article: Article, reading: Reading, value: DateValue) -> str:
    """Return the near year that the paragraph speaks of, where a date without a year was read into another."""
    said = article.plain[reading.start : reading.end]
    if re.search(r"\d{4}", said) or not _CALENDAR.search(said) or not value.end:
        return ""
    told = article.values.within(article.block(reading.start).start, reading.start)
    before = " ".join(
        article.words(item.start, item.end) for item in told if isinstance(item.value, DateValue)
    )
    years = re.findall(r"\b(?:19|20)\d\d\b", before)
    off = abs(int(years[-1]) - value.end.year) if years else 0
    return years[-1] if 0 < off <= _NEAR_YEARS else ""


def _looks_back(article: Article, value: DateValue, words: str) -> bool:
    """Whether a day up to which something lasts was read as one that is over, though no year says so."""
    today = article.context.reference
    until = words.lower().startswith(("by ", "until "))
    return until and not re.search(r"\d{4}", words) and bool(value.end and today and value.end < today)


def _time(article: Article, reading: Reading) -> Drafted | None:
    """Draft a time of day as words: no value of a claims file holds one; "overnight" alone is too vague."""
    if not re.search(
        r"\d|noon|midnight|o.clock|day\b", article.words(reading.start, reading.end), re.IGNORECASE
    ):
        return None
    hedge = _HEDGE.search(article.plain, max(0, reading.start - 12), reading.start)
    start = hedge.start() if hedge else reading.start
    return Drafted(
        start,
        reading.end,
        value=article.words(start, reading.end),
        kind=ValueType.PARAPHRASE,
        topic=_topic(article, reading),
        tags=("times",),
    )


def _topic(article: Article, reading: Reading) -> str:
    start, end = article.sentence(reading.start)
    return clause_topic(article.plain[start:end], reading.start - start, reading.end - start) or "date"
