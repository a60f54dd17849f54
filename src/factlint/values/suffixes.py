"""What belongs to a figure and stands after it: unit, smaller unit, age, "below zero"."""

from __future__ import annotations

import re

from factlint.values.amount import ONE, Amount
from factlint.values.compound import SMALLER, add_part, add_smaller, take_inches, take_one_before
from factlint.values.scales import take_scale
from factlint.values.unit_words import unit_after
from factlint.values.units import MONEY, unit

_AGE = re.compile(r"[\s-]olds?\b|[\s-]of[\s-]age\b")
_YEARS_OLD = re.compile(r"[\s-]?(?:y/o|y\.o\.|yo|yrs?[\s-]old)(?![^\W_])")
_GAPS = " -\u00a0"
_SPECIAL = frozenset("'′’\"°bcdfy")  # initials of what ``_take_special`` takes
_PART_OF = re.compile(r"\s(?:of\s)?(?:an?|one|1)(?=\s)")  # half an hour, a quarter of a mile


def take_unit(made: Amount, text: str, low: str) -> None:
    """Take the unit after the figure, a smaller unit that follows it, and "old" after years."""
    if low[made.end : made.end + 2].lstrip(_GAPS)[:1] in _SPECIAL and _take_special(made, low):
        return
    if made.word == "of" and _take_percent_of(made, low):
        return
    part_of = _PART_OF.match(low, made.end) if made.form == "fraction" else None
    found = unit_after(made, text, low, part_of.end() if part_of else made.end)
    if found is None:
        if made.form == "fraction" and low.startswith(" and ", made.start - 5):
            take_one_before(made, low)
        return
    phrase, end = found
    money = unit(phrase.code).dimension == MONEY
    if made.before and not (money and phrase.part == 1 and phrase.text.isalpha()):
        return
    made.unit, made.end = phrase.code, end
    if phrase.part != 1:
        made.part = phrase.part
        made.scale, made.step = made.scale * phrase.part, made.step * phrase.part
    if money and made.scale == ONE:
        take_scale(made, text, low)
    if phrase.part == 1 and (money or phrase.code in SMALLER):
        add_smaller(made, text, low)
    if low.startswith(" and ", made.end):
        add_part(made, low)
    if unit(phrase.code).dimension == "time":
        _take_age(made, low)


_AGED = re.compile(r"\baged\s$|\bage\sof\s$")


def _take_age(made: Amount, low: str) -> None:
    """Take "old" after years; "aged 6 months" is an age as well."""
    aged = _AGE.match(low, made.end)
    if aged:
        made.end, made.age = aged.end(), True
    elif _AGED.search(low, max(0, made.start - 8), made.start):
        made.age = True


_PERCENT_OF = re.compile(
    r"(?:^|\b(?:an?|at|by|to|with|is|was|of)\s)((?:percent|per\scent|percentage)s?\sof\s)$"
)
_ALONE = re.compile(r"\s?[.,;:!?)]?\s*$|\s?[.;!?)]|,\s")


def _take_percent_of(made: Amount, low: str) -> bool:
    """Take the words before "a percentage of 20", which is 20 %, where nothing is counted after the figure."""
    if not _ALONE.match(low, made.end):
        return False
    said = _PERCENT_OF.search(low, max(0, made.start - 24), made.start)
    if said:
        made.start, made.unit = said.start(1), "%"
    return bool(said)


_BELOW_ZERO = re.compile(
    r"(?:\s?(°[cf]?|c\b|f\b|degrees(?:\s(?:celsius|fahrenheit))?))?\sbelow\s(?:zero|freezing)\b"
)


def _take_special(made: Amount, low: str) -> bool:
    """Take "below zero", "yo", feet with inches or an inch mark; tell whether one stood there."""
    end = made.end
    below = _BELOW_ZERO.match(low, end) if "below" in low[end : end + 26] else None
    age = _YEARS_OLD.match(low, end) if low[end : end + 2].lstrip(" -")[:1] == "y" else None
    if below and not made.signed:
        made.bare, made.signed = -made.bare, True
        made.end, made.unit = below.end(), _degrees(below[1] or "")
    elif age:
        made.unit, made.end, made.age = "year", age.end(), True
    else:
        return take_inches(made, low)
    return True


def _degrees(words: str) -> str:
    last = words.split(" ")[-1].lstrip("°")[:1]
    return {"c": "°C", "f": "°F"}.get(last, "°")
