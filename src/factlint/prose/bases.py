"""What a share is of, and whether the passage's share is of less than the claim's."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.frames import PLACING, Frame
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.things import has_figure, is_plural
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, says


def narrowed_bases(sides: Sides) -> Iterator[Facet]:
    """Yield a facet where two shares are of different things, or the passage's is of "those who …" only."""
    ours, theirs = base(sides.claim), base(sides.found)
    own = sides.found.phrase
    if theirs is None and own is not None and is_share(sides.found) and sides.found.sentence.nouns(own):
        yield from _narrowed_base(sides, own)
    if theirs is None and (told := _of_those(sides)):
        yield Facet("base", Agreement.DIFFERENT, "", told)
    if ours is None or theirs is None:
        return
    left, right = sides.claim.sentence, sides.found.sentence
    if right.tokens[theirs.last].word in {"those", "them"}:
        if _has_relative(right, theirs) and not _has_relative(left, ours):
            yield Facet("base", Agreement.DIFFERENT, left.slice(ours.first, ours.last), "those who …")
        return
    yield from _narrowed_base(sides, theirs)
    mine = [token for token in left.nouns(ours) if says(token) and not token.owner]
    its = [token for token in right.nouns(theirs) if says(token) and not token.owner]
    met = any(alike(a, b) or sides.calls_by_kind(b, a) for a in mine for b in its)
    limited = _has_relative(right, theirs) and not _has_relative(left, ours) and not has_figure(right, theirs)
    if limited and not _tells_relative(sides, theirs):
        yield Facet("base", Agreement.DIFFERENT, left.slice(ours.first, ours.last), "those who …")
        return
    narrower = _narrowed(sides, theirs)
    if (mine and its and not met and not _are_people(mine, its)) or narrower is not None:
        last = (narrower or theirs).last
        yield Facet(
            "base", Agreement.DIFFERENT, left.slice(ours.first, ours.last), right.slice(theirs.first, last)
        )


def _of_those(sides: Sides) -> str:
    """Return what those have done of whom the passage's share is, where the claim's is of others: "half of those who …"."""
    sentence, at = sides.found.sentence, sides.found.at
    words = [token.word for token in sentence.tokens[at + 1 : at + 3]]
    opens = sentence.tokens[at + 3 : at + 4]
    if not is_share(sides.found) or words not in (["of", "those"], ["of", "them"]):
        return ""
    if not opens or opens[0].tag is not Tag.REL:
        return _part_before(sides)
    ours = base(sides.claim)
    clause = sentence.owners.get(at + 3)
    verb = sentence.tokens[clause.verb] if clause is not None and clause.verb is not None else None
    behind = [] if ours is None else sides.claim.sentence.tokens[ours.last + 1 :]
    main = sides.claim.verb
    limited = bool(behind) and behind[0].tag in (Tag.REL, Tag.VERB) and behind[0] is not main
    done = verb is not None and any(alike(verb, token) for token in sides.claim.sentence.tokens)
    return "" if done and (limited or ours is None) else "those who …"


def _part_before(sides: Sides) -> str:
    """Return what was done to the part that "those" stands for: "2,000 of the 11,000 were asked, and half of those …"."""
    sentence, at = sides.found.sentence, sides.found.at
    parts = [
        p.holder
        for p in sentence.phrases
        if p.last < at and p.role == "of" and p.holder is not None and has_figure(sentence, p)
    ]
    held = [part for part in parts if has_figure(sentence, part)]
    verb = held[-1].clause.verb if held else None
    if verb is None or held[-1].clause is sides.found.clause:
        return ""
    done = sentence.tokens[verb]
    told = any(alike(done, token) for token in sides.claim.sentence.tokens)
    return "" if told else f"those {done.word}"


