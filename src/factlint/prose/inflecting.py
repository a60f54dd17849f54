"""The verb group of a clause, and the same group around another verb: "has been sold" as "has bought"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from factlint.prose.clauses import Clause, Kind
from factlint.prose.closed import HAVE, MODAL
from factlint.prose.lexicon import lexicon
from factlint.prose.sentence import Sentence
from factlint.prose.stems import tables
from factlint.prose.tokens import Tag, Token

_BE = frozenset("is are was were be been being am".split())
_INSIDE = (Tag.AUX, Tag.ADV, Tag.NOT)


@dataclass(frozen=True, slots=True)
class Group:
    """A verb with its auxiliaries: the words before the verb, its form, and the number of the first token."""

    before: tuple[str, ...]
    form: str
    first: int

    def around(self, verb: str) -> str:
        """Return the group with another verb in its base form in the place of its own."""
        return " ".join((*self.before, inflected(verb, self.form)))


def verb_group(sentence: Sentence, clause: Clause, *, passive: bool) -> Group | None:
    """Return a clause's verb group in the active voice; ``None`` where another verb or a noun stands inside."""
    at = clause.verb
    if at is None:
        return None
    first = at
    while first - 1 in clause.members and sentence.tokens[first - 1].tag in _INSIDE:
        first -= 1
    before = sentence.tokens[first:at]
    if sentence.tokens[first - 1].tag is Tag.TO and first:
        return None
    if passive:
        return _turned(before, sentence.tokens[at], first)
    form = _form(sentence.tokens[at], before)
    if form == "ing" and not any(token.word in _BE for token in before):
        form = "past" if clause.kind in (Kind.PARTICIPLE, Kind.SUBORDINATE) else ""
    return Group(tuple(token.word for token in before), form, first) if form else None


def _turned(before: list[Token], verb: Token, first: int) -> Group | None:
    """Turn the auxiliaries of a passive into those of an active: "was" to the past, "has been" to "has"."""
    words = [token.word for token in before]
    if verb.stem.startswith("be_"):
        words.append(verb.word.split(" ")[0])
    last = next((word for word in reversed(words) if word in _BE), None)
    if last is None:
        return Group((), "past", first)  # "the prize, awarded to her in 1990"
    words.remove(last)
    form = {"been": "participle", "be": "base", "being": "ing", "was": "past", "were": "past"}.get(
        last, "third"
    )
    if {"not", "never"} & set(words) and form in ("past", "third"):
        return Group(("did" if form == "past" else "does", *words), "base", first)
    return Group(tuple(words), form, first)


def _form(verb: Token, before: list[Token]) -> str:
    word, words = verb.word.split(" ")[0], [token.word for token in before if token.tag is Tag.AUX]
    if any(other in MODAL or other in ("do", "does", "did") for other in words):
        return "base"
    if any(other in HAVE for other in words):
        return "participle"
    if word.endswith("ing"):
        return "ing"
    if word in lexicon().pasts or word in lexicon().irregular or word.endswith("ed"):
        return "past"
    return "third" if word.endswith("s") and not word.endswith("ss") else "base"


@lru_cache(maxsize=1)
def _irregular() -> dict[str, list[str]]:
    rows = (row.split("/") for row in tables()["verbs"]["irregular"].split())
    return {row[0]: row for row in rows}


def inflected(verb: str, form: str) -> str:
    """Return a form of a verb ("past", "participle", "third", "ing", "base"), spelt well enough to be read."""
    if form == "base":
        return verb
    if form == "third":
        return (
            f"{verb[:-1]}ies"
            if _ends_in_y(verb)
            else f"{verb}{'es' if verb.endswith(('s', 'h', 'x')) else 's'}"
        )
    if form == "ing":
        return f"{verb.removesuffix('e')}ing"
    row = _irregular().get(verb)
    if row:
        return row[1 if form == "past" else 2]
    if _ends_in_y(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}{'d' if verb.endswith('e') else 'ed'}"


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"
