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
_STOP = frozenset({"who", "which", "said", "says", "told", "whose", "and", "was", "is", "has", "had"})


@lru_cache(maxsize=1)
def _role() -> str:
    known = "|".join(sorted(words("role", "words"), key=len, reverse=True))
    return rf"(?:{known})(?![\w-])"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    behind = rf",? (?:\d{{1,3}}, )?((?:the |a |an |its |their |his |her )?{_WORDS}{_role()}{_OF})"
    ahead = rf"((?:[\w’'-]+ ){{0,5}}{_role()}),? $"
    verbs = r"\b(?:serv(?:es|ed|ing)|work(?:s|ed)|act(?:s|ed)) as "
    served = rf"{verbs}((?:[\w’'-]+ ){{0,4}}?{_role()}{_OF})"
    return tuple(re.compile(text, re.IGNORECASE) for text in (behind, ahead, served))  # type: ignore[return-value]


def find(article: Article) -> Iterator[Drafted]:
    """Yield a claim for every office that the article gives a person it names."""
    for mention in article.people:
        if article.is_furniture(mention.start):
            continue
        span = _before(article, mention) or _behind(article, mention)
        if span:
            yield _office(article, span, mention.text)
    for found in _patterns()[2].finditer(article.plain):
        yield _office(
            article,
            found.span(1),
            "",
            over=bool(_OVER.search(article.plain, *article.sentence(found.start()))),
        )


def _before(article: Article, mention: Mention) -> tuple[int, int] | None:
    """Return the office before a name: its title, and the small words that belong to it."""
    start = article.sentence(mention.start)[0]
    stretch = article.plain[max(start, mention.start - 80) : mention.start]
    found = _patterns()[1].search(stretch)
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
        if word.lower() in words("role", "breakers") or (
            word[0].islower() and word.endswith(("ed", "ing")) and word != "acting"
        ):
            at = found.end() + 1
    return at


def _behind(article: Article, mention: Mention) -> tuple[int, int] | None:
    found = _patterns()[0].match(article.plain, mention.end, article.sentence(mention.start)[1])
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
