"""Which numbers and dates are no claims: forecasts, conditions, opinions, figures of speech and the like."""

from __future__ import annotations

import re

from factlint.drafting.blocks import Kind
from factlint.drafting.phrases import pattern
from factlint.drafting.reading import Article
from factlint.values.base import DateValue, Quantity, Reading, Sense

FORECAST, CONDITION, OPINION = "forecast", "condition or example", "opinion"
FIGURE, NAMED, QUESTION = "figure of speech", "counts what the text has just named", "question"
FURNITURE, IDENTIFIER, PRONOUN = "page furniture", "part of a name or an identifier", "counts nothing"
PER, OTHER_DAY = "what a rate is told per", "counts from another day of the text"
UNREAD = "reads as something else on its own: claim it by hand"
REPEATED = "stands elsewhere too, with the same words all around"
PRESENT = "the day of publication, and no event of it"

_LOOK = 160
_SMALL = 12  # up to here a definite count ("the three leaders") points back
_CLAUSE = re.compile(
    r"[;:] | [–—] |, (?:but|while|although|whereas|after|having|and (?:it|he|she|they)) "
    r"| and (?=(?:says|said|has|had|have|was|were|is|are)\b)"
)
_SAYS = re.compile(r", (?:\w+ ){1,3}(?:says|said|adds|added),")
_DEFINITE = re.compile(r"\b(?:the|these|those|both|other) $", re.IGNORECASE)
_AT_FIRST = re.compile(r"\b(?:at|from the|not the) $", re.IGNORECASE)
_FIRST_VERB = re.compile(
    r" (?:\w+ed|came|went|became|made|began|ran|won|took|met|rose|fell|saw|sang|wrote|held|and|or|but|,)\b"
)
_ID = re.compile(r"(?:[A-Z]{2,5}\d{1,2}|\d{4}[A-Z]\d*)$")
_PER = re.compile(r"\b(?:per|for every|out of every|in every) $", re.IGNORECASE)
_LONG_ID = re.compile(r"\d{9,}$")
_CALLED = re.compile(r"\b(?:call|ring|phone|text|dial|contact)\w*(?: [\w’']+){0,5} (?:on )?$", re.IGNORECASE)
_TODAY = frozenset({"today", "tonight", "this morning", "this evening", "now"})
_EVENT = re.compile(
    r"\b\w{3,}ed\b|\b(?:was|were|rose|fell|said|won|lost|met|will|died|began|hit|cut|struck)\b", re.IGNORECASE
)
PEOPLE = frozenset(
    {
        "killed",
        "injured",
        "killed-or-wounded",
        "missing",
        "arrested",
        "captured",
        "votes",
        "majority",
        "seats",
    }
)
"""Measures that count people, and nothing that has a unit."""
_OTHER_DAY = re.compile(r"\b(?:later|earlier|before|after)$", re.IGNORECASE)
_OF_MANY = (" of the", " of his", " of her", " of its", " of their", " of these", " of those")


def reason(article: Article, reading: Reading) -> str:
    """Return why a value is no claim of the article, or "" where it is one."""
    if article.is_furniture(reading.start):
        return FURNITURE
    if _is_identifier(article, reading):
        return IDENTIFIER
    start, end = article.sentence(reading.start)
    if article.plain[start:end].rstrip('”"’) ').endswith("?"):
        return QUESTION
    if isinstance(reading.value, Quantity) and _is_idiom(article, reading):
        return FIGURE
    return _by_clause(article, reading, start, end) or _by_kind(article, reading)


def _by_kind(article: Article, reading: Reading) -> str:
    value = reading.value
    if isinstance(value, DateValue):
        if _OTHER_DAY.search(article.plain, reading.start, reading.end):
            return OTHER_DAY
        return PRESENT if _is_empty_today(article, reading) else ""
    return _uncounted(article, reading, value) if isinstance(value, Quantity) else ""


def _is_identifier(article: Article, reading: Reading) -> bool:
    words = article.plain[reading.start : reading.end]
    if _ID.match(words) or _LONG_ID.match(words) or _marks_an_item(article, reading):
        return True
    before = article.plain[max(0, reading.start - 24, article.sentence(reading.start)[0]) : reading.start]
    if isinstance(reading.value, Quantity) and words.isdigit() and _CALLED.search(before):
        return True
    bare = (
        isinstance(reading.value, Quantity) and not reading.value.unit and reading.value.sense is Sense.POINT
    )
    return bare and pattern("identifier", "before", r"(?:(?<!\w)(?:{})\.? ?|#)$").search(before) is not None


