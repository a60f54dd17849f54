"""What looks like a number in a text and is none: names, labels, scores, versions, phone numbers, clock times."""

from __future__ import annotations

import re

from factlint.values.amount import Amount
from factlint.values.countable import COUNTABLE
from factlint.values.units import BEFORE

BLOB = re.compile(r"[\w.,:/@#+–-]*\w")

_LABELS = frozenset(
    "version v page pages p pp chapter section article articles room flight resolution no nos number type boeing airbus"
    " apollo formula channel route highway interstate district ward gate platform track level grade windows"
    " android ios python java series season episode volume vol issue act scene figure fig table appendix annex"
    " paragraph clause protocol exit pier terminal unit squadron runway lane bus line psalm verse area agent"
    " opus sonata symphony catch group stage phase category tier class model mark isbn issn doi ref id tel fax"
    " phone mobile dial call postcode zip iphone ipad playstation falcon soyuz voyager artemis sputnik ariane".split()
)
_VERSIONED = frozenset(
    "version v windows android ios python java series figure fig table section chapter".split()
)
_SINGULAR_LABEL = frozenset(
    "call line bus unit lane area number group class level stage mark agent exit table act".split()
)
_DIGIT_CHAIN = re.compile(
    r"(?=0|\d+[-‑–./])(?:\d+(?:[-‑–]\d+){2,}|\d+(?:\.\d+){3,}|\d{1,4}/\d{1,2}/\d{1,4}|\d{3}[-.‑]\d{4}\b"
    r"|0\d{2,4}[ -]\d{3,}(?:[ -]\d+)*|0\d+)"
)
_PHONE = re.compile(r"\+\d[\d ()/.-]{5,}\d")
_CLOCK_MARKS = (" a", " p", " o", " g", " u", " h", "a", "p", "o", "g", "u", "h", ":")
_CLOCK = re.compile(r"\s?(?:am|pm|a\.m|p\.m|o['’]clock|gmt|utc|hrs)\b|:\d|h\d\d\b")
_SCORE_WORDS = re.compile(
    r"\b(?:w[io]n|wins|winning|beat\w*|defeat\w*|los[est]\w*|lost|victor\w+|draw\w*|drew|lead|leads|led|trail\w*|score\w*"
    r"|ahead|behind|game|match|tie[ds]?|goals?|vote\w*|ruling|ruled|decision|split|overcame|edged|thrash\w+|down|up"
    r"|level\w*|half-?time|final|record)\b[^.;]{0,24}$"
)
_PAIR = re.compile(r"(\d{1,3})[-–‑](\d{1,3})(?![\w%-]|[.,]\d)")
_IDIOMS = re.compile(
    r"one-(?:off|on-one|sided|way|time|stop|liner|man|woman|upmanship|to-one)|two-(?:way|faced|tone)|zero-(?:sum|tolerance)"
    r"|half-(?!an?[-\s]|million|billion|trillion|dozen|hour|day|year|century|marathon|point|percent|mile|kilo|inch|acre|pint|ton)"
    r"|fifty-fifty|four-by-four|first-(?:hand|class|rate|born|time)|second-(?:hand|guess|rate|class|in-command)"
    r"|third-(?:party|rate)|quarter-?(?:final|back|master)|one another|one by one|one day\b|one's|one’s"
    r"|(?:first|second|third) (?:lady|gentleman|name|aid|of all|and foremost|world|party|reich|person|thing)\b"
    r"|(?:first|second) minister|first nations?\b|half[ -]?(?:way|time)|half (?:brother|sister)\b"
    r"|seconds?\b(?= (?:later|ago|before))|second (?:to none|opinion|thoughts?)\b"
    r"|fourth estate|fifth column|ninth circuit|million-to-one"
)
_PRONOUN_BEFORE = re.compile(
    r"\b(?:no|any|every|each|this|that|the|some|another|which|only|whatever|either|neither|loved|or|our|my|his|her|their|first|second|third|last|next|previous|new|other)\s$"
)
_ONE_AFTER = re.compile(
    r"\s(?:is|was|has|had|can|could|should|would|might|may|must|will|who|that|which|at a time"
    r"|of\s(?:the|its|his|her|their|our|my|those|these|them|us|several|many)|hand|and (?:all|only))\b|$|[.,;:?!)]"
)


