"""Dates bounded on one side, and hedged ones: since 2006, before May, until 27 April, 2012 or later, circa 1850."""

from __future__ import annotations

from dataclasses import replace

from factlint.values.dates.cues import is_counted
from factlint.values.dates.numerals import year_number
from factlint.values.dates.offsets import any_date
from factlint.values.dates.parts import UNKNOWN_DAY, Found, Moment, Part, days, opened, resolved
from factlint.values.dates.rules import Rule
from factlint.values.dates.tokens import Tokens

HEDGES = ("around", "about", "circa", "c", "approximately", "roughly")
_BOUNDS = frozenset({"since", "after", "before", "until", "till", "til", "by", "through"})
# Phrases that bound a date, with the one word that means the same and whether the date itself is in.
_PHRASES = (
    (("ever", "since"), "since", True),
    (("on", "or", "after"), "after", True),
    (("on", "or", "before"), "before", True),
    (("no", "later", "than"), "until", True),
    (("not", "later", "than"), "until", True),
    (("no", "earlier", "than"), "since", True),
    (("not", "earlier", "than"), "since", True),
    (("as", "late", "as"), "until", True),
    (("as", "early", "as"), "since", True),
    (("prior", "to"), "before", False),
    (("as", "far", "back", "as"), "since", True),
    (("dating", "back", "to"), "since", True),
    (("earlier", "than"), "before", False),
    (("later", "than"), "after", False),
    (("up", "to"), "until", True),
    (("up", "until"), "until", True),
)


def cued_year(t: Tokens, i: int) -> Found:
    """Read any four figures as a year, where the words before them leave no doubt."""
    found = year_number(t, i)
    return (Part(found[0]), found[1]) if found and not is_counted(t, found[1]) else None


def now(t: Tokens, i: int) -> Found:
    """Read the "now" or "the present" that ends a stretch."""
    j = t.skip(i, "the")
    if t.at(i) != "now" and t.at(j) != "present":
        return None
    today = days((t.today, t.today)) if t.today else None
    return today or UNKNOWN_DAY, j + 1


def _hedged(t: Tokens, i: int) -> Found:
    """Read "around 2010", "circa 1850", "c. 1850": approximate in EDTF."""
    word = t.at(i)
    if word == "c" and t.at(i + 1) != ".":
        return None
    j = i + 2 if word == "c" else i + 1
    found = any_date(t, j) or (cued_year(t, j) if word in ("circa", "c") else None)
    if not found:
        return None
    value = resolved(found[0], t.today)
    if "/" in value.edtf or value.edtf[:1] == "[" or value.approximate:
        return value, found[1]
    return replace(value, edtf=f"{value.edtf}~", approximate=True), found[1]


_PHRASE_STARTS = frozenset(phrase[0] for phrase, _, _ in _PHRASES)
_TRAILS = frozenset({"onwards", "onward", "and", "or"})


def _led(t: Tokens, i: int) -> Found:
    """Read "since 2006", "before May", "on or after 3 June", "no later than 2030"."""
    word, inclusive, j = t.at(i), t.at(i) not in ("before", "after"), i + 1
    for phrase, bound, within in _PHRASES if word in _PHRASE_STARTS else ():
        if t.phrase(i, *phrase):
            word, inclusive, j = bound, within, i + len(phrase)
    if word not in _BOUNDS or (t.glued(i) and t.at(i - 1) == "-"):
        return None  # "the run-up to 2030"
    j = t.skip(j, "about", "around", "roughly")
    found = (
        any_date(t, j)
        or (now(t, j) if word != "by" else None)
        or (cued_year(t, j) if word in ("since", "until", "till", "through") else None)
    )
    if not found:
        return None
    later = word in ("since", "after")
    return opened(resolved(found[0], t.today), after=later, before=not later, inclusive=inclusive), found[1]


def trailing(t: Tokens, i: int) -> Found:
    """Read "2012 or later", "from 2006 onwards", "1 May or earlier"."""
    led = t.at(i) == "from"
    found = any_date(t, i + led)
    if not found or t.at(found[1]) not in _TRAILS:
        return None
    j, value = found[1], resolved(found[0], t.today)
    if led and t.at(j) in ("onwards", "onward"):
        return opened(value, after=True), j + 1
    if t.phrase(j, "and", "onwards") or (led and t.phrase(j, "and", "on")):
        return opened(value, after=True), j + 2
    if t.at(j) in ("or", "and") and t.at(j + 1) in ("later", "beyond", "earlier"):
        later = t.at(j + 1) != "earlier"
        return opened(value, after=later, before=not later), j + 2
    return None


BOUNDED: tuple[Rule[Moment], ...] = (
    Rule(_hedged, HEDGES),
    Rule(_led, {*_BOUNDS, *(phrase[0] for phrase, _, _ in _PHRASES)}),
    Rule(trailing, {"from"}),
)
