"""Verify one claim sentence against passages of prose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from factlint.comparators.base import Terms
from factlint.documents.base import Document
from factlint.prose import deciding, descriptors, passages, quoting, tabled
from factlint.prose.base import Finding, PartFinding
from factlint.prose.conversely import with_converse
from factlint.prose.frames import has_value
from factlint.prose.implied import claimed_plainly, rewritten, with_implied
from factlint.prose.kinds import KINDS, Kind, Part, members
from factlint.prose.kinds.base import described, place, time
from factlint.prose.phrases import SUBJECT
from factlint.prose.reckoning import Asker, reckoned
from factlint.prose.sentence import Sentence
from factlint.prose.sharing import said_of_themselves
from factlint.values.base import Context
from factlint.verdict import Verdict


def verify(
    claim: str,
    passages_: Sequence[Document | str],
    *,
    context: Context = Context(),  # noqa: B008
    as_of: date | None = None,
) -> Finding:
    """Decide whether the passages support or refute the claim, part by part; see ``Finding``.

    context: locale, reference day and date order of the texts; as_of: the day that the claim speaks of
    Raises what parsing a document raises (FL2xx); a string never raises.
    """
    sentences = passages.read(passages_, context)
    claimed = passages.read([claim], replace(context, reference=as_of or context.reference))
    passages.share_names([*claimed, *sentences])
    terms = Terms(as_of=as_of)
    parts = [part for sentence in claimed for part in _settled(sentence, sentences, terms)]
    verdict, reason = deciding.weakest(parts)
    return Finding(" ".join(claim.split()), verdict, reason, tuple(parts))


def _settled(told: Sentence, sentences: list[Sentence], terms: Terms) -> list[PartFinding]:
    claim = claimed_plainly(_undescribed(told, sentences))
    near = with_converse(claim, with_implied(passages.candidates(claim, sentences)))
    whole = tabled.settled(claim, near)
    if whole is not None:
        return [whole]

    def plainly(one: Sentence) -> list[PartFinding]:
        return [deciding.settled(_open(part), kind.bind(part, near, terms)) for kind, part in _parts(one)]

    return reckoned(Asker(claim, near, plainly), plainly(claim))


def _undescribed(claim: Sentence, sentences: list[Sentence]) -> Sentence:
    text = descriptors.undescribed(claim, sentences)
    return claim if text == claim.text else rewritten(claim, 0, len(claim.text), text)


def _parts(claim: Sentence) -> list[tuple[Kind, Part]]:
    """Return the parts of a claim; what is quoted is no part of its own, and an identity is no mere statement."""
    found = [(kind, part) for kind in KINDS for part in kind.parts(claim)]
    quoted = quoting.spans(claim.text)
    clauses = {id(part.frame.clause) for _, part in found if part.whole}
    return [
        (kind, part)
        for kind, part in found
        if part.kind == "quotation"
        or not (
            any(start <= part.frame.token.start < end for start, end in quoted)
            or (part.kind == "statement" and (quoted or id(part.frame.clause) in clauses))
            or (part.kind == "statement" and _is_said_by_counted(claim, part))
            or (
                part.kind == "quantity"
                and id(part.frame.clause) in clauses
                and members.is_whole(claim, part.frame.at)
            )
        )
    ]


def _is_said_by_counted(claim: Sentence, part: Part) -> bool:
    """Whether a statement is what a counted group says of itself, and so a part of what its figure is of."""
    parent = part.frame.clause.parent
    counted = [p for p in claim.phrases if p.clause is parent and p.role == SUBJECT]
    return any(
        part.frame.at in said_of_themselves(claim, phrase) for phrase in counted if has_value(claim, phrase)
    )


def _open(part: Part) -> PartFinding:
    return PartFinding(
        kind=part.kind,
        text=part.text,
        verdict=Verdict.NOT_ENOUGH,
        reason="",
        value=part.value,
        counts=described(part.frame),
        place=place(part.frame),
        time=time(part.frame),
    )
