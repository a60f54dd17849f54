"""The frame of a figure: the words of its own stretch of the sentence, and those that it shares with others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from factlint.prose.clauses import Clause, Kind
from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue, Quantity

_BOUNDS = frozenset((Tag.CONJ,))
_SHARES_SUBJECT = frozenset((Kind.COORDINATE, Kind.PARTICIPLE, Kind.ASIDE))


@dataclass(eq=False)
class Frame:
    """What a sentence says around one token, its ``at``: a figure, a date, or the verb of a statement.

    own: token numbers of its own stretch; shared: those of the clause and its parents that hold for it too
    """

    sentence: Sentence
    at: int
    clause: Clause
    own: list[int] = field(default_factory=list)
    shared: list[int] = field(default_factory=list)

    @property
    def token(self) -> Token:
        """The token that the frame is around."""
        return self.sentence.tokens[self.at]

    @property
    def quantity(self) -> Quantity | None:
        """The figure, where the frame is around one."""
        return self.token.quantity

    @cached_property
    def reach(self) -> frozenset[int]:
        """All tokens that hold for the figure."""
        return frozenset(self.own) | frozenset(self.shared)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases in reach, without the figure's own."""
        return [phrase for phrase in self.sentence.phrases if phrase.head in self.reach]

    @cached_property
    def phrase(self) -> Phrase | None:
        """The noun phrase of the figure itself."""
        return self.sentence.phrase_at(self.at)

    def tokens(self, numbers: Iterable[int]) -> Iterator[Token]:
        """Yield tokens by their numbers."""
        return (self.sentence.tokens[number] for number in numbers)

    @cached_property
    def verb(self) -> Token | None:
        """The verb that governs the figure: its clause's, or the one that the clause borrows."""
        clause: Clause | None = self.clause
        while clause is not None:
            if clause.verb is not None:
                return self.sentence.tokens[clause.verb]
            clause = clause.parent if clause.kind in (Kind.GAPPED, Kind.ASIDE, Kind.PARTICIPLE) else None
        return None

    @cached_property
    def subjects(self) -> list[Phrase]:
        """The noun phrases that the figure's clause is said of."""
        return subjects(self.sentence, self.clause)


def subjects(sentence: Sentence, clause: Clause) -> list[Phrase]:
    """Return a clause's own subject, or the one that it takes over: from its parent, or what a relative refers to."""
    if clause.kind is Kind.RELATIVE and clause.antecedent is not None:
        found = sentence.phrase_at(clause.antecedent)
        return [found] if found else []
    own = [phrase for phrase in sentence.of(clause) if phrase.role == SUBJECT]
    if own or clause.parent is None or clause.kind not in _SHARES_SUBJECT:
        return own
    return subjects(sentence, clause.parent)


def frame(sentence: Sentence, at: int) -> Frame:
    """Return the frame around one token."""
    clause = sentence.owners.get(at) or sentence.clauses[0]
    made = Frame(sentence, at, clause)
    lead, stretches = _stretches(sentence, clause)
    mine = next((stretch for stretch in stretches if at in stretch), list(clause.members))
    made.own = list(mine)
    made.shared = [*lead, *_borrowed(sentence, clause), *_told_beside(sentence, clause)]
    made.shared += _trailing(sentence, stretches, mine)
    return made


def _stretches(sentence: Sentence, clause: Clause) -> tuple[list[int], list[list[int]]]:
    """Split a clause between its figures; return what stands before the first one's phrase, and the stretches."""
    values = [at for at in clause.members if sentence.tokens[at].tag is Tag.VALUE]
    if len(values) < 2:
        return [], [list(clause.members)]
    starts = [
        _start(sentence, clause, before, here) for before, here in zip(values, values[1:], strict=False)
    ]
    first = _phrase_start(sentence, values[0])
    lead = [at for at in clause.members if at < first]
    bounds = [first, *starts, clause.members[-1] + 1]
    stretches = [
        [at for at in clause.members if low <= at < high]
        for low, high in zip(bounds, bounds[1:], strict=False)
    ]
    return lead, stretches


def _phrase_start(sentence: Sentence, at: int) -> int:
    phrase = sentence.phrase_at(at)
    start = phrase.first if phrase else at
    before = sentence.tokens[start - 1] if start else None
    return start - 1 if before is not None and before.tag in (Tag.PREP, Tag.TO) else start


def _start(sentence: Sentence, clause: Clause, before: int, here: int) -> int:
    """Return where the stretch of a figure starts, the one before it being at ``before``."""
    start = _phrase_start(sentence, here)
    for at in range(before + 1, here):
        token = sentence.tokens[at]
        if token.tag is Tag.CONJ or token.word == "," or token.word in {"from", "versus", "against", "than"}:
            return at
    return start if start > before else here


