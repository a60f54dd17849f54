"""Whether a passage's figure is of the time that the claim speaks of."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factlint.prose.base import Agreement
from factlint.prose.frames import Frame, dates
from factlint.prose.lexicon import lexicon
from factlint.prose.tokens import Tag
from factlint.values.base import DateValue

_SHIFTED = re.compile(
    r"\b(?:earlier|before|previous(?:ly)?|prior|preceding|ago|previous year|in the same period)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"last\b", re.IGNORECASE)
_YEAR = re.compile(r"^(\d{4})")
_PART = re.compile(r"^XXXX-(\d\d)(?:-(\d\d))?$")


def stated(frame: Frame) -> list[DateValue]:
    """Return the dates that a frame states, from the nearest scope that has any, with their year filled in."""
    return [placed(value, frame) for value in dates(frame)]


def placed(value: DateValue, frame: Frame) -> DateValue:
    """Return a date with the year that the sentence, its heading or the sentence before names, where it has none."""
    return _in_year(value, _year_around(frame)) if _PART.match(value.edtf) else value


def weekdays(frame: Frame) -> frozenset[str]:
    """Return the days of the week that a frame names, from the nearest scope that has any: "by Wednesday noon"."""
    for numbers in (frame.own, frame.shared):
        told = (token.word for token in frame.tokens(numbers) if token.tag is Tag.DATE)
        found = frozenset(word for text in told for word in text.split() if word in _WEEKDAYS)
        if found:
            return found
    return frozenset()


_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def own(frame: Frame) -> bool:
    """Whether a frame's own stretch holds a date."""
    return any(token.tag is Tag.DATE for token in frame.tokens(frame.own))


def is_of_several(frame: Frame) -> bool:
    """Whether a count is of several times together: "20 days in May and June"; a share is of each of them."""
    tokens, quantity = frame.sentence.tokens, frame.quantity
    if quantity is None or quantity.unit in ("%", "pp", "bp"):
        return False
    return any(
        tokens[at].tag is Tag.DATE and tokens[at + 1].word == "and" and tokens[at + 2].tag is Tag.DATE
        for at in frame.own
        if at + 2 < len(tokens) and at + 2 in frame.own
    )


_NOW = frozenset(("now", "currently", "nowadays", "presently"))


def at_present(frame: Frame) -> bool:
    """Whether a frame says in so many words that it is so at present."""
    return any(token.word in _NOW for token in frame.tokens(frame.clause.members))


def is_now(frame: Frame) -> bool:
    """Whether a frame says how big or heavy something is, in the present: "is 30 metres deep"."""
    verb, quantity = frame.verb, frame.quantity
    present = verb is not None and verb.word in {"is", "are"}
    return present and quantity is not None and bool(quantity.unit) and quantity.unit not in ("%", "pp")


def is_present(frame: Frame) -> bool:
    """Whether a frame says what is so, and not what has become of it: "has 500 sheep", "is full"."""
    return _only_verb(frame) in {"is", "are", "has", "have"}


def _only_verb(frame: Frame) -> str:
    verbs = [t.word for t in frame.tokens(frame.clause.members) if t.tag in (Tag.VERB, Tag.AUX)]
    return verbs[0] if len(verbs) == 1 else ""


def is_over(frame: Frame) -> bool:
    """Whether a frame says what was so up to an event: "had 500 sheep before the flood"."""
    ended = any(p.role in {"before", "until"} and p.clause is frame.clause for p in frame.phrases)
    return ended and _only_verb(frame) in {"had", "was", "were"}


def is_past(frame: Frame) -> bool:
    """Whether the frame's verb is in the past tense: "it had 30", and not "it has lost 30"."""
    verbs = [t for t in frame.tokens(frame.clause.members) if t.tag in (Tag.VERB, Tag.AUX)]
    if not verbs:
        return False
    first = verbs[0]
    if first.tag is Tag.AUX:
        return first.word in {"was", "were", "had", "did"}
    word = first.word.split(" ")[0]
    return word.endswith("ed") or word in lexicon().pasts


def _year_around(frame: Frame) -> int | None:
    """Return the one year that the sentence, its heading or the sentences before name."""
    sentence = frame.sentence
    for place in (sentence, sentence.before, sentence.heading):
        if place is None:
            continue
        years = {
            int(found[1])
            for reading in place.readings
            if (found := _YEAR.match(getattr(reading.value, "edtf", "")))
        }
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _in_year(value: DateValue, year: int | None) -> DateValue:
    part = _PART.match(value.edtf)
    if not part or year is None or int(part[1]) > 12:
        return value
    month, day = int(part[1]), int(part[2] or 0)
    try:
        start = date(year, month, day or 1)
    except ValueError:
        return value
    end = start if day else date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return DateValue(start, end, value.precision, f"{year}{value.edtf[4:]}", value.approximate, value.text)


def agree(claimed: list[DateValue], found: list[DateValue], context: list[DateValue]) -> Agreement:
    """Relate the claim's dates to the passage's; ``context`` are those of the sentences before and the heading.

    Each date of the claim is held against those of its kind: "since 1982" against other beginnings.
    """
    if not claimed:
        return Agreement.COMPATIBLE
    related = {_among(ours, found, context) for ours in claimed}
    return next(kind for kind in (Agreement.DIFFERENT, Agreement.MISSING, Agreement.SAME) if kind in related)


