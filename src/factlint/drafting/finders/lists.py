"""Lists: three or more names or things in a row, and the items of a bulleted list under what introduces it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from factlint.drafting.blocks import Block, Kind
from factlint.drafting.model import Drafted
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType
from factlint.values.base import Name, Reading

_GAP = re.compile(r",? (?:and|or|&) (?:the )?|, (?:the )?")
_THINGS = re.compile(
    r"(?:\b(?:includ(?:e|es|ed|ing)|such as|among them|namely|made up of|consist(?:s|ed)? of|featur(?:es|ing))|:) "
    r"((?:[\w’'-]+ ?){1,4}(?:, (?:[\w’'-]+ ?){1,4}){1,12},? and (?:[\w’'-]+ ?){1,4})(?=[.,;]|$)"
)
_ITEM = r"(?:the |an? )?[A-Z][\w’'-]*(?: (?:of |the |and |for )?[A-Z][\w’'-]*){0,4}"
_COUNTED = re.compile(
    rf"(?:[\w’'-]+ ){{1,4}}[–—-] (?:the )?({_ITEM}(?:, {_ITEM}){{1,12}},? and {_ITEM})(?= [–—-]|[.,;:)]|$)"
)
_MARK = re.compile(r"[ \t]*(?:[-*•–‣◦·]|\(?\d{1,2}[.)])[ \t]+")


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every list in a sentence, and one of membership for every item of a bulleted list."""
    yield from _of_names(article)
    yield from _of_things(article)
    for is_item, group in groupby(article.blocks, key=lambda block: block.kind is Kind.ITEM):
        if is_item:
            yield from _bulleted(article, list(group))


def _of_names(article: Article) -> Iterator[Drafted]:
    row: list[Reading] = []
    for name in article.names:
        if row and not _joins(article, row[-1], name):
            yield from _row(article, row)
            row = []
        row.append(name)
    yield from _row(article, row)


def _joins(article: Article, left: Reading, right: Reading) -> bool:
    """Whether two names stand in one list: names of one kind, with only a comma or "and" between them."""
    same = (
        isinstance(left.value, Name) and isinstance(right.value, Name) and left.value.kind == right.value.kind
    )
    return same and _GAP.fullmatch(article.plain[left.end : right.start]) is not None


def _row(article: Article, row: list[Reading]) -> Iterator[Drafted]:
    if len(row) > 2 and " and " in article.plain[row[-2].end : row[-1].start]:
        yield from _listed(article, [(item.start, item.end) for item in row])


def _of_things(article: Article) -> Iterator[Drafted]:
    for found in [*_THINGS.finditer(article.plain), *_COUNTED.finditer(article.plain)]:
        spans = list(_split(found[1], found.start(1)))
        counted = found.re is _THINGS or article.values.touching(found.start(), found.start(1))
        if counted and not article.values.touching(*found.span(1)) and not _is_names(article, spans):
            yield from _listed(article, spans)


def _is_names(article: Article, spans: list[tuple[int, int]]) -> bool:
    """Whether all items are names of one kind, which make a list of their own."""
    names = [name for span in spans for name in article.names.touching(*span)]
    return len(names) == len(spans) and all(_joins(article, *pair) for pair in pairwise(names))


def _split(text: str, offset: int) -> Iterator[tuple[int, int]]:
    """Yield where the items of "a, b and c" stand."""
    at = 0
    for gap in [*_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text.rstrip())
        yield offset + at, offset + end
        at = gap.end() if gap else end


def _listed(article: Article, spans: list[tuple[int, int]]) -> Iterator[Drafted]:
    if len(spans) < 3 or article.is_furniture(spans[0][0]):
        return
    items = tuple(article.words(*span) for span in spans)
    yield Drafted(
        spans[0][0],
        spans[-1][1],
        value=items,
        kind=ValueType.LIST,
        rule="subset",
        topic=f"list {items[0]}",
        tags=("lists",),
        anchor=(spans[0][0], spans[1][1]),
    )


def _bulleted(article: Article, items: list[Block]) -> Iterator[Drafted]:
    named = [(block, _first_name(article, block)) for block in items]
    if len(items) < 2 or sum(name is not None for _, name in named) < len(items):
        return
    intro = _introduction(article, items[0])
    for _, name in named:
        if name:
            yield Drafted(
                *name,
                value=(article.words(*name),),
                kind=ValueType.LIST,
                rule="subset",
                topic=f"{article.words(*name)} listed",
                tags=("lists",),
                flags=(f"listed under: {intro}",) if intro else (),
            )


def _first_name(article: Article, block: Block) -> tuple[int, int] | None:
    """Return the name that an item opens with; numbers have claims of their own."""
    mark = _MARK.match(article.plain, block.start)
    start = mark.end() if mark else block.start
    near = article.names.touching(start, start + 3)
    return (near[0].start, near[0].end) if near and near[0].start >= start else None


def _introduction(article: Article, first: Block) -> str:
    index = article.block_index(first.start)
    if index == 0:
        return ""
    before = article.blocks[index - 1]
    sentences = [span for span in article.sentences if before.start <= span[0] < before.end]
    return article.words(*sentences[-1])[:160] if sentences else ""
