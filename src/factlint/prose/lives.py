"""The dates of a life behind a name: "Ada Lind (4 May 1934 – 11 February 2003)" was born and died on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.prose.sentence import Sentence

_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},) [12]\d{3}|[12]\d{3}"
_LIFE = re.compile(
    rf"(?P<name>(?:[A-Z][\w'’.-]+ (?:[a-z]{{2,3}} ){{0,2}}){{1,4}}[A-Z][\w'’.-]+) "
    rf"\((?:(?:born|b\.) )?(?P<born>{_DAY})(?:, [^\d()–—-]{{2,40}})? ?(?:[–—-]|to) ?"
    rf"(?:(?:died|d\.) )?(?P<died>{_DAY})(?:, [^\d()]{{2,40}})?\)"
)
_BORN = re.compile(
    rf"(?P<name>(?:[A-Z][\w'’.-]+ (?:[a-z]{{2,3}} ){{0,2}}){{1,4}}[A-Z][\w'’.-]+) \((?:born|b\.) (?:on |in )?(?P<born>{_DAY})\)"
)
_ROLE = re.compile(r"[^\w(]{0,3}(?:is|was) (?P<role>(?:an?|the) [\w'’ -]{3,60})")


def lived(sentence: Sentence) -> Iterator[str]:
    """Yield that somebody was born and died, on the dates in parentheses behind the name."""
    if "(" not in sentence.text:
        return
    for life in (*_LIFE.finditer(sentence.text), *_BORN.finditer(sentence.text)):
        told = life.groupdict()
        role = _ROLE.match(sentence.text, life.end())
        name = f"{told['name']}, {role['role']}," if role else told["name"]
        yield f"{name} was born {_on(told['born'])}."
        if told.get("died"):
            yield f"{name} died {_on(told['died'])}."


def _on(day: str) -> str:
    return f"in {day}" if day.isdecimal() else f"on {day}"
