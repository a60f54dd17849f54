"""Sources that the article names for what it tells: that they say so can itself be checked."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.drafting.model import Drafted
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for the first mention of each named source that isn't a person."""
    people = {person.text for person in article.people}
    seen: set[str] = set()
    for span in article.sentences:
        said = article.attributions.by_sentence[span]
        if said is None or said.traced or said.who in people or article.is_furniture(span[0]):
            continue
        if said.who.casefold() in seen or not any(char.isupper() for char in said.who[1:] or said.who):
            continue
        seen.add(said.who.casefold())
        yield Drafted(
            said.start,
            said.end,
            value=article.words(said.start, said.end),
            kind=ValueType.NAME,
            topic=f"{said.who} source",
            tags=("sources",),
        )
