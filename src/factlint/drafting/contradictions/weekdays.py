"""A weekday that isn't that of its date: "Friday, 5 March 2025" was a Wednesday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.model import Notice
from factlint.drafting.reading import Article
from factlint.errors import FactlintError
from factlint.values.dates import parse
from factlint.values.dates.words import DAY_NAMES, MONTH_NAMES

_DAYS, _MONTHS = "|".join(DAY_NAMES), "|".join(MONTH_NAMES)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATED = re.compile(
    rf"\b({_DAYS}),? (?:the )?((?:{_DAY} (?:of )?(?:{_MONTHS})|(?:{_MONTHS}) {_DAY})(?:,? \d{{4}})?)"
)


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice for every full date whose weekday is another; a date without a year counts from publication."""
    for found in _DATED.finditer(article.plain):
        try:
            day = parse(found[2], article.context)
        except FactlintError:
            continue
        if day.start is None or day.start != day.end or DAY_NAMES[day.start.weekday()] == found[1]:
            continue
        actual = DAY_NAMES[day.start.weekday()]
        yield Notice("weekday", f"{found[2]} is a {actual}, not a {found[1]}", (found.span(),))
