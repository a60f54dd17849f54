"""Two figures that bound a range, with shared scale and unit."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from factlint.values import guards
from factlint.values.amounts import Amount, amount
from factlint.values.cardinals import SCALES
from factlint.values.changes import role_and_direction

LINK = re.compile(r"[-‑]?\s(to|and|or|through)\s(?=\S)|\s?[-–—‑]\s?(?=\S)|\s?~\s?(?=\d)")
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


def share_unit(text: str, low: str, first: Amount, locale: str) -> None:
    """Give the first of "13- and 14-year-olds" the unit of the second."""
    if not low.startswith("- and ", first.end):
        return
    second = amount(text, low, first.end + 6, locale) if first.end + 6 < len(low) else None
    if second and not first.unit and not second.before:
        first.unit, first.age = second.unit, second.age


def _shared(low: str, first: Amount, second: Amount) -> bool:
    """Share the unit and scale that only one of two figures prints; tell whether they can be one range."""
    if "ordinal" in (first.form, second.form) and first.form != second.form:
        return False
    scale = second.scale if second.scale > 1 else _spoken_scale(low, second)
    plain = first.scale == 1 and first.unit not in ("%", "pp") and first.number_end - first.number_start <= 12
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
    if link in {"to", "through"} and (_is_change(low, first) or _is_when(low, first, second)):
        return False
    printed = low[first.start : second.end]
    if link == "-" and (
        guards.is_score(low, first.start, second.end) or guards.PLAIN_CHAIN.match(low, second.end)
    ):
        return False
    years = guards.is_year(low, first) and not first.unit and second.scale == 1 and len(printed) == 9
    return not years


def _is_when(low: str, first: Amount, second: Amount) -> bool:
    """Tell the year of "from 88,000 in 1990 to 103,000 in 2010" from the first figure of a range."""
    led = low.endswith(("in ", "since "), 0, first.start)
    return led and not first.unit and guards.is_year(low, first) and not guards.is_year(low, second)


def _is_change(low: str, first: Amount) -> bool:
    """Tell "rose from 10 to 20" and "up 5% to 20%" (two values with roles) from a range."""
    role, _ = role_and_direction(low, first.start, first.end)
    printed_unit = low[first.scaled_end : first.end].strip() or first.before
    return role == "from" or (role == "by" and bool(printed_unit))
