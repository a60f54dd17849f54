"""Verify one claim sentence against passages of prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factlint.comparators.base import Terms
from factlint.documents.base import Document
from factlint.prose import deciding, passages, quantities
from factlint.prose.base import Finding, PartFinding
from factlint.prose.frames import frame
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag
from factlint.values.base import Context
from factlint.verdict import Verdict


def verify(
    claim: str,
    passages_: Sequence[Document | str],
    *,
    context: Context = Context(),
    as_of: date | None = None,
) -> Finding:
    """Decide whether the passages support or refute the claim, part by part; see ``Finding``.

    context: locale, reference day and date order of the texts; as_of: the day that the claim speaks of
    Raises what parsing a document raises (FL2xx); a string never raises.
    """
    sentences = passages.read(passages_, context)
    claimed = passages.read([claim], replace(context, reference=as_of or context.reference))
    parts = [part for sentence in claimed for part in _parts(sentence, sentences, Terms(as_of=as_of))]
    verdict, reason = deciding.weakest(parts)
    return Finding(" ".join(claim.split()), verdict, reason, tuple(parts))


def _parts(claim: Sentence, sentences: list[Sentence], terms: Terms) -> list[PartFinding]:
    near = passages.candidates(claim, sentences)
    parts = []
    for at, token in enumerate(claim.tokens):
        if token.tag is not Tag.VALUE:
            continue
        made = frame(claim, at)
        part = PartFinding(
            kind="quantity",
            text=claim.text[token.start : token.end],
            verdict=Verdict.NOT_ENOUGH,
            reason="",
            value=made.quantity,
            counts=quantities.described(made),
            place=quantities.place(made),
            time=quantities.time(made),
        )
        parts.append(deciding.settled(part, quantities.bindings(made, near, terms)))
    return parts
