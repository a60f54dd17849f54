"""Which of two is the larger, older, dearer: what stands before "than", and what behind."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.frames import Frame
from factlint.prose.sides import Sides
from factlint.prose.stance import meets
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet where a claim that likens two things has another degree, or another thing to compare with."""
    if sides.claim.quantity is not None or sides.found.quantity is not None:
        return
    theirs = list(_likened(sides.found))
    for degree, compared in _likened(sides.claim):
        same = [other for word, other in theirs if _is_degree(degree, word)]
        if theirs and not any(_names_same(compared, other) for other in same):
            told = " ".join(token.word for token in (same or [theirs[0][1]])[0])
            yield Facet("words", Agreement.DIFFERENT, " ".join(token.word for token in compared), told)


def _likened(frame: Frame) -> Iterator[tuple[list[Token], list[Token]]]:
    """Yield the words of each degree ("larger", "more expensive") with the nouns behind its "than"."""
    sentence = frame.sentence
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.word != "than" or sentence.owners.get(at) is not frame.clause:
            continue
        phrase = next((p for p in sentence.phrases if p.first == at + 1), None)
        degree = _degree(tokens, at)
        if phrase is not None and degree and sentence.nouns(phrase):
            yield degree, sentence.nouns(phrase)


def _degree(tokens: list[Token], at: int) -> list[Token]:
    for start in range(at - 1, max(-1, at - 5), -1):
        if tokens[start].word in _MORE or (start == at - 1 and tokens[start].word.endswith("er")):
            return tokens[start:at]
        if tokens[start].tag in (Tag.MARK, Tag.SUB, Tag.REL, Tag.AUX):
            break
    return []


_MORE = frozenset(("more", "less", "fewer", "rather", "better", "worse", "further"))


def _is_degree(ours: list[Token], theirs: list[Token]) -> bool:
    """Whether two degrees go the same way in the same words."""
    return all(meets(token, theirs) for token in ours)


def _names_same(ours: list[Token], theirs: list[Token]) -> bool:
    """Whether one side has all the names of the other, or both have none and the same chief word."""
    names, others = ([token for token in side if token.proper] for side in (ours, theirs))
    if not names or not others:
        return not names and not others and alike(ours[-1], theirs[-1])
    return all(meets(token, others) for token in names) or all(meets(token, names) for token in others)
