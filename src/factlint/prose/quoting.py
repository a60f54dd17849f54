"""What stands between quotation marks: somebody's words, or the title of a film, a book, a ship."""

from __future__ import annotations

import re
from functools import lru_cache

_FEWEST = 2  # words of a quotation
_LONGEST = 10  # words of a title
_SMALL = 4  # letters that a small word of a title has at most
_QUOTED = re.compile(r"[“\"]([^“”\"]{3,600})[”\"]|(?<![\w])[‘']([^‘’']{8,600})[’'](?!\w)")
_TITLED = re.compile(r"[“\"]([^“”\"]{1,80})[”\"]")


def spans(text: str) -> list[tuple[int, int]]:
    """Return the places of what somebody said between quotation marks, where it is enough words."""
    named = {start for start, _ in titles(text)}
    found = []
    for match in _QUOTED.finditer(text):
        group = 1 if match[1] is not None else 2
        if len(match[group].split()) >= _FEWEST and match.start(group) not in named:
            found.append(match.span(group))
    return found


@lru_cache(maxsize=1024)
def titles(text: str) -> tuple[tuple[int, int], ...]:
    """Return the places of titles between quotation marks: "Salt Road", and no sentence."""
    return tuple(match.span(1) for match in _TITLED.finditer(text) if _is_title(match[1]))


def _is_title(quoted: str) -> bool:
    """Whether words are written as in a title: capitals but for small words, and no mark of a sentence at the end."""
    words = quoted.split()
    if not 0 < len(words) <= _LONGEST or quoted[-1] in ",.;?!…":
        return False
    large = [word for word in words if word[:1].isupper() or word[:1].isdecimal()]
    small = all(len(word) <= _SMALL for word in words if word not in large)
    return words[0] in large and words[-1] in large and small and any(word[:1].isupper() for word in words)


def cut_off(text: str, words: str) -> str:
    """Return the word right around a quotation that turns it, where a half is quoted: "never", "if"; else ""."""
    at = text.lower().find(words.lower())
    if at < 0:
        return ""
    before = _STOP.split(text[max(0, at - _NEAR) : at])[-1]
    after = _STOP.split(text[at + len(words) : at + len(words) + _NEAR])[0]
    found = _TURNING.search(before) or _LIMITING.match(after)
    return found[1].lower() if found else ""


_NEAR = 120  # characters before and behind
_STOP = re.compile(r"[.;:!?,“”\"—–]| but | and ")
_TURNING = re.compile(
    r"\b(not|never|no|nobody|nothing|hardly|if|unless|whether|deny|denied|doubt|without|cannot|wrong|false|untrue|misleading|absurd|\w+n[’']t)\b",
    re.IGNORECASE,
)
_LIMITING = re.compile(r"\s*(if|unless|provided|except|only|without)\b", re.IGNORECASE)
