"""Figures in two units: "5 ft 2 in", 5′2″, "2 hours and 30 minutes", "13 dollars 45 cents"."""

from __future__ import annotations

import re
from fractions import Fraction

from factlint.values import guards
from factlint.values.amount import ONE, Amount
from factlint.values.figures import fraction_step
from factlint.values.numbers import Numeral, numeral
from factlint.values.unit_words import unit_after
from factlint.values.units import MONEY, PHRASES, unit

_MARKS = frozenset("'′’\"")
_FEET = re.compile(r"\s?['′’]\s?(\d{1,2})\s?(?:[\"″”]|'')")


def take_inches(made: Amount, low: str) -> bool:
    """Take feet and inches (5′2″) or inches (10") by their marks; tell whether they stood there."""
    if low[made.end : made.end + 2].strip()[:1] not in _MARKS or made.unit:
        return False
    feet = _FEET.match(low, made.end)
    if feet:
        made.bare += Fraction(int(feet[1]), 12)
        made.step, made.unit, made.end = Fraction(1, 12), "ft", feet.end()
    elif _is_inch_mark(low, made):
        made.unit, made.end = "in", low.index('"', made.end) + 1
    return bool(made.unit)


def _is_inch_mark(low: str, made: Amount) -> bool:
    """Tell ``10"`` in inches from the end of a quotation: no quotation may be open before it."""
    if low[made.end : made.end + 2].lstrip(" ")[:1] != '"' or made.form == "words":
        return False
    opened = low.count('"', max(0, made.start - 400), made.start) % 2
    return not opened and '"' not in low[made.end + 2 : made.end + 80]


_GAP = re.compile(r"(?:,?\s(?:and\s)?|-)?(?=\d|[a-z])")
SMALLER = {"ft": {"in"}, "hour": {"minute"}, "minute": {"second"}, "lb": {"oz"}, "st": {"lb"}, "year": {"month"},
            "day": {"hour"}, "week": {"day"}, "m": {"cm"}, "kg": {"g"}}  # fmt: skip
_SHORT_MINUTES = re.compile(r"\sm(?:ins?)?(?![^\W_])|m(?![^\W_])")
_STATURE = re.compile(r"(?=[.,;)]|$|\s(?:tall|and|in|with)\b)")
_SHORT_INCH = re.compile(r"\s?in(?:s|ches|ch)?\b")


def add_smaller(made: Amount, text: str, low: str) -> None:
    """Add a smaller unit that completes the first: "5 ft 2 in", "2 hours and 30 minutes", "13 dollars 45 cents"."""
    money = unit(made.unit).dimension == MONEY
    smaller = SMALLER.get(made.unit)
    gap = _GAP.match(low, made.end) if smaller or money else None
    part = numeral(low, gap.end(), "en") if gap and gap.end() < len(low) and gap.end() > made.end else None
    if not part or not gap or part.form not in {"digits", "words"} or not 0 < part.value < 100:
        return
    if money:
        _add_cents(made, low, part, gap)
        return
    if made.unit == "hour" and (minutes := _SHORT_MINUTES.match(low, part.end)):
        made.bare, made.step, made.end = made.bare + part.value / 60, part.step / 60, minutes.end()
        return
    inch = _SHORT_INCH.match(low, part.end) if made.unit == "ft" else None
    if low.startswith("foot", made.end - 4) and part.value < 12 and not inch:
        inch = _STATURE.match(low, part.end)  # six foot two
    probe = Amount(gap.end(), part.end, part.value, part.step, part.form, gap.end(), part.end)
    found = unit_after(probe, text, low, part.end)
    if inch:
        code, end = "in", inch.end()
    elif found and smaller and found[0].code in smaller:
        code, end = found[0].code, found[1]
    else:
        return
    factor = unit(code).size / unit(made.unit).size
    made.bare += part.value * factor / made.scale
    made.step, made.end = part.step * factor, end


_AND_PART = re.compile(r"\sand\s(?:an?\s(half|quarter)|(three)[\s-]quarters)(?![^\W_])")
_ONE_AND = re.compile(r"(?<![^\W_])(?:an?|one)\s([a-z]{3,12})\sand\s$")
_PARTS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "three": Fraction(3, 4)}
_LARGER = re.compile(r"[\s-](?:hundred|thousand|[mb]illion|trillion|dozen)")


def add_part(made: Amount, low: str) -> None:
    """Add the part of a unit that completes it: "two hours and a half", "three miles and a quarter"."""
    found = _AND_PART.match(low, made.end)
    if found and made.bare.denominator == 1 and _completes(low, found.end()):
        part = _PARTS[found[1] or found[2]]
        made.bare, made.step, made.end = made.bare + part, fraction_step(part.denominator), found.end()


def take_one_before(made: Amount, low: str) -> None:
    """Make "a half" one and a half of the unit before it: "an hour and a half", "a mile and a quarter"."""
    said = _ONE_AND.search(low, max(0, made.start - 24), made.start) if 0 < made.bare < 1 else None
    named = PHRASES.get(said[1], ()) if said else ()
    phrase = next((known for known in named if said and known.text == said[1] and not known.cased), None)
    if said and phrase and phrase.part == 1 and _completes(low, made.end):
        made.start, made.bare, made.unit, made.form = said.start(), made.bare + 1, phrase.code, "words"


def _completes(low: str, end: int) -> bool:
    return guards.is_part(low, end) and not _LARGER.match(low, end)


_ENDS = re.compile(r"[.,;](?:\s|$)|$")
_CENTS = re.compile(r"\s(?:cents?|pence|p|kopecks?)\b")


def _add_cents(made: Amount, low: str, part: Numeral, gap: re.Match[str]) -> None:
    said = _CENTS.match(low, part.end)
    plain = gap[0] == " " and bool(_ENDS.match(low, part.end))
    if made.scale != ONE or made.bare.denominator != 1 or not (said or (plain and part.value >= 10)):
        return
    made.bare += part.value / 100
    made.step, made.end = Fraction(1, 100), said.end() if said else part.end
