"""Quantities: counts, shares, money, ranges, ranks, multiples and orders of magnitude, with what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.leaving import PEOPLE, reason
from factlint.drafting.model import Drafted
from factlint.drafting.naming import clause_topic
from factlint.drafting.reading import Article
from factlint.drafting.tables import Cell, cell_of
from factlint.drafting.words import says_unit_elsewhere, unhedged, value_words
from factlint.values import scan
from factlint.values.base import Counted, DateValue, Quantity, Reading
from factlint.values.counted import read_counted
from factlint.values.counted.inflection import plural
from factlint.values.counted.measures import load
from factlint.values.countries import nation

_AGE = re.compile(r"[^\W\d], $")
_AGED = re.compile(
    r"\b(?:man|woman|boy|girl|teenager|student|driver|pupil|father|mother|pensioner|suspect), $", re.I
)
_OF_THEM = re.compile(r" of (?:them|these|those)\b(?! \w+s\b)")
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
    cell = cell_of(article, reading.start)
    measure, population = _headed(value.counted, cell) if cell else told(value.counted)
    if value.low == value.high and not value.unit and _is_age(article, reading):
        measure, population = "age", ""
    if _tag(value) == "measurements" and measure.replace(" ", "-") in PEOPLE:
        measure, population = "", ""
    return Drafted(
        *span,
        value=article.words(*span),
        anchor=_with_noun(article, reading, value),
        unit=unit,
        measure=measure,
        population=population,
        as_of=_headed_day(article, cell) if cell else "",
        topic=_topic(article, reading, cell) or " ".join(filter(None, (population, measure))),
        tags=(_tag(value),),
        flags=_heading(cell, value) if cell else _pointing_back(article, reading),
    )


def _pointing_back(article: Article, reading: Reading) -> tuple[str, ...]:
    found = _OF_THEM.match(article.plain, reading.end)
    return (f"'{found[0].strip()}' points back: say of what",) if found else ()


def _topic(article: Article, reading: Reading, cell: Cell | None) -> str:
    """Name what a number is of where it counts nothing: its row and column, else the words of its clause."""
    if cell:
        return f"{cell.row} {cell.column}"
    value = reading.value
    if isinstance(value, Quantity) and (value.counted.head or value.counted.measure):
        return ""
    start, end = article.sentence(reading.start)
    return clause_topic(article.plain[start:end], reading.start - start, reading.end - start)


def _headed(counted: Counted, cell: Cell) -> tuple[str, str]:
    """Return measure and population of a table's number: its own, else those of its headers."""
    if counted.measure or counted.head:
        return told(counted)
    measure, population = told(read_counted(cell.column.lower()))
    return (measure, population) if measure else ("", "")


def _headed_day(article: Article, cell: Cell) -> str:
    """Return the one closed date that a column's header says, as EDTF."""
    days = [item.value for item in scan(cell.column, article.context) if isinstance(item.value, DateValue)]
    return days[0].edtf if len(days) == 1 and days[0].start and days[0].end else ""


def _heading(cell: Cell, value: Quantity) -> tuple[str, ...]:
    """Say which cell of a table a number stands in, and a unit that only the column's header says."""
    told_ = f"in row '{cell.row}', column '{cell.column}'"
    return (f"{told_}: say the unit '{cell.unit}' with it",) if cell.unit and not value.unit else (told_,)


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
