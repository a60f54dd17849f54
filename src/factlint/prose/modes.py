"""How a figure is told: as fact, plan, target, forecast, average; and per what."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from factlint.prose.lexicon import lexicon, stem, stems_of
from factlint.prose.tokens import Tag, Token

_PER = frozenset(("per", "a", "an", "each", "every"))
_PERIODS = {
    **dict.fromkeys(("hour", "hourly"), "hour"),
    **dict.fromkeys(("day", "daily"), "day"),
    **dict.fromkeys(("week", "weekly"), "week"),
    **dict.fromkeys(("month", "monthly"), "month"),
    **dict.fromkeys(("quarter", "quarterly"), "quarter"),
    **dict.fromkeys(("year", "annual", "annually", "yearly", "annum"), "year"),
    **dict.fromkeys(("night", "nightly"), "night"),
}
_DENOMINATORS = frozenset(
    """capita person head household inhabitant resident square kilometre kilometer mile hectare acre litre liter
    gallon barrel tonne ton kilogram kg pound share unit passenger pupil student worker employee hour minute second
    family adult child woman game match season visit patient vehicle""".split()
)
_GOAL = stem("goal")
_SCORING = frozenset(
    map(
        stems_of,
        "score net bag grab notch concede let_in ship win winning own penalty header equalise equaliser half match".split(),
    )
)
_STRICT_PERIODS = frozenset(("hour", "day", "week", "month", "quarter", "night"))


def modes(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the kinds of telling among the words: "planned", "average", …; an empty set is plain fact."""
    known, words = lexicon().modes, list(tokens)
    compared = {id(b) for a, b in pairwise(words) if a.word in {"as", "than"}}
    summits = {id(b) for a, b in pairwise(words) if b.word == "peak" and (a.stem.startswith("#") or a.proper)}
    scored = {id(t) for t in words if t.stem == _GOAL} if any(t.stem in _SCORING for t in words) else set()
    found = {
        known.get(token.stem) or known.get(_exact(token)) or known.get(stem(token.word))
        for token in words
        if token.reading is None and id(token) not in compared | scored and id(token) not in summits
    }
    return frozenset(mode for mode in found if mode)


def _exact(token: Token) -> str:
    return f"={token.word}" if token.tag is Tag.NOUN else ""


def per(tokens: list[Token], at: int) -> str:
    """Return what the figure at a token is told per: "day", "100,000", "day person"; "" for a plain figure.

    A year besides something else is the usual period and left out.
    """
    found: set[str] = set()
    for i in range(at + 1, min(at + 9, len(tokens))):
        if tokens[i].tag in (Tag.MARK, Tag.VERB, Tag.AUX, Tag.CONJ, Tag.SUB, Tag.REL):
            break
        found.add(_denominator(tokens, i).removesuffix("s"))
    found.discard("")
    return " ".join(sorted(found - {"year"} or found))


def _denominator(tokens: list[Token], at: int) -> str:
    """Return the thing that the word at a token says a figure to be per."""
    token, behind = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    first, _, period = token.word.partition(" ")
    if token.tag is Tag.DATE and first in {"each", "every"}:
        return _PERIODS.get(period, period)
    if token.word == "each" and (behind is None or behind.tag is not Tag.NOUN):
        return "each"
    if token.word not in _PER or behind is None:
        return ""
    if behind.tag is Tag.VALUE and token.word in {"per", "every"}:
        return behind.word
    if behind.word in _PERIODS:
        return _PERIODS[behind.word]
    told = token.word in {"per", "each", "every"} or behind.word.rstrip("s") in _DENOMINATORS
    return behind.word if told else ""


def periods(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the periods that adjectives name ("monthly", "daily"); years are the usual period and left out."""
    found = {
        _PERIODS.get(token.word)
        for token in tokens
        if token.word.endswith(("ly", "al")) and (token.reading is None or token.tag is Tag.DATE)
    }
    return frozenset(period for period in found if period in _STRICT_PERIODS)
