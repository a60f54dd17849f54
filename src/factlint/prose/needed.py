"""Whether the verbs of a claim and the things it counts are said with a passage's figure."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose import telling
from factlint.prose.base import Agreement, Facet
from factlint.prose.circumstances import is_told_before
from factlint.prose.cores import told_of_whole
from factlint.prose.counting import counted_nouns, inherited_nouns, is_framed
from factlint.prose.frames import Frame
from factlint.prose.lexicon import lexicon
from factlint.prose.narrowing import FRAMING
from factlint.prose.pointing import earlier
from factlint.prose.sides import Sides
from factlint.prose.things import has_figure
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says


def must_be_found(sides: Sides, token: Token) -> bool:
    """Whether a word of the claim says something that the passage must say too."""
    if (
        token is sides.claim.token
        or not says(token)
        or sides.is_source(token)
        or sides.says_measure(sides.claim, token)
        or sides.words_aspect(token)
        or sides.is_owner(token)
    ):
        return False
    if sides.same_measure and (
        is_framed(sides.claim, token) or (token.tag is Tag.VERB and token.stem in FRAMING)
    ):
        return False
    if telling.is_change(token) and telling.direction(sides.claim):
        return False
    return not _is_mode(token) and token.stem not in lexicon().idle and not sides.is_natural(token)


def _is_mode(token: Token) -> bool:
    words = lexicon()
    return token.stem in words.modes or f"={token.word}" in words.modes


def verbs(sides: Sides) -> Iterator[Facet]:
    """Look for the claim's verbs and telling adverbs in what is said with the figure."""
    whole = told_of_whole(sides.found)
    near = [token for token in sides.levels.near.tokens if id(token) not in whole]
    for token in sides.claim.tokens(sorted(sides.claim.reach)):
        if token.tag not in (Tag.VERB, Tag.ADV) or not must_be_found(sides, token):
            continue
        told = sides.levels.near.tokens if _narrows_subject(sides.claim, token) else near
        same = any(alike(token, t) or sides.deeds.same(token, t) or sides.deeds.does(token, t) for t in told)
        if not same and not _is_parted(token, near) and not is_told_before(sides, token):
            yield Facet("measure", Agreement.MISSING, token.word)


def _narrows_subject(claim: Frame, token: Token) -> bool:
    """Whether a participle of the claim stands before its verb: "half of the bridges inspected were unsafe"."""
    verb = claim.clause.verb
    return verb is not None and token.start < claim.sentence.tokens[verb].start


def _is_parted(token: Token, near: list[Token]) -> bool:
    """Whether the parts of a phrasal verb stand apart: "pulled 3 tonnes of rubbish out of the river"."""
    first, *rest = token.stem.split("_")
    verb = any(other.tag is Tag.VERB and other.stem == first for other in near)
    return (
        bool(rest)
        and verb
        and all(any(other.stem == part for other in near) for part in rest if part != "of")
    )


def counted(sides: Sides) -> Iterator[Facet]:
    """Look for the nouns that stand with the claim's figure: with the passage's, where that has nouns of its own."""
    inside, found = sides.claim.phrase, sides.found
    if inside is None or sides.claim.token.tag is Tag.DATE:
        return
    beside = counted_nouns(sides.found)
    scope = beside or inherited_nouns(sides.found)
    if sides.claim.token.compound and found.phrase is not None:
        scope = [*scope, *found.sentence.nouns(found.phrase)]
    for token in sides.claim.sentence.nouns(inside):
        if not must_be_found(sides, token):
            continue
        if not any(alike(token, other) or sides.calls_by_kind(other, token) for other in scope):
            if _is_doer_of_verb(sides, token, scope):
                continue
            if _is_topic_before(sides, token, scope):
                continue
            different = bool(beside) and all(says(other) for other in beside)
            agreement = Agreement.DIFFERENT if different else Agreement.MISSING
            yield Facet(
                "population",
                agreement,
                token.word,
                found.sentence.slice(beside_start(sides), beside_end(sides)),
            )


def _is_doer_of_verb(sides: Sides, token: Token, scope: list[Token]) -> bool:
    """Whether the passage counts those who do what the claim says, or those who did it: "12,000 runners finished", "finishers"."""
    ours = [other for other in sides.claim.verbs if other.tag is Tag.VERB]
    told = any(sides.deeds.does(verb, noun) for verb in ours for noun in scope)
    return told or any(sides.deeds.does(verb, token) for verb in sides.found.verbs)


def _is_topic_before(sides: Sides, token: Token, scope: list[Token]) -> bool:
    """Whether what narrows the things counted was told before as what the passage is about: "Cholera … 1,204 cases"."""
    sentence, inside = sides.claim.sentence, sides.claim.phrase
    head = sentence.tokens[inside.head] if inside is not None else None
    if (
        head is None
        or token is head
        or token.owner
        or not any(alike(head, other) for other in scope)
        or len(scope) > 1
    ):
        return False
    for place in earlier(sides.found.sentence):
        for phrase in place.phrases[:2]:
            nouns = place.nouns(phrase)
            bare = not has_figure(place, phrase) and not any(alike(head, other) for other in nouns)
            if bare and nouns and alike(token, nouns[-1]):
                return True
    return False


def beside_start(sides: Sides) -> int:
    """Return the first token of the found figure's phrase."""
    return sides.found.phrase.first if sides.found.phrase else sides.found.at


def beside_end(sides: Sides) -> int:
    """Return the last token of the found figure's phrase."""
    return sides.found.phrase.last if sides.found.phrase else sides.found.at
