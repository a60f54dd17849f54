"""Whether a passage's figure is of the claim's occasion: now or once, on a first weekend or in all, since or in a year."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose import ranks, timing
from factlint.prose.base import Agreement, Facet
from factlint.prose.frames import PLACING
from factlint.prose.lexicon import stem
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag

_STANDING = frozenset(
    map(stem, "have be employ own operate run hold keep serve belong live house number".split())
)
_SPANS = frozenset("day night week weekend month season year hour round".split())


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet for each occasion of the passage's figure or rank that isn't the claim's."""
    if sides.claim.quantity is not None:
        yield from _then(sides)
        yield from _at_first(sides)
        yield from _over(sides)
    if ranks.rank(sides.claim.token.stem):
        yield from _since(sides)


def _then(sides: Sides) -> Iterator[Facet]:
    """Tell what is from what was in a year that the passage names: "has 90 beds", "had 90 beds in 1970"."""
    verb, told = sides.claim.verb, sides.found.verb
    if verb is None or told is None or timing.stated(sides.claim) or timing.is_past(sides.claim):
        return
    standing = verb.stem in _STANDING and told.stem in _STANDING
    future = any(token.word in {"will", "would"} for token in sides.claim.sentence.tokens)
    if standing and not future and timing.is_past(sides.found) and timing.own(sides.found):
        yield Facet("time", Agreement.MISSING, "now", told.word)


def _over(sides: Sides) -> Iterator[Facet]:
    """Tell a change or a sum over some years from one over others: "between 2000 and 2015", "between 2005 and 2015"."""
    ours, theirs = timing.stated(sides.claim), timing.stated(sides.found)
    if len(ours) != 1 or len(theirs) != 1:
        return
    spans = [one.precision == "interval" and one.start and one.end for one in (ours[0], theirs[0])]
    if all(spans) and (ours[0].start, ours[0].end) != (theirs[0].start, theirs[0].end):
        yield Facet("time", Agreement.MISSING, ours[0].text, theirs[0].text)


def _at_first(sides: Sides) -> Iterator[Facet]:
    """Tell what was at first from what was in all: "earned 3 million on its first weekend"."""
    found, sentence = sides.found, sides.found.sentence
    if not any(token.word in _IN_ALL for token in sides.claim.sentence.tokens):
        return
    for phrase in found.phrases:
        words = [token.word for token in sentence.tokens[phrase.first : phrase.last + 1]]
        own = phrase.head in found.own and phrase.role in (*PLACING, "during", "after")
        if own and _EARLY.intersection(words) and any(word.removesuffix("s") in _SPANS for word in words):
            yield Facet("time", Agreement.DIFFERENT, "in total", " ".join(words))


_IN_ALL = frozenset(("total", "in total", "in all", "altogether", "overall"))
_EARLY = frozenset(("first", "opening", "second", "third", "last", "final", "best", "busiest", "debut"))


def _since(sides: Sides) -> Iterator[Facet]:
    """Tell the strongest since a year from the strongest in it."""
    ours, theirs = timing.stated(sides.claim), timing.stated(sides.found)
    opened = [any(timing.is_open(one) for one in side) for side in (ours, theirs)]
    if ours and theirs and opened[0] != opened[1] and sides.found.token.tag is Tag.NOUN:
        yield Facet("time", Agreement.MISSING, ours[0].text, theirs[0].text)
