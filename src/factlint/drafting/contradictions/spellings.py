"""A name that is spelt in two ways, or used by the wrong part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from factlint.drafting.model import Notice
from factlint.drafting.people import Mention, known_as
from factlint.drafting.reading import Article
from factlint.values.base import Name, Reading
from factlint.values.folding import fold
from factlint.values.names import NameRelation, compare_names

_MOST = 200  # distinct names compared with each other
_SHORTEST = 6


def find(article: Article) -> Iterator[Notice]:
    """Yield a notice for every two spellings of one name, and for a given name used as a family name."""
    people = [item for item in article.people if not article.is_furniture(item.start)]
    yield from _full_names(people)
    yield from _wrong_part(people)
    yield from _families(people)
    yield from _others(article)


def _full_names(people: list[Mention]) -> Iterator[Notice]:
    first = {item.text: item for item in reversed(people) if item.name.given and item.name.family}
    for left, right in combinations(sorted(first.values(), key=lambda item: item.start)[:_MOST], 2):
        relation = compare_names(left.name, right.name).kind
        same_words = fold(left.text).replace(" ", "") == fold(right.text).replace(" ", "")
        near = (
            relation is NameRelation.VARIANT
            and len(left.text.split()) == len(right.text.split())
            and _near(left, right)
        )
        if same_words or relation is NameRelation.MISSPELT or near:
            yield _two(left.text, right.text, left, right)


def _near(left: Mention, right: Mention) -> bool:
    """Whether two names are letters apart, rather than a short form of each other."""
    from rapidfuzz import fuzz

    return fuzz.ratio(fold(left.text), fold(right.text)) >= 85


def _wrong_part(people: list[Mention]) -> Iterator[Notice]:
    seen: set[str] = set()
    for index, mention in enumerate(people):
        known = known_as(mention, people[:index]) if mention.text not in seen else None
        seen.add(mention.text)
        if known and known[1] is NameRelation.GIVEN_FOR_FAMILY:
            other = known[0]
            message = f"'{mention.text}' uses the given name of {other.text}; the family name is {other.name.family}"
            yield Notice("name", message, ((other.start, other.end), (mention.start, mention.end)))


def _families(people: list[Mention]) -> Iterator[Notice]:
    """Compare family names that stand alone with those of full names: "Tomas Reyk", later "Mr Reik"."""
    full = {item.name.family: item for item in reversed(people) if item.name.given and item.name.family}
    bare = {item.name.family or item.text: item for item in reversed(people) if not item.name.given}
    for family, mention in bare.items():
        near = [other for known, other in full.items() if _a_letter_apart(family, known)]
        if family not in full and len(near) == 1 and near[0].start < mention.start:
            yield _two(near[0].text, mention.text, near[0], mention)


def _a_letter_apart(left: str, right: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    a, b = fold(left), fold(right)
    return len(a) > 3 and a[:1] == b[:1] and Levenshtein.distance(a, b, score_cutoff=1) == 1


def _others(article: Article) -> Iterator[Notice]:
    """Compare places and organisations by their letters."""
    first: dict[str, Reading] = {}
    for item in article.names:
        if (
            isinstance(item.value, Name)
            and item.value.kind in {"organisation", "place", ""}
            and len(item.value.text) >= _SHORTEST
        ):
            first.setdefault(item.value.text, item)
    for left, right in combinations(list(first.values())[:_MOST], 2):
        if (
            isinstance(left.value, Name)
            and isinstance(right.value, Name)
            and _differs_by_a_letter(left.value, right.value)
        ):
            yield _two(left.value.text, right.value.text, left, right)


def _differs_by_a_letter(left: Name, right: Name) -> bool:
    from rapidfuzz.distance import Levenshtein

    a, b = fold(left.text), fold(right.text)
    derived = {a[len(b) :], b[len(a) :]} & {"s", "n", "i"} and (a.startswith(b) or b.startswith(a))
    return (
        a != b
        and not derived
        and a[:1] == b[:1]
        and Levenshtein.distance(a, b, score_cutoff=1) == 1
        and not _numbered(a, b)
    )


def _numbered(a: str, b: str) -> bool:
    return any(char.isdigit() for char in a + b)


def _two(first: str, second: str, left: Mention | Reading, right: Mention | Reading) -> Notice:
    return Notice(
        "spelling",
        f"'{first}' is also written '{second}'",
        ((left.start, left.end), (right.start, right.end)),
    )
