"""The words of a passage that say what its figure is of: a claim must have each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from factlint.prose.clauses import STATES
from factlint.prose.context import points_back
from factlint.prose.counting import complement, counted_nouns
from factlint.prose.frames import PLACING, Frame
from factlint.prose.identity import agent_is_free, identity, is_teller
from factlint.prose.lexicon import lexicon, stem, stems_of
from factlint.prose.phrases import OBJECT, SUBJECT
from factlint.prose.roles import is_passive
from factlint.prose.sides import Sides
from factlint.prose.things import has_figure
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says

_LIMITING = frozenset(("among", "for", "with", "of", "excluding", "without", "by"))
_OF_THEM = frozenset(("them", "whom", "which", "these", "those"))
_AIMED = frozenset(("against", "among", "between"))


def core(sides: Sides) -> Iterator[tuple[str, Token]]:
    """Yield the words that say what the figure is of, each with the facet that it belongs to."""
    found, sentence = sides.found, sides.found.sentence
    nouns = counted_nouns(sides.found)
    if not _is_of_whole(sides, nouns):
        yield from (("population", token) for token in nouns)
    yield from (("measure", token) for token in complement(sides.found) if token not in nouns)
    yield from (("measure", token) for token in _adverbs(found))
    if found.phrase is not None and found.phrase.holder is not None and found.phrase.role == "of":
        yield from (("measure", token) for token in sentence.nouns(found.phrase.holder))
    yield from (("measure", token) for token in _predicate(sides))
    yield from (("measure", token) for token in _alternatives(sides))
    yield from (("population", token) for token in _complements(sides))
    yield from (("words", token) for token in _limited(sides))
    yield from (("population", token) for token in _fronted(sides))
    if is_part(found):
        held = [
            p for p in found.phrases if p.role in PLACING and p.head in found.own and p is not found.phrase
        ]
        yield from (("population", token) for phrase in held for token in sentence.nouns(phrase))
    if not agent_is_free(sides):
        for phrase in found.subjects:
            if (
                phrase is not found.phrase
                and not points_back(sentence, phrase)
                and not is_teller(sides, phrase)
            ):
                yield from (("subject", token) for token in identity(sides, phrase))


def _is_of_whole(sides: Sides, nouns: list[Token]) -> bool:
    """Whether a figure is of what something consists of, or of "all 28 trapped miners", so that what describes them narrows nothing."""
    verb, found = sides.found.verb, sides.found
    consists = verb is not None and verb.stem in _CONSISTING
    first = found.sentence.tokens[found.phrase.first].word if found.phrase is not None else ""
    told = first == "all" and all(t.word.endswith("ed") or sides.is_claimed(t) for t in nouns)
    return (consists or told) and any(map(sides.is_claimed, nouns[-1:]))


_CONSISTING = frozenset(
    map(
        stems_of,
        "consist_of comprise be_make_up_of make_up_of be_compose_of compose_of be_comprise_of".split(),
    )
)


def _adverbs(found: Frame) -> Iterator[Token]:
    """Yield the adverbs of a figure's stretch; "at once" is one of time."""
    tokens = found.sentence.tokens
    for at in found.own:
        if tokens[at].tag is Tag.ADV and not (at and tokens[at - 1].word == "at"):
            yield tokens[at]


def _fronted(sides: Sides) -> Iterator[Token]:
    """Yield what a phrase before the subject limits the figure to: "Among those with a degree it is 76%"."""
    found, sentence = sides.found, sides.found.sentence
    for phrase in found.phrases:
        opens = found.subjects and phrase.last < found.subjects[0].first
        if (
            phrase.role in _LIMITING
            and opens
            and phrase.clause is found.clause
            and not has_figure(sentence, phrase)
        ):
            yield from sentence.nouns(phrase)
            yield from (t for p in sentence.phrases if p.holder is phrase for t in sentence.nouns(p))


def _alternatives(sides: Sides) -> list[Token]:
    """Return what else the figure may count by an "or": "were killed or are missing" is more than killed."""
    tokens = sides.found.sentence.tokens
    for at in sorted(
        sides.found.reach | frozenset(range(sides.found.at, min(sides.found.at + 14, len(tokens))))
    ):
        if tokens[at].word != "or" or not 0 < at < len(tokens) - 1 or not _is_state(tokens[at - 1]):
            continue
        behind = next((t for t in tokens[at + 1 : at + 4] if t.tag not in (Tag.AUX, Tag.ADV)), None)
        if behind is not None and _is_state(behind) and tokens[at].start > sides.found.token.start:
            return [replace(behind, tag=Tag.VERB)]
    return []


def _is_state(token: Token) -> bool:
    return token.tag is Tag.VERB or token.word in STATES


