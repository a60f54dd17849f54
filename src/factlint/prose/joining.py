"""Join the tokens of known names of several words ("New York") and of known phrases ("take over")."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from factlint.prose.lexicon import lexicon, stem
from factlint.prose.naming import is_known
from factlint.prose.tokens import CAUSES, Tag, Token
from factlint.values.countries import nations
from factlint.values.folding import fold
from factlint.values.names.tables import groups

_LONGEST_NAME = 6
_LONGEST_OBJECT = 6
_TYING = frozenset(("of", "for"))
_TAILS = frozenset(
    map(stem, "up down off out away back over apart through guilty redundant hostage captive free go".split())
)
_INTO = frozenset(
    map(
        stem,
        "into on onto under to in out off from before behind through by for with at beyond up over".split(),
    )
)
_OBJECT = (Tag.NOUN, Tag.DET, Tag.VALUE, Tag.PRON)
_BEFORE_DATES = frozenset(("in", "on", "at"))
_GOES_ON = (Tag.NOUN, Tag.DET, Tag.VALUE, Tag.TO)


def joined(found: list[Token]) -> list[Token]:
    """Join the words of phrases that the lexicon knows as one ("take over"), and of known names ("New York")."""
    found = _with_causes(_names_joined(found))
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


_CAUSES = {tuple(words.split()) for words in CAUSES}
_CAUSING = frozenset(words[0] for words in _CAUSES)


def _with_causes(found: list[Token]) -> list[Token]:
    """Make prepositions of "because of" and "due to", but not of "due to open"."""
    whole: list[Token] = []
    at = 0
    while at < len(found):
        size = _cause(found, at) if found[at].word in _CAUSING else 1
        whole.append(replace(_one(found[at : at + size]), tag=Tag.PREP) if size > 1 else found[at])
        at += size
    return whole


def _cause(found: list[Token], at: int) -> int:
    for size in (4, 3, 2):
        words = tuple(token.word for token in found[at : at + size])
        if words in _CAUSES and at + size < len(found):
            behind = found[at + size]
            verbal = behind.tag is Tag.AUX or behind.stem in lexicon().verbs
            return 1 if words[0] == "due" and verbal else size
    return 1


@lru_cache(maxsize=1)
def _parted() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return what may stand behind the object of a verb and belongs to it, by the verb's stem, the longest first.

    "off" of "lay off", "into custody" of "take into custody"; not "to" of "lead to", which has its own object.
    """
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for verb, phrases in lexicon().phrases.items():
        kept = tuple(parts[1:] for parts in phrases if _may_part(parts[1:]))
        if kept:
            found[verb] = kept
    return found


def _may_part(tail: tuple[str, ...]) -> bool:
    if len(tail) == 1:
        return tail[0] in _TAILS
    infinitive = tail[0] == "to" and tail[1] in lexicon().verbs - lexicon().either
    return tail[0] in _INTO and tail[-1] not in _INTO and not infinitive


def _closed_up(found: list[Token]) -> list[Token]:
    """Put a verb and what its object parts it from together: "laid 300 workers off", "took two men into custody"."""
    parted = _parted()
    for at, token in enumerate(found):
        tails = parted.get(token.stem)
        if not tails or token.tag is not Tag.NOUN or (at and found[at - 1].tag in (Tag.DET, Tag.PREP)):
            continue
        start, end = _tail(found, at, tails)
        if end:
            tail = found[start:end]
            stems = "_".join((token.stem, *(part.stem for part in tail)))
            words = " ".join((token.word, *(part.word for part in tail)))
            verb = replace(token, word=words, stem=stems)
            return [*found[:at], verb, *found[at + 1 : start], *_closed_up(found[end:])]
    return found


def _tail(found: list[Token], at: int, tails: tuple[tuple[str, ...], ...]) -> tuple[int, int]:
    """Return where the tail stands behind an object of a few words, and its end; noughts where another word follows it."""
    for start in range(at + 1, min(at + _LONGEST_OBJECT + 2, len(found))):
        end = _end(found, start, tails) if start > at + 1 else 0
        if end:
            return (0, 0) if end < len(found) and found[end].tag in _GOES_ON else (start, end)
        if found[start].tag not in _OBJECT and not (start > at + 1 and found[start].word in _TYING):
            break
    return 0, 0


def _end(found: list[Token], start: int, tails: tuple[tuple[str, ...], ...]) -> int:
    """Return where a tail that starts at a token ends; 0 where none starts there."""
    for tail in tails:
        if found[start].stem.split("_")[0] == tail[0]:
            for end in range(start + 1, start + len(tail) + 1):
                if "_".join(token.stem for token in found[start:end]) == "_".join(tail):
                    return end
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
