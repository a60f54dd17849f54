"""Of what a passage really speaks: the mayor's brother, two towns together, a rank among fewer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factlint.prose import ranks, timing
from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Kind
from factlint.prose.context import stands_for
from factlint.prose.frames import PLACING, Frame
from factlint.prose.lexicon import stem
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.pointing import earlier, owned_by_pronoun
from factlint.prose.sharing import renamings
from factlint.prose.sides import Sides
from factlint.prose.stance import UNDONE, meets, turn
from factlint.prose.things import has_figure
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, is_measure, says


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet for everything by which the passage speaks of another thing, place or order."""
    yield from _owned(sides)
    yield from _shared_place(sides)
    yield from _elsewhere(sides)
    yield from _unlike(sides)
    yield from _limited(sides)
    yield from _over(sides)
    yield from _counted_otherwise(sides)


def _counted_otherwise(sides: Sides) -> Iterator[Facet]:
    """Tell the first season from the second, where each is what its sentence speaks of."""
    ours, theirs = (_ordinals(side) for side in (sides.claim, sides.found))
    for noun, place in ours.items():
        if noun in theirs and not alike(theirs[noun], place):
            yield Facet("subject", Agreement.DIFFERENT, place.word, theirs[noun].word)


def _ordinals(frame: Frame) -> dict[str, Token]:
    """Return the ordinal of each subject, by the stem of its noun."""
    tokens, found = frame.sentence.tokens, {}
    for phrase in frame.subjects:
        inside = [t for t in frame.sentence.nouns(phrase) if (one := ranks.rank(t.stem)) and not one.by]
        if inside and tokens[phrase.head] is not inside[0]:
            found[tokens[phrase.head].stem] = inside[0]
    return found


def _over(sides: Sides) -> Iterator[Facet]:
    """Tell what was so from what is: "she led it until March", and "she leads it"."""
    verb, told = sides.claim.verb, sides.found.verb
    if verb is None or told is None or verb.stem not in _LASTING or timing.is_past(sides.claim):
        return
    ours = [t for t in sides.claim.sentence.tokens if t.tag is Tag.DATE or t.word in _LATER]
    ends = [
        t.word for t in sides.found.tokens(sides.found.own) if t.tag is Tag.DATE and t.word.startswith(_ENDS)
    ]
    if ours or not timing.is_past(sides.found):
        return
    if ends:
        yield turn(sides, "now", ends[0], UNDONE)
    elif told.stem in _LASTING and verb.tag is Tag.VERB:
        yield Facet("time", Agreement.DIFFERENT, "now", told.word)


_ENDS = ("until", "till")
_LATER = frozenset("will would may might can could shall should must did".split())
_LASTING = frozenset(
    map(
        stem,
        "be have lead head own live chair run belong serve employ manage govern rule control reign coach".split(),
    )
)


def _owned(sides: Sides) -> Iterator[Facet]:
    """Tell the mayor's brother from the mayor, the mayor of one town from that of another."""
    claimed = [sides.claim.sentence.tokens[p.head] for p in sides.claim.subjects]
    sentence = sides.found.sentence
    for phrase in sides.found.subjects:
        head = sentence.tokens[phrase.head]
        if phrase.role != SUBJECT or is_measure(head.word):
            continue
        owners = [token for token in sentence.nouns(phrase) if token.owner]
        if owned_by_pronoun(sentence, phrase) and not renamed(sides, phrase):
            owners += stands_for(sentence, phrase)
        elif head.stem in _KIN and _is_namesake(sides, phrase):
            yield Facet("subject", Agreement.DIFFERENT, claimed[0].word, head.word)
        if (
            says(head)
            and not sides.is_making(head)
            and not sides.is_claimed(head)
            and any(meets(token, claimed) for token in owners)
        ):
            yield Facet("subject", Agreement.DIFFERENT, claimed[0].word, head.word)
        yield from _of_another(sides, phrase, claimed)


_KIN = frozenset(
    map(stem, "son daughter father mother grandson grandfather nephew uncle cousin brother".split())
)
_GENERATIONS = frozenset("younger elder junior senior jr sr jr. sr. ii iii".split())


def _is_namesake(sides: Sides, phrase: Phrase) -> bool:
    """Whether the claim's name is as well that of one told of before: "Sir Alan Pryce … his son, Alan Pryce"."""
    names = [t for p in sides.claim.subjects for t in sides.claim.sentence.nouns(p) if t.proper]
    if not names or any(token.word in _GENERATIONS for token in sides.claim.sentence.tokens):
        return False
    sentence = sides.found.sentence
    here = [sentence.nouns(p) for p in sentence.phrases if p.last < phrase.first]
    before = [place.nouns(p) for place in earlier(sentence) for p in place.phrases]
    return any(all(meets(name, group) for name in names) for group in (*here, *before))


def renamed(sides: Sides, phrase: Phrase) -> bool:
    """Whether the claim has another name that stands beside a phrase: "its larger rival, Sund Bank"."""
    sentence = sides.found.sentence
    names = [[token for token in sentence.nouns(p) if token.proper] for p in renamings(sentence, phrase)]
    return any(name and all(map(sides.is_claimed, name)) for name in names)


