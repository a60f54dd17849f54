"""Which verbs say the same of the things that they are said of, and which nouns are for those who do it."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from factlint.prose.frames import Frame
from factlint.prose.levels import Levels
from factlint.prose.lexicon import lexicon
from factlint.prose.pointing import earlier
from factlint.prose.tokens import Tag, Token
from factlint.prose.words import alike, does


class Deeds:
    """The verbs of a claim beside those of a passage; lives for one comparison."""

    def __init__(self, claim: Frame, levels: Levels) -> None:
        self._claim, self._levels = claim, levels

    def does(self, verb: Token, noun: Token) -> bool:
        """Whether a noun is for those of whom a verb is said, and not for those to whom it is done."""
        return does(verb, noun) and id(verb) not in self._passives

    @cached_property
    def _passives(self) -> frozenset[int]:
        """The verbs of both sentences that stand behind a form of "be"."""
        found = set()
        for tokens in (self._claim.sentence.tokens, self._levels.found.sentence.tokens):
            kept = [token for token in tokens if token.tag not in (Tag.ADV, Tag.NOT)]
            found |= {id(verb) for be, verb in pairwise(kept) if be.stem == "be" and verb.tag is Tag.VERB}
        return frozenset(found)

    def same(self, ours: Token, theirs: Token) -> bool:
        """Whether two verbs say the same of a thing that both sides tell of: flights that were cancelled, or scrapped."""
        if ours.tag is not Tag.VERB or theirs.tag is not Tag.VERB:
            return False
        return any(lexicon().same_of(ours.stem, theirs.stem, noun) for noun in self._shared_nouns)

    @cached_property
    def _shared_nouns(self) -> frozenset[str]:
        """The nouns of the claim that stand by the passage's figure as well, or that a bare figure may go on from."""
        near = [token for token in self._levels.near.tokens if token.tag is Tag.NOUN]
        near += [token for place in earlier(self._levels.found.sentence) for token in place.tokens]
        ours = [token for token in self._claim.sentence.tokens if token.tag is Tag.NOUN]
        return frozenset(token.stem for token in ours if any(alike(token, other) for other in near))
