"""What a list in a sentence says to a claim: to a list of its own, to a number, to "the only one"."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.prose import labels, timing
from factlint.prose.base import Agreement
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.modes import modes
from factlint.prose.pointing import earlier
from factlint.prose.rows import Row
from factlint.prose.sentence import Sentence
from factlint.prose.tabled.base import Answer, date_of, low
from factlint.prose.tabled.enumerations import Enumeration, enumerations
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue, Sense


def enumerated(claim: Sentence, sentences: Iterable[Sentence]) -> list[Answer]:
    """Return what each list of the passages says to the claim, where it says anything."""
    if len(claim.tokens) > _LONGEST or _is_denied(claim):
        return []
    ours = enumerations(claim)
    found = []
    for sentence in sentences:
        if isinstance(sentence, Row) or sentence.told is not None or _is_denied(sentence):
            continue
        if modes(sentence.tokens) != modes(claim.tokens):
            continue
        of_parts = _as_parts(ours[0], sentence) if len(ours) == 1 else None
        found += [of_parts] if of_parts is not None else []
        for theirs in enumerations(sentence):
            answer = _as_list(ours[0], theirs) if len(ours) == 1 else None
            answer = answer or ((_as_number(claim, theirs) or _as_only(claim, theirs)) if not ours else None)
            found += [answer] if answer is not None else []
    return found


_LONGEST = 60  # tokens of a claim


def _is_denied(sentence: Sentence) -> bool:
    return any(token.tag is Tag.NOT for token in sentence.tokens)


def _as_list(ours: Enumeration, theirs: Enumeration) -> Answer | None:
    """Hold the items of two lists of one thing against each other."""
    missing = [
        item for item in ours.items if not any(_is_same(ours, item, theirs, it) for it in theirs.items)
    ]
    if len(missing) == len(ours.items) or not _is_of_one(ours.sentence, ours.inside, theirs):
        return None
    numbers = {
        low(t.quantity) for at, t in enumerate(ours.sentence.tokens) if t.quantity and at not in ours.inside
    }
    if numbers - {float(len(ours.items))}:
        return None
    if missing:
        told = ", ".join(" ".join(t.word for t in ours.names(item)) for item in missing)
        return Answer(False, theirs.sentence, f"the list doesn't have {told}") if theirs.is_whole else None
    exclusive = ours.is_composed or bool(numbers)
    if exclusive and len(ours.items) < len(theirs.items):
        return Answer(False, theirs.sentence, f"the list has {len(theirs.items)}")
    if exclusive and not theirs.is_whole:
        return None
    return Answer(True, theirs.sentence, "the list has them all")


def _is_same(ours: Enumeration, item: tuple[int, int], theirs: Enumeration, other: tuple[int, int]) -> bool:
    """Whether two items are one: the shorter name's words are all the other's."""
    left, right = ours.names(item), theirs.names(other)
    short, long = (left, right) if len(left) <= len(right) else (right, left)
    return all(any(a.word == b.word or labels.says_same(a, b) for b in long) for a in short)


def _is_of_one(claim: Sentence, inside: frozenset[int], theirs: Enumeration) -> bool:
    """Whether the list's clause, with what stands before it, says all else that the claim does, and of that time."""
    kinds = (token for item in theirs.items for token in theirs.words(item) if not token.proper)
    near = [*theirs.around, *kinds]
    before = [token for place in _before(theirs.sentence) for token in place.tokens]
    verbs = {clause.verb for clause in claim.clauses}
    for at, token in enumerate(claim.tokens):
        if at in inside or not labels.matters(token) or _is_plain(token, theirs):
            continue
        scope = near if at in verbs else [*near, *before]
        if not labels.is_among(token, scope):
            return False
    return _is_timely(claim, theirs)


def _is_plain(token: Token, theirs: Enumeration) -> bool:
    """Whether a word of the claim only says that there is a list, as the passage does in its own way."""
    if token.word in ("member", "members"):
        return theirs.is_composed
    return bool(set(token.stem.split("_")) & labels.stemmed("composing")) and theirs.is_composed


def _before(sentence: Sentence) -> list[Sentence]:
    return [*list(earlier(sentence))[:3], *([sentence.heading] if sentence.heading else [])]


def _is_timely(claim: Sentence, theirs: Enumeration) -> bool:
    agreed = timing.agree(
        _dates(claim.tokens),
        _dates(theirs.sentence.tokens),
        [day for place in _before(theirs.sentence) for day in _dates(place.tokens)],
    )
    return agreed in (Agreement.SAME, Agreement.COMPATIBLE)


def _dates(tokens: Iterable[Token]) -> list[DateValue]:
    return [day for token in tokens if (day := date_of(token)) is not None]


def _as_number(claim: Sentence, theirs: Enumeration) -> Answer | None:
    """Hold a number of the claim against the number of items: fewer than there are is wrong, more only if all are told."""
    values = [(at, t) for at, t in enumerate(claim.tokens) if t.tag is Tag.VALUE and t.quantity is not None]
    told = {low(t.quantity) for t in theirs.around if t.tag is Tag.VALUE}
    if len(values) != 1 or theirs.is_partial or told - {float(len(theirs.items))}:
        return None
    at, token = values[0]
    quantity = token.quantity
    kind = next((t for t in claim.tokens[at + 1 : at + 4] if t.tag is Tag.NOUN), None)
    if quantity is None or quantity.unit or quantity.sense is not Sense.POINT or kind is None:
        return None
    alone = [item for item in theirs.items if labels.is_among(kind, theirs.words(item))]
    if not alone and not labels.is_among(kind, theirs.around) and kind.stem not in lexicon().anaphors:
        return None  # "three countries" needs no word for it where three are named
    kinds = frozenset(n for n, t in enumerate(claim.tokens) if t is kind)
    if not _is_of_one(claim, kinds, theirs):
        return None
    number, count = low(quantity), len(theirs.items)
    if number is None or (number > count and not (theirs.is_whole or told)):
        return None
    return Answer(number == count, theirs.sentence, f"the list has {count}")


def _as_only(claim: Sentence, theirs: Enumeration) -> Answer | None:
    """Refute that one is the only one where the list has it with others of which the same is said."""
    only = frozenset(at for at, token in enumerate(claim.tokens) if token.word in ("only", "sole"))
    if not only or theirs.is_partial:
        return None
    named = [
        frozenset(
            at for at, t in enumerate(claim.tokens) if any(t.word == w.word for w in theirs.names(item))
        )
        for item in theirs.items
    ]
    named = [places for places in named if places]
    if len(named) != 1 or not _is_of_one(claim, named[0] | only, theirs):
        return None
    return Answer(False, theirs.sentence, f"the list has {len(theirs.items)}")


def _as_parts(ours: Enumeration, sentence: Sentence) -> Answer | None:
    """Refute a list of more or fewer parts than "a two-party coalition" has."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:-2]):
        number, part, whole = low(token.quantity), tokens[at + 1], tokens[at + 2]
        if not token.compound or number is None or part.stem not in _PARTS or number == len(ours.items):
            continue
        told = Enumeration(sentence, ((at, at + 1),))
        if (
            ours.is_composed
            and labels.is_among(whole, ours.around)
            and _is_of_one(ours.sentence, ours.inside, told)
        ):
            return Answer(False, sentence, f"it is of {token.word}")
    return None


_PARTS = frozenset(map(stem, "party member nation country club state man woman person".split()))
