"""Two figures that belong together: ranges with shared scale and unit, and shares ("1 in 4")."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from factlint.values import guards
from factlint.values.amounts import Amount, amount
from factlint.values.cardinals import SCALES
from factlint.values.changes import role_and_direction
from factlint.values.figures import fraction_step
from factlint.values.numbers import numeral

LINK = re.compile(r"\s?[-–—‑]\s?(?=\S)|\s(to|and|or|through)\s(?=\S)")
NEXT_FIGURE = re.compile(
    r"(?:[a-z]{0,3}\s?[$£€¥₹₽₴]\s?|[a-z]{3}\s(?=\d)|[-−](?=\d)|minus\s)?(?=[\d½⅓⅔¼¾a-z])"
)


class Pair(NamedTuple):
    """Two figures that make a range: one amount over both, its ends, and the word before them."""

    whole: Amount
    low: Fraction
    high: Fraction
    words: str


def range_at(text: str, low: str, first: Amount, locale: str) -> Pair | None:
    """Return the range that starts with an amount: "$5-10 million", "between a and b", "five or six"."""
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
        first.bare, second.bare, first.scale, second.scale = (
            second.bare,
            first.bare,
            second.scale,
            first.scale,
        )
    if not _is_range(text, low, first, second, link[1] or "-", between):
        return None
    start, words = first.start, ""
    if between or low.startswith("from ", max(0, first.start - 5)):
        words = "between" if between else "from"
        start -= len(words) + 1
    step = min(first.step, second.step)
    whole = Amount(start, second.end, first.bare, step, first.form, first.number_start, second.number_end)
    whole.unit, whole.age = second.unit, first.age or second.age
    return Pair(whole, first.value, second.value, words)


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
    if link == "-" and (
        guards.is_score(low, first.start, second.end) or guards.PLAIN_CHAIN.match(low, second.end)
    ):
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


def take_ratio(low: str, made: Amount, locale: str) -> None:
    """Make "1 in 4" and "two out of five hundred" a fraction."""
    link = _RATIO.match(low, made.end)
    if not link or made.unit or made.scale != 1 or made.bare.denominator != 1 or made.bare <= 0:
        return
    below = numeral(low, link.end(), locale) if link.end() < len(low) else None
    if (
        below is None
        or below.value.denominator != 1
        or below.form not in {"digits", "words"}
        or below.value <= 1
    ):
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
