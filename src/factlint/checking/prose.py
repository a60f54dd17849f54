"""A reference whose selector is a bare ``passage``: the claim itself looks for the sentence that settles it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeGuard

from factlint.checking.views import value_view
from factlint.documents.base import Document
from factlint.documents.nearest import shortened
from factlint.errors import NoMatchError
from factlint.project.anchors import find
from factlint.project.claimed import context_of, told
from factlint.project.model import LoadedClaim
from factlint.project.references import Reading
from factlint.selectors.base import Passage, SelectorBase
from factlint.selectors.passage import PassageSelector
from factlint.values.base import Quantity, Value
from factlint.verdict import Verdict

if TYPE_CHECKING:
    from factlint.prose import Binding, Finding, PartFinding

_CONTEXT = 600


def is_bare(selector: SelectorBase) -> TypeGuard[PassageSelector]:
    """Whether a selector leaves it to the claim to find the passage."""
    return isinstance(selector, PassageSelector) and not selector.near


def settling(
    claim: LoadedClaim, selector: PassageSelector, reading: Reading, document: Document, at: date | None
) -> tuple[Passage, Value]:
    """Return the sentence that settles the claim and the value that it gives.

    Raises NoMatchError, which says what part is missing, and the document errors (FL2xx).
    """
    from factlint.prose import verify

    context = replace(context_of(claim.file.model.article), reference=at)
    finding = verify(sentence_of(claim), [selector.text(document)], context=context, as_of=at)
    part = _part(finding, claim)
    if part is None or part.best is None or part.verdict is Verdict.NOT_ENOUGH or part.best.value is None:
        reason = part.reason if part is not None else finding.reason
        raise NoMatchError(f"no sentence settles the claim: {reason}", hint="write a selector, or 'near:'")
    value = part.best.value
    return _passage(part.best), told(value, reading) if isinstance(value, Quantity) else value


def sentence_of(claim: LoadedClaim) -> str:
    """Return the article's sentence around the claim's quote, or the quote with what the claim declares beside it."""
    text = claim.file.text
    if text is not None:
        match = find(claim.claim.quote, text)
        if len(match.places) == 1:
            start, end = match.places[0]
            from factlint.documents.text import PlainText

            return PlainText(text).around(start, end)
    declared = claim.claim
    quote = declared.quote
    words = [quote.prefix or "", quote.exact, quote.suffix or ""]
    words += [part for part in (declared.population, declared.measure) if part and part not in quote.exact]
    place = f"in {declared.place}" if declared.place and declared.place not in quote.exact else ""
    return " ".join(" ".join([*words, place]).split())


def _part(finding: Finding, claim: LoadedClaim) -> PartFinding | None:
    """Return the part of the sentence that holds the claim's own value."""
    ours = value_view(claim.value)
    for part in finding.parts:
        if part.value is not None and type(part.value) is type(claim.value):
            theirs = value_view(part.value)
            if (ours.low, ours.high) == (theirs.low, theirs.high) and ours.reading[:4] == theirs.reading[:4]:
                return part
    return finding.parts[0] if len(finding.parts) == 1 else None


def _passage(found: Binding) -> Passage:
    return Passage(
        text=found.found,
        context=shortened(found.passage, _CONTEXT),
        locator=f"the sentence that settles the claim, characters {found.start}-{found.end} of it",
    )
