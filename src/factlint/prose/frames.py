"""The frame of a figure: the words of its own stretch of the sentence, and those that it shares with others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from factlint.prose.clauses import Clause, Kind
from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import OBJECT, SUBJECT, Phrase
from factlint.prose.ranks import rank
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token
from factlint.values.base import DateValue, Quantity

_CHANGING = frozenset(("from", "to", "by", "of"))
_REFERRING = frozenset((Kind.RELATIVE, Kind.APPOSITION))
_SHARES_SUBJECT = frozenset((Kind.COORDINATE, Kind.PARTICIPLE, Kind.ASIDE))


@dataclass(eq=False)
class Frame:
    """What a sentence says around one token, its ``at``: a figure, a date, or the verb of a statement.

    own: token numbers of its own stretch; shared: those of the clause and its parents that hold for it too
    whole: it only says of how many another figure is a part
    nominal: the noun that the figure belongs to, apart from what the clause says: "in the trial of 1,204 patients"
    """

    sentence: Sentence
    at: int
    clause: Clause
    own: list[int] = field(default_factory=list)
    whole: bool = False
    nominal: Phrase | None = None
    shared: list[int] = field(default_factory=list)

    @property
    def token(self) -> Token:
        """The token that the frame is around."""
        return self.sentence.tokens[self.at]

    @cached_property
    def quantity(self) -> Quantity | None:
        """The figure, where the frame is around one; joined to another one, it takes over how that changed."""
        mine = self._without_particle(self.token.quantity)
        first = self._joined_to()
        if mine is None or first is None or mine.role or first.unit != mine.unit:
            return mine
        counted = mine.counted if _counts(mine) else first.counted
        return replace(mine, role=first.role, direction=first.direction, counted=counted)

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

    @cached_property
    def subjects(self) -> list[Phrase]:
        """The noun phrases that the figure's clause is said of."""
        if self.nominal is not None:
            return [self.nominal]
        found = subjects(self.sentence, self.clause)
        return [phrase for phrase in found if phrase.head in self.reach] or found


def _counts(quantity: Quantity) -> bool:
    return bool(quantity.counted.measure or quantity.counted.head)


def subjects(sentence: Sentence, clause: Clause) -> list[Phrase]:
    """Return a clause's own subject, or the one that it takes over: from its parent, or what a relative refers to."""
    if clause.kind in _REFERRING and clause.antecedent is not None:
        found = sentence.phrase_at(clause.antecedent)
        return [found] if found else []
    changed = _changed(sentence, clause)
    if changed is not None:
        return [changed]
    own = [phrase for phrase in sentence.of(clause) if phrase.role == SUBJECT]
    if own or clause.parent is None or clause.kind not in _SHARES_SUBJECT:
        return own
    return subjects(sentence, clause.parent)


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
        if _figures(sentence, phrase):
            return phrase if sentence.nouns(phrase) else phrase.holder
    return None


def frame(sentence: Sentence, at: int) -> Frame:
    """Return the frame around one token."""
    clause = sentence.owners.get(at) or sentence.clauses[0]
    made = Frame(sentence, at, clause)
    if at in _wholes(sentence, clause):
        phrase, made.whole = sentence.phrase_at(at), True
        made.own = _with_complements(sentence, phrase) if phrase else [at]
        made.shared = _relatives_of(sentence, phrase) if phrase else []
        return made
    made.nominal = _nominal(sentence, at)
    if made.nominal is not None:
        made.own = _with_complements(sentence, made.nominal)
        made.shared = [number for number in clause.members if number not in made.own]
        return made
    lead, stretches = _stretches(sentence, clause, at)
    mine = next((stretch for stretch in stretches if at in stretch), list(clause.members))
    made.own = list(mine)
    shared = [*lead, *_borrowed(sentence, clause), *_told_beside(sentence, clause)]
    shared += _beside(sentence, stretches, mine, at)
    others = _other_members(sentence, clause, at)
    made.shared = [number for number in shared if number not in others]
    made.own = [number for number in made.own if number not in others]
    return made


def _nominal(sentence: Sentence, at: int) -> Phrase | None:
    phrase = sentence.phrase_at(at)
    if phrase is not None and sentence.tokens[at].compound:
        return phrase
    if (
        phrase is None
        or phrase.role != "of"
        or phrase.holder is None
        or sentence.tokens[at].tag is not Tag.VALUE
    ):
        return None
    return (
        None
        if phrase.holder.role in (SUBJECT, OBJECT) or _figures(sentence, phrase.holder)
        else phrase.holder
    )


def _wholes(sentence: Sentence, clause: Clause) -> frozenset[int]:
    """Return the figures that only say of how many another one is a part: "9 of the 30 homes"."""
    found = set()
    for phrase in sentence.of(clause):
        opens = phrase.holder is None and phrase.first < 3 and len(_quantities(sentence)) > 1
        part = phrase.holder is not None and _figures(sentence, phrase.holder)
        if phrase.role == "of" and (opens or part):
            found |= {i for i in range(phrase.first, phrase.last + 1) if sentence.tokens[i].tag is Tag.VALUE}
    return frozenset(found)