def _predicate(sides: Sides) -> list[Token]:
    """Return the verbs that the claim must have; of several said of one subject the claim needs only one."""
    found = sides.found
    if _only_has(sides) and _is_beside(found):
        return []
    apart = told_of_whole(found)
    own = [t for t in found.verbs if not _is_reduced(found, t) and not _is_governed(found, t)]
    own = [t for t in own if id(t) not in apart]
    also = [token for token in found.tokens(found.also) if token.tag is Tag.VERB]
    ours, aims = sides.claim.verb, _infinitives(found)
    told = [
        token for token in (*own, *also) if ours is not None and alike(ours, token) and id(token) not in aims
    ]
    return told or own


def told_of_whole(found: Frame) -> frozenset[int]:
    """Return the words that are said of the whole only: "23 of the 190 kitchens they visited", "of the 90 homes flooded"."""
    sentence = found.sentence
    wholes = [
        p for p in sentence.phrases if p.role == "of" and p.holder is found.phrase and has_figure(sentence, p)
    ]
    if found.whole or found.phrase is None:
        return frozenset()
    told = [
        c for c in sentence.clauses if c.antecedent is not None and any(c.antecedent in p for p in wholes)
    ]
    numbers = {at for clause in told for at in clause.members}
    verb = found.clause.verb or 0
    for whole in wholes:
        reduced = sentence.tokens[whole.last + 1 : whole.last + 2]
        if reduced and reduced[0].tag is Tag.VERB and whole.last + 1 < verb:
            numbers |= {at for at in range(whole.last + 1, verb) if sentence.tokens[at].tag is Tag.VERB}
    return frozenset(id(sentence.tokens[at]) for at in numbers)


def _only_has(sides: Sides) -> bool:
    """Whether a claim only says that somebody has so many, or that there are."""
    verbs = [token for token in sides.claim.verbs if token.tag is Tag.VERB]
    return not any(says(token) and not sides.is_natural(token) for token in verbs)


def _is_beside(found: Frame) -> bool:
    """Whether a figure only stands beside what is told: "a boat with 52 migrants", "chosen from among 130"."""
    phrase = found.phrase
    if phrase is None or phrase.role not in _WHOLE_ROLES or found.whole:
        return False
    if phrase.role == "of" and (phrase.holder is None or phrase.holder.role in (SUBJECT, OBJECT)):
        return False
    return phrase.role != "with" or phrase.holder is not None or is_passive(found)


_WHOLE_ROLES = frozenset(("from", "among", "of", "with", "between"))


def _is_governed(found: Frame, token: Token) -> bool:
    """Whether a preposition governs an "-ing" behind the main verb, and it is only why or how: "fined for speeding"."""
    tokens = found.sentence.tokens
    at = next((i for i in found.own if tokens[i] is token), 0)
    main = found.clause.verb is not None and found.clause.verb < at
    return main and token.word.endswith("ing") and tokens[at - 1].tag is Tag.PREP


def _infinitives(found: Frame) -> frozenset[int]:
    """Return the verbs that only say what for ("needed 61 votes to pass")."""
    tokens = found.sentence.tokens
    if found.verb is None or not says(found.verb):
        return frozenset()
    return frozenset(id(tokens[at]) for at in found.own if at > found.at and tokens[at - 1].tag is Tag.TO)


def is_part(frame: Frame) -> bool:
    """Whether a figure counts a part of what another one counts: "7.2 million of them", "including nine children"."""
    tokens, at = frame.sentence.tokens, frame.at
    before = [token.word for token in tokens[max(0, at - 4) : at]]
    if any(word in {"including", "among", "included"} for word in before):
        return True
    after = [token.word for token in tokens[at + 1 : at + 3]]
    return any(a == "of" and b in _OF_THEM for a, b in (*pairwise(before), *pairwise(after)))


def _limited(sides: Sides) -> Iterator[Token]:
    """Yield what limits what is banned or allowed: "bans fishing with nets" doesn't ban fishing."""
    found, sentence = sides.found, sides.found.sentence
    if found.token.stem not in _RULING:
        return
    things = [p for p in sentence.of(found.clause) if p.role == OBJECT]
    yield from (t for p in sentence.phrases if p.holder in things for t in sentence.nouns(p))


_RULING = frozenset(map(stem, "ban prohibit forbid outlaw allow permit require stop end".split()))


def _complements(sides: Sides) -> Iterator[Token]:
    """Yield what a preposition ties to the figure and narrows it by: "54% effective against mild infection"."""
    found, sentence = sides.found, sides.found.sentence
    held = found.phrase
    for phrase in sentence.phrases:
        if (
            phrase.role in _AIMED
            and phrase.holder is held
            and held is not None
            and not has_figure(sentence, phrase)
        ):
            yield from sentence.nouns(phrase)


def _is_reduced(found: Frame, token: Token) -> bool:
    """Whether a participle only says more of a noun behind the main verb: "instruments built in Italy"."""
    tokens, verb = found.sentence.tokens, found.clause.verb
    at = next((i for i in found.own if tokens[i] is token), 0)
    word = token.word.split(" ")[0]
    past = word.endswith("ed") or word in lexicon().participles
    return past and verb is not None and verb < at and at > 0 and tokens[at - 1].tag is Tag.NOUN
