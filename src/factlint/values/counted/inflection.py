"""The forms of English words that the vocabulary lists once: verbs in their tenses, nouns in the plural."""

from __future__ import annotations

from factlint.values.function_words import INVARIABLE
from factlint.values.grammar import is_plural

_IRREGULAR_PAST = {
    "cost": "cost",
    "cut": "cut",
    "lose": "lost",
    "take": "took",
    "shed": "shed",
    "catch": "caught",
}
_IRREGULAR_PLURAL = {
    "person": "people",
    "life": "lives",
    "wife": "wives",
    "bus": "buses",
    "diagnosis": "diagnoses",
}


def verb_forms(verb: str) -> list[tuple[str, bool]]:
    """Return the forms of ``lemma`` or ``lemma/past/participle``, with whether each may be a noun ("votes").

    The first word of a phrase is inflected ("drive out/drove out"); the lemma's own -s and -ing are made.
    """
    lemma, *others = verb.split("/")
    head, _, tail = lemma.partition(" ")
    rest = f" {tail}" if tail else ""
    pasts = others or [_IRREGULAR_PAST.get(head, _past(head)) + rest]
    forms = [(lemma, True), (_third_person(head) + rest, True), (_gerund(head) + rest, False)]
    return [*forms, *((past, past == lemma) for past in pasts)]


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "ed"


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def _gerund(verb: str) -> str:
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith(("ee", "ie")) else verb + "ing"


def plural(noun: str) -> str:
    """Return the plural of a noun phrase; in "head of state" the first noun takes it."""
    first, preposition, rest = noun.partition(" of ")
    *front, last = first.split(" ")
    if is_plural(last):
        return noun
    return " ".join([*front, _plural_word(last)]) + preposition + rest


def _plural_word(word: str) -> str:
    if word in _IRREGULAR_PLURAL or word in INVARIABLE:
        return _IRREGULAR_PLURAL.get(word, word)
    if word.endswith(("man", "child")) and not word.endswith("human"):
        return word[:-3] + "men" if word.endswith("man") else word + "ren"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
