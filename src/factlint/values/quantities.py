"""Quantities from amounts: ranges with shared scale and unit, ratios, qualifiers, roles and negation."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from factlint.values import guards, qualifiers
from factlint.values.amounts import Amount
from factlint.values.base import Counted, Quantity, Reading, Sense
from factlint.values.beside import word_before
from factlint.values.changes import is_negated, role_and_direction
from factlint.values.grammar import singular
from factlint.values.ranges import range_at, share_unit
from factlint.values.ratios import take_ratio, take_share
from factlint.values.units import UNIT_BY_CODE

_AGE = Counted(measure="age")
_NOTHING = Counted()
_LOOSE = frozenset({Sense.POINT, Sense.APPROXIMATE})
_OPEN_BELOW = frozenset({Sense.AT_MOST, Sense.LESS_THAN})
_OPEN_ABOVE = frozenset({Sense.AT_LEAST, Sense.MORE_THAN})
_ONE_SIDED = _OPEN_BELOW | _OPEN_ABOVE
_JOINS = frozenset({" and ", " but ", ", ", ", and ", ", but "})


def bounded(text: str, low: str, found: list[Reading]) -> None:
    """Join "greater than 100 and smaller than 300", where its second bound was read last, into one range."""
    last = found[-1].value
    if len(found) < 2 or not isinstance(last, Quantity) or last.sense not in _ONE_SIDED:
        return
    first, second = found[-2:]
    if low[first.end : second.start] not in _JOINS or not isinstance(first.value, Quantity):
        return
    floor, ceiling = (first.value, last) if last.low is None else (last, first.value)
    if floor.unit != ceiling.unit or floor.high is not None or ceiling.low is not None:
        return
    if floor.low is not None and ceiling.high is not None and floor.low < ceiling.high:
        joined = replace(
            last, low=floor.low, high=ceiling.high, sense=Sense.RANGE, step=min(floor.step, ceiling.step),
            qualifier=f"{floor.qualifier} … {ceiling.qualifier}", text=text[first.start : second.end],
        )  # fmt: skip
        found[-2:] = [Reading(first.start, second.end, joined)]


def quantity(text: str, low: str, made: Amount, locale: str = "", floor: int = 0) -> Reading | None:
    """Complete an amount with what stands around it; ``None`` where it is no quantity after all."""
    word = made.word if made.start == made.number_start else word_before(low, made.start)
    if word and guards.is_label(text, low, made, word):
        return None
    follows = low[made.end : made.end + 2]
    if (follows[:1] in _CONTINUING or follows in _CONTINUING) and low.startswith(_CONTINUED, made.end):
        pair = None if take_ratio(low, made, locale) else range_at(text, low, made, locale)
        if pair:
            return _finished(text, low, pair.whole, pair.low, pair.high, Sense.RANGE, pair.words, floor)
        if guards.is_score(low, made.start, _pair_end(low, made.end)):
            return None
        share_unit(text, low, made, locale)
    near = low[made.end : made.end + _SHARE_REACH]
    if " in " in near or " out of " in near or near.startswith(_SHARING):
        take_share(low, made, locale)
    if guards.refused(text, low, made):
        return None
    return _finished(text, low, made, made.value, made.value, floor=floor, word=word)


_CONTINUED = (" to ", " and ", " or ", " through ", *"-–—‑:~", " -", " –", " —", " ~", "\n")
_CONTINUING = frozenset({*"-–—‑:~\n", *(words[:2] for words in _CONTINUED if words[0] == " ")})
_SHARING = (" over ", "\n")
_SHARE_REACH = 26
_PAIR_END = re.compile(r"[-–‑]\d{1,3}")


def _pair_end(low: str, end: int) -> int:
    found = _PAIR_END.match(low, end)
    return found.end() if found else end


_AGES = frozenset({"aged", "age", "of", "ages"})
_OF_AGE = (" older", " younger")
_AGED = re.compile(r"\b(?:aged?|ages?\sof|ages)\s$")
_DURING = re.compile(
    r"(?:for|of|after|lasted|last|took|taken|been|is|was|are|were|at|by|than|lasting|spent|with)\s$"
)


def _finished(
    text: str,
    low: str,
    made: Amount,
    first: Fraction,
    second: Fraction,
    sense: Sense = Sense.POINT,
    words: str = "",
    floor: int = 0,
    word: str | None = None,
) -> Reading:
    if word is None:
        word = word_before(low, made.start)
    if word in _AGES and not made.unit and _AGED.search(low, max(0, made.start - 16), made.start):
        made.unit, made.age = "year", True
    start, end, words, bound = _bound(low, made, floor, word, words)
    if bound and sense is Sense.POINT:
        sense = bound
    if words.endswith(_OF_AGE) and not made.unit:
        made.unit, made.age = "year", True
    role, direction = role_and_direction(low, start, end, None if start < made.start else word)
    value = Quantity(
        None if sense in _OPEN_BELOW else first,
        None if sense in _OPEN_ABOVE else second,
        sense,
        made.step,
        "ordinal" if made.form == "ordinal" else made.unit,
        words,
        _AGE if made.age else Counted(head=singular(made.noun), text=made.noun) if made.noun else _NOTHING,
        direction,
        role,
        is_negated(low, start),
        text[start:end],
    )
    return Reading(start, end, value)


def _bound(low: str, made: Amount, floor: int, word: str, words: str) -> tuple[int, int, str, Sense | None]:
    """Take in the qualifiers around an amount: its new start and end, all their words, and their sense."""
    start, end, sense = made.start, made.end, None
    inner = qualifiers.before(low, start, floor, word)
    if inner and not (inner.words == "over" and _is_period(low, made, inner.edge)):
        start, words, sense = inner.edge, f"{inner.words} {words}".strip(), inner.sense
        outer = qualifiers.before(low, start, floor)
        if outer:
            start, words = outer.edge, f"{outer.words} {words}"
            sense = sense if outer.sense in _LOOSE else outer.sense
    tail = qualifiers.after(low, end)
    if tail and (sense is None or sense in _LOOSE):
        end, words, sense = tail.edge, f"{words} {tail.words}".strip(), tail.sense
    return start, end, words, sense


def plain(text: str, made: Amount) -> Quantity:
    """Return an amount by itself, as a cell of a table holds it; ``text`` are its words."""
    age = _AGE if made.age else Counted()
    return Quantity(made.value, made.value, Sense.POINT, made.step, made.unit, counted=age, text=text)


def _is_period(low: str, made: Amount, edge: int) -> bool:
    """Tell "earned over 3 years" (during) from "lived there for over 3 years" (more than)."""
    known = UNIT_BY_CODE.get(made.unit)
    return bool(edge and known and known.dimension == "time") and not _DURING.search(
        low, max(0, edge - 8), edge
    )
