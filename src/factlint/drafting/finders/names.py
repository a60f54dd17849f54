"""Names of people: one claim for each way in which the article writes one."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.drafting.model import Drafted
from factlint.drafting.people import Mention, known_as
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType
from factlint.values.names import NameRelation


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for the first mention of each printed form; a bare family name is its owner's."""
    seen: set[str] = set()
    for index, mention in enumerate(article.people):
        if mention.text.casefold() in seen or article.is_furniture(mention.start):
            continue
        seen.add(mention.text.casefold())
        yield Drafted(
            mention.start,
            mention.end,
            value=mention.text,
            kind=ValueType.NAME,
            topic=f"{mention.text} name",
            tags=("names",),
            flags=_flags(mention, article.people[:index]),
        )


def _flags(mention: Mention, earlier: list[Mention]) -> tuple[str, ...]:
    known = known_as(mention, earlier)
    if known is None:
        bare = not (mention.name.given and mention.name.family)
        return (f"'{mention.text}' is named in full nowhere before",) if bare else ()
    other, relation = known
    if relation is NameRelation.GIVEN_FOR_FAMILY:
        return (f"'{mention.text}' seems to be {other.text}, whose family name is {other.name.family}",)
    if relation is NameRelation.MISSPELT:
        return (f"'{mention.text}' is written '{other.text}' elsewhere",)
    same = mention.name.family == other.name.family and not mention.name.given
    return (f"'{mention.text}' is read as {other.text}",) if same else ()
