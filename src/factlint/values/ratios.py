"""Two figures that make one number: shares ("1 in 4", "one woman in three") and ratios ("3:1", "odds of 10 to 1")."""

from __future__ import annotations

import re

from factlint.values import guards
from factlint.values.amount import ONE, Amount
from factlint.values.beside import one_of
from factlint.values.cardinals import VOCABULARY
from factlint.values.figures import fraction_step
from factlint.values.numbers import Numeral, numeral

_NUMBER = rf"(?=\d|an?\s|{one_of(VOCABULARY)})"
_IN = rf"(in|out\sof)\s(?:(?:every|each)\s)?{_NUMBER}"
_SHARE = re.compile(rf"\s(?:{_IN}|(over)\s{_NUMBER})")
_SHARE_OF_NOUN = re.compile(rf"\s(?P<noun>[a-z]{{2,20}})\s{_IN}")
_DONE = re.compile(r"(?:ed|\bwon|\bmade|\btook|\blost|\bgot|\bhit|\bhad)\s$")
_VERB = re.compile(r"\s(?:[a-z]+ed|thought|think)\b")
_ENDS = re.compile(r"\s?[.,;:!?)]|$|\s(?:is|are|was|were|and|of)\b")
_REACH = 30


def take_share(low: str, made: Amount, locale: str) -> None:
    """Make "1 in 4", "one in every three", "two out of five hundred" and "one woman in three" a fraction."""
    if made.unit or made.scale != ONE or made.bare.denominator != 1 or made.bare <= 0:
        return
    link = _SHARE.match(low, made.end)
    noun = None if link else _SHARE_OF_NOUN.match(low, made.end)
    at = link or noun
    below = _whole(low, at.end(), locale) if at else None
    if not at or below is None or below.value <= 1:
        return
    if link and link[2]:
        sound = bool(_ENDS.match(low, below.end))
    else:
        sound = made.bare < below.value and _is_share(low, made, at.end(), below)
    if sound and (link or guards.is_part(low, below.end) or _VERB.match(low, below.end)):
        made.bare, made.step = made.bare / below.value, fraction_step(int(below.value))
        made.end, made.form = below.end, "fraction"
        made.noun = noun["noun"] if noun else ""


def _whole(low: str, at: int, locale: str) -> Numeral | None:
    made = numeral(low, at, locale) if at < len(low) else None
    return made if made and made.value.denominator == 1 and made.form in {"digits", "words"} else None


_NOT_SHARE = re.compile(
    r"[\s-](?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|games?|matches|starts|innings|attempts|tests?)\b|%|[\w/:-]"
    r"|[.,]\d|\s?(?:per\s?cent|million|billion|thousand)"
)


def _is_share(low: str, made: Amount, start: int, below: Numeral) -> bool:
    probe = Amount(start, below.end, below.value, below.step, below.form, start, below.end)
    if guards.is_year(low, probe) or _NOT_SHARE.match(low, below.end):
        return False
    return not _DONE.search(low, max(0, made.start - 10), made.start)


_TO = re.compile(r":(?=\d)|\sto\s(?=\w)|-to-(?=\w)")
_CUE_BEFORE = re.compile(r"\b(?:odds|ratio|ratios)\b[^.;:!?]{0,14}$")
_CUE_AFTER = re.compile(r"[\s-](?:ratio|odds|margin|majority|advantage|favou?rite|outsider|shot|underdog)\b")


def take_ratio(low: str, made: Amount, locale: str) -> bool:
    """Make "3:1", "3 to 1" and "three-to-one" one number where words call it a ratio; tell whether they do."""
    link = _TO.match(low, made.end)
    if not link or made.unit or made.scale != ONE or made.bare <= 0:
        return False
    below = _whole(low, link.end(), locale)
    if below is None or not below.value:
        return False
    called = _CUE_AFTER.match(low, below.end) or _CUE_BEFORE.search(
        low, max(0, made.start - _REACH), made.start
    )
    if not called or low[below.end : below.end + 1] == ":":
        return False
    made.bare, made.end = made.bare / below.value, below.end
    made.step = fraction_step(int(made.bare.denominator)) if made.bare.denominator > 1 else ONE
    return True
