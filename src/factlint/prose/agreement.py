"""How a passage's figure, date or statement stands to the claim's, facet by facet."""

from __future__ import annotations

from factlint.prose import (
    attribution,
    contested,
    covering,
    doers,
    likening,
    manner,
    namesakes,
    narrowing,
    occasions,
    portions,
    quantifying,
    roles,
    scope,
    sequence,
    stance,
    standing,
    supposing,
)
from factlint.prose.base import Agreement, Facet
from factlint.prose.frames import Frame
from factlint.prose.lexicon import lexicon
from factlint.prose.sides import Sides
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue

DENIAL = "denial"
TURNING = frozenset(("direction", roles.ROLES, DENIAL, stance.UNDONE))
"""The facets that turn what is told into its contrary."""


def facets(claim: Frame, found: Frame) -> tuple[Facet, ...]:
    """Return every facet that the claim states or the passage narrows."""
    sides = Sides(claim, found)
    told = [
        narrowing.measure(sides),
        *covering.claimed_words(sides),
        *narrowing.narrowed(sides),
        *stance.facets(sides),
        *scope.facets(sides),
        *standing.facets(sides),
        *supposing.facets(sides),
        *contested.facets(sides),
        *likening.facets(sides),
        *quantifying.facets(sides),
        *portions.facets(sides),
        *namesakes.facets(sides),
        *doers.facets(sides),
        *sequence.facets(sides),
        *occasions.facets(sides),
        roles.swapped(sides),
        manner.time(sides),
        manner.mode(sides),
        manner.rate(sides),
        manner.role(sides),
        manner.direction(sides),
        attribution.source(sides),
    ]
    return _with_denial(claim, found, _without_echoes([facet for facet in told if facet is not None]))


def _is_echo_of_steady(facet: Facet) -> bool:
    """Whether the passage only lacks the word for what it says to have moved: "stable"."""
    return facet.agreement is Agreement.MISSING and manner.is_steady_word(facet.claimed)


def _without_echoes(told: list[Facet]) -> list[Facet]:
    """Leave out the mode of a verb that is known to say that nothing was done: "refused to"."""
    if any(facet.name == "direction" and facet.claimed == manner.STEADY for facet in told):
        told = [facet for facet in told if not _is_echo_of_steady(facet)]
    undone = {facet.found for facet in told if facet.name == stance.UNDONE and facet.found}
    return [facet for facet in told if not (facet.name == "mode" and facet.found.split(" ")[0] in undone)]


def _with_denial(claim: Frame, found: Frame, told: list[Facet]) -> tuple[Facet, ...]:
    """Put one facet in the place of those that only tell of two words that deny each other."""
    pair = _denial(claim, found)
    if pair is None:
        return tuple(told)
    ours, theirs = pair
    kept = [f for f in told if not (_ends(f.claimed, ours) or (not f.claimed and f.found == theirs.word))]
    kept = [
        facet
        for facet in kept
        if facet.name not in {"direction", "measure"} or facet.agreement is Agreement.SAME
    ]
    return (*kept, Facet(DENIAL, Agreement.DIFFERENT, ours.word, theirs.word))


def _ends(text: str, token: Token) -> bool:
    """Whether a phrase ends in a word: "an opponent"."""
    return text.rpartition(" ")[2] == token.word


def _denial(claim: Frame, found: Frame) -> tuple[Token, Token] | None:
    """Return a verb of the claim and one of the passage that deny each other, or two such words beside "is"."""
    words, tag = lexicon(), claim.token.tag
    whole, dated = tag in (Tag.VERB, Tag.AUX), _is_of_short_time(claim)
    for ours in _telling(claim):
        for theirs in _telling(found):
            moved = ours.stem in words.directions and theirs.stem in words.directions
            if (
                ours.tag is theirs.tag
                and not moved
                and words.denies(ours.stem, theirs.stem, of_one_thing=whole, on_one_day=dated)
            ):
                return ours, theirs
    return None


def _is_of_short_time(frame: Frame) -> bool:
    """Whether a frame is around a day or a month, in which nothing both begins and ends as a rule."""
    value = frame.token.reading.value if frame.token.reading else None
    return isinstance(value, DateValue) and value.precision in {"day", "month"}


def _telling(frame: Frame) -> list[Token]:
    """Return the verbs of a frame, or what a copula says of its subject."""
    if any(token.tag is Tag.VERB for token in frame.verbs):
        return [token for token in frame.verbs if token.tag is Tag.VERB]
    objects = (phrase for phrase in frame.phrases if phrase.role == "object" and phrase.head in frame.own)
    return [frame.sentence.tokens[phrase.head] for phrase in objects]
