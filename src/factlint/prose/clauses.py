"""Split a sentence into clauses: who shares a subject with whom, what is an aside, who is quoted."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from factlint.prose.lexicon import lexicon
from factlint.prose.tokens import Tag, Token

_STOPS = frozenset((Tag.MARK, Tag.CONJ, Tag.SUB, Tag.REL))
_VERBAL = frozenset((Tag.VERB, Tag.AUX))
_NOMINAL = frozenset((Tag.NOUN, Tag.VALUE, Tag.PRON, Tag.DATE))
_DASHES = frozenset(("–", "—", "-"))


_OPENERS = frozenset(("because", "although", "though", "unless", "if", "when", "that"))
_SHARES = frozenset(("most", "many", "some", "several", "few", "half", "all", "none", "majority"))
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_NOMINATIVE = frozenset(("it", "they", "he", "she", "we", "i", "you"))
_WITHOUT_VERB = {"so": Tag.ADV, "but": Tag.CONJ, "yet": Tag.CONJ, "while": Tag.CONJ, "whereas": Tag.CONJ}
STATES = frozenset(("dead", "missing", "injured", "homeless", "unaccounted", "wounded", "alive"))
_LEAVING = frozenset(("leav", "see", "have"))
MULTIPLYING = frozenset(
    ("doubled", "tripled", "trebled", "quadrupled", "halved", "doubling", "tripling", "halving")
)


_QUOTES = frozenset(('"', "”", "“", "’", "'"))


class Kind(StrEnum):
    """How a clause stands to its parent."""

    MAIN = "main"
    COORDINATE = "coordinate"  # a verb of its own, the parent's subject: "… and injured 3,400"
    GAPPED = "gapped"  # a subject of its own, the parent's verb: "…, Germany 340"
    RELATIVE = "relative"  # says something of the noun before it
    PARTICIPLE = "participle"  # says something of the parent's subject: ", up 5%", ", leaving 12 dead"
    SUBORDINATE = "subordinate"
    ASIDE = "aside"  # in brackets or dashes
    APPOSITION = "apposition"  # another name for the noun before it: "Acme, the tyre maker, …"
    PART = "part"  # tells of a part of the things before it: ", most of them in Leeds"
    COMPLEMENT = "complement"  # what somebody says


@dataclass(slots=True, eq=False)
class Clause:
    """Tokens that belong together, by their numbers in the sentence.

    verb: the number of the last verb of its verb group, or ``None``
    antecedent: the number of the token that a relative clause or an aside says something of
    """

    kind: Kind
    parent: Clause | None = None
    members: list[int] = field(default_factory=list)
    verb: int | None = None
    antecedent: int | None = None


class Splitter:
    """Walks a sentence once; lives for one call."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.current = Clause(Kind.MAIN)
        self.clauses = [self.current]
        self.stack: list[Clause] = []  # where to go on after an aside or a relative clause

    def run(self) -> list[Clause]:
        """Return the clauses that have members, in the order of their beginnings."""
        for at, token in enumerate(self.tokens):
            self._place(at, token)
        return [clause for clause in self.clauses if clause.members]

    def _place(self, at: int, token: Token) -> None:
        if token.word == "(" or (token.word in _DASHES and self._opens_aside(at)):
            self._enter(Kind.ASIDE, at)
        elif token.word == ")" or (token.word in _DASHES and self.current.kind is Kind.ASIDE):
            self._leave()
        elif token.word == ";" or self._is_colon(at) or token.word in _DASHES:
            self._restart(Kind.MAIN if token.word == ";" else Kind.COMPLEMENT)
        elif token.word in _QUOTES and self._ends_quotation(at):
            self._restart(Kind.MAIN)
        elif token.tag is Tag.REL:
            self._enter(Kind.RELATIVE, at)
        elif token.tag is Tag.SUB:
            self._subordinate(at, token)
        elif token.tag is Tag.CONJ or token.word == ",":
            self._joint(at, token)
        else:
            self._word(at, token)

    def _ends_quotation(self, at: int) -> bool:
        """Whether a verb of telling follows a quotation: "…," said the mayor."""
        before, after = self.tokens[at - 1] if at else None, self.tokens[at + 1 : at + 2]
        told = bool(after) and after[0].tag is Tag.VERB and after[0].stem in lexicon().speech
        return told and before is not None and before.word in {",", "!", "?", "."}

    def _is_colon(self, at: int) -> bool:
        token, after = self.tokens[at], self.tokens[at + 1 : at + 2]
        return token.word == ":" and bool(after) and after[0].start > token.end

    def _word(self, at: int, token: Token) -> None:
        if token.tag in _VERBAL:
            self._close_relative(at)
            self._note_verb(at, token)
        elif self._opens_contact(at):
            self._enter(Kind.RELATIVE, at)
            self.current.members.pop()
        elif self._opens_complement(at):
            self._begin(Kind.COMPLEMENT, self.current)
        elif token.word in MULTIPLYING and self.current.verb is None:
            self.current.verb = at
        self.current.members.append(at)

    def _note_verb(self, at: int, token: Token) -> None:
        """Take the last verb of the first verb group; an infinitive behind it is the group's own."""
        clause = self.current
        if clause.verb is None or self._same_group(clause.verb, at) or self._is_reduced(clause.verb, token):
            clause.verb = at

    def _is_reduced(self, verb: int, token: Token) -> bool:
        """Whether the verb noted so far only narrows the subject: "those arrested were released"."""
        if token.tag is not Tag.AUX or not self.tokens[verb].word.endswith(("ed", "en", "wn")) or verb == 0:
            return False
        return self.tokens[verb - 1].tag in (Tag.NOUN, Tag.DET, Tag.VALUE)

    def _same_group(self, verb: int, at: int) -> bool:
        between = self.tokens[verb + 1 : at]
        if not between and self.tokens[verb].tag is Tag.VERB and self.tokens[at].tag is Tag.AUX:
            return False
        return all(token.tag in (Tag.ADV, Tag.NOT, Tag.TO, Tag.AUX) for token in between)

    def _opens_aside(self, at: int) -> bool:
        token = self.tokens[at]
        spaced = token.start == 0 or (at > 0 and self.tokens[at - 1].end < token.start)
        closing = any(later.word == token.word for later in self.tokens[at + 1 :])
        return spaced and closing and self.current.kind is not Kind.ASIDE

    def _enter(self, kind: Kind, at: int) -> None:
        self.stack.append(self.current)
        antecedent = self._noun_before(at)
        self._begin(kind, self.current)
        self.current.antecedent = antecedent
        if kind is Kind.RELATIVE:
            self.current.members.append(at)

    def _noun_before(self, at: int) -> int | None:
        for i in range(at - 1, -1, -1):
            if self.tokens[i].tag in (Tag.NOUN, Tag.VALUE, Tag.PRON):
                return i
            if self.tokens[i].word not in {",", "("} and self.tokens[i].tag is not Tag.PREP:
                return None
        return None

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
        if clause.kind is not Kind.RELATIVE or clause.verb is None or self._same_group(clause.verb, at):
            return
        if self.tokens[at - 1].tag is not Tag.TO and self.stack and self.stack[-1].verb is None:
            self._leave()

    def _opens_complement(self, at: int) -> bool:
        """Whether a clause starts right behind a verb of telling: "said 340 people had died"."""
        verb = self.current.verb
        if verb is None or verb != at - 1 or self.tokens[verb].stem not in lexicon().speech:
            return False
        return self.tokens[at].tag in _NOMINAL | {Tag.DET} and self._verb_ahead(at) is not None

    def _opens_contact(self, at: int) -> bool:
        """Whether a relative clause starts without a relative pronoun: "the homes it inspected"."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        led = before is not None and (before.tag is Tag.NOUN or before.word == "what")
        told = token.tag is Tag.PRON and token.word in _NOMINATIVE and led
        first = self.tokens[self.current.members[0]] if self.current.members else None
        fronted = self.current.verb is None and first is not None and first.tag is Tag.PREP
        return told and not fronted and after is not None and after.tag in _VERBAL

    def _verb_ahead(self, at: int, commas: int = 0) -> int | None:
        """Return the number of the first verb before the next mark or opener, so many commas aside."""
        for i in range(at, len(self.tokens)):
            if self.tokens[i].tag in _VERBAL:
                return i
            if self.tokens[i].word == "," and commas:
                commas -= 1
            elif self.tokens[i].tag in _STOPS:
                return None
        return None

    def _subordinate(self, at: int, token: Token) -> None:
        if self._verb_ahead(at + 1, commas=2 if token.word in _OPENERS else 0) is None:
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
        self._begin(Kind.SUBORDINATE if token.word not in {"while", "but", "whereas"} else Kind.MAIN, parent)
        self.current.members.append(at)

    def _pop_inner(self) -> Clause:
        """Leave relative clauses and participles; return the clause that goes on."""
        while self.stack and self.current.kind in (Kind.RELATIVE, Kind.PARTICIPLE):
            self._leave()
        return self.current

    def _joint(self, at: int, token: Token) -> None:
        """Go on after a comma or "and", by what stands behind it."""
        if token.word == "," and self.current.kind is Kind.APPOSITION:
            self._leave()
            return
        if token.word == "," and self._ends_inner(at):
            self._leave()
        if token.word == "," and self._opens_part(at):
            self._begin(Kind.PART, self.current)
            return
        if token.word == "," and self._opens_apposition(at):
            self._enter(Kind.APPOSITION, at)
            self.current.antecedent = self._root_before(at)
            return
        after = self._skip(at + 1)
        if after >= len(self.tokens):
            return
        kind = self._kind_ahead(at, after, token)
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

    def _opens_part(self, at: int) -> bool:
        """Whether words for a part follow a comma: "most of them", "mainly in"."""
        words = [token.word for token in self.tokens[at + 1 : at + 4]]
        if words[:1] and words[0] in {"mostly", "mainly", "chiefly", "predominantly"}:
            return True
        return (
            len(words) == 3
            and words[0] in _SHARES
            and words[1] == "of"
            and words[2] in {"them", "whom", "which"}
        )

    def _opens_apposition(self, at: int) -> bool:
        """Whether a noun phrase without a verb stands between this comma and the next, or the end."""
        if at + 1 >= len(self.tokens) or not at or self.tokens[at - 1].tag is not Tag.NOUN:
            return False
        first = self.tokens[at + 1]
        named = first.proper and self.current.verb is None and not self.tokens[self._root_before(at)].proper
        if not (
            first.word in _ARTICLES or (first.tag is Tag.NOUN and (first.owner or named or not first.proper))
        ):
            return False
        for i in range(at + 1, min(at + 14, len(self.tokens))):
            token = self.tokens[i]
            if token.tag in _VERBAL or token.tag in (Tag.VALUE, Tag.SUB) or token.word == ";":
                return False
            if token.tag is Tag.CONJ and first.word not in _ARTICLES:
                return False
            if token.tag is Tag.MARK:
                return self._closes_apposition(at, i)
        return False

    def _root_before(self, at: int) -> int:
        """Return the noun that the words before a comma are about: "mayor" of "the mayor of Leiria"."""
        root = at - 1
        for i in range(at - 2, 0, -1):
            if self.tokens[i].tag is Tag.PREP and self.tokens[i - 1].tag is Tag.NOUN:
                root = i - 1
            elif self.tokens[i].tag not in (Tag.NOUN, Tag.DET):
                break
        return root

    def _closes_apposition(self, at: int, close: int) -> bool:
        """Whether the noun before the comma is a subject or a name, and no list goes on behind."""
        after = self.tokens[close + 1 : close + 2]
        lists = bool(after) and after[0].tag is Tag.CONJ and self.current.verb is not None
        return not lists and (self.tokens[at - 1].proper or self.current.verb is None)

    def _ends_inner(self, at: int) -> bool:
        """Whether a comma ends a relative clause or an inserted participle."""
        clause = self.current
        if not self.stack or clause.kind not in (Kind.RELATIVE, Kind.PARTICIPLE) or clause.verb is None:
            return False
        ahead = self.tokens[self._skip(at + 1)] if self._skip(at + 1) < len(self.tokens) else None
        outer = self.stack[-1]
        return outer.verb is None or ahead is None or ahead.tag is not Tag.VERB

    def _skip(self, at: int) -> int:
        """Step over what may stand between a comma and a clause: "and", adverbs, more commas."""
        while at < len(self.tokens) and (
            self.tokens[at].tag in (Tag.CONJ, Tag.ADV) or self.tokens[at].word == ","
        ):
            if self.tokens[at].word in {"up", "down"}:
                break
            at += 1
        return at

    def _kind_ahead(self, at: int, after: int, token: Token) -> Kind | None:
        first = self.tokens[after]
        if first.word in {"up", "down"} and token.word == ",":
            return Kind.PARTICIPLE
        if first.tag in _VERBAL:
            return self._kind_of_verb(at, after, token)
        governed = self.current.verb is not None or self.current.kind in (Kind.GAPPED, Kind.PARTICIPLE)
        if not governed or first.tag not in _NOMINAL | {Tag.DET}:
            return None
        verb = self._verb_ahead(after)
        if (
            verb is not None
            and self.tokens[verb].word.endswith("ing")
            and self.tokens[verb - 1].tag is not Tag.AUX
        ):
            return None
        if verb is not None and self._is_state(after, verb):
            return None
        if verb is not None:
            return Kind.MAIN
        return Kind.GAPPED if self._is_gapped(after) else None

    def _is_state(self, after: int, verb: int) -> bool:
        """Whether a figure has a bare participle behind it, as the one before has a state: "8 dead and 21 wounded"."""
        value, behind = self.tokens[after], self.tokens[verb + 1 : verb + 2]
        bare = (
            value.tag is Tag.VALUE
            and verb - after <= 2
            and self.tokens[verb].word.endswith(("ed", "en", "wn"))
        )
        ends = not behind or behind[0].tag in (Tag.MARK, Tag.CONJ, Tag.SUB) or behind[0].tag is Tag.PREP
        before = self.tokens[self.current.members[-1]] if self.current.members else None
        return bare and ends and before is not None and before.tag is not Tag.VERB and self._has_state(before)

    def _has_state(self, before: Token) -> bool:
        return before.word in STATES or self.tokens[self.current.verb or 0].stem in _LEAVING

    def _kind_of_verb(self, at: int, after: int, token: Token) -> Kind | None:
        first = self.tokens[after]
        behind = self.tokens[after + 1] if after + 1 < len(self.tokens) else None
        joined = token.tag is Tag.CONJ or any(item.tag is Tag.CONJ for item in self.tokens[at:after])
        if first.word.endswith("ing"):
            return None if joined and self.current.verb is None else Kind.PARTICIPLE
        if self.current.verb is None:
            return Kind.PARTICIPLE if not joined and behind and behind.tag is Tag.PREP else None
        if not joined and behind and behind.tag in (Tag.PREP, Tag.TO) and first.tag is Tag.VERB:
            return Kind.PARTICIPLE
        if self._joins_verbs(at, after, behind):
            return None
        return Kind.COORDINATE

    def _joins_verbs(self, at: int, after: int, behind: Token | None) -> bool:
        """Whether "and" joins two bare verbs with one object: "were killed and wounded", "designed and built"."""
        return self.tokens[at - 1].tag is Tag.VERB

    def _is_gapped(self, after: int) -> bool:
        """Whether nouns stand right before a figure, with at most "by", "to" or "at" between them."""
        at = after
        while at < len(self.tokens) and self.tokens[at].tag in (Tag.NOUN, Tag.DET):
            at += 1
        if at == after or at >= len(self.tokens):
            return False
        if self.tokens[at].word in {"by", "to", "at", "with"}:
            at += 1
        while at < len(self.tokens) and self.tokens[at].tag in (Tag.ADV, Tag.DET):
            at += 1
        return at < len(self.tokens) and self.tokens[at].tag is Tag.VALUE


def clauses(tokens: list[Token]) -> list[Clause]:
    """Return the clauses of a tagged sentence. Openers that open no clause become prepositions."""
    return Splitter(tokens).run()
