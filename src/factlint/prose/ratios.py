"""Shares told with the noun inside ("one child in nine") or by an ordinal ("every second household"), put plainly."""

from __future__ import annotations

import re

from factlint.prose import among, votes
from factlint.values.counted.inflection import plural

_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_WHOLE = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|\d{1,3})"
_INSIDE = re.compile(
    rf"(?<![\d.,$€£-])\b(?P<some>{_NUMBER}) (?P<noun>(?!(?:of|in|out|per|million|billion|trillion|thousand|hundred|percent)\b)[a-z]+)(?: in| out of)(?: every)? (?P<whole>{_WHOLE})\b(?![.,-]?\d| (?!does|has|is|was|goes|lives|says|needs|gets|takes|owns|speaks|smokes)[a-z]+s\b|-)",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"\bevery (?P<rank>second|other|third|fourth|fifth|sixth|tenth) (?P<noun>[a-z]+)\b(?! of\b)",
    re.IGNORECASE,
)
_RANKS = {
    "second": "two",
    "other": "two",
    "third": "three",
    "fourth": "four",
    "fifth": "five",
    "sixth": "six",
    "tenth": "ten",
}
_NEXT = re.compile(
    r"\b(?P<first>the (?:first|second|third) (?P<span>quarter|half)(?P<year> of [12]\d{3})?)(?P<between>(?: [^\s;]+){1,12}?) in the (?P<rank>second|third|fourth|next)(?: quarter| half)?(?=[,.;]|$)"
)
_TIMES = frozenset(
    (
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "night",
        "morning",
        "evening",
        "time",
        "monday",
        "sunday",
    )
)


def plainly(text: str) -> str:
    """Return a text with such shares in the plain form: "one in nine children", and its votes and quarters."""
    text = _NEXT.sub(r"\g<first>\g<between> in the \g<rank> \g<span>\g<year>", text)
    return among.plainly(votes.plainly(_EVERY.sub(_by_rank, _INSIDE.sub(_by_number, text))))


def _by_number(match: re.Match[str]) -> str:
    if match["noun"].lower() in _TIMES:
        return match[0]
    return f"{match['some']} in {match['whole']} {plural(match['noun'])}"


def _by_rank(match: re.Match[str]) -> str:
    if match["noun"].lower() in _TIMES:
        return match[0]
    one = "One" if match[0][0].isupper() else "one"
    return f"{one} in {_RANKS[match['rank'].lower()]} {plural(match['noun'])}"
