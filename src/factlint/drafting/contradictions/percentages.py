"""A percentage that its own figures refute: "from $100m to $150m, an increase of 30%", "40 of the 80, or 45%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factlint.drafting.contradictions.amounts import Interval, apart, figures, interval, percent, ratio, story
from factlint.drafting.model import Notice
from factlint.drafting.reading import Article
from factlint.values.base import Quantity, Reading

Figure = tuple[Reading, Quantity]

_OF = re.compile(
    r"(?: [\w’'-]+){0,3}? (?:out )?of (?:the |its |their |his |her |all |some )?(?:total )?(?:of )?$"
)
_OR = re.compile(r"[^.;:]{0,60}?(?:, or |\(|, equal to |– or )(?:just |only |some )?$")
_OF_ALL = re.compile(r"\b(?:Of|Out of) (?:the |its |their |these |those )?(?:total of )?$")
_PART = re.compile(r"(?: [\w’'-]+){1,4}, (?:only |just )?$")
_ABOUT = Fraction(1, 8)  # "doubled" is said of 1.7 to 2.3 times as much
_SHARE_FIRST = re.compile(r",? or (?:just |only )?$")


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice for every share or change that doesn't follow from the two figures beside it."""
    for start, end in story(article):
        found = figures(article, start, end)
        yield from _changes(article, found)
        yield from _steps(article, found)
        yield from _shares(article, found)


def _changes(article: Article, found: list[Figure]) -> Iterator[Notice]:
    """Hold "by Z%" against "from X to Y"."""
    for before, after in ((a, b) for a in found for b in found if (a[1].role, b[1].role) == ("from", "to")):
        if before[1].unit != after[1].unit or before[1].unit in {"%", "pp"}:
            continue
        told = [item for item in found if item[1].role == "by" and item[1].unit == "%"]
        if len(told) == 1 and len([item for item in found if item[1].role in {"from", "to"}]) == 2:
            yield from _change(article, before, after, told[0])


def _steps(article: Article, found: list[Figure]) -> Iterator[Notice]:
    """Hold "by N points" and "doubled" against "from X to Y" right beside them."""
    ends = [item for item in found if item[1].role in {"from", "to"}]
    if [item[1].role for item in ends] not in (["from", "to"], ["to", "from"]):
        return
    before, after = sorted(ends, key=lambda item: item[1].role)
    told = [item for item in found if item[1].role == "by" and item[1].unit in {"pp", "x"}]
    old, new = interval(before[1]), interval(after[1])
    said = interval(told[0][1]) if len(told) == 1 else None
    if not old or not new or not said or before[1].unit != after[1].unit:
        return
    points = told[0][1].unit == "pp"
    if points != (before[1].unit in {"%", "pp"}) and points:
        return
    right = _difference(old, new) if points else ratio(new, old)
    slack = Fraction(0) if points else said[1] * _ABOUT
    if right and apart(right, (said[0] - slack, said[1] + slack)):
        words = [article.words(item[0].start, item[0].end) for item in (before, after, told[0])]
        yield _notice(f"from {words[0]} to {words[1]} is not '{words[2]}'", before, after, told[0])


def _difference(old: Interval, new: Interval) -> Interval:
    """Return by how much a figure may have risen or fallen."""
    low, high = new[0] - old[1], new[1] - old[0]
    if low <= 0 <= high:
        return Fraction(0), max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def _change(article: Article, before: Figure, after: Figure, told: Figure) -> Iterator[Notice]:
    old, new, said = interval(before[1]), interval(after[1]), interval(told[1])
    share = ratio(new, old) if old and new else None
    if not share or not said:
        return
    change = (min(abs(share[0] - 1), abs(share[1] - 1)), max(abs(share[0] - 1), abs(share[1] - 1)))
    if share[0] <= 1 <= share[1]:
        change = (Fraction(0), change[1])
    if apart(change, (said[0] / 100, said[1] / 100)):
        middle = abs((new[0] + new[1]) / (old[0] + old[1]) - 1) if new and old else change[0]
        words = [article.words(item[0].start, item[0].end) for item in (before, after, told)]
        yield _notice(
            f"from {words[0]} to {words[1]} is a change of {percent(middle)}, not {words[2]}",
            before,
            after,
            told,
        )


def _shares(article: Article, found: list[Figure]) -> Iterator[Notice]:
    """Hold "A of the B, or P%" and "P%, or A of the B" against A / B."""
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        if (
            third[1].unit == "%"
            and _joined(article, first, second, _OF)
            and _joined(article, second, third, _OR)
        ):
            yield from _share(article, first, second, third)
        if (
            third[1].unit == "%"
            and _OF_ALL.search(article.plain, max(0, first[0].start - 24), first[0].start)
            and _joined(article, first, second, _PART)
            and _joined(article, second, third, _OR)
        ):
            yield from _share(article, second, first, third)
        if (
            first[1].unit == "%"
            and _joined(article, second, third, _OF)
            and _joined(article, first, second, _SHARE_FIRST)
        ):
            yield from _share(article, second, third, first)


def _joined(article: Article, left: Figure, right: Figure, gap: re.Pattern[str]) -> bool:
    return gap.fullmatch(article.plain[left[0].end : right[0].start]) is not None


def _share(article: Article, part: Figure, whole: Figure, told: Figure) -> Iterator[Notice]:
    some, every, said = interval(part[1]), interval(whole[1]), interval(told[1])
    share = ratio(some, every) if some and every and part[1].unit == whole[1].unit else None
    if not share or not said or not some or not every or not apart(share, (said[0] / 100, said[1] / 100)):
        return
    words = [article.words(item[0].start, item[0].end) for item in (part, whole, told)]
    right = percent((some[0] + some[1]) / (every[0] + every[1]))
    yield _notice(f"{words[0]} of {words[1]} is {right}, not {words[2]}", part, whole, told)


def _notice(message: str, *items: Figure) -> Notice:
    return Notice("percentage", message, tuple(sorted((item[0].start, item[0].end) for item in items)))