def not_a_number(text: str, low: str, start: int) -> int:
    """Return the end of what only looks like a number at ``start``, or 0 where a number may stand."""
    before = low[start - 1 : start] if start else ""
    if low[start].isdecimal():
        return _odd_digits(text, low, start, before)
    if before == "-" and low[start - 2 : start - 1].isalnum():
        return start + 1
    idiom = _IDIOMS.match(low, start)
    if idiom:
        return idiom.end()
    if low.startswith("one", start) and not low[start + 3 : start + 4].isalnum():
        return _pronoun(low, start)
    return 0


def _pronoun(low: str, start: int) -> int:
    after = low[start + 3 : start + 5]
    if after[:1] == "-" or after[1:].isdecimal():
        return 0
    if not _ONE_AFTER.match(low, start + 3):
        return 0
    if not low[start + 3 : start + 9].strip() and not low[max(0, start - 9) : start].strip():
        return 0
    lone = (
        start == 0
        or _PRONOUN_BEFORE.search(low, max(0, start - 12), start)
        or low[start + 3 : start + 4] == " "
    )
    return start + 3 if lone else 0


_GLUE = frozenset("_@#./:=&'’")


def _odd_digits(text: str, low: str, start: int, before: str) -> int:
    if not before or before in " \n(":
        return _chain_end(low, start)
    if before == "+":
        phone = _PHONE.match(low, start - 1)
        return phone.end() if phone else 0
    inner = low[start - 2 : start - 1] if start > 1 else ""
    if before.isalpha() and _is_currency(text, start):
        return 0
    hyphened = before in "-‑–" and inner.isalpha() and not low.endswith("magnitude", 0, start - 1)
    glued = before.isalnum() or (before in _GLUE and (before in "#@_'’" or inner.isalnum() or inner in "/:"))
    if hyphened or glued:
        blob = BLOB.match(low, start)
        return blob.end() if blob else start + 1
    return _chain_end(low, start)


def _chain_end(low: str, start: int) -> int:
    """Return the end of an ISBN, date, address or phone number that starts here, or 0."""
    chain = _DIGIT_CHAIN.match(low, start)
    return chain.end() if chain and not _is_grouped(chain[0]) else 0


def _is_currency(text: str, start: int) -> bool:
    """Tell whether the letters glued before a figure are a currency (USD115.5, RM50) and no name (F16)."""
    for length in (4, 3, 2, 1):
        letters = text[max(0, start - length) : start]
        if len(letters) == length and letters in BEFORE:
            return not text[start - length - 1 : start - length].isalnum() or start == length
    return False


def _is_grouped(chain: str) -> bool:
    """Tell German grouping (1.234.567.890) from an address, and a decimal (0.5) from a leading zero."""
    parts = chain.split(".")
    return chain == "0" or (
        len(parts) > 2 and all(len(part) == 3 for part in parts[1:]) and len(parts[0]) <= 3
    )


def refused(text: str, low: str, made: Amount) -> bool:
    """Tell whether an amount is none after all, by what stands around it."""
    end = made.end
    follows = low[end : end + 1]
    if _continues(low, made, follows):
        return True
    clock = low.startswith(_CLOCK_MARKS, end) and not made.unit and not made.signed and made.scale == 1
    return clock and bool(_CLOCK.match(low, end))


def _continues(low: str, made: Amount, follows: str) -> bool:
    if follows.isalnum() and (low[end_before(made)].isalnum() or follows.isdecimal()):
        return True
    if made.unit == "second" and _is_decade(low, made):
        return True
    after = low[made.end + 1 : made.end + 2]
    if not follows:
        return False
    if follows in "-–‑/:" and after.isdecimal():
        return not made.unit
    if follows == "-" and low.startswith(("a-side", "something"), made.end + 1):
        return True  # seven-a-side, twenty-something
    if follows == "-" and after == "d" and not low[made.end + 2 : made.end + 3].isalnum():
        return True  # 3-D
    if follows in "/@_" and after.isalnum():
        return not made.unit
    return follows in "'’" and after == "s" and made.form == "digits" and not made.unit