def _marks_an_item(article: Article, reading: Reading) -> bool:
    """Whether a number only numbers the line ("1. …")."""
    block = article.block(reading.start)
    opens = not article.plain[block.start : reading.start].strip(" (-*•–")
    return block.kind is Kind.ITEM and opens and article.plain[reading.end : reading.end + 1] in {".", ")"}


def _is_idiom(article: Article, reading: Reading) -> bool:
    low, high = max(0, reading.start - 12), min(len(article.plain), reading.end + 24)
    found = pattern("figure_of_speech").finditer(article.plain, low, high)
    return any(item.start() < reading.end and reading.start < item.end() for item in found)


def _by_clause(article: Article, reading: Reading, start: int, end: int) -> str:
    """Judge by what governs the value from the left in its sentence."""
    before = article.plain[max(start, reading.start - _LOOK) : reading.start]
    condition = pattern("condition").search(before)
    if condition and _SAYS.sub(",", before[condition.end() :]).count(",") < 2:
        return CONDITION
    breaks = [found.end() for found in _CLAUSE.finditer(before)]
    clause = before[breaks[-1] if breaks else 0 :]
    if _is_forecast(article, reading, clause, end) or _is_guess(article, reading, before, end):
        return FORECAST
    return OPINION if pattern("opinion").search(clause) else ""


def _is_forecast(article: Article, reading: Reading, clause: str, end: int) -> bool:
    told = f"{clause}{article.plain[reading.start : reading.end]}"
    governing = [found for found in pattern("forecast").finditer(told) if found.start() < len(clause)]
    if not governing or getattr(reading.value, "role", "") == "from":
        return False
    verb = governing[-1]
    if verb[0].lower().startswith("would") and pattern("forecast", "reported").search(
        clause, 0, verb.start()
    ):
        return False
    since = clause[verb.end() :]
    if isinstance(reading.value, DateValue):
        day, today = reading.value.end, article.context.reference
        dated = any(char.isdigit() for char in article.plain[reading.start : reading.end])
        is_past = dated and day is not None and today is not None and day < today
        around = verb[0] + since + article.plain[reading.end : min(end, reading.end + 40)]
        return not is_past and not pattern("forecast", "scheduled").search(around)
    return not pattern("forecast", "compared", r"\b(?:{})(?: \w+){{0,3}} ?$").search(since)


def _is_guess(article: Article, reading: Reading, before: str, end: int) -> bool:
    """Whether a modal verb says of the number itself that it isn't known: "a third of the ice would survive"."""
    behind = pattern("forecast", "modal", r"(?:[^,;.()–—]){{0,50}}?\b(?:{})\b").match(
        article.plain, reading.end, end
    )
    if behind is None:
        return False
    told = before + article.plain[reading.end : behind.end()]
    return not pattern("forecast", "reported").search(told)


def _is_empty_today(article: Article, reading: Reading) -> bool:
    if article.plain[reading.start : reading.end].lower() not in _TODAY:
        return False
    return not _EVENT.search(article.plain[max(0, reading.start - 20) : reading.end + 16])


def _uncounted(article: Article, reading: Reading, value: Quantity) -> str:
    before = article.plain[max(0, reading.start - 24) : reading.start]
    words = article.plain[reading.start : reading.end].lower()
    if _PER.search(before) and not value.unit:
        return PER
    if words.startswith("zero-") or (words == "zero" and article.plain.startswith("-", reading.end)):
        return PRONOUN
    if value.unit == "ordinal":
        return _rank(article, reading, before)
    if value.unit or value.sense is not Sense.POINT:
        return ""
    measured = value.counted.measure not in {"", "points"}
    if words in {"one", "a", "an"}:
        counted = value.counted.measure in PEOPLE or value.counted.head == "vote"
        is_count = counted and not article.plain.startswith(_OF_MANY, reading.end)
        return "" if is_count else PRONOUN
    small = value.low is not None and value.low <= _SMALL and not words.isdigit()
    points_back = small and not measured and value.counted.head and _DEFINITE.search(before)
    return NAMED if points_back else ""


def _rank(article: Article, reading: Reading, before: str) -> str:
    """Keep ranks of something; "first" that only orders the telling is none."""
    after = article.plain[reading.end : reading.end + 24]
    if _DEFINITE.search(before) and pattern("figure_of_speech", "sequence", r"[ -](?:{})\b").match(after):
        return NAMED
    if article.plain[reading.start : reading.end].lower() != "first":
        ends = after.strip()[:1] in {",", ""}
        return PRONOUN if ends and not before.rstrip().endswith(("in", "came", "finished")) else ""
    if re.match(r" (?:\d|two|three|four|five|six|seven|eight|nine|ten)\b", after):
        return PRONOUN
    if _AT_FIRST.search(before) or _FIRST_VERB.match(after) or after[:1] in {",", "-", ".", ""}:
        return PRONOUN
    return ""
