"""A place in an order: third, second-largest, the tallest, the only, the highest since 2008."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from factlint.comparators.base import Terms
from factlint.prose import ranks, telling
from factlint.prose.agreement import facets as facets_of
from factlint.prose.base import Agreement, Binding, Facet
from factlint.prose.frames import Frame
from factlint.prose.framing import frame
from factlint.prose.kinds.base import Part, apart, binding, told
from factlint.prose.lexicon import stem
from factlint.prose.phrases import Phrase
from factlint.prose.pointing import earlier
from factlint.prose.roles import meet
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike
from factlint.values.function_words import DETERMINERS
from factlint.verdict import Verdict

_RULE = "rank"


def parts(claim: Sentence) -> list[Part]:
    """Return one part for every rank of a claim that gives no figure."""
    if any(token.tag is Tag.VALUE for token in claim.tokens):
        return []
    found = [at for at, token in enumerate(claim.tokens) if ranks.rank(token.stem) and not narrows(claim, at)]
    frames = [frame(claim, at) for at in found]
    return [Part("rank", made, made.token.word) for made in frames]


def narrows(claim: Sentence, at: int) -> bool:
    """Whether an ordinal only says which thing does something: "the second bridge has been built"."""
    one, clause, phrase = ranks.rank(claim.tokens[at].stem), claim.owners.get(at), claim.phrase_at(at)
    if one is None or one.by or clause is None or clause.verb is None or phrase is None:
        return False
    verb, noun = claim.tokens[clause.verb], claim.tokens[phrase.head]
    definite = claim.tokens[phrase.first].word == "the"
    return (
        definite
        and phrase.head > at
        and noun.tag is Tag.NOUN
        and verb.tag is Tag.VERB
        and verb.stem not in _PLACING
    )


_PLACING = frozenset(
    map(stem, "become remain come finish rank end place take win mark make set hold".split())
)


def bind(part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return every rank of the passages with what holds it."""
    return [
        _bound(part.frame, frame(sentence, at))
        for sentence in sentences
        for at, token in enumerate(sentence.tokens)
        if ranks.rank(token.stem)
    ]


def _bound(claim: Frame, found: Frame) -> Binding:
    made = binding(found, (*facets_of(claim, found), *_scopes(claim, found)))
    ours, theirs = ranks.rank(claim.token.stem), ranks.rank(found.token.stem)
    if ours is None or theirs is None:
        return replace(made, problem="there is no rank")
    first = _first(found, theirs)
    if first is not None:
        theirs = replace(theirs, by=first.rank.by)
    order = _order(ours, theirs)
    shared = [*(first.words if first else ()), *_shared(found)]
    between = [facet for facet in apart(made.facets) if not _is_shared(facet, shared)]
    if order is None:
        return replace(
            made, problem=f"'{found.token.word}' ranks by something else than '{claim.token.word}'"
        )
    heads = ([one.sentence.tokens[p.head] for p in one.subjects] for one in (claim, found))
    held = meet(*heads) or not _is_said_alike(claim, found)
    if order and not held and _is_another_holder(between, ours, theirs):
        return replace(
            made, verdict=Verdict.REFUTED, rule=_RULE, problem=f"another holds it: {told(between)}"
        )
    if order and _is_another_span(between):
        return replace(made, verdict=Verdict.REFUTED, rule=_RULE, problem=told(between))
    if between:
        return replace(made, problem=told(between))
    if telling.denied(claim) != telling.denied(found):
        order = not order
    problem = "" if order else f"it is {found.token.word}, not {claim.token.word}"
    return replace(made, verdict=Verdict.SUPPORTED if order else Verdict.REFUTED, rule=_RULE, problem=problem)


def _scopes(claim: Frame, found: Frame) -> Iterator[Facet]:
    """Yield a facet for every field that the rank holds in and the claim doesn't name: "of the month"."""
    told = claim.sentence.tokens
    for phrase in found.sentence.phrases:
        head = found.sentence.tokens[phrase.head]
        held = phrase.holder is not None and phrase.holder is found.phrase and phrase.role in _FIELDS
        if not held or head.tag is not Tag.NOUN or ranks.rank(head.stem):
            continue
        if _is_named_before(claim, found, phrase):
            continue
        words = [t for t in found.sentence.nouns(phrase) if not t.proper or t is head]
        if any(not any(alike(token, other) for other in told) for token in words):
            text = found.sentence.slice(phrase.first, phrase.last)
            yield Facet("field", Agreement.DIFFERENT, "", f"{phrase.role} {text}")
    yield from _counted_deeds(claim, found)


