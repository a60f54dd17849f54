"""An age that the days of birth and death, or of publication, refute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factlint.drafting.contradictions.amounts import story
from factlint.drafting.model import Notice
from factlint.drafting.reading import Article
from factlint.values.base import DateValue, Quantity, Reading

_BORN = re.compile(r"\b[Bb]orn\b[^.;]{0,60}$")
_DIED = re.compile(r"\bdied\b[^.;]{0,60}$")
_BORN_LAST = re.compile(r"\b(?:was|is) born (?:in|on) $")
_BETWEEN_COMMAS = re.compile(r", \d{1,3},")
_AGE = re.compile(r"\b(?:aged|at the age of|died at|has died at|dies at|dead at) $")


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice where one day of birth, one of death and the age at death don't fit; several people don't."""
    births, deaths, ages = [], [], []
    for start, end in story(article):
        yield from _living(article, start, end)
        for item in article.values.within(start, end):
            before = article.plain[start : item.start]
            births += [item] if _is_date(item) and _BORN.search(before) else []
            deaths += [item] if _is_date(item) and _DIED.search(before) else []
            ages += [item] if isinstance(item.value, Quantity) and _AGE.search(before) else []
    if len(births) == 1 and deaths and ages and births[0].start < article.block(births[0].start).end:
        yield from _held(article, births[0], deaths[0], ages[0])


def _living(article: Article, start: int, end: int) -> Iterator[Notice]:
    """Hold "Ada Lund, 61, who was born in 1950" against the day of publication."""
    today = article.context.reference
    births = [
        item
        for item in article.values.within(start, end)
        if _is_date(item) and _BORN_LAST.search(article.plain[start : item.start])
    ]
    ages = [
        item
        for item in article.values.within(start, end)
        if isinstance(item.value, Quantity)
        and item.value.low == item.value.high
        and article.people.touching(item.start - 3, item.start - 2)
        and _BETWEEN_COMMAS.match(article.plain, item.start - 2)
    ]
    dead = _DIED.search(article.plain[start:end])
    if today and not dead and len(births) == len(ages) == 1:
        now = DateValue(today, today, "day", today.isoformat())
        yield from _fitting(article, births[0], ages[0], now, f"alive on {today.isoformat()}")


def _is_date(item: Reading) -> bool:
    return isinstance(item.value, DateValue) and item.value.start is not None and item.value.end is not None


def _held(article: Article, birth: Reading, death: Reading, age: Reading) -> Iterator[Notice]:
    if isinstance(death.value, DateValue):
        until = f"died {article.words(death.start, death.end)}"
        yield from _fitting(article, birth, age, death.value, until, (death.start, death.end))


def _fitting(
    article: Article, birth: Reading, age: Reading, day: DateValue, until: str, *more: tuple[int, int]
) -> Iterator[Notice]:
    """Yield a notice where somebody born then isn't of that age on the day."""
    born, said = birth.value, age.value
    if not (isinstance(born, DateValue) and isinstance(said, Quantity) and said.low is not None):
        return
    if not (born.start and born.end and day.start and day.end):
        return
    least, most = _years(born.end, day.start), _years(born.start, day.end)
    if not least <= said.low <= most:
        right = f"{least}" if least == most else f"{least} or {most}"
        words = [article.words(item.start, item.end) for item in (birth, age)]
        places = sorted([(birth.start, birth.end), (age.start, age.end), *more])
        yield Notice("age", f"born {words[0]} and {until} makes {right}, not {words[1]}", tuple(places))


def _years(born: date, died: date) -> int:
    return died.year - born.year - ((died.month, died.day) < (born.month, born.day))
