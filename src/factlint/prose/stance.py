"""What a passage only seems to say: who is left out, which side was taken."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factlint.prose.base import Agreement, Facet
from factlint.prose.clauses import Clause
from factlint.prose.frames import Frame, has_value
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.sides import Sides
from factlint.prose.things import has_figure
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike

DENIAL = "denial"
UNDONE = "undone"
"""The facet of what was not so of what the claim speaks of: left out, refused, failed."""
_OPPOSED = {
    **dict.fromkeys(("for", "in favour of", "with"), frozenset(("against", "opposed to"))),
    "against": frozenset(("for", "in favour of")),
    "without": frozenset(("with",)),
    "with": frozenset(("without", "against")),
    "before": frozenset(("after",)),
    "after": frozenset(("before",)),
}
_BESIDE = frozenset(
    "near outside around off beyond behind opposite from to towards between beside above below".split()
)
_DIRECTED = {
    **dict.fromkeys(("in", "at", "inside", "within"), _BESIDE),
    "near": frozenset(("in", "at", "inside", "within")),
    "to": frozenset(("from", "out of")),
    "into": frozenset(("from", "out of")),
    "from": frozenset(("to", "into", "towards", "for")),
    "above": frozenset(("below", "beneath", "under")),
    "below": frozenset(("above", "over")),
    "outside": frozenset(("inside", "in", "at", "within")),
    "until": frozenset(("since", "from")),
    "since": frozenset(("until",)),
}
_LEAVING_OUT = frozenset(("except", "excepting", "excluding", "bar", "barring", "minus"))
_LEAVING_OUT_PAIRS = frozenset(
    (
        ("other", "than"),
        ("apart", "from"),
        ("aside", "from"),
        ("instead", "of"),
        ("rather", "than"),
        ("except", "for"),
    )
)
_ALL = frozenset(("all", "every", "everyone", "everybody", "each", "everything", "any"))
_NOBODY = frozenset(("nobody", "no", "none", "nothing", "neither", "not", "never", "no-one"))


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet for everything by which the passage falls short of what its words seem to say."""
    yield from _left_out(sides)
    yield from _opposed(sides)
    yield from _partly(sides)


def _partly(sides: Sides) -> Iterator[Facet]:
    """Tell "all schools" from "26 of the 30 schools"."""
    if sides.claim.quantity is not None:
        return
    opening = [token.word for token in sides.claim.sentence.tokens[:2]]
    shares = [p for p in sides.found.subjects if has_value(sides.found.sentence, p)]
    if opening == ["most", "of"] and shares and not _is_majority(sides, shares):
        yield turn(sides, "most", "no more than half", UNDONE)
    for phrase in sides.claim.subjects:
        words = {token.word for token in sides.claim.sentence.tokens[phrase.first : phrase.last + 1]}
        counted = [p for p in sides.found.subjects if has_figure(sides.found.sentence, p)]
        if not words & _ALL or not counted:
            continue
        of = any(p.role == "of" and p.holder in counted for p in sides.found.sentence.phrases)
        part = of and not words & _NEARLY and any(_has_end(sides.found, p) for p in counted)
        yield turn(sides, "all", "a part", UNDONE) if part else Facet("population", Agreement.MISSING, "all")


_NEARLY = frozenset(("almost", "nearly", "virtually", "practically", "not"))


def _has_end(found: Frame, phrase: Phrase) -> bool:
    """Whether a figure in a phrase says as well how many it is at most: not "more than half"."""
    quantities = (token.quantity for token in found.sentence.tokens[phrase.first : phrase.last + 1])
    return any(quantity is not None and quantity.high is not None for quantity in quantities)


def _is_majority(sides: Sides, counted: list[Phrase]) -> bool:
    """Whether a share that is told of may be more than half; a count may be of any."""
    for phrase in counted:
        for token in sides.found.sentence.tokens[phrase.first : phrase.last + 1]:
            quantity = token.quantity
            if quantity is None or quantity.high is None:
                continue
            half = 50 if quantity.unit == "%" else Fraction(1, 2)
            if (quantity.unit == "%" or 0 < quantity.high < 1) and quantity.high <= half:
                return False
    return True


def turn(sides: Sides, claimed: str, found: str, name: str = DENIAL) -> Facet:
    """Return a facet that turns a statement round; of a figure it only leaves open what is so."""
    whole = sides.claim.token.tag in (Tag.VERB, Tag.AUX, Tag.DATE)
    return Facet(name if whole else "mode", Agreement.DIFFERENT, claimed, found)


def _left_out(sides: Sides) -> Iterator[Facet]:
    """Look for the claim's things among those that the passage leaves out, and for "all" where some are."""
    sentence = sides.found.sentence
    spans = [span for span in _exceptions(sentence) if sentence.owners.get(span[0]) in _kin(sides.found)]
    if not spans:
        return
    outside = _outside(sentence, spans)
    for phrase in sides.claim.phrases:
        head = sides.claim.sentence.tokens[phrase.head]
        within = [t for span in spans for t in (sentence.tokens[at] for at in span) if alike(head, t)]
        exact = [t for t in within if t.stem == head.stem]  # "the building, not the output"
        told = [t for t in outside if (t.stem == head.stem if exact else alike(head, t))]
        if head.tag is Tag.NOUN and within and not told:
            yield turn(sides, head.word, f"except {within[0].word}", UNDONE)
    universal = any(token.word in _ALL for token in sides.claim.tokens(sides.claim.reach))
    inside = [sentence.tokens[at] for span in spans for at in span]
    if universal and not any(meets(token, inside) for token in _names(sides.claim)):
        yield turn(sides, "all", f"except {inside[0].word}")


