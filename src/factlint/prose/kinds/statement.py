"""A clause without a figure: who did what, which way it went, what is or isn't so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factlint.comparators.base import Terms
from factlint.prose import possessing, ranks, telling
from factlint.prose.agreement import DENIAL
from factlint.prose.agreement import facets as facets_of
from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.clauses import Clause, Kind
from factlint.prose.frames import Frame
from factlint.prose.framing import frame
from factlint.prose.kinds import rank
from factlint.prose.kinds.base import Part, apart, binding, told, turns
from factlint.prose.lexicon import lexicon, stem, stems_of
from factlint.prose.roles import agents, is_exchanged, is_passive, meet
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.single import is_of_another, objects
from factlint.prose.stance import UNDONE
from factlint.prose.tokens import SCORE, Tag, Token
from factlint.prose.whens import is_told
from factlint.prose.words import alike
from factlint.verdict import Verdict

_RULE = "the same words said of the same things"
_STATING = (Kind.MAIN, Kind.COORDINATE, Kind.COMPLEMENT)


def parts(claim: Sentence) -> list[Part]:
    """Return one part for every main clause that holds no figure, date or rank."""
    found = []
    for clause in claim.clauses:
        if clause.verb is None or clause.kind not in _STATING or telling.is_source(claim, clause):
            continue
        made = frame(claim, clause.verb)
        dated = any(claim.tokens[at].tag is Tag.DATE and is_told(claim, at) for at in clause.members)
        told = not dated or bool(telling.direction(made)) or telling.denied(made)
        if told and not any(
            _is_value(claim.tokens[at]) and not rank.narrows(claim, at) for at in clause.members
        ):
            found.append(made)
    return [Part("statement", made, _words(made)) for made in found]


def _is_value(token: Token) -> bool:
    return token.tag is Tag.VALUE or SCORE.match(token.word) is not None or ranks.rank(token.stem) is not None


def _words(made: Frame) -> str:
    return made.sentence.slice(made.clause.members[0], made.clause.members[-1])


def bind(part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return every clause of the passages that may say it or deny it."""
    return [
        _bound(part.frame, frame(sentence, clause.verb))
        for sentence in sentences
        for clause in sentence.clauses
        if clause.verb is not None and not _is_of_whoever(sentence, clause)
    ]


def _is_of_whoever(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is of people that it only describes: "the names of those who signed"."""
    first = clause.members[0]
    return clause.kind is Kind.RELATIVE and first > 0 and sentence.tokens[first - 1].word in _WHOEVER


_WHOEVER = frozenset(("those", "anyone", "everyone", "everybody", "anybody", "all", "people", "someone"))


def _bound(claim: Frame, found: Frame) -> Binding:
    facets = _distributed(
        claim, found, (*facets_of(claim, found), *_parties(claim, found), *possessing.facets(claim, found))
    )
    if _is_of_event(claim, found, facets):
        facets = tuple(facet for facet in facets if facet.name != "subject")
    made = binding(found, facets)
    between = apart(facets)
    turned = [facet for facet in between if turns(facet)]
    if is_of_another(claim, found, between):
        return replace(made, verdict=Verdict.REFUTED, rule=_RULE, problem=f"only one is it: {told(between)}")
    if len(between) > len(turned):
        return replace(made, problem=told(between))
    undone = [facet for facet in turned if facet.name == UNDONE]
    denied = (telling.denied(claim) != telling.denied(found)) != bool(undone)
    against = (len(turned) > len(undone)) + denied
    if against > 1 and not telling.denied(claim):
        return replace(made, problem="the passage denies the opposite, which settles nothing")
    verdict = Verdict.REFUTED if against == 1 else Verdict.SUPPORTED
    problem = "the passage says the opposite" if against == 1 else ""
    return replace(made, verdict=verdict, rule=_RULE, problem=problem)


def _is_of_event(claim: Frame, found: Frame, facets: tuple[Facet, ...]) -> bool:
    """Whether the passage says who put an end to what the claim says took place: "They called off the race"."""
    verb = claim.verb
    happens = verb is not None and lexicon().alike(verb.stem, _TAKE_PLACE, verbs=True)
    denied = any(facet.name == DENIAL for facet in facets)
    return happens and denied and meet(agents(claim)[0], agents(found)[1])


_TAKE_PLACE = stems_of("take_place")


def _distributed(claim: Frame, found: Frame, facets: tuple[Facet, ...]) -> tuple[Facet, ...]:
    """Leave out the others of whom the passage says it too, each for himself: "Peru, Chile and Ghana voted"."""
    sentence = found.sentence
    words = {token.word for token in found.tokens(found.clause.members)}
    alone = len(claim.subjects) == 1 and claim.sentence.tokens[claim.subjects[0].head].proper
    if not alone or len(found.subjects) < 2 or words & _TOGETHER or claim.token.stem in _COLLECTIVE:
        return facets
    named = all(sentence.tokens[p.head].proper for p in found.subjects)
    head = claim.sentence.tokens[claim.subjects[0].head]
    if not named or not any(alike(head, sentence.tokens[p.head]) for p in found.subjects):
        return facets
    others = {token.word for p in found.subjects for token in sentence.nouns(p)}
    return tuple(f for f in facets if not (f.name == "subject" and not f.claimed and f.found in others))


_TOGETHER = frozenset("together jointly both combined collectively between other each".split())
_COLLECTIVE = frozenset(
    map(stem, "meet marry merge share divorce agree unite clash fight differ cooperate".split())
)


def _is_move(claim: Frame, verb: Token) -> bool:
    return telling.is_change(verb) and bool(telling.direction(claim))


def _deny(ours: Token, theirs: Token) -> bool:
    return ours.tag is theirs.tag and lexicon().denies(ours.stem, theirs.stem, of_one_thing=True)


def _parties(claim: Frame, found: Frame) -> Iterator[Facet]:
    """Yield a facet where who does it, to whom, or by which verb is another."""
    left, right = agents(claim), agents(found)
    crossed = (meet(left[0], right[1]) and meet(left[1], right[0])) or is_exchanged(claim, found)
    for ours, theirs in zip(agents(claim), agents(found), strict=True):
        if ours and theirs and not meet(ours, theirs) and not crossed and not _deny(ours[-1], theirs[-1]):
            yield Facet("subject", Agreement.DIFFERENT, ours[-1].word, theirs[-1].word)
    if all(map(is_passive, (claim, found))) and objects(claim) and objects(found):
        if not meet(objects(claim), objects(found)):
            yield Facet("words", Agreement.DIFFERENT, objects(claim)[-1].word, objects(found)[-1].word)
    mine, its = claim.verb, found.verb
    if mine is None or its is None or mine.tag is not Tag.VERB or _is_move(claim, mine):
        return
    if its.tag is not Tag.VERB:
        yield Facet("measure", Agreement.MISSING, mine.word)
    elif (
        not alike(mine, its)
        and not Sides(claim, found).deeds.same(mine, its)
        and not lexicon().denies(mine.stem, its.stem, of_one_thing=True)
    ):
        yield Facet("measure", Agreement.DIFFERENT, mine.word, its.word)
