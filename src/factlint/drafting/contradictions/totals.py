"""Totals that don't add up: parts larger than their whole, or a full account of it that comes to another sum."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.drafting.contradictions.amounts import figures, interval, story
from factlint.drafting.contradictions.percentages import Figure
from factlint.drafting.model import Notice
from factlint.drafting.reading import Article

_WORDS = r"(?:[\w’'-]+ ){0,4}?"
_WHOLE_BEFORE = re.compile(
    r"(?:.*[.;:“\"] ?)?(?:Of|of|Out of|out of) (?:the |these |those |its |their |all )?(?:total of )?"
)
_FULL = re.compile(
    rf"[^.;,]{{0,60}}?(?::|,? (?:made up of|comprising|consisting of|namely|split into|divided into)) {_WORDS}"
)
_SOME = re.compile(rf"[^.;]{{0,60}}?,? (?:including|among them|of whom|of which|of them) {_WORDS}")
_NO_PART = re.compile(
    r"\b(?:including|whom|which|per|a|aged|by|to|than|from|after|since|in|over|within|every|with) $"
)
_ANSWER = re.compile(
    r" (?:of \w+ )?(?:(?:who|that) )?(?:(?:said|voted|were|was|are|is) )?"
    r"(?:(?:dis)?agree|yes|no\b|undecided|unsure|(?:don|didn)['’]t know|abstain|in favour|against|support|oppos"
    r"|(?:dis)?approv)"
)
_JOIN = re.compile(rf"[^.;:()]{{0,60}}?(?:,| and) {_WORDS}")


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice for every whole whose parts, told in the same sentence, come to more (or, in full, to less)."""
    for start, end in story(article):
        found = [
            item
            for item in figures(article, start, end)
            if item[1].unit in {"", "%"} or len(item[1].unit) == 3
        ]
        for index, whole in enumerate(found[:-2]):
            yield from _held(article, whole, found[index + 1 :], start)
        yield from _hundred(article, found)


def _held(article: Article, whole: Figure, rest: list[Figure], start: int) -> Iterator[Notice]:
    gap = article.plain[whole[0].end : rest[0][0].start]
    full = _FULL.fullmatch(gap) is not None
    opens = _WHOLE_BEFORE.fullmatch(article.plain[start : whole[0].start]) is not None and "," in gap
    if not (full or opens or _SOME.fullmatch(gap)):
        return
    parts = _parts(article, rest, whole)
    total, limit = _sum(parts), interval(whole[1])
    if len(parts) < 2 or total is None or limit is None:
        return
    more, less = total[0] > limit[1], full and total[1] < limit[0]
    if more or less:
        words = " and ".join(article.words(item[0].start, item[0].end) for item in parts)
        message = f"{words} make {_shown(total)}, not {article.words(whole[0].start, whole[0].end)}"
        yield Notice("total", message, tuple((item[0].start, item[0].end) for item in (whole, *parts)))


def _parts(article: Article, rest: list[Figure], whole: Figure) -> list[Figure]:
    """Return the figures of the whole's unit that stand in a row joined by commas and "and"."""
    parts: list[Figure] = []
    for item in rest:
        gap = article.plain[parts[-1][0].end : item[0].start] if parts else ""
        if item[1].unit != whole[1].unit or (parts and (not _JOIN.fullmatch(gap) or _NO_PART.search(gap))):
            break
        parts.append(item)
    return parts


def _sum(parts: list[Figure]) -> tuple[int, int] | None:
    spans = [interval(item[1]) for item in parts]
    if not spans or None in spans:
        return None
    kept = [span for span in spans if span]
    low, high = sum(span[0] for span in kept), sum(span[1] for span in kept)
    return int(low), int(high)


def _shown(total: tuple[int, int]) -> str:
    return f"{total[0]:,}" if total[0] == total[1] else f"{total[0]:,} to {total[1]:,}"


def _hundred(article: Article, found: list[Figure]) -> Iterator[Notice]:
    """Say that shares of one vote or poll, told in a row, come to more than everything."""
    answers = all(_ANSWER.match(article.plain, item[0].end) for item in found)
    shares = [
        item
        for item in found
        if item[1].unit == "%" and (answers or item[1].counted.measure in {"votes", "vote-share", "seats"})
    ]
    total = _sum(shares)
    if len(shares) > 1 and total and total[0] > 101:
        words = " and ".join(article.words(item[0].start, item[0].end) for item in shares)
        yield Notice(
            "total", f"{words} come to more than 100%", tuple((item[0].start, item[0].end) for item in shares)
        )
