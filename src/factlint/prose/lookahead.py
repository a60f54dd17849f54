"""What a comma, a dash, "and" or a word opens, by the words before and behind it."""

from __future__ import annotations

from factlint.prose.clauses import STATES, Kind
from factlint.prose.lexicon import lexicon, stem
from factlint.prose.surroundings import NOMINATIVE, VERBAL, Surroundings
from factlint.prose.tokens import Tag, Token

_NOMINAL = frozenset((Tag.NOUN, Tag.VALUE, Tag.PRON, Tag.DATE))
_SHARES = frozenset(("most", "many", "some", "several", "few", "half", "all", "none", "majority"))
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her"))
_SPANS = ("from ", "since ", "until ", "between ")
_GERUNDIAL = frozenset(("by", "after", "before", "without"))
_TOLD = frozenset(map(stem, "tell inform assure warn remind notify".split()))
_LEAVING = frozenset(("leav", "see", "have"))


class Lookahead(Surroundings):
    """Answers what a token opens."""

    def opens_aside(self, at: int) -> bool:
        """Whether a bracket or a dash opens an aside that is closed again."""
        token = self.tokens[at]
        spaced = token.start == 0 or (at > 0 and self.tokens[at - 1].end < token.start)
        closing = any(later.word == token.word for later in self.tokens[at + 1 :])
        return spaced and closing and self.current.kind is not Kind.ASIDE

    def opens_complement(self, at: int) -> bool:
        """Whether a clause starts right behind a verb of telling: "said 340 people had died"."""
        verb = self.current.verb
        if verb is None or self.tokens[verb].stem not in lexicon().speech:
            return False
        if verb != at - 1 and not self.says_when(verb + 1, at):
            return False
        ahead = self.verb_ahead(at)
        contact = ahead is not None and ahead > at + 1 and self.is_contact(ahead - 1)
        return self.tokens[at].tag in _NOMINAL | {Tag.DET} and ahead is not None and not contact

    def opens_predicate(self, at: int) -> bool:
        """Whether a verb stands here, adverbs aside, so that the subject before goes on: "… but did not sign"."""
        after = next((token for token in self.tokens[at:] if token.tag is not Tag.ADV), None)
        return after is not None and after.tag in VERBAL and self.current.verb is not None

    def tells_somebody(self, at: int) -> bool:
        """Whether a verb of telling and whom it is told stand before "that": "told the committee that …"."""
        verb = self.current.verb
        if verb is None or self.tokens[verb].stem not in _TOLD:
            return False
        between = self.tokens[verb + 1 : at]
        return bool(between) and all(token.tag in (Tag.NOUN, Tag.DET, Tag.PRON) for token in between)

    def opens_gerund(self, at: int) -> bool:
        """Whether a preposition behind the clause's verb governs a verb: "surprised markets by lifting its rate"."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        led = before is not None and before.word in _GERUNDIAL and self.current.verb is not None
        return led and token.tag is Tag.VERB and token.word.endswith("ing")

    def opens_contact(self, at: int) -> bool:
        """Whether a relative clause starts without a relative pronoun: "the homes it inspected"."""
        token, before = self.tokens[at], self.tokens[at - 1] if at else None
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        led = before is not None and (before.tag is Tag.NOUN or before.word == "what")
        told = token.tag is Tag.PRON and token.word in NOMINATIVE and led
        first = self.tokens[self.current.members[0]] if self.current.members else None
        fronted = self.current.verb is None and first is not None and first.tag is Tag.PREP
        return told and not fronted and after is not None and after.tag in VERBAL

    def opens_relative_part(self, at: int) -> bool:
        """Whether a figure and "of whom" follow a comma behind the things counted: "48 members, 30 of whom …"."""
        words = [token.word for token in self.tokens[at + 2 : at + 4]]
        value = self.tokens[at + 1].tag is Tag.VALUE if at + 1 < len(self.tokens) else False
        return value and words in (["of", "whom"], ["of", "which"]) and self.noun_before(at) is not None

    def goes_on_of(self, at: int) -> bool:
        """Whether a relative pronoun stands in a relative clause that its figure has opened."""
        return (
            self.current.kind is Kind.RELATIVE
            and self.current.verb is None
            and self.tokens[at - 1].word == "of"
        )

    def opens_part(self, at: int) -> bool:
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

    def opens_apposition(self, at: int) -> bool:
        """Whether a noun phrase without a verb stands between this comma and the next, or the end."""
        if at + 1 >= len(self.tokens) or not at or self.tokens[at - 1].tag is not Tag.NOUN:
            return False
        first = self.tokens[at + 1]
        named = first.proper and not self.tokens[self.root_before(at)].proper and self._may_be_named(at)
        if not (
            first.word in _ARTICLES or (first.tag is Tag.NOUN and (first.owner or named or not first.proper))
        ):
            return False
        for i in range(at + 1, min(at + 14, len(self.tokens))):
            token = self.tokens[i]
            if token.tag in VERBAL or token.tag in (Tag.VALUE, Tag.SUB) or token.word == ";":
                return False
            if token.tag is Tag.CONJ and first.word not in _ARTICLES:
                return False
            if token.tag is Tag.MARK:
                return self.closes_apposition(at, i)
        return False

    def closes_apposition(self, at: int, close: int) -> bool:
        """Whether the noun before the comma is a subject or a name, and no list goes on behind."""
        after = self.tokens[close + 1 : close + 2]
        lists = bool(after) and after[0].tag is Tag.CONJ and self.current.verb is not None
        return not lists and (self.tokens[at - 1].proper or self._may_be_named(at))

    def _may_be_named(self, at: int) -> bool:
        """Whether the noun before the comma is a subject, or somebody of whom there is one: "said the mayor, Ann Lee"."""
        root = self.tokens[self.root_before(at)]
        return self.current.verb is None or root.stem in lexicon().people

    def kind_ahead(self, at: int, after: int, token: Token) -> Kind | None:
        """Return what kind of clause goes on behind a comma or "and"; ``None`` where it is the same one."""
        first = self.tokens[after]
        if first.word in {"up", "down"} and token.word == ",":
            return Kind.PARTICIPLE
        if first.tag in VERBAL:
            return self.kind_of_verb(at, after, token)
        if self._opens_fronted(after):
            return Kind.MAIN
        governed = self.current.verb is not None or self.current.kind in (Kind.GAPPED, Kind.PARTICIPLE)
        if not governed or first.tag not in _NOMINAL | {Tag.DET}:
            return None
        verb = self.verb_ahead(after)
        if (
            verb is not None
            and self.tokens[verb].word.endswith("ing")
            and self.tokens[verb - 1].tag is not Tag.AUX
        ):
            return None
        if verb is not None and self.is_state(after, verb):
            return None
        if verb is not None:
            return Kind.MAIN
        return Kind.GAPPED if self.is_gapped(after) else None

    def _opens_fronted(self, after: int) -> bool:
        """Whether a time or place, a pronoun and its verb follow: "…, and in 2019 it made 5 million"."""
        if self.current.verb is None or self.tokens[after].tag not in (Tag.PREP, Tag.DATE):
            return False
        verb = self.verb_ahead(after)
        subject = self.tokens[verb - 1] if verb is not None else None
        return subject is not None and (subject.word in NOMINATIVE or subject.word == "there")

    def is_state(self, after: int, verb: int) -> bool:
        """Whether a figure has a bare participle behind it, as the one before has a state: "8 dead and 21 wounded"."""
        value, behind = self.tokens[after], self.tokens[verb + 1 : verb + 2]
        bare = (
            value.tag is Tag.VALUE
            and verb - after <= 2
            and self.tokens[verb].word.endswith(("ed", "en", "wn"))
        )
        ends = not behind or behind[0].tag in (Tag.MARK, Tag.CONJ, Tag.SUB) or behind[0].tag is Tag.PREP
        before = self.tokens[self.current.members[-1]] if self.current.members else None
        return bare and ends and before is not None and before.tag is not Tag.VERB and self.has_state(before)

    def has_state(self, before: Token) -> bool:
        """Whether the clause so far tells of a state, or of what something left behind."""
        return before.word in STATES or self.tokens[self.current.verb or 0].stem in _LEAVING

    def kind_of_verb(self, at: int, after: int, token: Token) -> Kind | None:
        """Return what kind of clause a verb behind a comma or "and" opens."""
        first = self.tokens[after]
        behind = self.tokens[after + 1] if after + 1 < len(self.tokens) else None
        joined = token.tag is Tag.CONJ or any(item.tag is Tag.CONJ for item in self.tokens[at:after])
        if first.word.endswith("ing"):
            return None if joined and self.current.verb is None else Kind.PARTICIPLE
        if self.current.verb is None:
            return Kind.PARTICIPLE if not joined and behind and behind.tag is Tag.PREP else None
        if not joined and behind and behind.tag in (Tag.PREP, Tag.TO) and first.tag is Tag.VERB:
            return Kind.PARTICIPLE
        if self.joins_verbs(at, after, behind):
            return None
        return Kind.COORDINATE

    def joins_verbs(self, at: int, after: int, behind: Token | None) -> bool:
        """Whether "and" joins two bare verbs with one object: "were killed and wounded", "designed and built"."""
        return self.tokens[at - 1].tag is Tag.VERB

    def is_gapped(self, after: int) -> bool:
        """Whether nouns stand right before a figure, with at most "by", "to" or "at" between them, or a name before
        its own span of time: "…, Hassan Jaber from 2015 to 2019"."""
        at = after
        while at < len(self.tokens) and self.tokens[at].tag in (Tag.NOUN, Tag.DET):
            at += 1
        words = [token.word for token in self.tokens[after:at]]
        if len(words) > 3 and words[-2:] == ["the", "rest"]:
            return True
        if at == after or at >= len(self.tokens):
            return False
        if self.tokens[at].tag is Tag.DATE:
            return self.tokens[after].proper and self.tokens[at].word.startswith(_SPANS)
        if self.tokens[at].word in {"by", "to", "at", "with", "from"} or self._repeats_particle(at):
            at += 1
        while at < len(self.tokens) and self.tokens[at].tag in (Tag.ADV, Tag.DET):
            at += 1
        return at < len(self.tokens) and self.tokens[at].tag is Tag.VALUE

    def _repeats_particle(self, at: int) -> bool:
        """Whether a word is the last of the clause's verb: "fuel accounts for 30 per cent and staff for 26"."""
        verb = self.tokens[self.current.verb] if self.current.verb is not None else None
        return verb is not None and verb.word.split(" ")[1:][-1:] == [self.tokens[at].word]
