"""An age that the days of birth and death refute."""

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
_AGE = re.compile(r"\b(?:aged|at the age of|died at|has died at|dies at|dead at) $")


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice where one day of birth, one of death and the age at death don't fit; several people don't."""
    births, deaths, ages = [], [], []
    for start, end in story(article):
        for item in article.values.within(start, end):
            before = article.plain[start : item.start]
            births += [item] if _is_date(item) and _BORN.search(before) else []
            deaths += [item] if _is_date(item) and _DIED.search(before) else []
            ages += [item] if isinstance(item.value, Quantity) and _AGE.search(before) else []
    if len(births) == 1 and deaths and ages and births[0].start < article.block(births[0].start).end:
        yield from _held(article, births[0], deaths[0], ages[0])


def _is_date(item: Reading) -> bool:
    return isinstance(item.value, DateValue) and item.value.start is not None and item.value.end is not None


def _held(article: Article, birth: Reading, death: Reading, age: Reading) -> Iterator[Notice]:
    born, died, said = birth.value, death.value, age.value
    if not (isinstance(born, DateValue) and isinstance(died, DateValue) and isinstance(said, Quantity)):
        return
    if not (born.start and born.end and died.start and died.end and said.low is not None):
        return
    least, most = _years(born.end, died.start), _years(born.start, died.end)
    if not least <= said.low <= most:
        right = f"{least}" if least == most else f"{least} or {most}"
        words = [article.words(item.start, item.end) for item in (birth, death, age)]
        message = f"born {words[0]} and died {words[1]} makes {right}, not {words[2]}"
        places = sorted((item.start, item.end) for item in (birth, death, age))
        yield Notice("age", message, tuple(places))


def _years(born: date, died: date) -> int:
    return died.year - born.year - ((died.month, died.day) < (born.month, born.day))