def _quantities(sentence: Sentence) -> list[int]:
    return [at for at, token in enumerate(sentence.tokens) if token.tag is Tag.VALUE]


def _stretches(sentence: Sentence, clause: Clause, at: int) -> tuple[list[int], list[list[int]]]:
    """Split a clause between its figures; return what stands before the first one's phrase, and the stretches.

    Around a date the clause is split between its dates; around anything else it stays whole.
    """
    wholes, tag = _wholes(sentence, clause), sentence.tokens[at].tag
    ranked = rank(sentence.tokens[at].stem) is not None
    values = [
        i for i in clause.members if _is_alike(sentence.tokens[i], tag, ranked=ranked) and i not in wholes
    ]
    if len(values) < 2 or (tag not in (Tag.VALUE, Tag.DATE) and not ranked):
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


def _is_alike(token: Token, tag: Tag, *, ranked: bool) -> bool:
    return rank(token.stem) is not None if ranked else token.tag is tag


def _phrase_start(sentence: Sentence, at: int) -> int:
    phrase = sentence.phrase_at(at)
    start = phrase.first if phrase else at
    before = sentence.tokens[start - 1] if start else None
    return start - 1 if before is not None and before.tag in (Tag.PREP, Tag.TO) else start


def _start(sentence: Sentence, clause: Clause, before: int, here: int) -> int:
    """Return where the stretch of a figure starts, the one before it being at ``before``."""
    start, tokens = _phrase_start(sentence, here), sentence.tokens
    between = range(here - 1, before, -1)
    joined = next((at for at in between if tokens[at].tag is Tag.CONJ or tokens[at].word == ","), None)
    compared = next((at for at in between if tokens[at].word in _COMPARING), None)
    bounds = [at for at in (joined, compared) if at is not None]
    return max(bounds) if bounds else start if start > before else here


_COMPARING = frozenset(("from", "versus", "against", "than"))


def _borrowed(sentence: Sentence, clause: Clause) -> list[int]:
    """Return the tokens that a clause takes over from its parent."""
    parent = clause.parent
    if clause.kind in _REFERRING and clause.antecedent is not None:
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


def _relatives_of(sentence: Sentence, phrase: Phrase) -> list[int]:
    told = (
        clause for clause in sentence.clauses if clause.antecedent is not None and clause.antecedent in phrase
    )
    return [at for clause in told for at in clause.members]


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
    kinds = (Kind.APPOSITION, Kind.RELATIVE, Kind.PARTICIPLE, Kind.ASIDE, Kind.SUBORDINATE)
    return [
        at
        for other in sentence.clauses
        if other.kind in kinds and not _values(sentence, other) and _tells_of(other, clause)
        for at in other.members
    ]


def _tells_of(other: Clause, clause: Clause) -> bool:
    """Whether a clause hangs on another one, or on one that is coordinated with it."""
    parent = other.parent
    joined = parent is not None and parent.parent is clause and parent.kind in (Kind.MAIN, Kind.COORDINATE)
    return parent is clause or (joined and other.kind is Kind.SUBORDINATE)


def _beside(sentence: Sentence, stretches: list[list[int]], mine: list[int], at: int) -> list[int]:
    """Return what the stretches of other figures tell of this one too: verb, subject and things counted, and,
    where it has none of its own, place and time."""
    if len(stretches) < 2:
        return []
    tokens = sentence.tokens
    others = [number for stretch in stretches if stretch is not mine for number in stretch]
    inside = frozenset(others)
    found = []
    if not any(tokens[number].tag is Tag.VERB for number in mine):
        found += [number for number in others if tokens[number].tag is Tag.VERB]
    if not _has_noun(sentence, at):
        found += _nouns_counted(sentence, others, at)
    quantity = tokens[at].quantity
    if quantity is not None and quantity.unit == "%" and quantity.role == "by":
        found += [number for number in others if number < at and tokens[number].tag is Tag.NOUN]
    if not any(tokens[number].tag is Tag.DATE for number in mine) and not says_when(sentence, mine):
        found += [number for number in others if tokens[number].tag is Tag.DATE]
    around = [phrase for phrase in sentence.phrases if phrase.head in inside]
    parts = {
        n for stretch in stretches if stretch is not mine and _is_part(sentence, stretch) for n in stretch
    }
    around = [phrase for phrase in around if phrase.head not in parts]
    return found + _places_beside(sentence, around, mine) + _sides_beside(sentence, around, at)


