"""Propose exact selectors for the value that a claim needs, ranked by how well they will survive a redesign."""

from __future__ import annotations

from datetime import date

from factlint.documents.archives import unpacked
from factlint.documents.base import Document
from factlint.errors import FactlintError
from factlint.suggesting import cells, elements, leaves, sentences
from factlint.suggesting.base import Finder, Suggestion, Wanted

FINDERS: tuple[Finder, ...] = (leaves, cells, elements, sentences)

__all__ = ["FINDERS", "Suggestion", "Wanted", "suggest"]


def suggest(document: Document, wanted: Wanted, at: date | None = None, most: int = 5) -> list[Suggestion]:
    """Return selectors that were tried on the document: those that read the claim's value, or, where there is none,
    values of its kind; the places nearest to its words first, among equals the one that will survive most, and of
    those the nearest figure.

    Raises the document errors (FL2xx) where the document can't be read at all.
    """
    inner = unpacked(document, "", "")
    found: list[Suggestion] = []
    for finder in FINDERS:
        try:
            found += finder.find(inner, wanted)
        except FactlintError:
            continue
    if any(one.matches for one in found):
        found = [one for one in found if one.matches]
    found.sort(key=lambda one: (-_near(one, found), -one.survival, wanted.distance(one.found)))
    return _tried(found, document, at, most)


def _near(one: Suggestion, found: list[Suggestion]) -> int:
    """Return how near a place is to the claim's words, in thirds of the nearest."""
    most = max((other.nearness for other in found), default=0)
    return 3 * one.nearness // most if most else 0


def _tried(found: list[Suggestion], document: Document, at: date | None, most: int) -> list[Suggestion]:
    kept: list[Suggestion] = []
    for one in found:
        if len(kept) == most:
            break
        try:
            passage = one.selector.select(document, at)
        except FactlintError:
            continue
        if " ".join(passage.text.split()) == " ".join(one.found.split()):
            kept.append(one)
    return kept
