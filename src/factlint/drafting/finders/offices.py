"""Offices: "Ada Lund, mayor of Northport", "mayor Ada Lund", "served as ambassador to Italy"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factlint.drafting.model import Drafted
from factlint.drafting.people import Mention
from factlint.drafting.phrases import words
from factlint.drafting.reading import Article
from factlint.project.claims import ValueType

_OVER = re.compile(
    r"\b(?:former|formerly|ex|once|late|previous|previously|then|earlier|outgoing)\b", re.IGNORECASE
)
_WORDS = r"(?:[\w’'&-]+ ){0,4}?"
_OF = r"(?: (?:of|for|at|to|in) (?:the )?[\w’'-]+(?: (?:[A-Z][\w’'-]*|of|the|and|for)(?=\W))*)?"
_OWNER = re.compile(r"^.*[’']s ")
_PAST = frozenset({"was", "had been", "resigned as", "stepped down as", "retired as"})
_ENDS = r"(?=[,.;)]|$| (?:since|from|until|in|for|when|and|after|on|at|to|who|but)\b)"
_DENIED = re.compile(
    r"\b(?:a|an|first|second|only|no|not|expected|due|once|by|in|with|among|that|very|so|too)\b",
    re.IGNORECASE,
)
_STOP = frozenset({"who", "which", "said", "says", "told", "whose", "and", "was", "is", "has", "had"})


@lru_cache(maxsize=1)
def _role() -> str:
    known = "|".join(sorted(words("role", "words"), key=len, reverse=True))
    return rf"(?:{known}|[a-z]{{2,20}}(?:ologist|ographer|ician))(?![\w-])"


@lru_cache(maxsize=1)
def _behind_name() -> re.Pattern[str]:
    return re.compile(
        rf",? (?:\d{{1,3}}, )?((?:the |a |an |its |their |his |her )?{_WORDS}{_role()}{_OF})", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _before_name() -> re.Pattern[str]:
    return re.compile(rf"((?:[\w’'-]+ ){{0,5}}{_role()}),? $", re.IGNORECASE)


@lru_cache(maxsize=1)
def _held() -> re.Pattern[str]:
    """Return the pattern of an office that a verb gives: "served as ambassador", "had been treasurer"."""
    served = r"(?:serv(?:es|ed|ing)|work(?:s|ed)|act(?:s|ed)) as"
    been = r"(?:is|was|has been|had been|became|remains|resigned as|stepped down as|retired as|appointed|elected|named)"
    return re.compile(
        rf"\b({served}|{been}) ((?:the |its |their )?(?:[\w’'-]+ ){{0,3}}?{_role()}{_OF}){_ENDS}"
    )


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every office that the article gives a person, by name or by a verb."""
    taken: list[tuple[int, int]] = []
    for mention in article.people:
        for span in (
            ()
            if article.is_furniture(mention.start)
            else (_before(article, mention), _behind(article, mention))
        ):
            if span:
                taken.append(span)
                yield _office(article, span, mention.text)
    for found in _held().finditer(article.plain):
        start, end = found.span(2)
        if not any(start < last and first < end for first, last in taken) and not _DENIED.search(found[2]):
            over = _OVER.search(article.plain, *article.sentence(start)) or found[1] in _PAST
            yield _office(article, (start, end), "", over=bool(over))


def _before(article: Article, mention: Mention) -> tuple[int, int] | None:
    """Return the office before a name: its title, and the small words that belong to it."""
    start = article.sentence(mention.start)[0]
    stretch = article.plain[max(start, mention.start - 80) : mention.start]
    found = _before_name().search(stretch)
    if not found and not mention.title:
        return None
    begin = mention.office if mention.title else mention.start
    if found:
        begin = min(begin, max(start, mention.start - 80) + _first_word(found[1]) + found.start(1))
    end = mention.start - (len(stretch) - len(stretch.rstrip(" ,")))
    return (begin, end) if begin < end else None


def _first_word(text: str) -> int:
    """Return where an office starts in the words before a name: after a small word, a comma or a verb."""
    at = 0
    for found in re.finditer(r"[\w’'-]+", text):
        word = found[0]
        if (
            word.lower() in words("role", "breakers")
            or word[0].isdigit()
            or (word[0].islower() and word.endswith(("ed", "ing")) and word != "acting")
        ):
            at = found.end() + 1
    return at


def _behind(article: Article, mention: Mention) -> tuple[int, int] | None:
    found = _behind_name().match(article.plain, mention.end, article.sentence(mention.start)[1])
    if not found or found[0][0] != "," or _STOP & set(found[1].lower().split()):
        return None
    return found.span(1)


def _office(article: Article, span: tuple[int, int], who: str, *, over: bool = False) -> Drafted:
    words_ = article.words(*span)
    over = over or bool(_OVER.search(words_))
    bare = _OWNER.sub("", words_).split(" to ")[0]
    ended = words_ if _OVER.search(words_) else f"former {bare}"
    return Drafted(
        *span,
        value=ended if over else "in office",
        kind=ValueType.STATE,
        topic=f"{who or words_} office",
        tags=("offices",),
    )