def _is_part(sentence: Sentence, stretch: list[int]) -> bool:
    """Whether a stretch tells of a part: "7.2 million of them in Brazil"."""
    figure = next((number for number in stretch if sentence.tokens[number].tag is Tag.VALUE), None)
    if figure is None:
        return False
    after = [token.word for token in sentence.tokens[figure + 1 : figure + 3]]
    return len(after) == 2 and after[0] == "of" and after[1] in {"them", "whom", "which", "those", "these"}


def _places_beside(sentence: Sentence, around: list[Phrase], mine: list[int]) -> list[int]:
    if any(phrase.head in mine and phrase.role in PLACING for phrase in sentence.phrases):
        return []
    placed = [phrase for phrase in around if phrase.role in PLACING and not _figures(sentence, phrase)]
    return [number for phrase in placed for number in range(phrase.first, phrase.last + 1)]


def _sides_beside(sentence: Sentence, around: list[Phrase], at: int) -> list[int]:
    """Return the nouns of the subject for a figure behind the verb, and those of the object for one before it."""
    own = sentence.phrase_at(at)
    if own is None or (
        own.role == SUBJECT and not any(sentence.tokens[n].tag is Tag.VERB for n in own.clause.members)
    ):
        return []
    wanted = OBJECT if own.role == SUBJECT else SUBJECT
    return [
        number
        for phrase in around
        if phrase.role == wanted
        for number in range(phrase.first, phrase.last + 1)
        if sentence.tokens[number].tag is Tag.NOUN
    ]


_WHEN = frozenset(("before", "after", "during", "since", "until", "till"))


def says_when(sentence: Sentence, numbers: list[int]) -> bool:
    """Whether a stretch says when by something else than a date: "before the pandemic"."""
    return any(phrase.role in _WHEN and phrase.head in numbers for phrase in sentence.phrases)


def _figures(sentence: Sentence, phrase: Phrase) -> bool:
    return any(token.tag is Tag.VALUE for token in sentence.tokens[phrase.first : phrase.last + 1])


def _has_noun(sentence: Sentence, at: int) -> bool:
    phrase = sentence.phrase_at(at)
    return phrase is not None and bool(sentence.nouns(phrase))


def _nouns_counted(sentence: Sentence, others: list[int], at: int) -> list[int]:
    """Return the nouns that the figure of the same unit beside this one counts ("210 and 340 cases")."""
    mine = sentence.tokens[at].quantity
    for number in others:
        theirs = sentence.tokens[number].quantity
        phrase = sentence.phrase_at(number) if theirs and mine and theirs.unit == mine.unit else None
        if phrase is not None and (number < at or _adjoins(sentence, at, number)):
            parts = [p for p in sentence.phrases if p.holder is phrase and p.role == "of"]
            inside = [i for p in (phrase, *parts) for i in range(p.first, p.last + 1)]
            nouns = [i for i in inside if sentence.tokens[i].tag is Tag.NOUN]
            if nouns:
                return nouns
    return []


def _adjoins(sentence: Sentence, at: int, later: int) -> bool:
    """Whether only "and" and commas stand between two figures ("210 and 340 cases")."""
    between = sentence.tokens[at + 1 : later]
    return all(token.tag in (Tag.CONJ, Tag.VALUE, Tag.ADV) or token.word == "," for token in between)


def _other_members(sentence: Sentence, clause: Clause, at: int) -> frozenset[int]:
    """Return the tokens of the coordinated things that "respectively" gives to other figures."""
    if not any(sentence.tokens[number].word == "respectively" for number in clause.members):
        return frozenset()
    values = [number for number in clause.members if sentence.tokens[number].tag is Tag.VALUE]
    named = [phrase for phrase in sentence.of(clause) if not _figures(sentence, phrase)]
    for i in range(len(named) - len(values) + 1):
        group = named[i : i + len(values)]
        if at in values and all(phrase.joined for phrase in group[1:]):
            others = [phrase for n, phrase in enumerate(group) if n != values.index(at)]
            return frozenset(number for p in others for number in range(p.first, p.last + 1))
    return frozenset()


PLACING = frozenset(
    (
        "in",
        "at",
        "across",
        "near",
        "inside",
        "throughout",
        "outside",
        "around",
        "off",
        "on",
        "along",
        "beside",
        "beneath",
        "beyond",
        "behind",
        "outside",
        "within",
    )
)
"""Prepositions that place what they stand with."""


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
    quantity = frame.token.quantity
    changed = quantity is not None and (quantity.role == "by" or quantity.unit in ("%", "pp"))
    before = frame.sentence.tokens[at - 1].word if at else ""
    return changed and (
        before in {"from", "than", "over"} or (before == "on" and frame.sentence.tokens[at].word.isdecimal())
    )


def is_light(token: Token | None) -> bool:
    """Whether a verb says no more than that a figure is so, or that it changed."""
    if token is None:
        return True
    words = lexicon()
    return token.tag is Tag.AUX or token.stem.split("_")[0] in words.light