def _borrowed(sentence: Sentence, clause: Clause) -> list[int]:
    """Return the tokens that a clause takes over from its parent."""
    parent = clause.parent
    if clause.kind is Kind.RELATIVE and clause.antecedent is not None:
        found = sentence.phrase_at(clause.antecedent)
        return _with_complements(sentence, found) if found else [clause.antecedent]
    if parent is None:
        return []
    if clause.kind in _SHARES_SUBJECT:
        held = [at for phrase in subjects(sentence, parent) for at in _with_complements(sentence, phrase)]
        fronted = _fronted(sentence, parent)
        verb = [parent.verb] if clause.verb is None and parent.verb is not None else []
        aside = (
            list(parent.members)
            if clause.kind is not Kind.COORDINATE and _values(sentence, parent) < 2
            else []
        )
        return [*held, *fronted, *verb, *aside]
    if clause.kind is Kind.GAPPED:
        return _verb_and_object(sentence, parent)
    if clause.kind in (Kind.MAIN, Kind.COMPLEMENT):
        return _fronted(sentence, parent)
    return []


def _values(sentence: Sentence, clause: Clause) -> int:
    return sum(sentence.tokens[at].tag is Tag.VALUE for at in clause.members)


def _with_complements(sentence: Sentence, phrase: Phrase) -> list[int]:
    """Return the tokens of a phrase and of those that prepositions tie to it."""
    found = list(range(phrase.first, phrase.last + 1))
    for other in sentence.phrases:
        if other.holder is phrase and other is not phrase:
            found += _with_complements(sentence, other)
    return found


def _fronted(sentence: Sentence, clause: Clause) -> list[int]:
    """Return what stands before a clause's subject: "In 2022, …", "In Germany, …"."""
    own = [phrase for phrase in sentence.of(clause) if phrase.role == SUBJECT]
    stop = own[0].first if own else clause.members[0]
    found = [at for at in clause.members if at < stop]
    return found + (_borrowed(sentence, clause) if not found and clause.kind is Kind.MAIN else [])


def _verb_and_object(sentence: Sentence, parent: Clause) -> list[int]:
    found = [parent.verb] if parent.verb is not None else []
    for phrase in sentence.of(parent):
        if phrase.role == OBJECT or any(
            sentence.tokens[at].tag is Tag.VALUE for at in range(phrase.first, phrase.last)
        ):
            found += [
                at for at in range(phrase.first, phrase.last + 1) if sentence.tokens[at].tag is not Tag.VALUE
            ]
    return [*found, *_fronted(sentence, parent)]


def _told_beside(sentence: Sentence, clause: Clause) -> list[int]:
    """Return the tokens of clauses without figures that say more of this one's things."""
    kinds = (Kind.RELATIVE, Kind.PARTICIPLE, Kind.ASIDE, Kind.SUBORDINATE)
    return [
        at
        for other in sentence.clauses
        if other.parent is clause and other.kind in kinds and not _values(sentence, other)
        for at in other.members
    ]


def _trailing(sentence: Sentence, stretches: list[list[int]], mine: list[int]) -> list[int]:
    """Return the dates and places behind the last figure, for a stretch that has none of its own."""
    if len(stretches) < 2 or mine is stretches[-1] or mine == stretches[-1]:
        return []
    last = stretches[-1]
    dated = any(sentence.tokens[at].tag is Tag.DATE for at in mine)
    placed = any(phrase.head in mine and phrase.role in PLACING for phrase in sentence.phrases)
    found = [] if dated else [at for at in last if sentence.tokens[at].tag is Tag.DATE]
    if not placed:
        for phrase in sentence.phrases:
            if phrase.head in last and phrase.role in PLACING:
                found += range(phrase.first, phrase.last + 1)
    return found


PLACING = frozenset(("in", "at", "across", "near", "inside", "throughout", "outside", "around", "off", "on"))
"""Prepositions that place what they stand with."""


def dates(frame: Frame) -> list[DateValue]:
    """Return the dates that hold for a frame: its own stretch's, or else those that it shares."""
    for numbers in (frame.own, frame.shared):
        found = [
            token.reading.value for token in frame.tokens(numbers) if token.tag is Tag.DATE and token.reading
        ]
        days = [value for value in found if isinstance(value, DateValue)]
        if days:
            return days
    return []


def is_light(token: Token | None) -> bool:
    """Whether a verb says no more than that a figure is so, or that it changed."""
    if token is None:
        return True
    words = lexicon()
    return token.tag is Tag.AUX or token.stem.split("_")[0] in words.light
