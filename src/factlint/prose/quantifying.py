"""Of how many of a group something is said: all, most, many, some, few."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.base import Agreement, Facet
from factlint.prose.frames import Frame
from factlint.prose.sides import Sides
from factlint.prose.stance import UNDONE, turn
from factlint.prose.tokens import Tag, Token

_AMOUNTS = {
    **dict.fromkeys("all every each both everyone everybody everything".split(), 5),
    **dict.fromkeys("most majority".split(), 4),
    **dict.fromkeys("many half much numerous".split(), 3),
    **dict.fromkeys("some several part parts certain various".split(), 2),
    **dict.fromkeys("few hardly barely scarcely little".split(), 1),
}
_DEFINITE, _BARE = 5, 2


def facets(sides: Sides) -> Iterator[Facet]:
    """Yield a facet where a claim says something of more of a group than the passage does."""
    if sides.claim.quantity is not None or sides.found.quantity is not None:
        return
    ours, theirs = _amount(sides.claim), _amount(sides.found)
    if theirs is None:
        if ours is not None and _AMOUNTS[ours.word] == _AMOUNTS["all"] and _is_bare(sides.found):
            yield Facet("population", Agreement.MISSING, ours.word)
        return
    wanted = _AMOUNTS[ours.word] if ours is not None else _plain(sides.claim)
    if _AMOUNTS[theirs.word] >= wanted:
        return
    if wanted > _BARE and (_AMOUNTS[theirs.word] == 1 or _is_too_many(ours, theirs)):
        yield turn(sides, ours.word if ours else "the whole", theirs.word, UNDONE)
    else:
        yield Facet("population", Agreement.DIFFERENT, ours.word if ours else "", theirs.word)


def _is_too_many(ours: Token | None, theirs: Token) -> bool:
    """Whether the passage's half is less than the claim's most."""
    return ours is not None and (ours.word, theirs.word) == ("most", "half")


def _amount(frame: Frame) -> Token | None:
    """Return the word before the verb that says of how many of its subject a clause is."""
    verb = frame.clause.verb
    if verb is None:
        return None
    tokens = frame.sentence.tokens
    for at in frame.clause.members:
        token = tokens[at]
        if at >= verb or token.tag in (Tag.MARK, Tag.VERB, Tag.AUX):
            return None
        if token.word in _AMOUNTS and _is_of_group(tokens, at, verb):
            return token
    return None


def _is_of_group(tokens: list[Token], at: int, verb: int) -> bool:
    """Whether a word of quantity opens a noun phrase: "few of them", but not "a few", "a little girl"."""
    led = at > 0 and tokens[at - 1].word in {"a", "the", "not", "their", "its"}
    if led:
        return tokens[at].word in {"majority", "part"}
    if tokens[at].word in {"hardly", "barely", "scarcely"}:
        return tokens[at + 1].word in {"any", "anyone", "anybody", "anything"}
    return at + 1 < verb or tokens[at].word in {"few", "many", "most", "some", "all", "several"}


def _plain(frame: Frame) -> int:
    """Return of how many a subject without a word of quantity is: of the whole group behind "the"."""
    words = {frame.sentence.tokens[p.first].word for p in frame.subjects}
    return _DEFINITE if words & {"the", "its", "their", "his", "her", "these", "those"} else _BARE


def _is_bare(frame: Frame) -> bool:
    """Whether a subject is a plural without an article: "farmers protested"."""
    tokens = frame.sentence.tokens
    first = [tokens[p.first] for p in frame.subjects]
    return bool(first) and all(t.tag is Tag.NOUN and not t.proper and t.word.endswith("s") for t in first)
