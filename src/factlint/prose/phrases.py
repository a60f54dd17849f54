"""Noun phrases of a clause and their roles: subject, object, or the preposition that governs them."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.prose.clauses import MULTIPLYING, STATES, Clause, Kind
from factlint.prose.tokens import SCALED, SCORE, Tag, Token

_INSIDE = frozenset((Tag.NOUN, Tag.DET, Tag.PRON, Tag.VALUE))

_ALONE = frozenset(("them", "whom", "him", "us", "me"))

SUBJECT = "subject"
OBJECT = "object"
BESIDE = "beside"


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: tokens ``first`` to ``last`` (included) of its sentence, ``head`` the one that it is about.

    role: SUBJECT, OBJECT or a preposition; holder: the phrase that a preposition ties it to, where it follows it
    joined: it is coordinated with the phrase before it
    """

    clause: Clause
    first: int
    last: int
    head: int
    role: str
    holder: Phrase | None = None
    joined: bool = False

    def __contains__(self, at: int) -> bool:
        return self.first <= at <= self.last


def phrases(tokens: list[Token], clause: Clause) -> list[Phrase]:
    """Return the noun phrases of a clause in order."""
    return _Reader(tokens, clause).run()


class _Reader:
    """Reads the phrases of one clause; lives for one call."""

    def __init__(self, tokens: list[Token], clause: Clause) -> None:
        self.tokens, self.clause = tokens, clause
        self.found: list[Phrase] = []
        self.open: list[int] = []
        self.preposition = ""
        self.joins = self.touches = False
        self.verb_seen = clause.kind in (Kind.COORDINATE, Kind.PARTICIPLE)

    def run(self) -> list[Phrase]:
        before = -1
        for at in self.clause.members:
            token = self.tokens[at]
            if before >= 0 and at != before + 1:
                self._close()
                self.touches = False
            if SCORE.match(token.word):
                self._close()
            elif token.tag is Tag.DATE and self._is_inside(at):
                before = at
                continue
            elif token.word in MULTIPLYING:
                self._close()
                self.verb_seen, self.preposition, self.joins, self.touches = True, "", False, False
            elif token.tag in _INSIDE and not self._starts_anew(token):
                self.open.append(at)
            else:
                self._close(token)
                self._step(token, at)
            before = at
        self._close()
        return self.found

    def _is_inside(self, at: int) -> bool:
        """Whether a date stands between an article and its noun: "at the 2020 census"."""
        led = bool(self.open) and self.tokens[self.open[-1]].tag is Tag.DET
        behind = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        return led and behind is not None and behind.tag is Tag.NOUN and not behind.owner

    def _starts_anew(self, token: Token) -> bool:
        nouns = any(self.tokens[i].tag in (Tag.NOUN, Tag.PRON) for i in self.open)
        values = any(self.tokens[i].tag is Tag.VALUE for i in self.open)
        if token.proper and self.open and self.tokens[self.open[-1]].word in _ALONE:
            return True
        if token.tag is Tag.VALUE:
            if token.compound or (self.open and self.tokens[self.open[-1]].word in SCALED):
                return False
            return nouns and not (self.open and self.tokens[self.open[-1]].owner)
        return (token.tag is Tag.DET and nouns and not self.tokens[self.open[-1]].owner) or (
            token.tag is Tag.PRON and (nouns or values)
        )

    def _step(self, token: Token, at: int) -> None:
        if token.tag in _INSIDE:
            self.open.append(at)
            return
        if token.tag in (Tag.VERB, Tag.AUX):
            self.verb_seen, self.preposition, self.joins, self.touches = True, "", False, False
        elif token.tag in (Tag.PREP, Tag.TO):
            told = self.preposition == "according" and token.word == "to"
            self.preposition, self.joins = self.preposition if told else token.word, False
        elif token.tag is Tag.CONJ or token.word == ",":
            self.joins = (
                token.tag is Tag.CONJ
                or self.verb_seen
                or not (self.found and self.found[-1].role not in (SUBJECT, OBJECT))
            )
            self.touches = False
        elif token.tag is Tag.DATE:
            self.preposition = ""

    def _close(self, behind: Token | None = None) -> None:
        members, self.open = self.open, []
        cut = self._fronted_name(members, behind)
        if cut:
            self._add(members[:cut])
            self.preposition, self.touches = "", False
            members = members[cut:]
        self._add(members)

    def _fronted_name(self, members: list[int], behind: Token | None) -> int:
        """Return where a subject starts behind a fronted name without a comma: "In Averland women live …"; else 0."""
        verbal = behind is not None and behind.tag in (Tag.VERB, Tag.AUX)
        if not members or self.found or self.verb_seen or not self.preposition or not verbal:
            return 0
        names = 0
        while (
            names < len(members)
            and self.tokens[members[names]].proper
            and not self.tokens[members[names]].owner
        ):
            names += 1
        return names if 0 < names < len(members) else self._named_behind(members)

    def _named_behind(self, members: list[int]) -> int:
        """Return where a name starts behind an article and a noun: "In the final Mora lost"; else 0."""
        at = len(members)
        while at and self.tokens[members[at - 1]].proper and not self.tokens[members[at - 1]].owner:
            at -= 1
        before = self.tokens[members[at - 1]]
        led = at > 1 and self.tokens[members[0]].tag is Tag.DET and before.tag is Tag.NOUN
        return at if at < len(members) and led and not (before.owner or before.proper) else 0

    def _add(self, members: list[int]) -> None:
        """Note one phrase."""
        named = [i for i in members if self.tokens[i].tag is not Tag.DET]
        if not named:
            return
        nouns = [i for i in named if self.tokens[i].tag in (Tag.NOUN, Tag.PRON) and not self.tokens[i].owner]
        things = [i for i in nouns if self.tokens[i].word not in STATES] or nouns
        head = things[-1] if things else named[-1]
        previous = self._joined_with(members)
        role = previous.role if previous else self._role()
        tied = self.touches and self.found and (self.preposition or role == BESIDE)
        holder = self.found[-1] if tied else None
        if previous:
            holder = previous.holder
        self.found.append(
            Phrase(self.clause, members[0], members[-1], head, role, holder, previous is not None)
        )
        self.preposition, self.joins, self.touches = "", False, True

    def _role(self) -> str:
        """Return the role of a phrase that isn't joined to another one."""
        last = self.found[-1] if self.found else None
        if (
            not self.preposition
            and self.touches
            and self.verb_seen
            and last
            and last.role not in (SUBJECT, OBJECT)
        ):
            return BESIDE  # "with turnover above 750 million": it follows a noun directly
        return self.preposition or (OBJECT if self.verb_seen else SUBJECT)

    def _joined_with(self, members: list[int]) -> Phrase | None:
        """Return the phrase that this one is coordinated with: a figure goes with the last figure."""
        if not self.joins or self.preposition or not self.found:
            return None
        if not any(self.tokens[i].tag is Tag.VALUE for i in members):
            return self.found[-1]
        return next((phrase for phrase in reversed(self.found) if self._holds_value(phrase)), None)

    def _holds_value(self, phrase: Phrase) -> bool:
        return any(self.tokens[i].tag is Tag.VALUE for i in range(phrase.first, phrase.last + 1))
