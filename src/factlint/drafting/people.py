"""The people of an article: who is named where, by which words, and whom a later mention means."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.drafting.phrases import pattern, words
from factlint.values.base import Name, Reading
from factlint.values.folding import fold
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


def mentions(names: list[Reading], plain: str, quoted: set[tuple[int, int]]) -> list[Mention]:
    """Return the mentions of people, in order; a single capitalised word counts where it is a known family name.

    quoted: spans in quotation marks; a name that is all of one is the title of a work
    """
    likely = [item for item in names if _is_person(item, plain) and (item.start, item.end) not in quoted]
    groups = {item.value.text for item in likely if isinstance(item.value, Name) and _is_group(item, plain)}
    people = [_mention(item, plain) for item in likely if plain[item.start : item.end] not in groups]
    known = {part for item in people for part in (item.name.family, item.name.given) if part}
    single = [
        Mention(item.start, item.end, item.value.text, "", item.start, read_name(item.value.text, "person"))
        for item in names
        if isinstance(item.value, Name) and not item.value.kind and item.value.text in known
    ]
    return sorted([*people, *single], key=lambda item: item.start)


def _is_person(reading: Reading, plain: str) -> bool:
    """Whether a name may be a person's: its words tell of no event, body or stretch of land."""
    if not isinstance(reading.value, Name) or reading.value.kind != "person":
        return False
    said = fold(split_title(plain[reading.start : reading.end])[1]).split()
    glued = plain[max(0, reading.start - 1) : reading.start].isalnum() or plain[reading.start + 1] == "."
    return (
        not glued
        and not plain[reading.start : reading.end].isupper()
        and not set(said) & words("person", "never")
        and said[0] not in words("person", "never_first")
    )


def _is_group(reading: Reading, plain: str) -> bool:
    """Whether an article stands before a name without a title, so that it is no person's ("the Homeland Front")."""
    the = plain[max(0, reading.start - 4) : reading.start].lower() == "the "
    return the and isinstance(reading.value, Name) and not reading.value.title


def _mention(reading: Reading, plain: str) -> Mention:
    text = plain[reading.start : reading.end]
    title, bare = split_title(text)
    office = list(pattern("role", "before", r"(?<!\w)(?:{})\.? (?=[A-Z])").finditer(bare))
    if office and len(bare[office[-1].end() :].split()) > 1:
        title, bare = f"{title} {bare[: office[-1].end()]}".strip(), bare[office[-1].end() :]
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