def _is_decade(low: str, made: Amount) -> bool:
    """Tell "her 40s" and "the 90s" from seconds."""
    glued = made.number_end == made.end - 1 and low[made.end - 1] == "s"
    return glued and made.bare.denominator == 1 and made.bare % 10 == 0


def end_before(made: Amount) -> int:
    """Return the index of the amount's last character."""
    return made.end - 1


def is_label(text: str, low: str, made: Amount, word: str) -> bool:
    """Tell whether a figure only numbers the ``word`` before it: "Article 5", "Boeing 737", "iOS 17.4"."""
    word = word.rstrip(".:# ")
    if word not in _LABELS:
        return False
    named = made.unit in {"°F", "°C"} and low[made.end - 2 : made.end - 1].isdecimal()  # Boeing 777F
    if (made.unit and not named) or made.signed or made.scale != 1 or made.form not in {"digits", "words"}:
        return False
    if made.bare.denominator != 1 and word not in _VERSIONED:
        return False
    if word in _SINGULAR_LABEL and not text[low.rindex(word, 0, made.start)].isupper():
        return word == "number" and not low.startswith(" of", made.end)
    return not (made.form == "words" and word in {"p", "pp", "v"})


def is_score(low: str, start: int, end: int) -> bool:
    """Tell whether ``low[start:end]`` is a score or tally (3-2, 6-4 6-3) and no range."""
    pair = _PAIR.match(low, start)
    if not pair or pair.end() != end:
        return False
    if int(pair[1]) >= int(pair[2]):
        return True
    if _PAIR.match(low, end + 2) and low[end : end + 1] == ",":
        return True
    return (
        bool(_SCORE_WORDS.search(low, max(0, start - 40), start)) and low[end : end + 2].strip(" .,;)") != "%"
    )


def is_year(low: str, made: Amount) -> bool:
    """Tell whether a bare figure looks like a year: four digits from 1900 to 2099 with no separator."""
    printed = low[made.start : made.end]
    return len(printed) == 4 and printed.isdecimal() and printed[:2] in {"19", "20"}


def counts(low: str, made: Amount) -> bool:
    """Tell whether a thing that is counted follows: "2000 people"."""
    follows = _FOLLOWING_WORD.match(low, made.end)
    return follows is not None and follows[1] in COUNTABLE


_FOLLOWING_WORD = re.compile(r"\s([a-z]{2,20})\b")


PLAIN_CHAIN = re.compile(r"[-–‑]\d")
_FUNCTION = re.compile(
    r"\s(?:of|the|in|to|on|from|more|less|fewer|higher|lower|off|and|or|but|than|as|are|is|were|was|ha[sd]|have|said|say|by|since|over"
    r"|compared|at|for|with|million|billion|trillion|say|would|will|may|can|could|must|should|do|did|don't|live|work)\b|\s?[.,;:!?)]|\s?$|\s[\u2013\u2014-]"
)
_PERIOD = re.compile(
    r"\b(?:first|second|third|fourth|other|better|this|last|next|each|every|per|previous|final)[\s-]$"
)
_HALF_OF = re.compile(
    r"\s(?:of|an?|the|its|their|his|her|our|my|that|those|these|this|all|as|what|way)\b|\s?[.,;:!?)]|\s?$"
)


def is_part(low: str, end: int) -> bool:
    """Tell "a third of", "rose by a fifth." (a part) from "a third man" (an ordinal)."""
    return bool(_FUNCTION.match(low, end))


def no_fraction(low: str, made: Amount) -> bool:
    """Tell whether "half" or "quarter" is no part of a whole: "first half", "half price", "last quarter"."""
    word = low[made.start : made.end]
    if made.bare.denominator > 20 and word.startswith("a ") and made.bare.numerator == 1:
        return not is_part(low, made.end)  # "a twenty-first birthday"
    if word not in {"half", "quarter", "halves", "quarters", "a quarter"}:
        return False
    if _PERIOD.search(low, max(0, made.start - 10), made.start) or (word != "half" and word != "a quarter"):
        return True
    if word == "a quarter":
        return low[max(0, made.start - 2) : made.start].startswith("%") or low.startswith("-", made.end)
    return not (
        _HALF_OF.match(low, made.end)
        or low[max(0, made.start - 5) : made.start] in {"than ", "over ", "most ", "arly "}
    )
