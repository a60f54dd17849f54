"""What "the latter" and "the former" stand for: one of two names that stand side by side."""

from __future__ import annotations

from factlint.prose.phrases import Phrase
from factlint.prose.pointing import POINTERS, earlier
from factlint.prose.sentence import Sentence
from factlint.prose.tokens import Tag, Token


def one_of_two(sentence: Sentence, word: str) -> list[Token]:
    """Return the words that "the latter" or "the former" stands for: one of two coordinated names."""
    for previous in (sentence, *earlier(sentence)):
        for first, second in zip(previous.phrases, previous.phrases[1:], strict=False):
            if second.joined and _is_pair(previous, first, second):
                chosen = second if word == "latter" else first
                return previous.tokens[chosen.first : chosen.last + 1]
    return []


def _is_pair(sentence: Sentence, first: Phrase, second: Phrase) -> bool:
    """Whether two coordinated phrases are two names, or two things with articles, and no third follows."""
    behind = [p for p in sentence.phrases if p.first > second.last][:1]
    if any(phrase.joined for phrase in (first, *behind)):
        return False
    heads = [sentence.tokens[phrase.head] for phrase in (first, second)]
    led = all(sentence.tokens[phrase.first].word in POINTERS | {"a", "an"} for phrase in (first, second))
    return all(head.tag is Tag.NOUN for head in heads) and (led or all(head.proper for head in heads))