def _among(ours: DateValue, found: list[DateValue], context: list[DateValue]) -> Agreement:
    for place in (found, context):
        kin = [theirs for theirs in place if is_open(theirs) == is_open(ours)] or (
            place if place is found else []
        )
        related = {_one(ours, theirs) for theirs in kin}
        if Agreement.SAME in related or (related and kin and is_open(kin[0]) == is_open(ours)):
            return next(k for k in (Agreement.SAME, Agreement.MISSING, Agreement.DIFFERENT) if k in related)
    return Agreement.MISSING


def is_open(value: DateValue) -> bool:
    """Whether a date leaves one side open: "since 2006", "until May"."""
    return (value.start is None) != (value.end is None)


def _one(ours: DateValue, theirs: DateValue) -> Agreement:
    if ours.edtf == theirs.edtf and (ours.start or ours.text.lower() == theirs.text.lower()):
        return Agreement.SAME
    if ours.start is None or theirs.start is None or ours.end is None or theirs.end is None:
        return _open(ours, theirs)
    if theirs.end < ours.start or ours.end < theirs.start:
        return Agreement.DIFFERENT
    inside = ours.start <= theirs.start and theirs.end <= ours.end
    inside = inside or (ours.precision == "season" and _is_mostly_in(theirs, ours))
    return Agreement.SAME if inside and not _is_part_of_period(ours, theirs) else Agreement.MISSING


def _is_mostly_in(part: DateValue, season: DateValue) -> bool:
    """Whether most days of a stretch of time are of a season, whose own ends nobody knows to the day."""
    if part.start is None or part.end is None or season.start is None or season.end is None:
        return False
    shared = min(part.end, season.end) - max(part.start, season.start)
    return part.precision != "year" and 2 * shared.days > (part.end - part.start).days


def _is_part_of_period(ours: DateValue, theirs: DateValue) -> bool:
    """Whether the passage's figure is of a part of the claim's period: a quarter is not its year."""
    order = {"year": 3, "half": 2, "quarter": 1, "season": 1}
    return order.get(theirs.precision, 0) < order.get(ours.precision, 0) and theirs.precision in order


def _open(ours: DateValue, theirs: DateValue) -> Agreement:
    """Relate dates of which one is open or has no year."""
    if "/" in theirs.edtf.strip("/.") and "/" not in ours.edtf.strip("/."):
        return Agreement.MISSING  # "between May and July" is not "in May"
    left, right = _PART.match(ours.edtf), _PART.match(theirs.edtf)
    if left or right:
        mine, other = ours.edtf[5:], theirs.edtf[5:]
        if mine and other and not (mine.startswith(other) or other.startswith(mine)):
            return Agreement.DIFFERENT
        return Agreement.SAME if left and mine and other.startswith(mine) else Agreement.MISSING
    if ours.start and theirs.start and ours.start == theirs.start:
        return Agreement.SAME
    if ours.end and theirs.end and ours.end == theirs.end:
        return Agreement.SAME
    if is_open(ours) and is_open(theirs) and (ours.start is None) == (theirs.start is None):
        return Agreement.DIFFERENT  # since 1998, since 1988
    return Agreement.MISSING if _overlap(ours, theirs) else Agreement.DIFFERENT


def _overlap(ours: DateValue, theirs: DateValue) -> bool:
    starts, ends = [ours.start, theirs.start], [ours.end, theirs.end]
    low = max((day for day in starts if day), default=None)
    high = min((day for day in ends if day), default=None)
    return low is None or high is None or low <= high


def is_shifted(frame: Frame) -> bool:
    """Whether the figure is said of another time than the sentence's own ("a year earlier")."""
    after = [
        frame.sentence.tokens[at]
        for at in frame.own
        if frame.at < at < _compared_at(frame) and frame.sentence.tokens[at].tag is not Tag.MARK
    ]
    if after and after[-1].word in {"before", "earlier", "previously"}:
        return True
    behind = [token for token in after if token.tag is Tag.DATE or token.tag is Tag.ADV]
    return any(_SHIFTED.search(token.word) for token in behind) or (
        _is_compared(frame) and any(_LAST.match(token.word) for token in behind)
    )


def _compared_at(frame: Frame) -> int:
    """Return where the words begin that a change is measured from: "12 per cent fewer than a year before"."""
    tokens, quantity = frame.sentence.tokens, frame.token.quantity
    change = quantity is not None and (quantity.role == "by" or quantity.unit in ("%", "pp"))
    after = range(frame.at + 1, len(tokens))
    return next((at for at in after if change and tokens[at].word == "than"), len(tokens))


def _is_compared(frame: Frame) -> bool:
    """Whether another figure stands before that isn't where this one came from."""
    tokens = frame.sentence.tokens
    return any(
        token.tag is Tag.VALUE and (not at or tokens[at - 1].word != "from")
        for at, token in enumerate(tokens[: frame.at])
    )
