"""Direct quotations, as claims of their own beside what they assert."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.model import Drafted
from factlint.drafting.reading import Article, Quotation
from factlint.project.claims import ValueType

_HELD = 8  # words that the anchor holds of a long quotation
_TITLE = re.compile(
    r"(?:[A-Z0-9][\w’'-]*|of|the|a|an|and|in|on|with|to|for|[:,&-])(?:\s+(?:[A-Z0-9][\w’'-]*|of|the|a|an|and|in|on|with|to|for|[:,&-]))*[.,!?]?"
)


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every quotation of at least two words; titles of works and single words are none."""
    for item in article.quotations:
        if not article.is_furniture(item.start) and is_speech(article, item):
            yield _drafted(article, item)


def is_speech(article: Article, item: Quotation) -> bool:
    """Whether quoted words are somebody's, rather than a title or one word held at arm's length."""
    inner = article.words(*item.inner)
    return len(inner.split()) > 1 and not _TITLE.fullmatch(inner)


def _drafted(article: Article, item: Quotation) -> Drafted:
    start, end = item.inner
    inner = article.plain[start:end].rstrip(" ,")
    inner = inner[:-1] if inner.endswith(".") and not inner.endswith("..") else inner
    end = start + len(inner)
    words = list(re.finditer(r"\S+", article.plain[start:end]))
    held = start + words[min(_HELD, len(words)) - 1].end()
    said = article.attributions.of_quotation(item.start, item.end)
    traced = (
        (f"'{article.words(said.start, said.end)}' is taken to be {said.who}",)
        if said and said.traced
        else ()
    )
    return Drafted(
        start,
        end,
        value=article.words(start, end),
        kind=ValueType.QUOTATION,
        anchor=(start, held),
        attribution=said.who if said else "",
        topic=f"{said.who if said else ''} quote {' '.join(word[0] for word in words[:3])}",
        tags=("quotations",),
        flags=traced if said else ("the article doesn't say whose words these are",),
    )
