"""Quantities from amounts: ranges with shared scale and unit, ratios, qualifiers, roles and negation."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from factlint.values import guards, qualifiers
from factlint.values.amounts import Amount, amount
from factlint.values.base import Counted, Quantity, Reading, Sense
from factlint.values.beside import word_before
from factlint.values.changes import is_negated, role_and_direction
from factlint.values.figures import fraction_step
from factlint.values.numbers import numeral
from factlint.values.units import UNIT_BY_CODE
from factlint.values.words import SCALES

_AGE = Counted(measure="age")
_NOTHING = Counted()
_LOOSE = frozenset({Sense.POINT, Sense.APPROXIMATE})
_OPEN_BELOW = frozenset({Sense.AT_MOST, Sense.LESS_THAN})
_OPEN_ABOVE = frozenset({Sense.AT_LEAST, Sense.MORE_THAN})


def bounded(text: str, low: str, found: list[Reading]) -> None:
    """Join "greater than 100 and smaller than 300", where its second bound was read last, into one range."""
    last = found[-1].value
    if len(found) < 2 or not isinstance(last, Quantity) or last.sense not in _OPEN_BELOW:
        return
    (first, a), (second, b) = ((item, item.value) for item in found[-2:])
    if not (isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit):
        return
    gap = low[first.end : second.start]
    if gap not in {" and ", " but "} or a.low is None or a.high is not None or b.high is None or b.low is not None:
        return
    if a.low < b.high:
        words = f"{a.qualifier} … {b.qualifier}"
        said = text[first.start : second.end]
        joined = replace(b, low=a.low, sense=Sense.RANGE, step=min(a.step, b.step), qualifier=words, text=said)
        found[-2:] = [Reading(first.start, second.end, joined)]


def quantity(text: str, low: str, made: Amount, locale: str = "", floor: int = 0) -> Reading | None:
    """Complete an amount with what stands around it; ``None`` where it is no quantity after all."""
    if guards.is_label(text, low, made):
        return None
    if low.startswith(_CONTINUED, made.end):
        ranged = _range(text, low, made, locale, floor)
        if ranged:
            return ranged
        if guards.is_score(low, made.start, _pair_end(low, made.end)):
            return None
        _take_ratio(low, made, locale)
    if guards.refused(text, low, made):
        return None
    return _finished(text, low, made, made.value, made.value, floor=floor)


_CONTINUED = (" to ", " and ", " or ", " through ", " in ", " out ", " over ", *"-–—‑", " -", " –", " —", "\n")
_PAIR_END = re.compile(r"[-–‑]\d{1,3}")


def _pair_end(low: str, end: int) -> int:
    found = _PAIR_END.match(low, end)
    return found.end() if found else end


LINK = re.compile(r"\s?[-–—‑]\s?(?=\S)|\s(to|and|or|through)\s(?=\S)")
NEXT_FIGURE = re.compile(r"(?:[a-z]{0,3}\s?[$£€¥₹₽₴]\s?|[a-z]{3}\s(?=\d)|[-−](?=\d)|minus\s)?(?=[\d½⅓⅔¼¾a-z])")


def _range(text: str, low: str, first: Amount, locale: str, floor: int) -> Reading | None:
    link = LINK.match(low, first.end)
    if not link:
        return None
    between = low.startswith("between ", max(0, first.start - 8)) and first.start >= 8
    if (link[1] == "and" and not between) or (link[0] == " -" and not link[0].endswith(" ")):
        return None
    figure = NEXT_FIGURE.match(low, link.end())
    second = amount(text, low, figure.end(), locale) if figure and figure.end() < len(low) else None
    if second is None or second.start != link.end() or (second.before and not first.before):
        return None
    if (first.form == "fraction") != (second.form == "fraction") and not second.unit:
        return None
    if not _shared(low, first, second):
        return None
    if first.value > second.value and (between or (first.signed and second.signed)):
        first.bare, second.bare, first.scale, second.scale = second.bare, first.bare, second.scale, first.scale
    if not _is_range(text, low, first, second, link[1] or "-", between):
        return None
    start, words = first.start, ""
    if between or low.startswith("from ", max(0, first.start - 5)):
        words = "between" if between else "from"
        start -= len(words) + 1
    step = min(first.step, second.step)
    whole = Amount(start, second.end, first.bare, step, first.form, first.number_start, second.number_end)
    whole.unit, whole.age = second.unit, first.age or second.age
    return _finished(text, low, whole, first.value, second.value, Sense.RANGE, words, floor)


def _shared(low: str, first: Amount, second: Amount) -> bool:
    """Share the unit and scale that only one of two figures prints; tell whether they can be one range."""
    if "ordinal" in (first.form, second.form) and first.form != second.form:
        return False
    scale = second.scale if second.scale > 1 else _spoken_scale(low, second)
    plain = first.scale == 1 and first.number_end - first.number_start <= 12
    if plain and scale > 1 and abs(first.value) < abs(second.value) / scale:
        first.step *= scale
        first.scale = Fraction(scale)
    if first.unit and not second.unit and first.before:
        second.unit = first.unit
    elif second.unit and not first.unit:
        if second.scale < 1:
            first.scale, first.step = first.scale * second.scale, first.step * second.scale
        first.unit = second.unit
    return first.unit == second.unit


def _spoken_scale(low: str, made: Amount) -> int:
    last = low[made.number_start : made.number_end].replace("-", " ").rsplit(" ", 1)[-1]
    return {**SCALES, "hundred": 100, "dozen": 12}.get(last, 1) if made.form == "words" else 1


def _is_range(text: str, low: str, first: Amount, second: Amount, link: str, between: bool) -> bool:
    if first.value >= second.value or guards.refused(text, low, second):
        return False
    if between:
        return True
    if link == "or":
        return second.value <= 2 * first.value or second.value - first.value <= 2
    if link in {"to", "through"} and _is_change(low, first):
        return False
    printed = low[first.start : second.end]
    if link == "-" and (guards.is_score(low, first.start, second.end) or guards.PLAIN_CHAIN.match(low, second.end)):
        return False
    years = guards.is_year(low, first) and not first.unit and second.scale == 1 and len(printed) == 9
    return not years


def _is_change(low: str, first: Amount) -> bool:
    """Tell "rose from 10 to 20" and "up 5% to 20%" (two values with roles) from a range."""
    role, _ = role_and_direction(low, first.start, first.end)
    printed_unit = low[first.scaled_end : first.end].strip() or first.before
    return role == "from" or (role == "by" and bool(printed_unit))


_RATIO = re.compile(r"\s(in|out\sof|over)\s(?=[\w])")
_DONE = re.compile(r"(?:ed|\bwon|\bmade|\btook|\blost|\bgot|\bhit|\bhad)\s$")
_AFTER_RATIO = re.compile(r"\s?[.,;:!?)]|$|\s(?:is|are|was|were|and|of)\b")


def _take_ratio(low: str, made: Amount, locale: str) -> None:
    """Make "1 in 4" and "two out of five hundred" a fraction."""
    link = _RATIO.match(low, made.end)
    if not link or made.unit or made.scale != 1 or made.bare.denominator != 1 or made.bare <= 0:
        return
    below = numeral(low, link.end(), locale) if link.end() < len(low) else None
    if below is None or below.value.denominator != 1 or below.form not in {"digits", "words"} or below.value <= 1:
        return
    probe = Amount(link.end(), below.end, below.value, below.step, below.form, link.end(), below.end)
    if link[1] == "over":
        sound = bool(_AFTER_RATIO.match(low, below.end))
    else:
        sound = made.bare < below.value and not guards.is_year(low, probe) and _is_share(low, made, below.end)
    if sound:
        made.bare, made.step = made.bare / below.value, fraction_step(int(below.value))
        made.end, made.form = below.end, "fraction"


_NOT_SHARE = re.compile(
    r"[\s-](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|games?|matches|starts|innings|attempts|tests?)\b|%|[\w/:-]"
    r"|[.,]\d|\s?(?:per\s?cent|million|billion|thousand)"
)


def _is_share(low: str, made: Amount, end: int) -> bool:
    if _NOT_SHARE.match(low, end):
        return False
    return not _DONE.search(low, max(0, made.start - 10), made.start)


_AGES = frozenset({"aged", "age", "of", "ages"})
_AGED = re.compile(r"\b(?:aged?|ages?\sof|ages)\s$")
_DURING = re.compile(r"(?:for|of|after|lasted|last|took|taken|been|is|was|are|were|at|by|than|lasting|spent|with)\s$")


def _finished(
    text: str,
    low: str,
    made: Amount,
    first: Fraction,
    second: Fraction,
    sense: Sense = Sense.POINT,
    words: str = "",
    floor: int = 0,
) -> Reading:
    start, end = made.start, made.end
    bound = qualifiers.before(low, start, floor)
    if bound and bound.words == "over" and _is_period(low, made, bound.edge):
        bound = None
    if bound:
        start, words = bound.edge, f"{bound.words} {words}".strip()
        outer = qualifiers.before(low, start, floor)
        if outer:
            start, words = outer.edge, f"{outer.words} {words}"
            bound = outer if outer.sense not in _LOOSE else bound
    if not made.unit and word_before(low, start) in _AGES and _AGED.search(low, max(0, start - 16), start):
        made.unit, made.age = "year", True
    tail = qualifiers.after(low, end)
    if tail and (not bound or bound.sense in _LOOSE):
        bound, end, words = tail, tail.edge, f"{words} {tail.words}".strip()
    if bound and sense is Sense.POINT:
        sense = bound.sense
    role, direction = role_and_direction(low, start, end)
    value = Quantity(
        None if sense in _OPEN_BELOW else first,
        None if sense in _OPEN_ABOVE else second,
        sense,
        made.step,
        "ordinal" if made.form == "ordinal" else made.unit,
        words,
        _AGE if made.age else _NOTHING,
        direction,
        role,
        is_negated(low, start),
        text[start:end],
    )
    return Reading(start, end, value)


def plain(text: str, made: Amount) -> Quantity:
    """Return an amount by itself, as a cell of a table holds it; ``text`` are its words."""
    age = _AGE if made.age else Counted()
    return Quantity(made.value, made.value, Sense.POINT, made.step, made.unit, counted=age, text=text)


def _is_period(low: str, made: Amount, edge: int) -> bool:
    """Tell "earned over 3 years" (during) from "lived there for over 3 years" (more than)."""
    known = UNIT_BY_CODE.get(made.unit)
    return bool(edge and known and known.dimension == "time") and not _DURING.search(low, max(0, edge - 8), edge)
