"""Split a sentence into clauses: who shares a subject with whom, what is an aside, who is quoted."""

from __future__ import annotations

from factlint.prose.clauses import MULTIPLYING, Clause, Kind
from factlint.prose.lookahead import Lookahead
from factlint.prose.surroundings import VERBAL
from factlint.prose.tokens import Tag, Token

_DASHES = frozenset(("–", "—", "-"))
_BEFORE = frozenset(("before", "after", "since", "until"))
_OPENERS = frozenset(("because", "although", "though", "unless", "if", "when", "that"))
_WITHOUT_VERB = {"so": Tag.ADV, "but": Tag.CONJ, "yet": Tag.CONJ, "while": Tag.CONJ, "whereas": Tag.CONJ}
_QUOTES = frozenset(('"', "”", "“", "’", "'"))


class Splitter(Lookahead):
    """Walks a sentence once; lives for one call."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self.clauses = [self.current]
        self.stack: list[Clause] = []  # where to go on after an aside or a relative clause

    def run(self) -> list[Clause]:
        """Return the clauses that have members, in the order of their beginnings."""
        for at, token in enumerate(self.tokens):
            self._place(at, token)
        return [clause for clause in self.clauses if clause.members]

    def _place(self, at: int, token: Token) -> None:
        if token.word == "(" or (token.word in _DASHES and self.opens_aside(at)):
            self._enter(Kind.ASIDE, at)
        elif token.word == ")" or (token.word in _DASHES and self.current.kind is Kind.ASIDE):
            self._leave()
        elif token.word == ";" or self.is_colon(at) or token.word in _DASHES:
            self._restart(Kind.MAIN if token.word == ";" else Kind.COMPLEMENT)
        elif token.word in _QUOTES and self.ends_quotation(at):
            self._restart(Kind.MAIN)
        elif token.word == "that" and self.tells_somebody(at):
            token.tag = Tag.SUB
            self._begin(Kind.COMPLEMENT, self.current)
        elif token.tag is Tag.REL and not self.goes_on_of(at):
            self._enter(Kind.RELATIVE, at)
        elif token.tag is Tag.SUB:
            self._subordinate(at, token)
        elif token.tag is Tag.CONJ or token.word == ",":
            self._joint(at, token)
        else:
            self._word(at, token)

    def _word(self, at: int, token: Token) -> None:
        if self.opens_gerund(at):
            self._begin(Kind.PARTICIPLE, self.current)
        if token.tag in VERBAL:
            self._close_relative(at)
            self._note_verb(at, token)
        elif self.opens_contact(at):
            self._enter(Kind.RELATIVE, at)
            self.current.members.pop()
        elif self.opens_complement(at):
            self._begin(Kind.COMPLEMENT, self.current)
        elif token.word in MULTIPLYING and self.current.verb is None:
            self.current.verb = at
        self.current.members.append(at)

    def _note_verb(self, at: int, token: Token) -> None:
        """Take the last verb of the first verb group; an infinitive behind it is the group's own."""
        clause = self.current
        if clause.verb is None or self.same_group(clause.verb, at) or self.is_reduced(clause.verb, token):
            clause.verb = at

    def _enter(self, kind: Kind, at: int) -> None:
        self.stack.append(self.current)
        antecedent = self.noun_before(at)
        self._begin(kind, self.current)
        self.current.antecedent = antecedent
        if kind is Kind.RELATIVE:
            self.current.members.append(at)

    def _begin(self, kind: Kind, parent: Clause | None) -> None:
        self.current = Clause(kind, parent)
        self.clauses.append(self.current)

    def _leave(self) -> None:
        if self.stack:
            self.current = self.stack.pop()

    def _restart(self, kind: Kind) -> None:
        parent = self.current if kind is Kind.COMPLEMENT else None
        self.stack.clear()
        self._begin(kind, parent)

    def _close_relative(self, at: int) -> None:
        """Let the main verb behind "the plant that makes 300 cars a day" end the relative clause."""
        clause = self.current
        if clause.kind is not Kind.RELATIVE or clause.verb is None or self.same_group(clause.verb, at):
            return
        if self.tokens[at - 1].tag is not Tag.TO and self.stack and self.stack[-1].verb is None:
            self._leave()

    def _subordinate(self, at: int, token: Token) -> None:
        verb = self.verb_ahead(at + 1, commas=2 if token.word in _OPENERS else 0)
        if verb is None or (token.word in _BEFORE and self.has_two_subjects(at + 1, verb)):
            token.tag = _WITHOUT_VERB.get(token.word, Tag.PREP)
            if token.tag is Tag.CONJ:
                self._joint(at, token)
            else:
                self.current.members.append(at)
            return
        if token.word == "that":
            self._begin(Kind.COMPLEMENT, self.current)
            return
        parent = self._pop_inner()
        own = Kind.COORDINATE if token.word == "but" and self.opens_predicate(at + 1) else Kind.MAIN
        self._begin(Kind.SUBORDINATE if token.word not in {"while", "but", "whereas"} else own, parent)
        self.current.members.append(at)

    def _pop_inner(self) -> Clause:
        """Leave relative clauses and participles; return the clause that goes on."""
        while self.stack and self.current.kind in (Kind.RELATIVE, Kind.PARTICIPLE):
            self._leave()
        return self.current

    def _joint(self, at: int, token: Token) -> None:
        """Go on after a comma or "and", by what stands behind it."""
        if token.word == "," and self.tells_aside(at, self.clauses):
            self.current = self.clauses[-2]
        if token.word == "," and self.current.kind is Kind.APPOSITION:
            self._leave()
            return
        if token.word == "," and self._ends_inner(at):
            self._leave()
        if token.word == "," and self.opens_relative_part(at):
            self._enter(Kind.RELATIVE, at)
            return
        if token.word == "," and self.opens_part(at):
            self._begin(Kind.PART, self.current)
            return
        if token.word == "," and self.opens_apposition(at):
            self._enter(Kind.APPOSITION, at)
            self.current.antecedent = self.root_before(at)
            return
        after = self.skip(at + 1)
        if after >= len(self.tokens):
            return
        kind = self.kind_ahead(at, after, token)
        if kind is None:
            self.current.members.append(at)
        elif kind is Kind.PARTICIPLE and self.current.verb is None:
            self._enter(kind, at)
        elif kind is Kind.PARTICIPLE:
            self._begin(kind, self.current.parent if self.current.kind is Kind.PARTICIPLE else self.current)
        else:
            if kind is None or self._turns_fronted(kind, at):
                return
            base = self._pop_inner() if kind is Kind.MAIN else self.current
            while kind is Kind.GAPPED and base.kind is Kind.GAPPED and base.parent is not None:
                base = base.parent
            self._begin(kind, base)

    def _turns_fronted(self, kind: Kind, at: int) -> bool:
        """Let "Founded in 1921, the orchestra …" be a participle of the clause behind it."""
        clause = self.current
        first = self.tokens[clause.members[0]] if clause.members else None
        opens = (
            first is not None and first.tag is Tag.VERB and clause.parent is None and len(self.clauses) == 1
        )
        if kind is not Kind.MAIN or not opens:
            return False
        self._begin(Kind.MAIN, None)
        clause.kind, clause.parent = Kind.PARTICIPLE, self.current
        return True

    def _ends_inner(self, at: int) -> bool:
        """Whether a comma ends a relative clause or an inserted participle."""
        clause = self.current
        if not self.stack or clause.kind not in (Kind.RELATIVE, Kind.PARTICIPLE) or clause.verb is None:
            return False
        ahead = self.tokens[self.skip(at + 1)] if self.skip(at + 1) < len(self.tokens) else None
        outer = self.stack[-1]
        return outer.verb is None or ahead is None or ahead.tag is not Tag.VERB


def clauses(tokens: list[Token]) -> list[Clause]:
    """Return the clauses of a tagged sentence. Openers that open no clause become prepositions."""
    return Splitter(tokens).run()