def _narrowed_base(sides: Sides, theirs: Phrase) -> Iterator[Facet]:
    """Yield what narrows the passage's base: "adults in cities", "pupils who took the test again"."""
    sentence = sides.found.sentence
    behind = sentence.tokens[theirs.last + 1 : theirs.last + 2]
    inner = [c for c in sentence.clauses if c.antecedent is not None and c.antecedent in theirs]
    told_too = any(token.tag is Tag.REL for token in sides.claim.sentence.tokens)
    if behind and behind[0].tag is Tag.REL and not told_too and not _is_counted_base(sides, theirs):
        told = [sentence.tokens[at] for clause in inner[:1] for at in clause.members]
        saying = [t for t in told if t.tag in (Tag.NOUN, Tag.VERB) and says(t)]
        done = any(t.tag is Tag.VERB for t in saying)
        if told and (not done or not all(map(sides.is_claimed, saying))):
            yield Facet("base", Agreement.DIFFERENT, "", " ".join(token.word for token in told[:3]))
    for phrase in sentence.phrases:
        head = sentence.tokens[phrase.head]
        placed = phrase.holder is theirs and phrase.role in PLACING and phrase.clause is theirs.clause
        plain = placed and says(head) and is_plural(head) and not sides.is_claimed(head)
        if plain and not _is_known(sentence, phrase):
            yield Facet("base", Agreement.DIFFERENT, "", head.word)


def _is_known(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a place is one that the text speaks of already: "the country", "its schools"."""
    return sentence.tokens[phrase.first].tag is Tag.DET


def _is_counted_base(sides: Sides, theirs: Phrase) -> bool:
    """Whether a base is told with its number, which the claim may tell too: "of the 1,200 members who took part"."""
    return theirs is not sides.found.phrase and has_figure(sides.found.sentence, theirs)


def is_share(frame: Frame) -> bool:
    """Whether a frame's figure is a percentage or a part of one."""
    quantity = frame.quantity
    return quantity is not None and (
        quantity.unit == "%" or (not quantity.unit and quantity.low is not None and 0 < quantity.low < 1)
    )


def base(frame: Frame) -> Phrase | None:
    """Return what a share is of."""
    if not is_share(frame) or frame.phrase is None:
        return None
    held = (p for p in frame.sentence.phrases if p.role == "of" and p.holder is frame.phrase)
    return next(held, None) or _among(frame)


def _among(frame: Frame) -> Phrase | None:
    """Return what a sentence limits its figures to at the start: "Among its 900 pupils, girls …"."""
    first = next(iter(frame.sentence.phrases), None)
    return (
        first
        if first is not None and first.role == "among" and first.first < 3 and first is not frame.phrase
        else None
    )


def _has_relative(sentence: Sentence, phrase: Phrase) -> bool:
    after = sentence.tokens[phrase.last + 1 : phrase.last + 2]
    return bool(after) and after[0].tag is Tag.REL


def _are_people(left: list[Token], right: list[Token]) -> bool:
    """Whether both are of the same people by other words: that is for the measures to tell."""
    return any(token.word in {"people", "persons", "population"} for token in (left[-1], right[-1]))


def _tells_relative(sides: Sides, whole: Phrase) -> bool:
    """Whether the claim has the verb of the clause that narrows a whole."""
    sentence = sides.found.sentence
    clauses = (c for c in sentence.clauses if c.members[0] == whole.last + 1 and c.verb is not None)
    return any(sides.is_claimed(sentence.tokens[clause.verb or 0]) for clause in clauses)


def _narrowed(sides: Sides, whole: Phrase) -> Phrase | None:
    """Return what narrows a whole that the claim has without it: "a third of the forest in the north"."""
    sentence = sides.found.sentence
    for phrase in sentence.phrases:
        if phrase.holder is not whole or phrase.role not in PLACING:
            continue
        head = sentence.tokens[phrase.head]
        if head.word in _PARTS and not sides.is_claimed(head):
            return phrase
    return None


_PARTS = frozenset(
    """north south east west northeast northwest southeast southwest centre center middle interior capital city suburbs
    countryside coast lowlands highlands""".split()
)
