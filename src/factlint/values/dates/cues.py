"""What stands around a doubtful word and decides whether it is of the calendar: the negatives of the grammar.

"may" and "march" are verbs, "second" counts, "2000 people" are no year, "Sat" is short for Saturday beside a time.
"""

from __future__ import annotations

import re

from factlint.values.countable import COUNTABLE
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import DOUBTFUL, MONTHS, NAMES_TOO, UNITS, WEEKDAYS

PREPOSITIONS = frozenset(
    "in since until till til by from before after during through throughout to of between and or for on around about"
    " circa past last next this coming every each early mid late previous following earlier later".split()
)
_YEAR_CUES = PREPOSITIONS - {"about", "on", "last", "next"} | {"year", "c", "the", "("}
_LABELS = frozenset(
    "$ £ € ¥ # + no room flight page number channel route highway building gate unit lot model type code".split()
)
_QUANTIFIERS = frozenset(
    "than over nearly almost some least most under exactly only another roughly every just all".split()
)
# After these a figure that could be a year is one even before a thing that is counted: "in 2020 people fled".
_TIME_ONLY = frozenset("in since until till before after during".split())
_FUNCTION_WORDS = frozenset(
    "and or to at from by until till before after but when as in on with for of the through is was are were will would"
    " he she it they we that which who while because if a an than despite amid following".split()
)


def ends_here(t: Tokens, i: int) -> bool:
    """Say whether no noun follows at ``i``: the text ends, or punctuation or a function word stands there."""
    word = t.at(i)
    return not word[:1].isalnum() or word in _FUNCTION_WORDS


_DEGREES = re.compile(r"temperature|\btemps?\b|\b(?:highs|lows)\b|mercury|heat|\bscor")
_DEGREES_REACH = 60


def tells_degrees(t: Tokens, i: int) -> bool:
    """Say whether the words before ``i`` tell of temperatures or scores: "temperatures in the 90s"."""
    at = t.starts[i]
    return _DEGREES.search(t.text[max(at - _DEGREES_REACH, 0) : at].lower()) is not None


def hour_stands(t: Tokens, i: int) -> bool:
    """Say whether an hour with its half of the day stands at ``i``: "7pm", "six pm", "9 a m"."""
    return t.at(i + 1) in ("am", "pm", ":") or (t.at(i + 1) in ("a", "p") and t.at(i + 2) in (".", "m"))


def is_part_of_number(t: Tokens, i: int) -> bool:
    """Say whether the figures at ``i`` end a longer number or are money: "6,107.31 August", "$12 December"."""
    before = t.at(i - 1)
    return before in ("$", "£", "€", "¥") or (t.glued(i) and (before in (".", ",") or before.isalnum()))


def is_counted(t: Tokens, i: int) -> bool:
    """Say whether the word at ``i`` is something that is counted, so that the number before it is no date."""
    return t.at(i) in COUNTABLE


def month_alone(t: Tokens, i: int) -> bool:
    """Say whether a month's name without day or year is a month."""
    word, before = t.at(i), t.at(i - 1)
    if t.glued(i) and before in ("-", "'", "’", "@", "#", "_", "."):
        return before == "-" and t.at(i - 2) in ("mid", "early", "late", "end")
    cued = (
        before in PREPOSITIONS
        or (before in ("the", "than") and t.at(i - 2) in PREPOSITIONS)
        or _month_follows(t, i + 1)
    )
    if (
        word in NAMES_TOO | DOUBTFUL
        and t.capital(i + 1)
        and t.at(i + 1)[:1].isalpha()
        and t.at(i + 1) not in WEEKDAYS
    ):
        return cued and before not in ("and", "or", "of", "from", "by", "to", "for", "after", "before")
    if (
        word in DOUBTFUL
        and before == "of"
        and t.at(i - 2) in ("week", "month", "beginning", "start", "end", "middle")
    ):
        return True
    if word in DOUBTFUL:
        return t.capital(i) and cued and before not in ("and", "or", "for", "this")
    return cued or (t.capital(i) and word not in NAMES_TOO)


def _month_follows(t: Tokens, i: int) -> bool:
    """Say whether a stretch to another month follows: "June-August"."""
    return t.at(i) in ("-", "–", "—", "to", "through") and t.capital(i + 1) and t.at(i + 1) in MONTHS


def weekday_alone(t: Tokens, i: int) -> bool:
    """Say whether a weekday without a date is one: full names always, "Tue" after "on" and the like."""
    if t.at(i) in WEEKDAYS:
        return True
    if not t.capital(i) or (t.at(i) in ("sun", "mon", "wed") and t.at(i - 1) != "on"):
        return False
    return t.at(i - 1) in (
        "on",
        "next",
        "last",
        "this",
        "since",
        "until",
        "by",
        "from",
        "every",
    ) or _hour_follows(t, i + 1)


def _hour_follows(t: Tokens, i: int) -> bool:
    i = t.skip(i, "at")
    return t.at(i).isdecimal() and (t.at(i + 1) in ("am", "pm", ":") or t.at(i - 1) == "at")


def year_alone(t: Tokens, i: int, value: int, j: int) -> bool:
    """Say whether the figures or words ``value`` at ``i`` to ``j`` are a year and not a count or a code."""
    before, after = t.at(i - 1), t.at(j)
    if _in_code(t, i, j) or before in _LABELS:
        return False
    if is_counted(t, j):
        led = before in _TIME_ONLY or (before in ("by", "from") and t.capital(i - 1))  # "By 2030 cars will …"
        return led and (value % 50 != 0 or before == "since")
    if before == "-" and t.glued(i):
        return t.at(i - 2) in ("mid", "pre", "post", "early", "late", "end")
    if after in UNITS and after not in ("second", "h", "fall", "night", "quarter"):
        return False
    if before == "(" and value < 1500:
        return False
    if before in _YEAR_CUES:
        return value <= 2199 and not (
            value % 50 == 0 and before not in ("the", "since", "year") and _plural(after)
        )
    if before == "over" and value % 50 and 1990 <= value <= 2040 and not after[:1].isalnum():
        return True  # "rose over 2024."
    likely = 1900 <= value <= 2040 and before not in _QUANTIFIERS
    return likely and t.at(i).isdecimal() and not (value % 50 == 0 and _plural(after))


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _in_code(t: Tokens, i: int, j: int) -> bool:
    """Say whether letters, figures or signs cling to the number, as in A1999, 555-1212, 2019-nCoV, 1999.5."""
    before, after = t.at(i - 1), t.at(j)
    if t.glued(i) and (before.isalnum() or before in (".", ",", ":", "/", "_", "@", "=", "&", "*", "\\")):
        return True
    if t.glued(i) and before in ("-", "−") and t.at(i - 2).isdecimal():
        return True
    if not t.glued(j):
        return False
    clinging = after.isalpha() or (after in (".", ",", ":", "/", "-", "_", "@", "=") and t.glued(j + 1))
    return (
        clinging
        and (t.at(j + 1).isalnum() or after.isalpha())
        and not (after == "-" and len(t.at(j + 1)) > 4)
    )
