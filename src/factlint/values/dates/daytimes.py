"""Times without a day: one time, a stretch between two, a part of the day, a time bounded on one side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from factlint.values.dates.clock import BARE, FIGURES, SURE, Clock, clock, in_half
from factlint.values.dates.hours import clock_length
from factlint.values.dates.rules import NUMBERS, Grammar, Rule
from factlint.values.dates.tokens import Tokens
from factlint.values.dates.words import PARTS_OF_DAY

_DASHES = ("-", "–", "—", "‑")
_TO = frozenset({"to", "until", "till", "til", "through", *_DASHES})
_CUES = frozenset("at by until till from before after since around about to between @ and".split())
_BOUNDS = {
    "before": "before",
    "by": "until",
    "until": "until",
    "till": "until",
    "til": "until",
    "after": "since",
    "since": "since",
}
_LATE = {"early": "early", "earlier": "early", "late": "late", "later": "late", "mid": "mid"}
_NAMED_TIMES = ("noon", "midday", "midnight", "mid")
_PLURAL_PARTS = {f"{part}s": part for part in ("morning", "afternoon", "evening", "night")}


@dataclass(frozen=True, slots=True)
class Span:
    """Times of one day: ``first`` and ``last`` are equal for a single time, None where that side is open.

    part: the part of the day that was named, with "early", "mid" or "late" before it
    """

    first: Clock | None
    last: Clock | None
    part: str = ""
    hedged: bool = False

    @property
    def sure(self) -> int:
        """How clearly the words are a time."""
        if self.part:
            return SURE
        return max(side.sure for side in (self.first, self.last) if side)


SpanFound = tuple[Span, int] | None


def stands_alone(t: Tokens, i: int, span: Span) -> bool:
    """Say whether ``span`` at ``i`` is a time without a date beside it."""
    if span.sure == SURE:
        return True
    if span.first and span.last and span.first != span.last:
        led = t.at(i) in ("from", "between")
        both = span.first.precision == span.last.precision == "minute"
        return (led and (span.sure == FIGURES or both)) or (
            both and span.first.sure == span.last.sure == FIGURES
        )
    if span.sure != FIGURES:
        return False
    two_digits = (
        len(t.at(i)) == 2 and t.at(i).isdecimal() and t.at(i - 1) not in ("in", "of", "ratio", "a", "by")
    )
    return t.at(i) in _BOUNDS or t.at(i - 1) in _CUES or (two_digits and not t.capital(i - 1))


def part_of_day(t: Tokens, i: int) -> SpanFound:
    """Read "in the early morning", "late afternoon", "overnight", "early in the morning", "lunchtime"."""
    j = t.skip(t.skip(i, "in", "during", "at"), "the")
    late = _LATE.get(t.at(j), "")
    if late:
        j = t.skip(t.skip(t.skip(j + 1, "-"), "in"), "the")
    word = _PLURAL_PARTS.get(t.at(j), t.at(j)) if t.at(i) == "in" else t.at(j)
    if t.phrase(j, "early", "hours") or (late == "early" and t.at(j) == "hours"):
        return Span(None, None, "early hours"), j + 1 + (t.at(j) == "early")
    if word not in PARTS_OF_DAY:
        return None
    known = _after_part(t, j + 1, word)
    if known:
        return known
    return Span(None, None, f"{late} {word}".strip()), j + 1


def _after_part(t: Tokens, i: int, word: str) -> SpanFound:
    """Read the exact time that may follow: "in the morning at 7", "afternoon from 3-8pm", "morning 6-8"."""
    j = t.skip(i, "at", "@", "around", "from")
    found = _stretch(t, t.skip(i, "at")) or clock(t, j)
    if not found or (isinstance(found[0], Clock) and found[0].sure == BARE and j == i):
        return None
    afternoon = word != "morning"
    value = found[0]
    if isinstance(value, Clock):
        fitted = _fitted(value, afternoon)
        return Span(fitted, fitted), found[1]
    if value.first is None or value.last is None or (value.sure == BARE and not t.at(i).isdecimal()):
        return None
    return replace(value, first=_fitted(value.first, afternoon), last=_fitted(value.last, afternoon)), found[
        1
    ]


def _fitted(value: Clock, afternoon: bool) -> Clock:
    return replace(value if value.known else in_half(value, afternoon), sure=SURE)


def _point(t: Tokens, i: int) -> SpanFound:
    j = t.skip(i, "at", "@")
    hedged = t.at(j) in ("around", "about", "circa", "approximately")
    found = clock(t, j + hedged)
    return (Span(found[0], found[0], hedged=hedged), found[1]) if found else None


def _bounded(t: Tokens, i: int) -> SpanFound:
    """Read "before 2.30pm", "after 2:00", "no later than 6:00", "any time from 7 am"."""
    word, j = _BOUNDS.get(t.at(i), ""), i + 1
    for phrase, bound in (
        (("no", "later", "than"), "until"),
        (("as", "late", "as"), "until"),
        (("any", "time", "from"), "since"),
    ):
        if t.phrase(i, *phrase):
            word, j = bound, i + 3
    if not word:
        return None
    hedged = t.at(j) in ("around", "about")
    found = clock(t, j + hedged)
    if not found:
        return None
    first, last = (found[0], None) if word == "since" else (None, found[0])
    return Span(first, last, hedged=hedged), found[1]


def _stretch(t: Tokens, i: int) -> SpanFound:
    """Read "from 7 to 7:30pm", "between 5 and 6 in the afternoon", "1-3 pm", "6:30 to 9"."""
    j = t.skip(i, "from", "between", "at")
    first = clock(t, j)
    if not first:
        return None
    sign = t.at(first[1])
    if sign not in _TO and not (sign == "and" and t.at(i) == "between"):
        return None
    last = clock(t, first[1] + 1)
    if not last or (
        first[0].sure == last[0].sure == BARE and sign in _DASHES and j == i and not t.at(i).isdecimal()
    ):
        return None
    return Span(*_lent(first[0], last[0])), last[1]


def _lent(first: Clock, last: Clock) -> tuple[Clock, Clock]:
    """Let each end of a stretch tell the other its half of the day, so that it runs forward."""
    if last.known and not first.known and last.hour >= 12 and first.hour <= 12:
        later = in_half(first, True)
        first = later if later.seconds() < last.seconds() else in_half(first, False)
    elif last.known and not first.known:
        first = replace(first, known=True)
    elif first.known and not last.known and last.hour <= 12:
        same = in_half(last, first.hour >= 12)
        last = same if same.seconds() > first.seconds() else in_half(last, True)
    return first, last


def _lasting(t: Tokens, i: int) -> SpanFound:
    """Read "from 10 am for 3 hours 30 minutes", "for 2 hours from 2pm"."""
    led = t.skip(i, "from", "at")
    first = clock(t, led) if led > i else None
    if first:
        length = clock_length(t, first[1] + 1) if t.at(first[1]) == "for" else None
        j = length[1] if length else 0
    else:
        length = clock_length(t, i + 1) if t.at(i) == "for" else None
        first = clock(t, length[1] + 1) if length and t.at(length[1]) in ("from", "at") else None
        j = first[1] if first else 0
    if not first or not length or length[0] >= 86400:
        return None
    end = (first[0].seconds() + length[0]) % 86400
    last = replace(first[0], hour=end // 3600, minute=end // 60 % 60, second=end % 60, precision="second")
    return Span(replace(first[0], sure=SURE), replace(last, sure=SURE)), j


_POINT_WORDS = {*NUMBERS, *_NAMED_TIMES, "half", "quarter", "a"}
_PARTS_LED = {*PARTS_OF_DAY, *_LATE, "in", "during", "at", "early"}
DAYTIME: Grammar[Span] = Grammar(
    Rule(_point, {*_POINT_WORDS, "at", "@", "around", "about", "circa", "approximately"}),
    Rule(part_of_day, _PARTS_LED, the=True),
    Rule(_bounded, {*_BOUNDS, "no", "as", "any"}),
    Rule(_stretch, {*_POINT_WORDS, "from", "between", "at"}),
    Rule(_lasting, {"from", "at", "for"}),
)
