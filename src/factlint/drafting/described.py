"""What is known of an article as the claims file says it, and how its words are to be read."""

from __future__ import annotations

import re
from datetime import datetime

from factlint.documents.article import ArticleText
from factlint.drafting.blocks import Kind, blocks, unwrapped
from factlint.drafting.reading import Article
from factlint.errors import FactlintError
from factlint.project.claimed import context_of
from factlint.project.claims import Article as Described
from factlint.values import Context, scan
from factlint.values.base import DateValue, Reading, TimeValue
from factlint.values.dates import parse

_TOP = 6  # blocks in which the day of publication is looked for
_STATED = re.compile(r"(?:first )?(?:published|posted|date|updated)\b", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def described(
    source: ArticleText,
    name: str,
    *,
    title: str = "",
    publisher: str = "",
    published: str = "",
    language: str = "",
    file: str = "",
) -> Described:
    """Return the article's entry of a claims file; what is told here outweighs what the text says of itself.

    name: its title where neither is known

    Raises the FL3xx errors where ``published`` is told and is no date.
    """
    told = parse(published).edtf if published else ""
    return Described(
        title=title or source.title or _first_heading(source) or name,
        publisher=publisher or source.publisher,
        author=source.author,
        published=told or _published(source) or None,
        url=source.url,
        file=file,
        language=language or source.language or "en",
    )


def article_for(source: ArticleText, entry: Described) -> Article:
    """Return the article, to be read as its entry declares."""
    return Article(source, context_of(entry))


def _first_heading(source: ArticleText) -> str:
    plain = unwrapped(source.plain)
    first = next((block for block in blocks(plain, source.text) if block.kind is not Kind.FURNITURE), None)
    return " ".join(plain[first.start : first.end].split()) if first and first.kind is Kind.HEADING else ""


def _published(source: ArticleText) -> str:
    """Read the day of publication: what the page declares, else a line at the top that is or states a day."""
    declared = _ISO.match(source.published)
    if declared:
        return declared[0]
    if source.published:
        try:
            return parse(source.published).edtf
        except FactlintError:
            return ""
    plain = unwrapped(source.plain)
    for block in blocks(plain, source.text)[:_TOP]:
        line = plain[block.start : block.end]
        days = [item for item in scan(line, Context(locale="en")) if _day(item)]
        if len(days) == 1 and (_STATED.match(line) or _is_all(line, days[0])):
            return _day(days[0])
    return _of_dateline(Article(source, Context(locale="en")))


def _of_dateline(article: Article) -> str:
    start, end = article.dateline
    days = [_day(item) for item in scan(article.plain[start:end], article.context) if _day(item)]
    return days[0] if len(days) == 1 else ""


def _day(reading: Reading) -> str:
    """Return the one day that a date or moment means, as EDTF; "" where it means none or several."""
    value = reading.value
    if isinstance(value, TimeValue) and isinstance(value.start, datetime):
        return value.start.date().isoformat()
    single = isinstance(value, DateValue) and value.start is not None and value.start == value.end
    return value.edtf if single and isinstance(value, DateValue) else ""


def _is_all(line: str, day: Reading) -> bool:
    """Whether a line holds a day and hardly more ("Tuesday 4 March 2025", "By Ada Lund | 4 March 2025")."""
    return len(line) - (day.end - day.start) <= 40 and len(line.split()) <= 10
