"""Whether a passage's figure is of a portion of what the claim speaks of: some months, one district, one kind of place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from factlint.prose import timing
from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Kind
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import stem
from factlint.prose.phrases import Phrase
from factlint.prose.pointing import earlier
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.things import is_plural
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
        yield from _examples(sides)
    yield from _district(sides)


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
    if found.verb is None or not sides.claim_has_subject:
        return
    if any(phrase.role in (*PLACING, "to") for phrase in sides.claim.phrases):
        return
    for phrase in found.phrases:
        head = sentence.tokens[phrase.head]
        role = phrase.role in PLACING or (phrase.role == "to" and found.verb.stem in _GIVING)
        tied = role and phrase.clause is found.clause and phrase.first > found.at
        known = sentence.tokens[phrase.first].tag is Tag.DET or _was_told(sentence, head)
        one_kind = is_plural(head) and any(says(t) for t in sentence.nouns(phrase) if t is not head)
        spread = found.verb.stem in _SPREAD or (found.verb.stem in _CARRYING and one_kind)
        if spread and tied and says(head) and not known and not sides.is_claimed(head):
            yield Facet("place", Agreement.DIFFERENT, "", head.word)


_SPREAD = frozenset(
    map(stem, "sell employ own operate run export import produce make serve earn deliver ship lend".split())
)
_CARRYING = frozenset(map(stem, "fly carry transport handle serve treat".split()))
_GIVING = frozenset(map(stem, "sell export deliver ship lend".split()))


def _was_told(sentence: Sentence, head: Token) -> bool:
    return any(alike(head, token) for place in earlier(sentence) for token in place.tokens)


def _examples(sides: Sides) -> Iterator[Facet]:
    """Tell a group from what is only named as a part of it: "for public buildings, among them schools"."""
    sentence, ours = sides.found.sentence, sides.claim.sentence
    listed = _listed(sentence)
    if not listed or sides.found.at in listed:
        return
    for phrase in ours.phrases:
        head = ours.tokens[phrase.head]
        same = [at for at, token in enumerate(sentence.tokens) if alike(head, token)]
        wider = sentence.phrase_at(min(listed) - 1) or sentence.phrase_at(min(listed) - 2)
        told = wider is not None and any(sides.is_claimed(token) for token in sentence.nouns(wider))
        if phrase is not sides.claim.phrase and says(head) and same and listed.issuperset(same) and not told:
            yield Facet("words", Agreement.DIFFERENT, head.word, sentence.tokens[min(listed)].word)


def _listed(sentence: Sentence) -> frozenset[int]:
    """Return the tokens from "including" or "among them" to the end of the list."""
    words = [token.word for token in sentence.tokens]
    for at, word in enumerate(words):
        if word == "including" or (word == "among" and words[at + 1 : at + 2] in (["them"], ["these"])):
            verb = next(
                (i for i in range(at + 1, len(words)) if sentence.tokens[i].tag in _VERBAL), len(words)
            )
            return frozenset(range(at, verb))
    return frozenset()


_VERBAL = (Tag.VERB, Tag.AUX)


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
