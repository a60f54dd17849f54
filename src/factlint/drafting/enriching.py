"""What a claim takes from its sentence: who says it, of which day and place, what a back-reference means."""

from __future__ import annotations

import re
from dataclasses import replace

from factlint.drafting.model import Drafted
from factlint.drafting.phrases import pattern, words
from factlint.drafting.reading import Article
from factlint.drafting.spans import Spans
from factlint.project.claims import ValueType
from factlint.values.base import DateValue, Name, Reading
from factlint.values.countries import country_of_demonym

_BACK = 400  # characters that are looked back over for a date
_OPENS = 12  # characters into a sentence at which a date still stands for all of it
_PLACED = re.compile(r"\b(?:in|at|near|around|across|outside|from|off|of) (?:the )?(?:[a-z-]+ )?$")
_NO_PLACE = frozenset({ValueType.NAME, ValueType.QUOTATION, ValueType.LIST, ValueType.STATE, ValueType.DATE})


def enriched(article: Article, claim: Drafted) -> Drafted:
    """Return the claim with what its sentence says beside its value."""
    claim = replace(
        claim,
        attribution=claim.attribution or _source(article, claim),
        flags=(*claim.flags, *_flags(article, claim)),
    )
    if claim.kind in _NO_PLACE:
        return claim
    return replace(claim, as_of=claim.as_of or _day(article, claim), place=_place(article, claim))


def _source(article: Article, claim: Drafted) -> str:
    """Return the sentence's source; a claim about the source itself has none."""
    said = article.attributions.of(claim.start)
    if said is None or claim.kind is ValueType.NAME or (claim.start < said.end and said.start < claim.end):
        return ""
    if claim.kind is ValueType.STATE and "offices" in claim.tags:
        return ""
    return said.who


def _day(article: Article, claim: Drafted) -> str:
    """Return the one closed date of the claim's clause as EDTF; "" where there are several or none."""
    start, _ = article.sentence(claim.start)
    days = [
        item
        for item in _in_clause(article, claim, article.values)
        if isinstance(item.value, DateValue) and (item.start - start < _OPENS or _near(article, claim, item))
    ]
    if len(days) != 1 or not isinstance(days[0].value, DateValue):
        return ""
    day = days[0].value
    return day.edtf if day.start and day.end and not day.edtf.startswith("[") else ""


def _near(article: Article, claim: Drafted, day: Reading) -> bool:
    """Whether no comma parts a date from the claim."""
    low, high = sorted([(claim.start, claim.end), (day.start, day.end)])
    return "," not in article.plain[low[1] : high[0]]


def _place(article: Article, claim: Drafted) -> str:
    """Return the nearest place of the clause that a preposition leads in."""
    start, _ = article.sentence(claim.start)
    near = [
        item
        for item in _in_clause(article, claim, article.names)
        if isinstance(item.value, Name)
        and item.value.kind in {"place", ""}
        and _PLACED.search(article.plain, max(start, item.start - 24), item.start)
        and not _is_of_source(article, claim, item)
    ]
    best = min(
        near, key=lambda item: min(abs(item.start - claim.end), abs(claim.start - item.end)), default=None
    )
    return article.words(best.start, best.end) if best else ""


def _is_of_source(article: Article, claim: Drafted, place: Reading) -> bool:
    """Whether a place is where the source is ("according to X, a group based in Vienna"), or a language."""
    said = article.attributions.of(claim.start)
    behind = said is not None and claim.start < said.start < place.start
    text = article.words(place.start, place.end)
    return behind or bool(country_of_demonym(text)) or text.casefold() in words("language", "words")


def _in_clause(article: Article, claim: Drafted, readings: Spans[Reading]) -> list[Reading]:
    start, end = article.sentence(claim.start)
    breaks = [
        found.start() + start
        for found in re.finditer(r"[;:] |, (?:but|while|and) ", article.plain[start:end])
    ]
    low = max([start, *(at for at in breaks if at <= claim.start)])
    high = min([end, *(at for at in breaks if at >= claim.end)])
    return readings.within(low, high)


def _flags(article: Article, claim: Drafted) -> tuple[str, ...]:
    """Say what a back-reference may mean: the date before it in its sentence, else those told just before."""
    start, end = article.sentence(claim.start)
    found = pattern("back_reference").search(article.plain, start, end)
    if not found or claim.kind in {ValueType.NAME, ValueType.QUOTATION}:
        return ()
    dates = [
        item
        for item in article.values.within(start - _BACK, found.start())
        if isinstance(item.value, DateValue)
    ]
    own = [item for item in dates if item.start >= start][-1:]
    told = list(dict.fromkeys(article.words(item.start, item.end) for item in own or dates[-2:]))
    if not told:
        return (f"'{found[0]}' points back to a day that isn't told just before",)
    verb = "counts from" if found[0].endswith(("before", "earlier", "later")) else "is read as"
    return (f"'{found[0]}' {verb} {' or '.join(told)}{': say which' if len(told) > 1 else ''}",)
