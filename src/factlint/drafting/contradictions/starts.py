"""Events told twice with different dates: a conflict that "started" after it had "already started"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from factlint.drafting.contradictions.amounts import story
from factlint.drafting.model import Notice
from factlint.drafting.naming import telling
from factlint.drafting.reading import Article
from factlint.values.base import DateValue
from factlint.values.grammar import singular

_KINDS = {
    "started": r"start(?:s|ed)|began|begun|begins|broke out|erupted|commenced",
    "ended": r"end(?:s|ed)|finished|concluded",
    "opened": r"opened|reopened",
    "founded": r"founded|established|set up",
    "closed": r"closed|shut",
    "born": r"born",
    "died": r"died",
}
_VERB = re.compile("|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _KINDS.items()))
_ALREADY = re.compile(r"\balready\b")
_REACH = 3  # sentences between two tellings that need not name the same thing
_AFTER = 60


@dataclass(frozen=True)
class _Telling:
    kind: str
    sentence: int
    start: int
    end: int
    subject: frozenset[str]
    already: bool
    date: DateValue
    words: str


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice for every two tellings of one event that can't both be right."""
    told = [found for index, span in enumerate(story(article)) for found in _tellings(article, index, *span)]
    for left, right in combinations(told, 2):
        if left.kind == right.kind and _disjoint(left.date, right.date) and _is_one(left, right):
            message = f"it {left.kind} {_when(left)} here and {_when(right)} there: say what each is"
            yield Notice("dates", message, ((left.start, left.end), (right.start, right.end)))


def _tellings(article: Article, index: int, start: int, end: int) -> Iterator[_Telling]:
    for verb in _VERB.finditer(article.plain, start, end):
        days = [item for item in article.values.within(verb.end(), end) if item.start <= verb.end() + _AFTER]
        day = days[0].value if days else None
        if not days or not isinstance(day, DateValue) or article.plain[verb.end() : days[0].start].count(","):
            continue
        before = re.split(r"[,;:] | and ", article.plain[start : verb.start()])[-1]
        subject = frozenset(singular(word) for word in telling(before) if not word.isdigit())
        words = article.words(days[0].start, days[0].end)
        already = _ALREADY.search(before) is not None
        yield _Telling(verb.lastgroup or "", index, verb.start(), days[0].end, subject, already, day, words)


def _is_one(left: _Telling, right: _Telling) -> bool:
    """Whether two tellings are of one event: a word of the subject is shared, or the second says "already"."""
    near = right.sentence - left.sentence <= _REACH
    if left.kind == "started" and near and (right.already or left.already):
        return True
    shared = left.subject & right.subject
    return (
        bool(shared)
        and left.subject == right.subject
        and (left.kind in {"born", "died"} or near or len(shared) > 1)
    )


def _disjoint(left: DateValue, right: DateValue) -> bool:
    before = left.end is not None and right.start is not None and left.end < right.start
    after = right.end is not None and left.start is not None and right.end < left.start
    return before or after


def _when(telling_: _Telling) -> str:
    return telling_.words
