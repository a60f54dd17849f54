"""A figure: every figure of its kind in the passages is bound, and what is of the same thing is compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from factlint.comparators import compare
from factlint.comparators.base import Comparison, Outcome, Terms
from factlint.errors import FactlintError, MissingRateError, ReferenceTooCoarseError
from factlint.prose import telling
from factlint.prose.agreement import DENIAL
from factlint.prose.agreement import facets as facets_of
from factlint.prose.base import Binding, Facet
from factlint.prose.frames import Frame
from factlint.prose.framing import frame
from factlint.prose.kinds import cell, members
from factlint.prose.kinds.base import Part, apart, binding, told, turns
from factlint.prose.kinds.bounds import LOWER, UPPER, is_inside, overlap
from factlint.prose.kinds.thresholds import is_another_threshold
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag
from factlint.values.base import Counted, Quantity, Sense
from factlint.values.units import unit
from factlint.verdict import Verdict


def parts(claim: Sentence) -> list[Part]:
    """Return one part for every figure."""
    frames = [frame(claim, at) for at, token in enumerate(claim.tokens) if token.tag is Tag.VALUE]
    return [Part("quantity", made, _words(made), made.quantity) for made in frames]


def _words(made: Frame) -> str:
    return made.sentence.text[made.token.start : made.token.end]


def bind(part: Part, sentences: Iterable[Sentence], terms: Terms) -> list[Binding]:
    """Return every figure of the part's kind with what it is bound to."""
    counted = members.counts(part.frame, sentences := list(sentences), terms)
    counted += cell.bind(part.frame, sentences, terms)
    frames = [
        frame(sentence, at)
        for sentence in sentences
        for at, token in enumerate(sentence.tokens)
        if token.tag is Tag.VALUE and _may_be_of_kind(part.frame.quantity, token.quantity)
    ]
    frames = [
        one for one in frames if _is_of_kind(part.frame.quantity, one.quantity) and not _is_lent_whole(one)
    ]
    return counted + [_bound(part.frame, one, terms) for one in _of_one_rank(part.frame, frames)]


def _is_lent_whole(found: Frame) -> bool:
    """Whether a whole was only written out for "of them": its own sentence says of when it was so many."""
    printed = found.sentence.told
    return found.whole and printed is not None and found.token.word not in printed.text.lower()


def _of_one_rank(claim: Frame, found: list[Frame]) -> list[Frame]:
    """Keep the figures that are only wholes ("of the 30 homes") for a claim's whole, where there are such."""
    whole = [one for one in found if one.whole]
    found = whole if claim.whole and whole else found
    place = _in_pair(claim)
    paired = [one for one in found if place and _in_pair(one) == place]
    return paired or found


def _in_pair(frame: Frame) -> int:
    """Return 1 or 2 for the first or second figure of a pair like "61 votes to 38", else 0."""
    tokens, at = frame.sentence.tokens, frame.at
    for first in range(max(0, at - 3), at + 1):
        second = next(
            (i for i in range(first + 1, min(first + 4, len(tokens))) if tokens[i].tag is Tag.VALUE), 0
        )
        if (
            tokens[first].tag is not Tag.VALUE
            or tokens[second - 1].tag is not Tag.TO
            or at not in (first, second)
        ):
            continue
        led = first > 0 and tokens[first - 1].word == "from"
        same = [t.quantity.unit for t in (tokens[first], tokens[second]) if t.quantity]
        if not led and same in (["", ""],):
            return 1 if at == first else 2
    return 0


def _may_be_of_kind(claimed: Quantity | None, found: Quantity | None) -> bool:
    """Whether a figure is of the claimed kind, or has no unit of its own and may take over another's."""
    return _is_of_kind(claimed, found) or (found is not None and not found.unit)


def _is_of_kind(claimed: Quantity | None, found: Quantity | None) -> bool:
    """Whether two figures measure in one dimension; a share and a percentage are one."""
    if claimed is None or found is None:
        return False
    pair = {claimed.unit, found.unit}
    if pair == {""} and _is_share(claimed) != _is_share(found):
        return False
    if pair == {"", "x"} and any(_is_large(one) for one in (claimed, found)):
        return False  # "twice as much" is no count
    same = unit(claimed.unit).dimension == unit(found.unit).dimension
    return same or pair in ({"", "%"}, {"", "x"}, {"%", "x"}) or _both_money(pair)


def _is_large(quantity: Quantity) -> bool:
    """Whether a bare figure is too large to be a multiple."""
    return not quantity.unit and quantity.low is not None and quantity.low > _LARGEST_MULTIPLE


_LARGEST_MULTIPLE = 100


def _is_share(quantity: Quantity) -> bool:
    """Whether a bare figure is a part of one: "half", "three quarters"."""
    side = quantity.low if quantity.low is not None else quantity.high
    return side is not None and side.denominator != 1 and 0 < side < 1


def _both_money(units: set[str]) -> bool:
    return all(len(code) == 3 and code.isupper() for code in units)


def _bound(claim: Frame, found: Frame, terms: Terms) -> Binding:
    """Relate one figure of a passage to the claim's, and compare them where they are of one thing."""
    made = binding(found, facets_of(claim, found), found.quantity)
    between = apart(made.facets)
    kept = [facet for facet in between if not turns(facet)]
    bound = claim.quantity is not None and claim.quantity.sense in (*LOWER, *UPPER)
    if kept and not (bound and _of_a_part(kept)):
        return replace(made, problem=told(between))
    return _compared(claim, found, made, terms)


