"""Quantities: counts, shares, money, ranges, ranks, multiples and orders of magnitude, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.leaving import reason
from factlint.drafting.model import Drafted
from factlint.drafting.reading import Article
from factlint.drafting.words import says_unit_elsewhere, unhedged, value_words
from factlint.values.base import Counted, Quantity, Reading
from factlint.values.counted import read_counted
from factlint.values.counted.measures import load, plural
from factlint.values.countries import nation

_AGE = re.compile(r"[^\W\d], $")
_AGED = re.compile(
    r"\b(?:man|woman|boy|girl|teenager|student|driver|pupil|father|mother|pensioner|suspect), $", re.I
)
_AGE_AFTER = re.compile(r"(?:,|\.|;| and|$)")


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every quantity that the article states."""
    for reading in article.values:
        if isinstance(reading.value, Quantity) and not reason(article, reading):
            drafted = _drafted(article, reading, reading.value)
            if drafted:
                yield drafted


def _drafted(article: Article, reading: Reading, value: Quantity) -> Drafted | None:
    bare = says_unit_elsewhere(article, reading)
    span = (
        (reading.start, reading.end) if bare else value_words(article, reading) or unhedged(article, reading)
    )
    if span is None:
        return None
    unit = value.unit if bare else ""
    measure, population = told(value.counted)
    if value.low == value.high and not value.unit and _is_age(article, reading):
        measure, population = "age", ""
    return Drafted(
        *span,
        value=article.words(*span),
        anchor=_with_noun(article, reading, value),
        unit=unit,
        measure=measure,
        population=population,
        topic=" ".join(filter(None, (population, measure))) or "",
        tags=(_tag(value),),
    )


def told(counted: Counted) -> tuple[str, str]:
    """Return measure and population in words that read back as what was counted."""
    measure = counted.measure.replace("-", " ")
    modifiers = [word.title() if nation(word) else word for word in counted.modifiers]
    head = counted.head
    if head and (head in load().head_parts or plural(head) in counted.text.lower()):
        head = plural(head)
    for population in (" ".join([*modifiers, head]).strip(), ""):
        again = read_counted(" ".join(filter(None, (population, measure))))
        if again.measure == counted.measure and (again.head == counted.head or not population):
            return measure, population
    return "", ""


def _is_age(article: Article, reading: Reading) -> bool:
    before = article.plain[max(0, reading.start - 2) : reading.start]
    before = article.plain[max(0, reading.start - 16) : reading.start]
    named = article.names.touching(reading.start - 3, reading.start - 2) or _AGED.search(before)
    return bool(named and _AGE.search(before) and _AGE_AFTER.match(article.plain, reading.end))


def _with_noun(article: Article, reading: Reading, value: Quantity) -> tuple[int, int]:
    """Return the number with the noun phrase right behind it."""
    words = value.counted.text.split()
    end = reading.end
    after = article.plain[end : end + 60]
    found = re.match(r"[ -](?:[\w’'-]+ ){0,2}?" + re.escape(words[0]), after) if words else None
    if found and value.counted.head:
        end += found.end()
        for word in words[1:]:
            nxt = re.match(r" " + re.escape(word) + r"\b", article.plain[end : end + 40])
            if not nxt:
                break
            end += nxt.end()
    return reading.start, end


def _tag(value: Quantity) -> str:
    if value.unit in {"%", "pp", "bp"}:
        return "shares"
    if value.unit == "ordinal":
        return "ranks"
    if value.unit == "x":
        return "multiples"
    if len(value.unit) == 3 and value.unit.isupper():
        return "money"
    return "measurements" if value.unit else "counts"