def _of_another(sides: Sides, phrase: Phrase, claimed: list[Token]) -> Iterator[Facet]:
    sentence = sides.found.sentence
    theirs = [p for p in sides.claim.sentence.phrases if p.holder in sides.claim.subjects and p.role == "of"]
    told = any(sides.claim.sentence.tokens[p.head].proper for p in theirs)
    if not told or not meets(sentence.tokens[phrase.head], claimed):
        return
    for other in sentence.phrases:
        named = [token for token in sentence.nouns(other) if token.proper]
        if other.holder is phrase and other.role == "of" and named and not any(map(sides.is_claimed, named)):
            yield Facet("subject", Agreement.DIFFERENT, claimed[0].word, named[-1].word)


def _elsewhere(sides: Sides) -> Iterator[Facet]:
    """Tell a place that the passage itself gives from the claim's, whatever its pronouns bring along."""
    sentence, frame = sides.found.sentence, sides.found
    inside = [p for p in frame.phrases if p.clause is frame.clause and p.role == "in"]
    inside += [
        p for p in sentence.phrases if p.role == "of" and p.holder in inside
    ]  # "in the cathedral of Ros"
    heads = [sentence.tokens[p.head] for p in inside]
    antecedent = frame.clause.antecedent
    if antecedent is not None and sentence.tokens[frame.clause.members[0]].word == "where":
        heads.append(sentence.tokens[antecedent])
    named = [head for head in heads if head.proper]
    for phrase in sides.claim.phrases:
        ours = sides.claim.sentence.tokens[phrase.head]
        if (
            phrase.role not in {"in", "at"}
            or not ours.proper
            or not named
            or any(map(sides.is_claimed, named))
        ):
            continue
        if not meets(ours, [*heads, *(sentence.tokens[p.head] for p in frame.phrases)]):
            yield Facet("place", Agreement.DIFFERENT, ours.word, named[0].word)


def _shared_place(sides: Sides) -> Iterator[Facet]:
    """Tell a figure for one place from one for two places together."""
    if sides.claim.quantity is None:
        return
    sentence = sides.found.sentence
    placed = [
        p
        for p in sides.found.phrases
        if p.role in (*PLACING, "to", "on", "for") and p.clause is sides.found.clause
    ]
    for first, second in pairwise(placed):
        heads = [sentence.tokens[phrase.head] for phrase in (first, second)]
        claimed = [sides.is_claimed(head) for head in heads]
        if second.joined and first.role == second.role and claimed.count(True) == 1:
            other = heads[claimed.index(False)]
            if says(other) and not any(
                t.word in _EACH for t in sides.found.tokens(sides.found.clause.members)
            ):
                yield Facet("place", Agreement.DIFFERENT, heads[claimed.index(True)].word, other.word)


_EACH = frozenset(("each", "respectively", "apiece"))


def _unlike(sides: Sides) -> Iterator[Facet]:
    """Tell what has or is something from what does something, a named subject from counted ones."""
    ours, theirs = sides.claim.token, sides.found.token
    if ours.tag not in (Tag.VERB, Tag.AUX) or theirs.tag not in (Tag.VERB, Tag.AUX):
        return
    if ours.tag is Tag.AUX and theirs.tag is Tag.VERB and theirs.stem not in _BEING:
        yield Facet("measure", Agreement.MISSING, ours.word)
    heads = [sides.claim.sentence.tokens[phrase.head] for phrase in sides.claim.subjects]
    if heads and heads[0].proper and not sides.found.subjects and sides.found.clause.kind is Kind.RELATIVE:
        yield Facet("subject", Agreement.MISSING, heads[0].word)  # "those who signed"
    counted = [p for p in sides.found.subjects if has_figure(sides.found.sentence, p)]
    if heads and heads[0].proper and counted and len(counted) == len(sides.found.subjects):
        yield Facet("subject", Agreement.MISSING, heads[0].word)


_BEING = frozenset(
    map(
        stem,
        "remain stay own possess hold boast include comprise contain stand lie become prove number total".split(),
    )
)


def _limited(sides: Sides) -> Iterator[Facet]:
    """Tell a rank among fewer from the claim's: the hottest since 1976, the largest after Varn."""
    place = ranks.rank(sides.found.token.stem)
    if place is None or place.place != 1 or ranks.rank(sides.claim.token.stem) is None:
        return
    sentence = sides.found.sentence
    for phrase in sides.found.phrases:
        head = sentence.tokens[phrase.head]
        narrow = (
            phrase.role in _LIMITING and phrase.clause is sides.found.clause and phrase.head > sides.found.at
        )
        if narrow and says(head) and not sides.is_claimed(head):
            yield Facet("rank", Agreement.DIFFERENT, "", f"{phrase.role} {head.word}")
    words, ours = ([token.word for token in side.sentence.tokens] for side in (sides.found, sides.claim))
    for word, told in (
        ("without", words[sides.found.at :]),
        ("apart", words),
        ("aside", words),
        ("excluding", words),
    ):
        if word in told and word not in ours:
            yield Facet("rank", Agreement.DIFFERENT, "", word)
    dated = any(token.tag is Tag.DATE for token in sides.claim.sentence.tokens)
    limits = [
        t.word for t in sides.found.tokens(sides.found.own) if t.tag is Tag.DATE and t.word.startswith(_SPANS)
    ]
    if limits and not dated:
        yield Facet("time", Agreement.DIFFERENT, "", limits[0])


_SPANS = ("since", "until", "till", "from")
_LIMITING = frozenset(
    ("for", "by", "after", "without", "behind", "outside", "except", "among", "besides", "bar", "until")
)
