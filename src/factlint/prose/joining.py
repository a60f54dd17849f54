"""Join the tokens of known names of several words ("New York") and of known phrases ("take over")."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from factlint.prose.lexicon import lexicon, stem
from factlint.prose.naming import is_known
from factlint.prose.tokens import Tag, Token
from factlint.values.countries import nations
from factlint.values.folding import fold
from factlint.values.names.tables import groups

_LONGEST_NAME = 6
_LONGEST_OBJECT = 5
_TAILS = frozenset(
    map(stem, "up down off out away back over apart guilty redundant hostage captive free go".split())
)
_OBJECT = (Tag.NOUN, Tag.DET, Tag.VALUE, Tag.PRON)
_BEFORE_DATES = frozenset(("in", "on", "at"))
_GOES_ON = (Tag.NOUN, Tag.DET, Tag.VALUE, Tag.TO)


def joined(found: list[Token]) -> list[Token]:
    """Join the words of phrases that the lexicon knows as one ("take over"), and of known names ("New York")."""
    found = _names_joined(found)
    phrases = lexicon().phrases
    whole: list[Token] = []
    at = 0
    while at < len(found):
        if found[at].word == "between" and found[at + 1 : at + 2] and found[at + 1].word == "them":
            found[at : at + 2] = [replace(found[at], word="together", stem="together", tag=Tag.ADV)]
        size = _phrase(found, at, phrases.get(found[at].stem, ()))
        whole.append(_one(found[at : at + size]) if size > 1 else found[at])
        at += size
    return _closed_up(whole)


def _closed_up(found: list[Token]) -> list[Token]:
    """Put a verb and the particle that its object parts it from together: "laid 300 workers off"."""
    for at, token in enumerate(found):
        tails = {parts[1] for parts in lexicon().phrases.get(token.stem, ()) if len(parts) == 2} & _TAILS
        if not tails or token.tag is not Tag.NOUN or (at and found[at - 1].tag in (Tag.DET, Tag.PREP)):
            continue
        end = _tail(found, at, tails)
        if end:
            tail = found[end]
            verb = replace(token, word=f"{token.word} {tail.word}", stem=f"{token.stem}_{tail.stem}")
            return [*found[:at], verb, *found[at + 1 : end], *_closed_up(found[end + 1 :])]
    return found


def _tail(found: list[Token], at: int, tails: set[str]) -> int:
    """Return where the particle stands behind an object of a few words; 0 where it stands before another word."""
    for end in range(at + 1, min(at + _LONGEST_OBJECT + 2, len(found))):
        if found[end].stem in tails and end > at + 1:
            return 0 if end + 1 < len(found) and found[end + 1].tag in _GOES_ON else end
        if found[end].tag not in _OBJECT:
            return 0
    return 0


def _names_joined(found: list[Token]) -> list[Token]:
    whole: list[Token] = []
    at = 0
    while at < len(found):
        size = _name(found, at)
        whole.append(_one(found[at : at + size]) if size > 1 else found[at])
        at += size
    return whole


def _name(found: list[Token], at: int) -> int:
    """Return how many tokens from ``at`` make up one known name of several words."""
    token = found[at]
    if token.tag is not Tag.NOUN or token.owner or fold(token.word) not in _first_words():
        return 1
    for size in range(min(_LONGEST_NAME, len(found) - at), 1, -1):
        parts = found[at : at + size]
        if (
            any(part.reading or part.tag is Tag.MARK or part.owner for part in parts[:-1])
            or parts[-1].reading
            or parts[-1].tag is Tag.MARK
        ):
            continue
        if (parts[-1].proper or size == 2) and is_known(" ".join(part.word for part in parts)):
            return size
    return 1


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the first words of all known names of several words."""
    names = [*nations(), *groups("places", "same"), *groups("organisations", "same")]
    return frozenset(name.split()[0] for name in names if " " in name)


def _phrase(found: list[Token], at: int, candidates: tuple[tuple[str, ...], ...]) -> int:
    for parts in candidates:
        end = at + len(parts)
        stems = tuple(token.stem for token in found[at:end])
        if stems != parts or any(token.owner for token in found[at : end - 1]):
            continue
        if parts[-1] not in _BEFORE_DATES or end == len(found) or found[end].tag is not Tag.DATE:
            return len(parts)  # and not "passed on Tuesday"
    return 1


def _one(parts: list[Token]) -> Token:
    first, last = parts[0], parts[-1]
    tag = first.tag if first.tag in (Tag.NOUN, Tag.AUX) else last.tag
    tag = Tag.NOUN if tag in (Tag.AUX, Tag.PREP, Tag.TO, Tag.DET) else tag
    return Token(
        " ".join(part.word for part in parts),
        "_".join(part.stem for part in parts),
        first.start,
        last.end,
        tag,
        owner=last.owner,
        proper=all(part.proper for part in parts),
    )