def _of_a_part(facets: list[Facet]) -> bool:
    """Whether nothing is between the two but that the passage counts only some of what the claim does."""
    return bool(facets) and all(facet.name == "population" and not facet.claimed for facet in facets)


def _compared(claim: Frame, found: Frame, made: Binding, terms: Terms) -> Binding:
    """Return a binding with what its figure says of the claim's: both are of one thing."""
    ours, theirs = claim.quantity, found.quantity
    if ours is None or theirs is None:
        return replace(made, problem="there is no figure")
    if _is_its_whole(claim, theirs):
        return replace(made, problem="it is the whole that the claim's figure is a part of")
    try:
        moved = any(facet.name == "direction" for facet in made.facets)
        sides = (_bare(value, side, moved) for value, side in ((ours, claim), (theirs, found)))
        comparison = compare(*sides, terms=terms)
    except MissingRateError as error:
        return _in_other_money(made, ours, theirs, error.message)
    except FactlintError as error:
        return replace(made, problem=error.message, coarse=isinstance(error, ReferenceTooCoarseError))
    unsettled = _unsettled(claim, found, comparison)
    return (
        replace(made, problem=unsettled, coarse=True)
        if unsettled
        else _judged(claim, found, made, comparison)
    )


def _in_other_money(made: Binding, ours: Quantity, theirs: Quantity, problem: str) -> Binding:
    """Refute an amount that the passage gives in another currency: 2.3 billion of the one are never as many of the other."""
    same = ours.low is not None and (ours.low, ours.high) == (theirs.low, theirs.high)
    if not same or {ours.unit, theirs.unit} <= _NEAR_PARITY:
        return replace(made, problem=problem)
    words = f"the passage gives it in {theirs.unit}, the claim in {ours.unit}"
    return replace(made, rule="currency", verdict=Verdict.REFUTED, problem=words)


_NEAR_PARITY = frozenset(("USD", "EUR", "GBP", "CHF", "CAD", "AUD"))  # of which one has been worth another


def _unsettled(claim: Frame, found: Frame, comparison: Comparison) -> str:
    """Say why a figure is told too coarsely to settle the claim's; empty where it isn't."""
    ours, theirs = claim.quantity, found.quantity
    if ours is None or theirs is None:
        return ""
    mismatch = comparison.outcome is Outcome.MISMATCH
    if not mismatch and _is_crude(ours, comparison):
        return "it is right only as a round figure"
    one_side = any({ours.sense, theirs.sense} <= set(side) for side in (LOWER, UPPER))
    if mismatch and one_side and not is_another_threshold(claim, found):
        return "the passage gives a wider bound"
    if overlap(ours, theirs) if mismatch else not is_inside(ours, theirs):
        return "the passage gives a wider bound"
    if _EXACTLY & set(ours.qualifier.lower().split()) and theirs.sense is not Sense.POINT:
        return "the passage gives no exact figure"
    return ""


def _judged(claim: Frame, found: Frame, made: Binding, comparison: Comparison) -> Binding:
    """Return a binding with its verdict, where the two figures could be compared."""
    between = apart(made.facets)
    turned = [facet for facet in between if turns(facet)]
    mismatch = comparison.outcome is Outcome.MISMATCH
    if mismatch and claim.whole and not found.whole:
        return replace(made, problem="the claim gives it as a whole, the passage doesn't")
    wrong = mismatch or bool(turned) or is_another_threshold(claim, found)
    upper = claim.quantity is not None and claim.quantity.sense in UPPER
    if _of_a_part([facet for facet in between if not turns(facet)]) and wrong != upper:
        return replace(made, problem=told(between))
    if mismatch and any(facet.name == DENIAL for facet in turned):
        return replace(made, problem=told(between))
    if telling.denied(claim) != telling.denied(found):
        if wrong:
            return replace(made, problem="one side denies the figure, the other gives another one")
        wrong = True
    verdict = Verdict.REFUTED if wrong else Verdict.SUPPORTED
    return replace(made, comparison=comparison, rule=comparison.rule, verdict=verdict)


def _is_its_whole(claim: Frame, found: Quantity) -> bool:
    """Whether a figure is the whole of the claim's: "two of the five hotels", "five hotels"."""
    behind = claim.sentence.tokens[claim.at + 1 : claim.at + 4]
    whole = behind[-1].quantity if [t.word for t in behind[:-1]] in (["of", "the"], ["of", "its"]) else None
    return whole is not None and (whole.low, whole.high, whole.unit) == (found.low, found.high, found.unit)


def _is_crude(claimed: Quantity, comparison: Comparison) -> bool:
    """Whether a bare figure is right only because it is so round: 4 % for 4.25 %."""
    return claimed.sense is Sense.POINT and comparison.size is not None and abs(comparison.size) > _CRUDE


_EXACTLY = frozenset(("exactly", "precisely"))
_CRUDE = Fraction(1, 20)


def _bare(quantity: Quantity, frame: Frame, moved: bool) -> Quantity:
    """Return a figure without what the facets have settled already; ``moved``: they went different ways."""
    way = telling.direction(frame) if moved else ""
    return replace(quantity, counted=Counted(), role="", negated=False, direction=way)
