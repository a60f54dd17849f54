"""Whether a passage's figure is of a portion of what the claim speaks of: some months, one district, one kind of place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from factlint.prose import timing
from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Kind
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import stem
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.pointing import earlier
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.things import has_figure, is_plural
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says
from factlint.values.base import DateValue

_FLOWING = frozenset(
    map(
        stem,
        """produce manufacture build sell earn export import carry transport handle serve treat admit welcome attract
        register generate deliver ship burn use consume emit draw process collect mine harvest brew catch print""".split(),
    )
)
_FLOWS = frozenset(
    map(
        stem,
        """sales output production revenue revenues profit profits turnover earnings exports imports deliveries orders
        registrations births deaths arrivals departures passengers visitors tourists rainfall precipitation traffic
        income loss losses spending takings emissions""".split(),
    )
)
_YEAR = timedelta(days=360)
_SOME_MONTHS = timedelta(days=310)


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet for each portion of the claim's time, place or things that the passage's figure is of."""
    if sides.claim.quantity is not None:
        yield from _months(sides)
        yield from _market(sides)
        yield from _of_an_age(sides)
    yield from _district(sides)
    yield from _kinds(sides)
    yield from _closer(sides)


def _months(sides: Sides) -> Iterator[Facet]:
    """Tell what came together in some months from what did in the year: "sold 300 cars in May 2021"."""
    ours, theirs = timing.stated(sides.claim), timing.stated(sides.found)
    if len(ours) != 1 or not theirs or not _length(ours[0]) >= _YEAR:
        return
    parts = [one for one in theirs if _is_some_months(one)]
    if len(parts) == len(theirs) and (_flows(sides.found) or _flows(sides.claim)):
        yield Facet("time", Agreement.MISSING, ours[0].text, parts[0].text)


def _length(one: DateValue) -> timedelta:
    return one.end - one.start if one.start and one.end else timedelta(0)


def _is_some_months(one: DateValue) -> bool:
    return one.precision != "day" and timedelta(0) < _length(one) < _SOME_MONTHS


def _flows(frame: Frame) -> bool:
    """Whether a figure adds up over time: what is made, sold or carried."""
    quantity = frame.quantity
    if quantity is None or quantity.unit in ("%", "pp", "bp"):
        return False
    nouns = [frame.sentence.tokens[phrase.head] for phrase in frame.subjects]
    nouns += frame.sentence.nouns(frame.phrase) if frame.phrase is not None else []
    verbs = {token.stem.removeprefix("be_") for token in frame.verbs}
    return bool(verbs & _FLOWING) or any(token.stem in _FLOWS for token in nouns)


def _market(sides: Sides) -> Iterator[Facet]:
    """Yield the market or the form in which alone somebody sells or has so many: "sold 90,000 cars in Germany"."""
    found, sentence = sides.found, sides.found.sentence
    if found.verb is None or found.verb.stem not in _SPREAD or not sides.claim_has_subject:
        return
    if any(phrase.role in PLACING for phrase in sides.claim.phrases):
        return
    for phrase in found.phrases:
        head = sentence.tokens[phrase.head]
        tied = phrase.role in PLACING and phrase.clause is found.clause and phrase.first > found.at
        known = sentence.tokens[phrase.first].tag is Tag.DET or _was_told(sentence, head)
        if tied and says(head) and not known and not sides.is_claimed(head):
            yield Facet("place", Agreement.DIFFERENT, "", head.word)


_SPREAD = frozenset(
    map(stem, "sell employ own operate run export import produce make serve earn deliver ship".split())
)


def _was_told(sentence: Sentence, head: Token) -> bool:
    return any(alike(head, token) for place in earlier(sentence) for token in place.tokens)


def _of_an_age(sides: Sides) -> Iterator[Facet]:
    """Yield the age of those whom the passage's figure is of: "coverage among two-year-olds"."""
    ours = {token.word for token in sides.claim.sentence.tokens}
    sentence = sides.found.sentence
    for phrase in sentence.of(sides.found.clause):
        token = sentence.tokens[phrase.head]
        tied = phrase.role in _AMONG and phrase.holder in sides.found.subjects
        if tied and token.word.endswith("-olds") and token.word not in ours:
            yield Facet("population", Agreement.DIFFERENT, "", token.word)


_AMONG = frozenset(("among", "for", "of", "in"))


