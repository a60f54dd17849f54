"""Where a date or time may begin: cheap looks that spare the grammar from being tried at every word.

Each only refuses what no rule could read on from there.
"""

from __future__ import annotations

from collections.abc import Iterator

from factlint.values.dates.cues import is_part_of_number
from factlint.values.dates.moments import TIMED
from factlint.values.dates.numerals import decimal_follows
from factlint.values.dates.ranges import DATED_STARTS
from factlint.values.dates.recurring import RECURRING
from factlint.values.dates.rules import NUMBERS, ORDINALS
from factlint.values.dates.tokens import FOUR, TRIGGER_WORDS, Tokens
from factlint.values.dates.words import MONTHS, SEASONS

_STARTS = DATED_STARTS | TIMED.starts | RECURRING.starts
_LEADS = frozenset(
    "the in from for by since until till til through after before during at about around some nearly almost over"
    " under".split()
)
_LED = _STARTS | {"present", "moment"}
_PERIODS = frozenset({FOUR, *ORDINALS - NUMBERS, *MONTHS, *SEASONS})  # "in" is no part of what these begin
_COUNTS = NUMBERS - {FOUR}
_GOES_ON = (
    TRIGGER_WORDS
    | NUMBERS
    | ORDINALS
    | set(
        "s times to and or a p o in of until till through thru on am pm ish h full whole more early mid late"
        " from at between after before this next last".split()
    )
)
_AFTER_ARTICLE = TRIGGER_WORDS | set("couple few dozen half full whole second good little bit".split())
_FOLLOWED = {"a": _AFTER_ARTICLE, "an": _AFTER_ARTICLE, "up": frozenset({"to", "until", "till"})}
_REACH, _LONG_REACH = 24, 48  # characters from the start of a number, or any other word, to a trigger


def beginnings(t: Tokens) -> Iterator[int]:
    """Yield where a value may begin: at a word that begins one, and with a trigger soon enough behind it."""
    triggers = iter(t.triggers)
    trigger = next(triggers)
    for i, key in enumerate(t.keys):
        if key not in _STARTS:
            continue
        start = t.starts[i]
        while trigger < start:
            following = next(triggers, None)
            if following is None:
                return
            trigger = following
        if trigger - start <= (_REACH if key in _COUNTS else _LONG_REACH) and _may_begin(t, i, key):
            yield i


def _may_begin(t: Tokens, i: int, key: str) -> bool:
    if key in _COUNTS:
        return _goes_on(t, i)
    if key in _LEADS:
        return _leads(t, i, key)
    return key not in _FOLLOWED or t.words[i + 1] in _FOLLOWED[key]


def _goes_on(t: Tokens, i: int) -> bool:
    """Say whether a date or time may go on after a number, which "45 people", "5.3%" and the 3 of it don't."""
    if is_part_of_number(t, i):
        return False
    while decimal_follows(t, i):
        i += 2
    word = t.words[i + 1]
    if word == ",":
        word = t.words[i + 2]
    return word in _GOES_ON if word.isalpha() else word != "%"


def _leads(t: Tokens, i: int, lead: str) -> bool:
    """Say whether the words after a preposition or "the" may begin a value together with it."""
    while t.keys[i] in _LEADS:
        i += 1
    key = t.keys[i]
    if key not in _LED or (lead == "in" and key in _PERIODS):
        return False
    return key in _LEADS or _may_begin(t, i, key)
