"""What was before, after or because of what: a day of the one is none of the other, and after is not because."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.lexicon import stem
from factlint.prose.sides import Sides
from factlint.prose.tokens import CAUSES, Tag, Token
from factlint.prose.words import alike

_CAUSES = CAUSES | {"because", "due", "owing", "thanks", "caused", "led", "blamed", "resulted"}
_CAUSING = frozenset(
    map(
        stem,
        """cause lead blame result reason trigger prompt force provoke spark attribute so therefore since for over make
        effect consequence mean explain drive stem arise owe follow contribute kill""".split(),
    )
)
_ORDERS = frozenset(("before", "after"))


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet where a claim has a cause of which the passage says nothing, or the day of another event."""
    yield from _uncaused(sides)
    yield from _of_other_event(sides)


def _uncaused(sides: Sides) -> Iterator[Facet]:
    ours = next((token.word for token in sides.claim.sentence.tokens if token.word in _CAUSES), "")
    theirs = sides.found.sentence.tokens
    if ours and sides.claim.quantity is None and not any(_tells_cause(token) for token in theirs):
        yield Facet("words", Agreement.MISSING, ours)


def _tells_cause(token: Token) -> bool:
    return token.word in _CAUSES or token.stem.split("_")[0] in _CAUSING


def _of_other_event(sides: Sides) -> Iterator[Facet]:
    """Tell the day on which she left from that of "a month before the merger was announced"."""
    verb, found = sides.claim.verb, sides.found
    if verb is None or verb.tag is not Tag.VERB or found.token.tag is not Tag.DATE:
        return
    if found.verb is not None and alike(verb, found.verb):
        return
    tokens = found.sentence.tokens
    for at in found.clause.members:
        if at > found.at and tokens[at].tag is Tag.VERB and alike(verb, tokens[at]):
            between = [token.word for token in tokens[found.at + 1 : at]]
            if _ORDERS & set(between):
                yield Facet("measure", Agreement.DIFFERENT, verb.word, f"before or after {verb.word}")