def _counted_deeds(claim: Frame, found: Frame) -> Iterator[Facet]:
    """Yield the figure of what the ranked one did, where the claim lacks it: "the first to win two medals"."""
    tokens, last = found.sentence.tokens, found.phrase.last if found.phrase is not None else found.at
    if [token.tag for token in tokens[last + 1 : last + 3]] != [Tag.TO, Tag.VERB]:
        return
    ours = [_sides_of(token) for token in claim.sentence.tokens if token.tag is Tag.VALUE]
    counts = [token for token in tokens[last + 3 : last + 6] if token.tag is Tag.VALUE]
    if counts and _sides_of(counts[0]) not in (*ours, (1, 1)):
        yield Facet("field", Agreement.DIFFERENT, "", counts[0].word)


def _sides_of(token: Token) -> tuple[Fraction | None, Fraction | None]:
    return (token.quantity.low, token.quantity.high) if token.quantity is not None else (None, None)


def _is_named_before(claim: Frame, found: Frame, phrase: Phrase) -> bool:
    """Whether "in the country" is where the claim says, which the passage has named before."""
    tokens = found.sentence.tokens
    bare = tokens[phrase.first].word == "the" and phrase.last == phrase.first + 1
    if not bare or tokens[phrase.head].word not in _PLACES:
        return False
    ours = [p for p in claim.sentence.phrases if p.role in _FIELDS and claim.sentence.tokens[p.head].proper]
    told = [token for place in earlier(found.sentence) for token in place.tokens]
    return any(any(alike(claim.sentence.tokens[p.head], token) for token in told) for p in ours)


_PLACES = frozenset("country state province county region district city town island".split())
_FIELDS = frozenset(("of", "in", "at", "on", "among", "outside"))


@dataclass(frozen=True, slots=True)
class _First:
    """The first of an order that a bare rank goes on with, and the words around it."""

    rank: ranks.Rank
    words: tuple[Token, ...]


def _first(found: Frame, theirs: ranks.Rank) -> _First | None:
    """Return what "Montreal comes second" goes on from: "Toronto is the largest city in Canada"."""
    if theirs.by or theirs.place == 1:
        return None
    for place in (found.sentence, found.sentence.before):
        tokens = place.tokens if place is not None else []
        before = tokens[: found.at] if place is found.sentence else tokens
        for token in reversed(before):
            one = ranks.rank(token.stem)
            if one is not None and one.by and one.place == 1 and not one.shared:
                return _First(one, tuple(tokens))
    return None


def _shared(found: Frame) -> list[Token]:
    """Return the words of the clause of a rank that is joined to another: "the deepest in the province and the largest"."""
    joined = found.phrase is not None and found.phrase.joined
    words = list(found.tokens(found.clause.members)) if joined else []
    if found.phrase is not None and found.sentence.nouns(found.phrase) == [found.token]:
        words += [
            token for place in earlier(found.sentence) for token in place.tokens
        ]  # "the Onyx is the steepest"
    return words


def _is_shared(facet: Facet, words: list[Token]) -> bool:
    """Whether the words that a rank lacks stand where it shares them."""
    lacking = [stem(word) for word in facet.claimed.lower().split() if word not in DETERMINERS]
    told = {token.stem for token in words}
    return facet.agreement is Agreement.MISSING and bool(lacking) and all(word in told for word in lacking)


def _order(ours: ranks.Rank, theirs: ranks.Rank) -> bool | None:
    """Whether the passage's rank bears the claim's out; ``None`` where the two don't bear on each other."""
    if ours.by and theirs.by and ranks.opposite_order(ours.by, theirs.by):
        return False if ours.place == theirs.place == 1 and not (ours.shared or theirs.shared) else None
    if ours.by != theirs.by and not (ours.by and theirs.by and ranks.same_order(ours.by, theirs.by)):
        return None
    if ours.shared:
        return True
    return None if theirs.shared else ours.place == theirs.place


def _is_said_alike(claim: Frame, found: Frame) -> bool:
    """Whether both sides say of their subjects that they are it: who has the highest mountain, is none."""
    ours, theirs = claim.verb, found.verb
    return ours is None or theirs is None or ours.stem != _BE or theirs.stem in (_BE, "remain", "becom")


_BE = "be"


def _is_another_holder(between: list[Facet], ours: ranks.Rank, theirs: ranks.Rank) -> bool:
    """Whether all agrees but who holds the rank: a place has one holder."""
    only = bool(between) and all(facet.name == "subject" for facet in between)
    other = any(facet.agreement is Agreement.DIFFERENT and facet.found for facet in between)
    return only and other and not ours.shared and not theirs.shared


def _is_another_span(between: list[Facet]) -> bool:
    """Whether all agrees but since or until when it is so: the highest since 2008, not since 2011."""
    times = [facet for facet in between if facet.name == "time" and facet.agreement is Agreement.DIFFERENT]
    told = [(facet.claimed.lower().split(), facet.found.lower().split()) for facet in times]
    return len(times) == len(between) == 1 and any(
        word in ours and word in theirs for ours, theirs in told for word in ("since", "until", "till")
    )
