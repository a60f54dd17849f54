"""Propose the words that would be right: in the article, and in the claims that quote them.

Proposed is only what can be placed: the claim is refuted or imprecise, its references agree on what it should
say, its quote stands in the article exactly once, and the value's words stand in the quote exactly once.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factlint.errors import CantEditError
from factlint.project import anchors
from factlint.project.claims import Claim, ValueType
from factlint.project.edit import set_value
from factlint.project.model import ClaimsDocument, LoadedClaim
from factlint.results import ClaimResult, Report, Verdict

_IN_PLACE = (ValueType.QUANTITY, ValueType.DATE, ValueType.NAME, ValueType.QUOTATION)
"""Types whose right words can stand where the wrong ones do; of the others they describe what is right."""


@dataclass(frozen=True, slots=True)
class Fix:
    """New words for a stretch of the article; ``start`` and ``end`` count its characters."""

    claim: str
    start: int
    end: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Patch:
    """A file before and after; ``name`` is how the diff calls it."""

    path: Path
    name: str
    before: str
    after: str


def fixes(report: Report, claims: Iterable[LoadedClaim], text: str) -> tuple[list[Fix], dict[str, str]]:
    """Return what can be corrected in the article's file, in its order, and why other claims can't be."""
    known = {item.claim.id: item for item in claims}
    found: list[Fix] = []
    left: dict[str, str] = {}
    for claim in report.claims:
        if not _wanting(claim) or claim.id not in known:
            continue
        try:
            fix = _fix(claim, known[claim.id], text)
            _check_apart(fix, found)
        except CantEditError as error:
            left[claim.id] = error.message
        else:
            found.append(fix)
    return sorted(found, key=lambda fix: fix.start), left


def patched(document: ClaimsDocument, text: str, found: list[Fix]) -> tuple[str, str]:
    """Return the article's and the claims file's text with the fixes applied. Raises CantEditError."""
    claims = document.path.read_text(encoding="utf-8")
    for number in range(len(document.model.claims)):
        claims = _moved(claims, document, number, text, found)
    return _applied(text, 0, found), claims


def unified(patch: Patch) -> str:
    """Return a patch as a unified diff that ``git apply`` takes."""
    lines = difflib.unified_diff(
        patch.before.splitlines(keepends=True),
        patch.after.splitlines(keepends=True),
        f"a/{patch.name}",
        f"b/{patch.name}",
    )
    marked = (line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(marked)


def _wanting(claim: ClaimResult) -> bool:
    settled = claim.accepted or claim.waived
    wrong = claim.verdict is Verdict.REFUTED
    return bool(claim.discrepancies and not settled and (wrong or claim.verdict is Verdict.SUPPORTED))


def _fix(claim: ClaimResult, loaded: LoadedClaim, text: str) -> Fix:
    new = _suggestion(claim)
    if loaded.kind not in _IN_PLACE:
        raise CantEditError(f"it should say '{new}', which a sentence has to be written for")
    places = anchors.find(loaded.claim.quote, text).places
    if len(places) != 1:
        raise CantEditError("the article's file doesn't hold its quote exactly once")
    start, end = places[0]
    words, value = anchors.fold(text[start:end]), anchors.fold(claim.claimed.text)
    if words.count(value) != 1:
        raise CantEditError(f"the quote doesn't hold '{claim.claimed.text}' exactly once")
    at = start + words.index(value)
    return Fix(claim.id, at, at + len(value), text[at : at + len(value)], new)


def _suggestion(claim: ClaimResult) -> str:
    suggested = {one.suggestion for one in claim.discrepancies}
    if suggested == {""}:
        raise CantEditError("no words that would be right can be told")
    if len(suggested) > 1:
        raise CantEditError("its references don't agree on what it should say")
    return suggested.pop()


def _check_apart(fix: Fix, others: list[Fix]) -> None:
    for other in others:
        if fix.start < other.end and other.start < fix.end:
            raise CantEditError(f"the same words are corrected for {other.claim}")


def _moved(claims: str, document: ClaimsDocument, number: int, text: str, found: list[Fix]) -> str:
    """Return the claims file with one claim's value and quote as the corrected article has them."""
    claim, at = document.model.claims[number], ("claims", number)
    places = anchors.find(claim.quote, text).places
    if len(places) != 1:
        return claims
    start, end = places[0]
    inside = [fix for fix in found if start <= fix.start and fix.end <= end]
    for fix in inside:
        if fix.claim == claim.id:
            claims = set_value(claims, (*at, "value"), _value(claim, fix))
    if not inside:
        return claims
    nested = isinstance(document.yaml.data["claims"][number]["quote"], dict)
    path = (*at, "quote", "exact") if nested else (*at, "quote")
    return set_value(claims, path, _applied(claim.quote.exact, start, inside))


def _value(claim: Claim, fix: Fix) -> str:
    """Return the claim's value with the right words, beside whatever else it says ("people")."""
    said = claim.value if isinstance(claim.value, str) else ""
    return said.replace(fix.old, fix.new) if said.count(fix.old) == 1 else fix.new


def _applied(text: str, offset: int, found: list[Fix]) -> str:
    """Replace the fixes' words in a text that begins at ``offset`` of the article."""
    parts, at = [], 0
    for fix in found:
        parts += [text[at : fix.start - offset], fix.new]
        at = fix.end - offset
    return "".join([*parts, text[at:]])


def lost(before: str, after: str, document: ClaimsDocument) -> Iterator[str]:
    """Yield the claims whose surroundings (prefix, suffix) the corrections changed, to be edited by hand."""
    for claim in document.model.claims:
        surrounded = claim.quote.prefix or claim.quote.suffix
        if (
            surrounded
            and anchors.find(claim.quote, before).places
            and not anchors.find(claim.quote, after).places
        ):
            yield claim.id
