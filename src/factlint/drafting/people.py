"""The people of an article: who is named where, by which words, and whom a later mention means."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from factlint.values.base import Name, Reading
from factlint.values.names import NameRelation, compare_names, read_name
from factlint.values.names.parts import is_courtesy, split_title

_SAME = {NameRelation.SAME, NameRelation.VARIANT, NameRelation.WRONG_TITLE}
_NEAR = _SAME | {NameRelation.MISSPELT, NameRelation.GIVEN_FOR_FAMILY}


@dataclass(frozen=True)
class Mention:
    """One place where a person is named.

    start, end: the name without its office; a courtesy title belongs to it
    title: the office that stands before it, "" if none
    office: where that office starts
    """

    start: int
    end: int
    text: str
    title: str
    office: int
    name: Name


def mentions(names: list[Reading], plain: str) -> list[Mention]:
    """Return the mentions of people, in order; a single capitalised word counts where it is a known family name."""
    people = [
        _mention(item, plain)
        for item in names
        if isinstance(item.value, Name) and item.value.kind == "person"
    ]
    families = {item.name.family for item in people if item.name.family} | {
        item.name.given for item in people if item.name.given
    }
    single = [
        Mention(item.start, item.end, item.value.text, "", item.start, read_name(item.value.text, "person"))
        for item in names
        if isinstance(item.value, Name) and not item.value.kind and item.value.text in families
    ]
    return sorted([*people, *single], key=lambda item: item.start)


def _is_group(reading: Reading, plain: str) -> bool:
    """Whether an article stands before a name without a title, so that it is no person's ("the Homeland Front")."""
    the = plain[max(0, reading.start - 4) : reading.start].lower() == "the "
    return the and isinstance(reading.value, Name) and not reading.value.title


def _mention(reading: Reading, plain: str) -> Mention:
    text = plain[reading.start : reading.end]
    title, bare = split_title(text)
    if title and is_courtesy(title):
        return Mention(
            reading.start, reading.end, " ".join(text.split()), "", reading.start, read_name(text, "person")
        )
    start = reading.end - len(text[len(text) - len(bare) :]) if text.endswith(bare) else reading.start
    return Mention(start, reading.end, bare, title, reading.start, read_name(bare, "person"))


def known_as(mention: Mention, earlier: list[Mention]) -> tuple[Mention, NameRelation] | None:
    """Return the fullest earlier mention of the person meant, and how the two names stand to each other."""
    best: tuple[Mention, NameRelation] | None = None
    for other in earlier:
        if not (other.name.given and other.name.family):
            continue
        relation = compare_names(mention.name, other.name).kind
        if relation in _SAME:
            return other, relation
        if relation in _NEAR:
            best = other, relation
    return best


def before(people: list[Mention], at: int) -> list[Mention]:
    """Return the mentions that end before a character, the nearest last."""
    return people[: bisect_left([item.start for item in people], at)]
