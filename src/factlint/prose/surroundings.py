"""What stands around a token of a sentence that is being split: its verb group, the noun before, the verb ahead."""

from __future__ import annotations

from itertools import pairwise

from factlint.prose.clauses import Clause, Kind
from factlint.prose.lexicon import lexicon
from factlint.prose.tokens import Tag, Token

_STOPS = frozenset((Tag.MARK, Tag.CONJ, Tag.SUB, Tag.REL))
VERBAL = frozenset((Tag.VERB, Tag.AUX))
_NAMING = frozenset((Tag.NOUN, Tag.DET, Tag.PRON, Tag.PREP))
NOMINATIVE = frozenset(("it", "they", "he", "she", "we", "i", "you"))


class Surroundings:
    """Answers questions about the tokens around one; ``current`` is the clause that is open there."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.current = Clause(Kind.MAIN)

    def ends_quotation(self, at: int) -> bool:
        """Whether a verb of telling follows a quotation: "…," said the mayor."""
        before, after = self.tokens[at - 1] if at else None, self.tokens[at + 1 : at + 13]
        named = next((n for n, t in enumerate(after) if t.tag not in _NAMING and t.word != ","), len(after))
        told = named < len(after) and after[named].tag is Tag.VERB and after[named].stem in lexicon().speech
        return told and before is not None and before.word in {",", "!", "?", "."}

    def is_colon(self, at: int) -> bool:
        """Whether a colon stands before other words, and not inside a time."""
        token, after = self.tokens[at], self.tokens[at + 1 : at + 2]
        return token.word == ":" and bool(after) and after[0].start > token.end

    def is_reduced(self, verb: int, token: Token) -> bool:
        """Whether the verb noted so far only narrows the subject: "those arrested were released"."""
        first = self.tokens[verb]
        participle = first.word.endswith(("ed", "en", "wn")) or first.word in lexicon().participles
        participle = participle or (first.word.endswith("ing") and token.tag is Tag.AUX)
        if verb == 0 or not participle or self.tokens[verb - 1].tag not in (Tag.NOUN, Tag.DET, Tag.VALUE):
            return False
        return token.tag is Tag.AUX or (first.tag is Tag.VERB and self._is_finite_behind(verb, token))

    def _is_finite_behind(self, verb: int, token: Token) -> bool:
        """Whether a verb with an object stands behind a participle without one: "the cocaine seized at sea weighed …"."""
        at = next(i for i in range(verb, len(self.tokens)) if self.tokens[i] is token)
        behind = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        bare = self.tokens[verb + 1].tag in (Tag.PREP, Tag.DATE, Tag.ADV) and at > verb + 1
        apart = any(t.tag in (Tag.CONJ, Tag.TO, Tag.MARK) for t in self.tokens[verb:at])
        finite = token.word.endswith("ed") or token.word in lexicon().pasts
        return (
            bare
            and finite
            and not apart
            and behind is not None
            and behind.tag in (Tag.VALUE, Tag.DET, Tag.PRON)
        )

    def same_group(self, verb: int, at: int) -> bool:
        """Whether two verbs make one verb group: "had not been told"."""
        between = self.tokens[verb + 1 : at]
        if not between and self.tokens[verb].tag is Tag.VERB and self.tokens[at].tag is Tag.AUX:
            return False
        return all(token.tag in (Tag.ADV, Tag.NOT, Tag.TO, Tag.AUX) for token in between)

    def noun_before(self, at: int) -> int | None:
        """Return the number of the noun right before, commas and prepositions aside."""
        for i in range(at - 1, -1, -1):
            if self.tokens[i].tag in (Tag.NOUN, Tag.VALUE, Tag.PRON):
                return i
            if self.tokens[i].word not in {",", "("} and self.tokens[i].tag is not Tag.PREP:
                return None
        return None

    def root_before(self, at: int) -> int:
        """Return the noun that the words before a comma are about: "mayor" of "the mayor of Leiria"."""
        root = at - 1
        for i in range(at - 2, 0, -1):
            if self.tokens[i].tag is Tag.PREP and self.tokens[i - 1].tag is Tag.NOUN:
                root = i - 1
            elif self.tokens[i].tag not in (Tag.NOUN, Tag.DET):
                break
        return root

    def skip(self, at: int) -> int:
        """Step over what may stand between a comma and a clause: "and", adverbs, more commas."""
        while at < len(self.tokens) and (
            self.tokens[at].tag in (Tag.CONJ, Tag.ADV) or self.tokens[at].word == ","
        ):
            if self.tokens[at].word in {"up", "down"}:
                break
            at += 1
        return at

    def verb_ahead(self, at: int, commas: int = 0) -> int | None:
        """Return the number of the first verb before the next mark or opener, so many commas aside."""
        for i in range(at, len(self.tokens)):
            if self.tokens[i].tag in VERBAL:
                return i
            if self.tokens[i].word == "," and commas:
                commas -= 1
            elif self.tokens[i].tag in _STOPS:
                return None
        return None

    def has_two_subjects(self, start: int, verb: int) -> bool:
        """Whether a second noun phrase begins right behind a first one: "before the crisis the plant employed 900"."""
        between = self.tokens[start:verb]
        pairs = pairwise(between)
        return any(
            a.tag is Tag.NOUN and not a.owner and (b.tag in (Tag.DET, Tag.VALUE) or b.word in NOMINATIVE)
            for a, b in pairs
        )

    def says_when(self, start: int, at: int) -> bool:
        """Whether only a day stands between a verb of telling and "it" or "they": "said on Tuesday it would …"."""
        between = self.tokens[start:at]
        dated = any(token.tag is Tag.DATE for token in between)
        only = all(token.tag in (Tag.DATE, Tag.PREP) for token in between)
        return dated and only and self.tokens[at].word in NOMINATIVE

    def is_contact(self, at: int) -> bool:
        """Whether a pronoun opens a relative clause without a relative pronoun: "the kitchens they visited"."""
        before = self.tokens[at - 1]
        return self.tokens[at].word in NOMINATIVE and before.tag is Tag.NOUN and not before.owner

    def tells_aside(self, at: int, clauses: list[Clause]) -> bool:
        """Whether a comma ends a clause that only says who tells, behind another comma: ", the board warned, …"."""
        clause, before = self.current, clauses[-2] if len(clauses) > 1 else None
        if before is None or clause is not clauses[-1] or clause.verb != at - 1 or not clause.members:
            return False
        first = min(clause.members)
        opened = first > 0 and self.tokens[first - 1].word == "," and before.kind is not Kind.SUBORDINATE
        told = self.tokens[at - 1].tag is Tag.VERB and self.tokens[at - 1].stem in lexicon().speech
        return opened and told and clause.kind in (Kind.MAIN, Kind.GAPPED) and at + 1 < len(self.tokens)
