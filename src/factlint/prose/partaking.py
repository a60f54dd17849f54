"""Who takes part in a deed that a clause tells, by the roles that its verb gives them."""

from __future__ import annotations

from factlint.prose.clauses import Clause, Kind
from factlint.prose.converse import BOTH, Side
from factlint.prose.frames import subjects
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag


def taking_part(sentence: Sentence, clause: Clause, side: Side, *, turned: bool) -> dict[str, Phrase]:
    """Return who takes part, by his letter; turned: the clause is in the passive, and the side isn't.

    Nobody does where an object is left over, so that another deed is told: "lost the seat to B" is no "lost to B".
    """
    first = [p for p in _subjects(sentence, clause) if _is_party(sentence, p)]
    if BOTH in side.roles.values():
        return _one_another(sentence, clause, side, first)
    behind = [p for p in sentence.of(clause) if p.first > (clause.verb or 0)]
    objects = [p for p in behind if p.role == OBJECT and not p.joined]
    governed = _governed(sentence, clause, side, objects)
    by = next((p for p in behind if p.role == "by" and _is_party(sentence, p)), None)
    subject = first[0] if first else None
    doer, thing = (by, subject) if turned else (subject, objects.pop(0) if objects else None)
    if (
        governed is None and side.preposition[1] == "to" and objects
    ):  # "gave him a watch", "he was given a watch"
        governed, thing = thing, objects.pop(0)
    if objects or (thing is not None and OBJECT not in side.roles.values() and not turned):
        return {}
    if turned and OBJECT not in side.roles.values():
        return {}
    told = {SUBJECT: doer, OBJECT: thing, side.preposition[1]: governed}
    found = {letter: told.get(role) for letter, role in side.roles.items()}
    return {letter: phrase for letter, phrase in found.items() if phrase is not None}


def _subjects(sentence: Sentence, clause: Clause) -> list[Phrase]:
    """Return a clause's subjects; those of the main clause where it has none: "after losing to B"."""
    found = subjects(sentence, clause)
    bare = not found and clause.kind is Kind.SUBORDINATE and clause.parent is not None
    return subjects(sentence, clause.parent) if bare and clause.parent is not None else found


def _one_another(sentence: Sentence, clause: Clause, side: Side, first: list[Phrase]) -> dict[str, Phrase]:
    """Return the two of whom something is said together: "A and B met", not "A and B met C"."""
    behind = [p for p in sentence.of(clause) if p.first > (clause.verb or 0) and not p.joined]
    objects = [p for p in behind if p.role == OBJECT]
    things = [letter for letter, role in side.roles.items() if role == OBJECT]
    alone = len(first) == 2 and first[1].joined and not any(p.role == "with" for p in behind)
    if not alone or len(objects) != len(things):
        return {}
    pair = [letter for letter, role in side.roles.items() if role == BOTH]
    return dict(zip((*pair, *things), (*first, *objects), strict=True))


def _governed(sentence: Sentence, clause: Clause, side: Side, objects: list[Phrase]) -> Phrase | None:
    """Return who stands behind the side's preposition, which may be told with the verb as one word: "lost to"."""
    preposition = side.preposition[1]
    if not preposition:
        return None
    if sentence.tokens[clause.verb or 0].stem.endswith(f"_{preposition}") and objects:
        return objects.pop(0)
    told = (p for p in sentence.of(clause) if p.role == preposition and p.first > (clause.verb or 0))
    return next((p for p in told if _is_party(sentence, p)), None)


def _is_party(sentence: Sentence, phrase: Phrase) -> bool:
    return sentence.tokens[phrase.head].tag in (Tag.NOUN, Tag.PRON)
