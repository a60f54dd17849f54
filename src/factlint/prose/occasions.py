"""Whether a passage's figure is of the claim's occasion: now or once, on a first weekend or in all, since or in a year."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose import ranks, telling, timing
from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Clause
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import stem
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag
from factlint.prose.words import says

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
        yield from _on_a_day(sides)
        yield from _counted_by(sides)
    yield from _times(sides)
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


def _on_a_day(sides: Sides) -> Iterator[Facet]:
    """Tell what is so on some day from what is so in all: "30,000 visit it on the saint's day"."""
    sentence = sides.found.sentence
    for phrase in sides.found.phrases:
        nouns = sentence.nouns(phrase)
        own = (
            phrase.role == "on"
            and phrase.head in sides.found.own
            and sentence.tokens[phrase.head].word in _DAYS
        )
        narrow = [token for token in nouns[:-1] if says(token) and not ranks.rank(token.stem)]
        if own and narrow and not any(map(sides.is_claimed, narrow)):
            yield Facet("time", Agreement.DIFFERENT, "", sentence.slice(phrase.first, phrase.last))


_DAYS = frozenset(("day", "days", "night", "nights", "weekend", "weekends"))


def _counted_by(sides: Sides) -> Iterator[Facet]:
    """Tell of two counts that stand against each other: "the union says 4,000 came; the company counted 1,200"."""
    sentence, own = sides.found.sentence, sides.found.clause
    if telling.source(sides.claim):
        return
    others = [clause for clause in sentence.clauses if clause is not own]
    counts = [c for c in others if _counts(sentence, c) and _has_bare_figure(sides.found, c)]
    against = _counts(sentence, own) and any(telling.is_source(sentence, clause) for clause in others)
    if (telling.source(sides.found) and counts) or (against and _has_bare_figure(sides.found, own)):
        yield Facet("attribution", Agreement.MISSING, "a count that nobody disputes")


def _counts(sentence: Sentence, clause: Clause) -> bool:
    return clause.verb is not None and sentence.tokens[clause.verb].stem in _COUNTING


def _has_bare_figure(found: Frame, clause: Clause) -> bool:
    """Whether a clause has another figure of the same unit, without a noun of its own."""
    sentence, quantity = found.sentence, found.quantity
    figures = [at for at in clause.members if sentence.tokens[at].tag is Tag.VALUE]
    same = [
        at
        for at in figures
        if (one := sentence.tokens[at].quantity) and quantity and one.unit == quantity.unit
    ]
    return any((own := sentence.phrase_at(at)) is not None and not sentence.nouns(own) for at in same)


_COUNTING = frozenset(map(stem, "count put estimate give report record register list tally".split()))


def _times(sides: Sides) -> Iterator[Facet]:
    """Tell how often something was done in all from how often in one way: "21 times, twice without oxygen"."""
    tokens, ours = sides.found.sentence.tokens, {token.word for token in sides.claim.sentence.tokens}
    for at in range(1, len(tokens) - 1):
        word = tokens[at].word
        if word not in _OFTEN or tokens[at - 1].word != ",":
            continue
        stop = next((i for i in range(at + 1, len(tokens)) if tokens[i].tag is Tag.MARK), len(tokens))
        way = [token for token in tokens[at + 1 : stop] if says(token)]
        if way and (word in ours) != all(map(sides.is_claimed, way)):
            told = word in ours or any(map(sides.is_claimed, way))
            yield from [Facet("words", Agreement.DIFFERENT, "", f"{word} {way[0].word}")] if told else []


_OFTEN = frozenset(("once", "twice", "thrice"))


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
