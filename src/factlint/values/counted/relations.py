"""How what a claim counts relates to what a reference counts."""

from __future__ import annotations

from enum import StrEnum

from factlint.values.base import Counted
from factlint.values.counted import measures
from factlint.values.counted.measures import Vocabulary
from factlint.values.countries import nation


class Relation(StrEnum):
    """What the found count is, seen from the claimed one."""

    SAME = "same"
    NARROWER = "narrower"  # the reference counts a part of it: soldiers -> Russian soldiers
    WIDER = "wider"  # the reference counts more than it: killed -> killed or wounded
    DIFFERENT = "different"
    UNKNOWN = "unknown"  # one side doesn't say


def compatible(claimed: Counted, found: Counted, vocabulary: Vocabulary | None = None) -> Relation:
    """Return how ``found`` relates to ``claimed``, from their measures, head nouns and modifiers together.

    A part that only one side states is unknown; a part that neither states says nothing. Any part that
    differs makes the whole different, and so does a part that is narrower beside one that is wider.
    """
    vocabulary = vocabulary or measures.load()
    if not (_says(claimed) and _says(found)):
        return Relation.UNKNOWN
    parts = {
        measure_relation(claimed.measure, found.measure, vocabulary),
        _head_relation(claimed, found, vocabulary),
        _modifier_relation(claimed, found),
    }
    if Relation.DIFFERENT in parts or {Relation.NARROWER, Relation.WIDER} <= parts:
        return Relation.DIFFERENT
    for relation in (Relation.NARROWER, Relation.WIDER, Relation.UNKNOWN):
        if relation in parts:
            return relation
    return Relation.SAME


def combine(measure: Counted, population: Counted) -> Counted:
    """Join a measure and a population that a claims file states apart."""
    words = " ".join(part for part in (population.text, measure.text) if part)
    return Counted(
        measure.measure or population.measure,
        population.head or measure.head,
        population.modifiers or measure.modifiers,
        words,
    )


def measure_relation(claimed: str, found: str, vocabulary: Vocabulary) -> Relation:
    """Relate two measure names; a joint measure is wider than each of its members."""
    if claimed == found:
        return Relation.SAME
    if not claimed or not found:
        return Relation.UNKNOWN
    return _by_parts(
        vocabulary.leaves(claimed) - {claimed}, vocabulary.leaves(found) - {found}, claimed, found
    )


def _by_parts(
    inside_claimed: frozenset[str], inside_found: frozenset[str], claimed: str, found: str
) -> Relation:
    if claimed in inside_found or (inside_claimed and inside_claimed < inside_found):
        return Relation.WIDER
    if found in inside_claimed or (inside_found and inside_found < inside_claimed):
        return Relation.NARROWER
    return Relation.DIFFERENT


def _says(counted: Counted) -> bool:
    return bool(counted.measure or counted.head or counted.modifiers)


def _head_relation(claimed: Counted, found: Counted, vocabulary: Vocabulary) -> Relation:
    left, right = claimed.head, found.head
    if left == right or (
        claimed.measure
        and claimed.measure == found.measure
        and not (left and right)
        and _is_thing(left or right, claimed.measure, vocabulary)
    ):
        return Relation.SAME
    if not left or not right:
        return Relation.UNKNOWN
    if left not in vocabulary.head_parts or right not in vocabulary.head_parts:
        return Relation.UNKNOWN
    return _by_parts(vocabulary.kinds(left) - {left}, vocabulary.kinds(right) - {right}, left, right)


def _is_thing(head: str, measure: str, vocabulary: Vocabulary) -> bool:
    """Whether the head noun says no more than the measure does ("votes" counts votes)."""
    term = vocabulary.term_at(head.split(), 0)
    return term is not None and term[0].measure == measure


def _modifier_relation(claimed: Counted, found: Counted) -> Relation:
    left, right = _canonical(claimed.modifiers), _canonical(found.modifiers)
    only_claimed, only_found = left - right, right - left
    if not only_claimed and not only_found:
        return Relation.SAME
    if any(map(nation, only_claimed)) and any(map(nation, only_found)):
        return Relation.DIFFERENT
    same_measure = claimed.measure and claimed.measure == found.measure
    if (only_claimed and only_found) or not (same_measure or (claimed.head and found.head)):
        return Relation.UNKNOWN
    return Relation.NARROWER if only_found else Relation.WIDER


def _canonical(modifiers: tuple[str, ...]) -> set[str]:
    """Let "Ukraine's" and "Ukrainian" be one modifier."""
    return {nation(word) or word for word in modifiers}
