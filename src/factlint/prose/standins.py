"""The word "one" where it stands for a noun said before: "the newer one", "the one in Beck"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.prose.phrases import SUBJECT
from factlint.prose.tokens import Tag, Token

if TYPE_CHECKING:
    from factlint.prose.sentence import Sentence


def fill(tokens: list[Token], before: Sentence | None) -> None:
    """Make each such "one" a noun with the stem of what it stands for."""
    for at, token in enumerate(tokens):
        if token.word in {"one", "ones"} and token.tag is Tag.VALUE and _is_noun(tokens, at):
            noun = _opening(tokens[:at]) or (_subject(before) if before else None)
            token.tag, token.reading = Tag.NOUN, None
            token.stem = noun.stem if noun else token.word


def _is_noun(tokens: list[Token], at: int) -> bool:
    """Whether an article, alone or with adjectives, leads the word, and no noun follows it."""
    after = tokens[at + 1 : at + 2]
    start = at
    while start and tokens[start - 1].tag is Tag.NOUN and not tokens[start - 1].proper:
        start -= 1
    led = start > 0 and tokens[start - 1].tag is Tag.DET and tokens[start - 1].word != "no"
    return led and not (after and after[0].tag in (Tag.NOUN, Tag.VALUE))


def _opening(tokens: list[Token]) -> Token | None:
    """Return the head of the noun phrase that opens a sentence."""
    start = next((at for at, token in enumerate(tokens) if token.tag is Tag.NOUN), len(tokens))
    end = start
    while end < len(tokens) and tokens[end].tag is Tag.NOUN:
        end += 1
    opens = all(token.tag in (Tag.DET, Tag.PREP, Tag.VALUE) for token in tokens[:start])
    return tokens[end - 1] if end > start and opens and not tokens[end - 1].proper else None


def _subject(sentence: Sentence) -> Token | None:
    """Return the noun that a sentence's subject is about: "bridges" of "the older of the two bridges"."""
    for phrase in sentence.phrases:
        if phrase.role != SUBJECT:
            continue
        parts = [p for p in sentence.phrases if p.holder is phrase and p.role == "of"]
        head = sentence.tokens[(parts[0] if parts else phrase).head]
        return None if head.tag is not Tag.NOUN or head.proper else head
    return None