def _district(sides: Sides) -> Iterator[Facet]:
    """Tell a place from one that is only said to lie in it: "in Eastmoor, the poorest district of the city"."""
    sentence = sides.found.sentence
    for phrase in sides.claim.phrases:
        head = sides.claim.sentence.tokens[phrase.head]
        if phrase.role not in PLACING or not says(head):
            continue
        named = [p for p in sentence.phrases if alike(sentence.tokens[p.head], head)]
        yield from _sided(sides, head)
        within = [place for p in named if (place := _placed_within(sentence, p)) is not None]
        if named and len(within) == len(named) and not any(map(sides.is_claimed, within)):
            yield Facet("place", Agreement.DIFFERENT, head.word, within[0].word)


def _sided(sides: Sides, place: Token) -> Iterator[Facet]:
    """Yield the side of the claim's place that alone the passage speaks of: "in rural Tolmenia"."""
    sentence = sides.found.sentence
    groups = [sentence.nouns(phrase) for phrase in sentence.phrases]
    groups = [group for group in groups if any(alike(place, token) for token in group)]
    parts = [t for group in groups for t in group if t.word in _SIDES and not sides.is_claimed(t)]
    if parts and len(parts) >= len(groups) and not parts[0].proper:
        yield Facet("place", Agreement.DIFFERENT, place.word, parts[0].word)


_SIDES = frozenset(
    """rural urban coastal inland mainland northern southern eastern western central inner outer upper lower downtown
    northeastern northwestern southeastern southwestern suburban metropolitan lowland highland mountainous""".split()
)


def _placed_within(sentence: Sentence, phrase: Phrase) -> Token | None:
    """Return the name of the place that an apposition with this phrase in it describes."""
    clause = phrase.clause
    if clause.kind is not Kind.APPOSITION or clause.antecedent is None or phrase.role not in (*PLACING, "of"):
        return None
    whole = sentence.phrase_at(clause.antecedent)
    return sentence.tokens[whole.head] if whole is not None and whole.role in PLACING else None


def _kinds(sides: Sides) -> Iterator[Facet]:
    """Tell places of all kinds from those of one kind: "staff at schools", "staff at village schools"."""
    sentence = sides.found.sentence
    for phrase in sides.claim.phrases:
        nouns = sides.claim.sentence.nouns(phrase)
        bare = len(nouns) == 1 and is_plural(nouns[0]) and says(nouns[0])
        if phrase.role not in PLACING or phrase is sides.claim.phrase or not bare:
            continue
        for other in sides.found.phrases:
            if other.role not in PLACING or not alike(sentence.tokens[other.head], nouns[0]):
                continue
            narrower = [t for t in sentence.nouns(other) if says(t) and not sides.is_claimed(t)]
            if narrower and is_plural(sentence.tokens[other.head]) and not has_figure(sentence, other):
                yield Facet("place", Agreement.DIFFERENT, nouns[0].word, narrower[0].word)


def _closer(sides: Sides) -> Iterator[Facet]:
    """Tell the one thing from the other that the claim names: "The ferry takes an hour; the fast boat takes half"."""
    sentence, own = sides.found.sentence, sides.found.clause
    for phrase in sides.claim.subjects:
        ours = [t for t in sides.claim.sentence.nouns(phrase) if says(t)]
        here = [p for p in sides.found.subjects if _shares_one(sentence, p, ours)]
        there = [
            p
            for p in sentence.phrases
            if p.role == SUBJECT
            and p.clause is not own
            and p.clause.kind in _APART
            and _has_all(sentence, p, ours)
        ]
        if len(ours) > 1 and here and there and not any(_has_all(sentence, p, ours) for p in here):
            both = (sentence.slice(p.first, p.last) for p in (there[0], here[0]))
            yield Facet("subject", Agreement.DIFFERENT, *both)


_APART = (Kind.MAIN, Kind.SUBORDINATE, Kind.COORDINATE, Kind.GAPPED)


def _shares_one(sentence: Sentence, phrase: Phrase, words: list[Token]) -> bool:
    """Whether a phrase that is no pronoun has one of the words, and comes before a fuller one."""
    nouns = [t for t in sentence.nouns(phrase) if t.tag is Tag.NOUN]
    return any(alike(a, b) for a in nouns for b in words)


def _has_all(sentence: Sentence, phrase: Phrase, words: list[Token]) -> bool:
    return all(any(alike(word, token) for token in sentence.nouns(phrase)) for word in words)
