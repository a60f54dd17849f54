"""The frame of a figure: the words of its own stretch of the sentence, and those that it shares with others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from factlint.prose.clauses import Clause, Kind
from factlint.prose.ellipsis import repeated
from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import SUBJECT, Phrase
from factlint.prose.ranks import rank
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue, Quantity

PLACING = frozenset(
    "in at across near inside throughout outside around off on along beside beneath beyond behind within".split()
)
"""Prepositions that place what they stand with."""

_CHANGING = frozenset(("from", "to", "by", "of"))
_OBLIQUE = frozenset(("whose", "whom", "where", "when"))
REFERRING = frozenset((Kind.RELATIVE, Kind.APPOSITION))
SHARES_SUBJECT = frozenset((Kind.COORDINATE, Kind.PARTICIPLE, Kind.ASIDE))


@dataclass(eq=False)
class Frame:
    """What a sentence says around one token, its ``at``: a figure, a date, or the verb of a statement.

    own: token numbers of its own stretch; shared: those of the clause and its parents that hold for it too
    whole: it only says of how many another figure is a part
    nominal: the noun that the figure belongs to, apart from what the clause says: "in the trial of 1,204 patients"
    also: what else is said of a figure in subject place: "23 miners were brought up and rescued"
    nouns: the nouns of the figure beside it, for one that has none of its own: "210 and 340 cases"
    elided: the words of another clause that "did" or "had" stands for: "in the war 300 did"
    """

    sentence: Sentence
    at: int
    clause: Clause
    own: list[int] = field(default_factory=list)
    shared: list[int] = field(default_factory=list)
    whole: bool = False
    nominal: Phrase | None = None
    also: list[int] = field(default_factory=list)
    nouns: list[int] = field(default_factory=list)
    elided: tuple[Token, ...] = ()

    @property
    def token(self) -> Token:
        """The token that the frame is around."""
        return self.sentence.tokens[self.at]

    @cached_property
    def quantity(self) -> Quantity | None:
        """The figure, where the frame is around one; joined to another one, it takes over how that changed."""
        mine = self._with_unit(self._without_particle(self.token.quantity))
        first = self._joined_to()
        if mine is None or first is None or mine.role or first.unit != mine.unit:
            return mine
        counted = mine.counted if _counts(mine) else first.counted
        return replace(mine, role=first.role, direction=first.direction, counted=counted)

    def _with_unit(self, mine: Quantity | None) -> Quantity | None:
        """Return a bare figure with the unit of the one that it goes on from."""
        if mine is None or mine.unit or self.repeated is None:
            return mine
        place, at = self.repeated
        before = place.tokens[at].quantity
        return replace(mine, unit=before.unit) if before is not None else mine

    @cached_property
    def repeated(self) -> tuple[Sentence, int] | None:
        """The figure before that a bare one goes on from."""
        return repeated(self.sentence, self.clause, self.at)

    def _without_particle(self, mine: Quantity | None) -> Quantity | None:
        """Return the figure without the direction of an "up" that belongs to a verb ("made up 31%")."""
        before = self.sentence.tokens[max(0, self.at - 2) : self.at]
        led = before[-1] if before else None
        if mine is None or led is None or mine.role != "by":
            return mine
        joined = led.tag is Tag.VERB and led.word.endswith((" up", " down"))
        verb = before[0] if len(before) == 2 and led.word in {"up", "down"} else None
        particle = verb is not None and verb.tag is Tag.VERB and verb.stem not in lexicon().directions
        return replace(mine, role="", direction="") if joined or particle else mine

    def _joined_to(self) -> Quantity | None:
        """Return the figure before, where only "and" or a comma and places stand between the two."""
        if self.phrase is None or not self.phrase.joined:
            return None
        before = [
            at for at in self.clause.members if at < self.at and self.sentence.tokens[at].tag is Tag.VALUE
        ]
        between = self.sentence.tokens[before[-1] + 1 : self.at] if before else []
        if not before or any(
            token.tag in (Tag.VERB, Tag.AUX) or token.word in _CHANGING for token in between
        ):
            return None
        return self.sentence.tokens[before[-1]].quantity

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
    def verbs(self) -> list[Token]:
        """The verbs of the figure's own stretch; where it has none, the one that governs it."""
        own = [token for token in self.tokens(self.own) if token.tag is Tag.VERB]
        if self.nominal is not None:
            return []
        if self.whole:
            return [token for token in self.tokens(self.shared) if token.tag is Tag.VERB]
        return own or ([self.verb] if self.verb is not None else [])

    @property
    def _is_fronted(self) -> bool:
        """Whether the figure's noun is what the subject has: "With a population of 812,400, Ostrava is …"."""
        return self.nominal is not None and self.nominal.role == "with" and self.nominal.first < 3

    @cached_property
    def subjects(self) -> list[Phrase]:
        """The noun phrases that the figure's clause is said of."""
        if self.whole and self.phrase is not None:
            return [self.phrase]
        if self.nominal is not None and not self._is_fronted:
            return [self.nominal]
        found = subjects(self.sentence, self.clause)
        return [phrase for phrase in found if phrase.head in self.reach] or found


