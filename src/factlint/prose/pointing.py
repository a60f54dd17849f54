"""Which words point to what was named before, and how far back."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.prose.clauses import Kind
from factlint.prose.lexicon import lexicon
from factlint.prose.phrases import Phrase
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token

POINTERS = frozenset(("the", "this", "that", "these", "those"))
OWNING = frozenset(("its", "their", "his", "her"))
_REACH = 4


def is_anaphor(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase may point to what was named before: "it", "the company", "the latter"."""
    head = sentence.tokens[phrase.head]
    if head.tag is Tag.PRON or head.word in {"latter", "former"}:
        return True
    words = sentence.nouns(phrase)
    if any(
        c.kind is Kind.APPOSITION and c.antecedent is not None and c.antecedent in phrase
        for c in sentence.clauses
    ):
        return False  # "the sculptor, Greg Moss, …" names its own
    first = sentence.tokens[phrase.first]
    plain = len(words) == 1 and not any(token.proper or token.owner for token in words)
    return plain and first.word in POINTERS - OWNING and head.stem in lexicon().anaphors


def owned_by_pronoun(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase belongs to something named before ("its revenue")."""
    return sentence.tokens[phrase.first].word in OWNING


def earlier(sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences before one, the nearest first."""
    at = sentence.before
    for _ in range(_REACH):
        if at is None:
            return
        yield at
        at = at.before


def starts_anew(sentence: Sentence) -> bool:
    """Whether a sentence says that it speaks of something else ("in a separate attack")."""
    words, tokens = lexicon().contrast, sentence.tokens
    return any(token.stem in words and not _is_more(tokens, at) for at, token in enumerate(tokens))


def _is_more(tokens: list[Token], at: int) -> bool:
    """Whether "another" only adds to what was counted: "delayed another 140"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.tag is Tag.VALUE
