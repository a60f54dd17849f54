"""The one word of a sentence without a verb that must be it."""

from __future__ import annotations

from factlint.prose.agreeing import is_plural
from factlint.prose.forms import base, form
from factlint.prose.lexicon import Lexicon
from factlint.prose.tokens import Tag, Token


def only_verb(tokens: list[Token], words: Lexicon) -> Token | None:
    """Return the word that must be the verb of a whole sentence in which none was found: "The seal lives in …"."""
    whole = len(tokens) > _FEWEST and tokens[-1].word == "."
    if not whole or any(token.tag in (Tag.VERB, Tag.AUX) for token in tokens):
        return None
    return next((tokens[at] for at in range(1, len(tokens) - 1) if _may_be_verb(tokens, at, words)), None)


_FEWEST = 4  # tokens


def _may_be_verb(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a word has a verb's form, stands behind a noun that it goes with, and before what a verb may govern."""
    token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
    if token.tag is not Tag.NOUN or token.proper or token.owner or before.tag is not Tag.NOUN or before.owner:
        return False
    told = form(token, base(token).split("_")[0] in words.verbs, words)
    if told == "third":
        return not is_plural(before) and after.tag is not Tag.MARK
    plural = any(is_plural(other) for other in tokens[:at])
    return told == "base" and plural and after.tag is not Tag.MARK
