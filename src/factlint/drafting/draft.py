"""Draft the claims of one article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factlint.drafting.anchoring import Anchors
from factlint.drafting.contradictions import contradictions
from factlint.drafting.enriching import enriched
from factlint.drafting.finders import FINDERS, statements
from factlint.drafting.leaving import REPEATED, UNREAD, reason
from factlint.drafting.model import Draft, Drafted, LeftOut
from factlint.drafting.naming import named
from factlint.drafting.reading import Article
from factlint.drafting.worth import weighed
from factlint.errors import AnchorValueError
from factlint.project.claimed import check_quote
from factlint.project.claims import Claim, Quote, ValueType
from factlint.values import read


def draft(article: Article, more: Iterable[Drafted] = (), taken: Iterable[str] = ()) -> Draft:
    """Return the article's claims in reading order, what was left out, and its own contradictions.

    more: claims that were found otherwise and are taken in; taken: ids that other claims have
    """
    found = [*(item for finder in FINDERS for item in finder(article)), *more]
    found += statements.find(article, [item.span for item in found if item.kind is not ValueType.NAME])
    anchors = Anchors(article)
    claims = [
        replace(weighed(article, enriched(article, item)), quote=quoted(article, anchors, item))
        for item in sorted(found, key=lambda item: (item.start, item.end))
    ]
    anchored = named((claim for claim in claims if claim.quote), taken)
    return Draft(tuple(anchored), tuple(left_out(article, claims)), tuple(contradictions(article)))


def quoted(article: Article, anchors: Anchors, claim: Drafted) -> Quote | None:
    """Return the shortest quote in which the claim's value reads as it does alone; ``None`` if none is unique."""
    quote = anchors.quote(claim)
    if quote is None or claim.kind not in {None, ValueType.DATE} or not isinstance(claim.value, str):
        return quote
    kind = ValueType.DATE if claim.kind else ValueType.QUANTITY
    value = read(claim.value, like=kind.value, context=article.context)
    try:
        check_quote(Claim(id="drafted", quote=quote, value=claim.value), value, article.context)
    except AnchorValueError:
        return anchors.surrounded(claim)
    return quote


def left_out(article: Article, claims: Iterable[Drafted]) -> list[LeftOut]:
    """Return the values that no claim holds, each with the reason."""
    claims = list(claims)
    held = {at for claim in claims for at in range(claim.start, claim.end)}
    found = [
        LeftOut(claim.start, claim.end, article.words(claim.start, claim.end), REPEATED)
        for claim in claims
        if claim.quote is None
    ]
    for reading in article.values:
        why = reason(article, reading) or ("" if reading.start in held or reading.end - 1 in held else UNREAD)
        if why:
            words = article.words(reading.start, reading.end)
            found.append(LeftOut(reading.start, reading.end, words, why))
    return sorted(found, key=lambda item: item.start)
