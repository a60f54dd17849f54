"""Ids of drafted claims: words of what they speak of, stable and distinct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factlint.drafting.model import Drafted
from factlint.values.folding import fold
from factlint.values.function_words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS

_SMALL = AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | {"s"}
_WORD = re.compile(r"[a-z0-9]+")
_MOST_WORDS, _LONGEST = 4, 48


def named(claims: Iterable[Drafted], taken: Iterable[str] = ()) -> Iterator[Drafted]:
    """Give every claim an id of its own; a repeated one ends in a number."""
    used = set(taken)
    for claim in claims:
        base = slug(claim)
        name, number = base, 2
        while name in used:
            name, number = f"{base}-{number}", number + 1
        used.add(name)
        yield replace(claim, id=name)


def slug(claim: Drafted) -> str:
    """Return up to four telling words of the claim, joined by hyphens."""
    value = claim.value if isinstance(claim.value, str) else " ".join(claim.value)
    words = _telling(claim.topic) or _telling(value)
    return "-".join(words[:_MOST_WORDS])[:_LONGEST].strip("-") or "claim"


def _telling(text: str) -> list[str]:
    words = _WORD.findall(fold(text.replace("’s", "").replace("'s", "")))
    return [word for word in words if word not in _SMALL] or words