def _counts(quantity: Quantity) -> bool:
    return bool(quantity.counted.measure or quantity.counted.head)


def subjects(sentence: Sentence, clause: Clause) -> list[Phrase]:
    """Return a clause's own subject, or the one that it takes over: from its parent, or what a relative refers to."""
    if clause.kind in REFERRING and clause.antecedent is not None:
        if sentence.tokens[clause.members[0]].word in _OBLIQUE:
            return [phrase for phrase in sentence.of(clause) if phrase.role == SUBJECT][:1]
        doer = own_subject(sentence, clause)
        if doer is not None:
            return [doer]
        found = sentence.phrase_at(clause.antecedent)
        return [found] if found else []
    changed = _changed(sentence, clause)
    if changed is not None:
        return [changed]
    own = [phrase for phrase in sentence.of(clause) if phrase.role == SUBJECT]
    if own or clause.parent is None or clause.kind not in SHARES_SUBJECT:
        return own
    return subjects(sentence, clause.parent)


def own_subject(sentence: Sentence, clause: Clause) -> Phrase | None:
    """Return who does what a relative clause says is done to its antecedent: "the firm, which Orlo sold"."""
    verb, first = clause.verb, sentence.tokens[clause.members[0]].word if clause.members else ""
    if clause.kind is not Kind.RELATIVE or verb is None or first not in {"which", "who"}:
        return None
    own = [p for p in sentence.of(clause) if p.role == SUBJECT and p.last < verb]
    return own[0] if own else None


def _changed(sentence: Sentence, clause: Clause) -> Phrase | None:
    """Return what went up or down in ", down 12% on 2021": the thing that the figure before counts."""
    first = sentence.tokens[clause.members[0]] if clause.members else None
    if (
        clause.kind is not Kind.PARTICIPLE
        or clause.parent is None
        or first is None
        or first.word not in {"up", "down"}
    ):
        return None
    for phrase in reversed(sentence.of(clause.parent)):
        if has_value(sentence, phrase):
            return phrase if sentence.nouns(phrase) else phrase.holder
    return None


def has_value(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether any figure stands in a phrase."""
    return any(token.tag is Tag.VALUE for token in sentence.tokens[phrase.first : phrase.last + 1])


WHEN = frozenset(("before", "after", "during", "since", "until", "till"))


def dates(frame: Frame) -> list[DateValue]:
    """Return the dates that hold for a frame: its own stretch's, or else those that it shares."""
    for numbers in (frame.own, frame.shared):
        told = [number for number in numbers if not _is_baseline(frame, number)]
        found = [
            token.reading.value for token in frame.tokens(told) if token.tag is Tag.DATE and token.reading
        ]
        days = [value for value in found if isinstance(value, DateValue)]
        if days:
            return days
    return []


def _is_baseline(frame: Frame, at: int) -> bool:
    """Whether a date only says what a change is measured from: "down 12% on 2021"."""
    if _is_of_rank(frame, at):
        return True
    quantity = frame.token.quantity
    changed = quantity is not None and (quantity.role == "by" or quantity.unit in ("%", "pp"))
    before = frame.sentence.tokens[at - 1].word if at else ""
    words = [token.word for token in frame.sentence.tokens[max(0, at - 3) : at]]
    if changed and "compared" in words:
        return True
    return changed and (
        before in {"from", "than", "over"} or (before == "on" and frame.sentence.tokens[at].word.isdecimal())
    )


def _is_of_rank(frame: Frame, at: int) -> bool:
    """Whether a date only says since when something is the most: "20,400, its highest level since 2007"."""
    tokens, word = frame.sentence.tokens, frame.sentence.tokens[at].word
    if frame.token.tag is not Tag.VALUE or not word.startswith(("since ", "until ")):
        return False
    before = tokens[max(0, at - 5) : at]
    told = next((i for i in reversed(range(len(before))) if rank(before[i].stem)), None)
    return told is not None and all(token.tag in (Tag.NOUN, Tag.PREP, Tag.DATE) for token in before[told:])
