"""Split a clause between its figures, and tell what the stretches of the others say of this one too."""

from __future__ import annotations

from itertools import pairwise

from factlint.prose.clauses import STATES, Clause
from factlint.prose.frames import PLACING, has_value
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.ranks import rank
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.prose.whens import is_told, says_when

_COMPARING = frozenset(("from", "versus", "against", "than"))
_OF_THEM = frozenset(("them", "whom", "which", "those", "these"))


def stretches(sentence: Sentence, clause: Clause, at: int) -> tuple[list[int], list[list[int]]]:
    """Split a clause between its figures; return what stands before the first one's phrase, and the stretches.

    Around a date the clause is split between its dates, around a rank between its ranks; around anything else
    it stays whole.
    """
    taken, token = wholes(sentence, clause) | _definite(sentence, clause), sentence.tokens[at]
    values = [i for i in clause.members if _is_alike(sentence.tokens[i], token) and i not in taken]
    values = [i for i in values if sentence.tokens[i].tag is not Tag.DATE or is_told(sentence, i)] or values
    if len(values) < 2 or not (token.tag in (Tag.VALUE, Tag.DATE) or rank(token.stem)):
        return [], [list(clause.members)]
    starts = [_start(sentence, before, here) for before, here in pairwise(values)]
    first = _phrase_start(sentence, values[0])
    bounds = [first, *starts, clause.members[-1] + 1]
    found = [[i for i in clause.members if low <= i < high] for low, high in pairwise(bounds)]
    return [i for i in clause.members if i < first], found


def _definite(sentence: Sentence, clause: Clause) -> frozenset[int]:
    """Return the figures that only say how many there are of which one is told: "the older of the two bridges"."""
    parts = [
        p
        for p in sentence.of(clause)
        if p.role == "of" and p.holder is not None and sentence.tokens[p.first].word == "the"
    ]
    parts = [
        p
        for p in parts
        if p.holder is not None and p.holder.role == SUBJECT and not has_value(sentence, p.holder)
    ]
    return frozenset(
        at for p in parts for at in range(p.first, p.last + 1) if sentence.tokens[at].tag is Tag.VALUE
    )


def _is_alike(token: Token, other: Token) -> bool:
    if rank(other.stem):
        return rank(token.stem) is not None
    return token.tag is other.tag and (token is other or not token.compound)


def _phrase_start(sentence: Sentence, at: int) -> int:
    phrase = sentence.phrase_at(at)
    start = phrase.first if phrase else at
    before = sentence.tokens[start - 1] if start else None
    return start - 1 if before is not None and before.tag in (Tag.PREP, Tag.TO) else start


def _start(sentence: Sentence, before: int, here: int) -> int:
    """Return where the stretch of a figure starts, the one before it being at ``before``."""
    start, tokens = _phrase_start(sentence, here), sentence.tokens
    between = range(here - 1, before, -1)
    joined = next((at for at in between if tokens[at].tag is Tag.CONJ or tokens[at].word == ","), None)
    compared = next((at for at in between if tokens[at].word in _COMPARING), None)
    bounds = [at for at in (joined, compared) if at is not None]
    return max(bounds) if bounds else start if start > before else here


def wholes(sentence: Sentence, clause: Clause) -> frozenset[int]:
    """Return the figures that only say of how many another one is a part: "9 of the 30 homes"."""
    several = sum(token.tag is Tag.VALUE for token in sentence.tokens) > 1
    found = set()
    for phrase in sentence.of(clause):
        opens = phrase.holder is None and phrase.first < 3 and several
        part = phrase.holder is not None and has_value(sentence, phrase.holder)
        if phrase.role == "of" and (opens or part):
            found |= {i for i in range(phrase.first, phrase.last + 1) if sentence.tokens[i].tag is Tag.VALUE}
    return frozenset(found)


def nominal(sentence: Sentence, at: int) -> Phrase | None:
    """Return the noun that a figure belongs to, where the clause says nothing of the figure itself."""
    phrase = sentence.phrase_at(at)
    if phrase is None or sentence.tokens[at].tag is not Tag.VALUE:
        return None
    if sentence.tokens[at].compound:
        return phrase
    if _is_age_beside(sentence, at):
        return next((p for p in reversed(sentence.phrases) if p.last == at - 2), None)
    holder = phrase.holder
    if (
        phrase.role != "of"
        or holder is None
        or holder.role in (SUBJECT, OBJECT)
        or has_value(sentence, holder)
    ):
        return None
    return holder


_SIZES = frozenset(("tall", "high", "long", "wide", "deep", "old", "thick", "heavy", "across"))


def _is_age_beside(sentence: Sentence, at: int) -> bool:
    """Whether a figure is an age between commas or brackets behind a person."""
    token, behind = sentence.tokens[at], sentence.tokens[at + 1 : at + 2]
    age = token.quantity is not None and token.quantity.unit == "year" and token.word.isdecimal()
    size = token.quantity is not None and bool(token.quantity.unit) and behind and behind[0].word in _SIZES
    return bool(age or size) and at > 1 and sentence.tokens[at - 1].word in {",", "("}


