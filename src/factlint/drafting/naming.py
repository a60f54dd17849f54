"""Ids of drafted claims: words of what they speak of, stable and distinct."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factlint.drafting.model import Drafted
from factlint.values.folding import fold
from factlint.values.function_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from factlint.values.grammar import is_adverb

_CLAUSE = re.compile(r"[,;:|“”]")
_SMALL = AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | ADVERBS | {"s"}
_WORD = re.compile(r"[a-z0-9]+")
_MOST_WORDS, _LONGEST = 4, 48


def named(claims: Iterable[Drafted], taken: Iterable[str] = ()) -> Iterator[Drafted]:
    """Give every claim an id of its own; a repeated one ends in a number."""
    used = set(taken)
    last: dict[str, int] = {}
    for claim in claims:
        name = base = slug(claim)
        while name in used:
            last[base] = last.get(base, 1) + 1
            name = f"{base}-{last[base]}"
        used.add(name)
        yield replace(claim, id=name)


def slug(claim: Drafted) -> str:
    """Return up to four telling words of the claim, joined by hyphens."""
    value = claim.value if isinstance(claim.value, str) else " ".join(claim.value)
    words = telling(claim.topic) or telling(value)
    return "-".join(list(dict.fromkeys(words))[:_MOST_WORDS])[:_LONGEST].strip("-") or "claim"


def clause_topic(sentence: str, start: int, end: int) -> str:
    """Name what a value of a sentence is of: the telling words of its clause, those before it first."""
    near = telling(_CLAUSE.split(sentence[:start])[-1])[-3:]
    if len(near) > 1:
        return " ".join(near)
    return " ".join([*near, *telling(_CLAUSE.split(sentence[end:].lstrip(", "))[0])[:3]])


def telling(text: str) -> list[str]:
    """Return the words of a text that tell something, folded; all words where none does."""
    words = _WORD.findall(fold(text.replace("’s", "").replace("'s", "")))
    return [word for word in words if word not in _SMALL and not is_adverb(word)] or words
