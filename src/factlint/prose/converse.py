"""The table of deeds that can be told from two sides: who sells it to another, and who buys it from him."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factlint.prose.phrases import OBJECT, SUBJECT
from factlint.prose.stems import stem, table
from factlint.prose.tokens import Token

BOTH = "both"
"""The role of the two who do it to one another: "A and B met"."""
PASSIVE = "be_"


@dataclass(frozen=True, slots=True)
class Side:
    """One way of telling a deed.

    verbs: the verbs that tell it in their base form, by stem; "be_" stands before one that is told in the passive
    roles: the role of everyone who takes part, by his letter, in the order in which they are told
    """

    verbs: dict[str, str]
    roles: dict[str, str]

    @property
    def preposition(self) -> tuple[str, str]:
        """The letter and the preposition of who stands behind one; empty where nobody does."""
        told = [(letter, role) for letter, role in self.roles.items() if role not in (SUBJECT, OBJECT, BOTH)]
        return told[0] if told else ("", "")


@lru_cache(maxsize=1)
def rows() -> tuple[tuple[Side, ...], ...]:
    """Return the ways of telling each deed."""
    lines = table("converse")["pairs"].strip().splitlines()
    return tuple(tuple(map(_side, line.split("="))) for line in lines)


def _side(text: str) -> Side:
    words = text.split()
    both = words[1] == "and"
    first, verbs, rest = (words[:3:2], words[3], words[4:]) if both else (words[:1], words[1], words[2:])
    roles = dict.fromkeys(first, BOTH if both else SUBJECT)
    for before, word in zip((verbs, *rest), rest, strict=False):
        if word.isupper():
            roles[word] = OBJECT if before == verbs or before.isupper() else before
    return Side({_stem(verb): verb.removeprefix(PASSIVE) for verb in verbs.split("/")}, roles)


def _stem(verb: str) -> str:
    passive = verb.startswith(PASSIVE)
    return f"{PASSIVE if passive else ''}{stem(verb.removeprefix(PASSIVE))}"


@lru_cache(maxsize=1)
def sides() -> dict[str, tuple[tuple[Side, tuple[Side, ...]], ...]]:
    """Return every way of telling a deed with the other ones, by the stems of its verbs."""
    found: dict[str, list[tuple[Side, tuple[Side, ...]]]] = {}
    for row in rows():
        for side in row:
            for verb in side.verbs:
                found.setdefault(verb, []).append((side, tuple(other for other in row if other is not side)))
    return {verb: tuple(pairs) for verb, pairs in found.items()}


@lru_cache(maxsize=1)
def beating() -> dict[str, Side]:
    """Return how "beat" and "lose" and their likes tell who wins, whose letter is the first, by stem."""
    won, (lost, *_) = sides()["beat"][0]
    return dict.fromkeys(lost.verbs, lost) | dict.fromkeys(won.verbs, won)


def key(verb: Token) -> str:
    """Return the key of a verb in the table: "lost to" and "was lost" are "lose"."""
    return verb.stem.removeprefix(PASSIVE).split("_")[0]


@lru_cache(maxsize=1)
def partners() -> dict[str, frozenset[str]]:
    """Return the prepositions before the one with whom somebody does it, by the stem of the verb: "sell … to"."""
    found: dict[str, set[str]] = {}
    for verb, told in sides().items():
        found[verb] = {side.preposition[1] for side, _ in told} - {""}
    return {verb: frozenset(roles) for verb, roles in found.items() if roles}


@lru_cache(maxsize=1)
def symmetric() -> frozenset[str]:
    """Return the stems of the verbs of what two do to one another."""
    return frozenset(verb for row in rows() if len(row) == 3 for verb in row[2].verbs)


@lru_cache(maxsize=1)
def converses() -> frozenset[frozenset[str]]:
    """Return the pairs of verbs by which two sides tell one deed: sell and buy, employ and work."""
    told = [[set(side.verbs) for side in row] for row in rows() if len(row) == 2]
    return frozenset(
        frozenset((one, other)) for left, right in told for one in left - right for other in right - left
    )


@lru_cache(maxsize=8)
def words(*names: str) -> frozenset[str]:
    """Return the stems of the nouns in lists of the file: "contests", "rounds", "prizes", "honours"."""
    return frozenset(stem(word) for name in names for word in table("converse")[name].split())
