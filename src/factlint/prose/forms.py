"""What form of a verb a word may be."""

from __future__ import annotations

from factlint.prose.lexicon import Lexicon, stem
from factlint.prose.tokens import Token
from factlint.values.function_words import IRREGULAR_SINGULAR

BE = frozenset("is are was were be been being am 's 're".split())
HAVE = frozenset(("has", "have", "had", "having", "'ve"))


def base(token: Token) -> str:
    """Return the stem that a word has as a verb."""
    return stem(token.word.removesuffix("s")) if token.word in IRREGULAR_SINGULAR else token.stem


def form(token: Token, known: bool, words: Lexicon) -> str:
    """Return "past", "ing", "third", "base" or "" for a word that can't be a verb."""
    word, _, rest = token.word.partition(" ")
    if rest and word in BE:
        return "past"  # "was held", known as one word
    if (
        word in words.pasts
        or word in words.participles
        or (word in words.irregular and word not in HAVE | BE)
    ):
        return "past"
    if word.endswith("ed") and len(word) > 3 and word not in _NO_PASTS and not word.endswith("eed"):
        return "past"
    if word.endswith("ing") and len(word) > 4:
        return "ing"
    if not known:
        return ""
    if word.endswith("sses") and word[:-2] not in words.lemmas:
        return ""  # losses, glasses
    return "third" if word.endswith("s") and not word.endswith("ss") else "base"


_NO_PASTS = frozenset(("hundred", "united", "shed", "sled", "naked", "sacred", "wicked", "rugged", "kindred"))