def meets(token: Token, others: list[Token]) -> bool:
    """Whether a word says the same as any of the others."""
    return any(alike(token, other) for other in others)


def _names(frame: Frame) -> list[Token]:
    return [token for token in frame.sentence.tokens if token.proper]


def _kin(frame: Frame) -> list[Clause]:
    """Return a frame's clause with those that it hangs on and that hang on it."""
    near = [frame.clause, *(c for c in frame.sentence.clauses if c.parent is frame.clause)]
    return [*near, frame.clause.parent] if frame.clause.parent is not None else near


def _outside(sentence: Sentence, spans: list[range]) -> list[Token]:
    inside = {at for span in spans for at in span}
    return [token for at, token in enumerate(sentence.tokens) if at not in inside]


def _exceptions(sentence: Sentence) -> Iterator[range]:
    """Yield the tokens of what "except", "other than", "but not by" and ", not" leave out of an affirmed sentence."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        size = _opens_exception(tokens, at, token)
        denied = any(other.word.split(" ")[0] in _NOBODY for other in tokens[max(0, at - 6) : at])
        if not size or denied:
            continue
        end = at + size
        while end < len(tokens) and tokens[end].tag not in (Tag.VERB, Tag.AUX, Tag.MARK, Tag.SUB, Tag.REL):
            end += 1
        if end > at + size:
            yield range(at + size, end)


def _opens_exception(tokens: list[Token], at: int, token: Token) -> int:
    """Return how many tokens open an exception here; 0 for none."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = [other.word for other in tokens[max(0, at - 7) : at]]
    if after is None:
        return 0
    if (token.word, after.word) in _LEAVING_OUT_PAIRS:
        return 2
    if token.word in _LEAVING_OUT and token.tag is not Tag.NOUN:
        return 1
    if token.word == "but" and (after.tag is Tag.NOT or after.word.split(" ")[0] == "no"):
        return 2
    if token.word == "but" and any(word in _ALL for word in before) and after.tag in (Tag.NOUN, Tag.DET):
        return 1
    contrasted = token.word == "not" and before[-1:] == [","] and after.tag in (Tag.NOUN, Tag.DET, Tag.PREP)
    return 1 if contrasted else 0


def _opposed(sides: Sides) -> Iterator[Facet]:
    """Look for the claim's phrases on the other side: for and against, to and from, before and after."""
    theirs = _governors(sides.found)
    for phrase in sides.claim.phrases:
        head = sides.claim.sentence.tokens[phrase.head]
        role = _preposition(sides.claim.sentence, phrase)
        same = [told for told, other in theirs if alike(head, other)]
        if not same or role in same:
            continue
        opposed = [told for told in same if told in _OPPOSED.get(role, ())]
        if opposed:
            yield turn(sides, role, opposed[0])
        elif head.proper and any(told in _DIRECTED.get(role, ()) for told in same):
            yield Facet("words", Agreement.DIFFERENT, role, same[0])
    yield from _bare_sides(sides)
    yield from _lacking(sides)


def _governors(frame: Frame) -> list[tuple[str, Token]]:
    sentence, clause = frame.sentence, frame.clause
    there = (
        clause.antecedent if clause.members and sentence.tokens[clause.members[0]].word == "where" else None
    )
    return [
        ("in" if there is not None and there in p else _preposition(sentence, p), sentence.tokens[p.head])
        for p in frame.phrases
    ]


def _preposition(sentence: Sentence, phrase: Phrase) -> str:
    """Return what governs a phrase; "in favour of" is one preposition."""
    before = [token.word for token in sentence.tokens[max(0, phrase.first - 3) : phrase.first]]
    if before[-3:] in (["in", "favour", "of"], ["in", "favor", "of"], ["in", "support", "of"]):
        return "in favour of"
    return "opposed to" if before[-2:] == ["opposed", "to"] else phrase.role


def _lacking(sides: Sides) -> Iterator[Facet]:
    """Tell "without an agreement" from the claim's agreement."""
    tokens = sides.found.sentence.tokens
    for at in sides.found.clause.members:
        if tokens[at].word != "without" or "without" in (t.word for t in sides.claim.sentence.tokens):
            continue
        lacked = [token for token in tokens[at + 1 : at + 4] if token.tag is Tag.NOUN]
        for phrase in sides.claim.phrases:
            head = sides.claim.sentence.tokens[phrase.head]
            if phrase.role == "with" and meets(head, lacked):
                yield turn(sides, head.word, f"without {head.word}")


def _bare_sides(sides: Sides) -> Iterator[Facet]:
    """Tell "voted against" without an object from the claim's "voted for it"."""
    ours = {_preposition(sides.claim.sentence, p) for p in sides.claim.phrases}
    tokens = sides.found.sentence.tokens
    for at in sides.found.own:
        after = tokens[at + 1 : at + 2]
        if tokens[at].word in {"against", "for"} and (not after or after[0].tag in (Tag.MARK, Tag.CONJ)):
            opposed = _OPPOSED.get(tokens[at].word, frozenset()) & ours
            if opposed:
                yield turn(sides, sorted(opposed)[0], tokens[at].word)
