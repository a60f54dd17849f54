"""Titles before names: which contradict each other, and which go with a given name by custom."""

from __future__ import annotations

import re

from factlint.values.base import Name
from factlint.values.countries import nation
from factlint.values.folding import fold
from factlint.values.names.tables import groups, table, word_set


def title_conflict(a: str, b: str) -> str:
    """Return why two titles can't both be one person's, or ""; a missing title contradicts nothing."""
    office_a, nation_a = _office(a)
    office_b, nation_b = _office(b)
    if nation_a and nation_b and nation_a != nation_b:
        return f"{a} is of {nation_a}, {b} of {nation_b}"
    if not office_a or not office_b or office_a == office_b:
        return ""
    if _sex(office_a) and _sex(office_b) and _sex(office_a) != _sex(office_b):
        return f"{a} where the reference has {b}"
    if _is_address(office_a) or _is_address(office_b) or _same_office(office_a, office_b):
        return ""
    extra = set(office_a) ^ set(office_b)
    nested = set(office_a) < set(office_b) or set(office_b) < set(office_a)
    if nested and not extra & word_set("titles", "degrees"):
        return ""
    return f"{a} where the reference has {b}"


def _office(title: str) -> tuple[list[str], str]:
    """Return the words of the office, folded, and the country that the title names."""
    words, country = [], ""
    for word in title.split():
        bare = word.removesuffix("'s").removesuffix("’s")
        if nation(bare):
            country = nation(bare)
        else:
            words += [part for part in fold(bare).split() if part not in {"the", "of"}]
    return words, country


def _is_address(words: list[str]) -> bool:
    return all(word in word_set("titles", "courtesy") | word_set("titles", "honours") for word in words)


def _sex(words: list[str]) -> str:
    for sex in ("female", "male"):
        if word_set("titles", sex) & set(words):
            return sex
    return ""


def _same_office(a: list[str], b: list[str]) -> bool:
    known = groups("titles", "same")
    return bool(known.get(" ".join(a), frozenset()) & known.get(" ".join(b), frozenset()))


def goes_with_given_name(name: Name, language: str) -> bool:
    """Whether people of this name are addressed by title and given name by custom (Vietnam, Iceland …)."""
    custom = table("name_order")["given_address"]
    family, given = fold(name.family), fold(name.given).split()
    return (
        language in custom["families"].split()
        or any(re.search(pattern, family) for pattern in custom["patterns"])
        or bool(set(given + family.split()) & set(custom["particles"].split()))
        or bool(set(given) & word_set("name_order", "given_address", "names"))
    )