def beside(
    sentence: Sentence, lead: list[int], others: list[list[int]], mine: list[int], at: int
) -> list[int]:
    """Return what the stretches of other figures tell of this one too: the verb, the other side, and, where it has
    none of its own, place and time."""
    tokens = sentence.tokens
    numbers = [number for stretch in others for number in stretch]
    found = []
    if not any(tokens[number].tag is Tag.VERB and not _is_reduced(sentence, number) for number in mine):
        found += [number for number in numbers if tokens[number].tag is Tag.VERB]
    quantity = tokens[at].quantity
    if quantity is not None and quantity.unit == "%" and quantity.role == "by":
        found += [number for number in numbers if number < at and tokens[number].tag is Tag.NOUN]
    dated = any(tokens[number].tag is Tag.DATE for number in (*mine, *lead))
    if not dated and not says_when(sentence, mine):
        told = [stretch for stretch in others if tokens[stretch[0]].word not in _COMPARING or stretch[0] < at]
        found += [number for stretch in told for number in stretch if tokens[number].tag is Tag.DATE]
    parts = {number for stretch in others if _is_part(sentence, stretch) for number in stretch}
    around = [p for p in sentence.phrases if p.head in numbers and p.head not in parts]
    if _opens_part(sentence, mine):
        whole = [p for p in around if not has_value(sentence, p)]
        found += [number for p in whole for number in range(p.first, p.last + 1)]
    return found + _places(sentence, around, [*lead, *mine]) + _sides(sentence, around, at)


def _opens_part(sentence: Sentence, stretch: list[int]) -> bool:
    """Whether a stretch tells how many of those counted before are of a kind: ", among them 900 children"."""
    words = [sentence.tokens[at].word for at in stretch if sentence.tokens[at].tag is not Tag.MARK]
    return words[:1] == ["including"] or words[:2] == ["among", "them"]


def _is_reduced(sentence: Sentence, at: int) -> bool:
    """Whether a verb before the clause's own only narrows the noun before it: "people living near it were told"."""
    clause, token = sentence.owners.get(at), sentence.tokens[at]
    main = clause.verb if clause is not None else None
    return main is not None and at < main and token.word.endswith(("ing", "ed", "en"))


def _is_part(sentence: Sentence, stretch: list[int]) -> bool:
    """Whether a stretch tells of a part: "7.2 million of them in Brazil"."""
    figure = next((number for number in stretch if sentence.tokens[number].tag is Tag.VALUE), None)
    if figure is None:
        return False
    after = [token.word for token in sentence.tokens[figure + 1 : figure + 3]]
    return len(after) == 2 and after[0] == "of" and after[1] in _OF_THEM


def _places(sentence: Sentence, around: list[Phrase], mine: list[int]) -> list[int]:
    if any(phrase.head in mine and phrase.role in PLACING for phrase in sentence.phrases):
        return []
    placed = [phrase for phrase in around if phrase.role in PLACING and not has_value(sentence, phrase)]
    return [number for phrase in placed for number in range(phrase.first, phrase.last + 1)]


def without_place(sentence: Sentence, lead: list[int], mine: list[int], at: int) -> list[int]:
    """Drop the place that opens a clause for a figure that a place of its own leads in: "and in Berga county 17"."""
    placed = [p for p in sentence.phrases if p.role in PLACING and not has_value(sentence, p)]
    if not any(p.head in mine and p.last < at for p in placed):
        return lead
    away = {number for p in placed if p.head in lead for number in range(p.first - 1, p.last + 1)}
    return [number for number in lead if number not in away]


def _sides(sentence: Sentence, around: list[Phrase], at: int) -> list[int]:
    """Return the nouns of the subject for a figure behind the verb, and those of the object for one before it."""
    own = sentence.phrase_at(at)
    if own is None:
        return []
    verbal = any(sentence.tokens[n].tag is Tag.VERB for n in own.clause.members)
    if own.role == SUBJECT and not verbal:
        return []
    wanted = OBJECT if own.role == SUBJECT else SUBJECT
    sides = [phrase for phrase in around if phrase.role == wanted]
    numbers = [number for phrase in sides for number in range(phrase.first, phrase.last + 1)]
    return [number for number in numbers if sentence.tokens[number].tag is Tag.NOUN]


def nouns_beside(sentence: Sentence, others: list[list[int]], at: int) -> list[int]:
    """Return the nouns that the figure of the same unit beside a bare one counts ("210 and 340 cases")."""
    mine, phrase = sentence.tokens[at].quantity, sentence.phrase_at(at)
    if mine is None or (phrase is not None and sentence.nouns(phrase)):
        return []
    for number in (number for stretch in others for number in stretch):
        theirs = sentence.tokens[number].quantity
        other = sentence.phrase_at(number) if theirs and theirs.unit == mine.unit else None
        if other is not None and (number < at or _adjoins(sentence, at, number)):
            nouns = _counted(sentence, other)
            if nouns:
                return nouns
    return []


def _counted(sentence: Sentence, phrase: Phrase) -> list[int]:
    parts = [p for p in sentence.phrases if p.holder is phrase and p.role == "of"]
    inside = [i for p in (phrase, *parts) for i in range(p.first, p.last + 1)]
    return [i for i in inside if sentence.tokens[i].tag is Tag.NOUN and sentence.tokens[i].word not in STATES]


def _adjoins(sentence: Sentence, at: int, later: int) -> bool:
    """Whether only "and" and commas stand between two figures ("210 and 340 cases")."""
    between = sentence.tokens[at + 1 : later]
    return all(token.tag in (Tag.CONJ, Tag.VALUE, Tag.ADV) or token.word == "," for token in between)


def given_to_others(sentence: Sentence, clause: Clause, at: int) -> frozenset[int]:
    """Return the tokens of the coordinated things that "respectively" gives to other figures."""
    if not any(sentence.tokens[number].word == "respectively" for number in clause.members):
        return frozenset()
    values = [number for number in clause.members if sentence.tokens[number].tag is Tag.VALUE]
    named = [phrase for phrase in sentence.of(clause) if not has_value(sentence, phrase)]
    for i in range(len(named) - len(values) + 1):
        group = named[i : i + len(values)]
        if at in values and all(phrase.joined for phrase in group[1:]):
            others = [phrase for n, phrase in enumerate(group) if n != values.index(at)]
            return frozenset(number for p in others for number in range(p.first, p.last + 1))
    return frozenset()
