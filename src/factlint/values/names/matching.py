"""Comparison of names by their parts, with the words that say why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from factlint.values.base import Name
from factlint.values.folding import fold
from factlint.values.names.entities import entities
from factlint.values.names.parts import is_honour, language_of, read_name, split_title
from factlint.values.names.tables import word_set
from factlint.values.names.titles import goes_with_given_name, title_conflict
from factlint.values.names.words import Level, Likeness, NameThresholds, alike, worst


class NameRelation(StrEnum):
    """What a printed name is to the reference's name."""

    SAME = "same"
    VARIANT = "variant"  # another right way to write it
    MISSPELT = "misspelt"
    GIVEN_FOR_FAMILY = "given-for-family"  # "Mr Lei" for Hong Lei
    WRONG_TITLE = "wrong-title"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The outcome of a comparison: a score of 0 to 100, and the right words where some are wrong."""

    kind: NameRelation
    score: int
    reason: str
    suggestion: str = ""


DEFAULT_THRESHOLDS = NameThresholds()
_BY_LEVEL = {
    Level.SAME: NameRelation.SAME,
    Level.VARIANT: NameRelation.VARIANT,
    Level.CLOSE: NameRelation.MISSPELT,
    Level.DIFFERENT: NameRelation.DIFFERENT,
}


def compare_names(a: Name, b: Name, thresholds: NameThresholds = DEFAULT_THRESHOLDS) -> NameMatch:
    """Compare a printed name ``a`` with a reference's name ``b``.

    Aliases of either side count as the name itself. A name whose words are another known spelling is a
    variant; one that is only near is misspelt. Titles are compared once the names agree.
    """
    if _plain(a.text) == _plain(b.text):
        return NameMatch(NameRelation.SAME, 100, "the same name")
    found = _compare_once(a, b, thresholds)
    if found.kind in {NameRelation.SAME, NameRelation.VARIANT, NameRelation.WRONG_TITLE}:
        return found
    return _by_alias(a, b, thresholds) or found


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())


def _by_alias(a: Name, b: Name, thresholds: NameThresholds) -> NameMatch | None:
    pairs = [(a, alias) for alias in b.aliases] + [(b, alias) for alias in a.aliases]
    for name, alias in pairs:
        other = replace(read_name(alias, name.kind), aliases=())
        same = fold(split_title(name.text)[1]) == fold(alias) or fold(name.text) == fold(alias)
        if same or _compare_once(name, other, thresholds).kind in {NameRelation.SAME, NameRelation.VARIANT}:
            return NameMatch(NameRelation.VARIANT, 100, f"known as {alias}")
    return None


def _compare_once(a: Name, b: Name, thresholds: NameThresholds) -> NameMatch:
    if "person" not in {a.kind, b.kind}:
        return _match(entities(a.text, b.text, thresholds), b.text)
    if {a.kind, b.kind} & {"place", "organisation"}:
        return NameMatch(NameRelation.DIFFERENT, 0, f"{a.text} is a {a.kind}, {b.text} a {b.kind}")
    return _persons(_as_person(a), _as_person(b), thresholds)


def _as_person(name: Name) -> Name:
    return name if name.family or name.given else read_name(name.text, "person")


def _match(likeness: Likeness, right: str) -> NameMatch:
    kind = _BY_LEVEL[likeness.level]
    suggestion = right if kind is NameRelation.MISSPELT else ""
    return NameMatch(kind, likeness.score, likeness.reason or "the same name", suggestion)


def _persons(a: Name, b: Name, thresholds: NameThresholds) -> NameMatch:
    match = _names(a, b, thresholds)
    if match.kind not in {NameRelation.SAME, NameRelation.VARIANT}:
        return match
    conflict = title_conflict(a.title, b.title)
    if not conflict:
        return match
    right = " ".join(part for part in (b.title, split_title(a.text)[1]) if part)
    return NameMatch(NameRelation.WRONG_TITLE, match.score, conflict, right)


def _names(a: Name, b: Name, thresholds: NameThresholds) -> NameMatch:
    language = _language(a) or _language(b)
    if _is_full(a) and _is_full(b):
        return _match(_full_names(a, b, language, thresholds), b.text)
    if _is_full(a):
        return _short_name(b, a, language, thresholds)
    if _is_full(b):
        return _short_name(a, b, language, thresholds)
    return _match(alike(_single(a), _single(b), "family", language, thresholds), b.text)


def _is_full(name: Name) -> bool:
    return bool(name.given and name.family)


def _single(name: Name) -> str:
    return name.family or name.given or name.text


def _language(name: Name) -> str:
    if not _is_full(name):
        return ""
    language = language_of([name.family, *name.given.split()])
    given = set(fold(name.given).split())
    known = (group for group in ("arabic", "slavic") if given & word_set("name_order", "given", group))
    return language or next(known, "")


def _full_names(a: Name, b: Name, language: str, thresholds: NameThresholds) -> Likeness:
    given = alike(a.given, b.given, "given", language, thresholds)
    corroborated = given.score > 90 and given.level >= Level.VARIANT and len(fold(a.given)) > 3
    family = alike(
        a.family, b.family, "family", language, thresholds.relaxed() if corroborated else thresholds
    )
    straight = worst(family, given)
    if straight.level >= Level.VARIANT:
        return straight
    swapped = worst(
        alike(a.family, b.given, "given", language, thresholds),
        alike(a.given, b.family, "family", language, thresholds),
    )
    if swapped.level >= Level.VARIANT:
        return Likeness(Level.VARIANT, swapped.score, "the same parts in another order")
    if _one_holds_the_other(a, b, language, thresholds):
        return Likeness(Level.VARIANT, 90, "a shorter form")
    return max(straight, swapped, key=lambda order: order.level)


def _one_holds_the_other(a: Name, b: Name, language: str, thresholds: NameThresholds) -> bool:
    """Whether one name has the other's words and more ("Pedro Sánchez" in "Pedro Sánchez Pérez-Castejón").

    Two spellings of the first given name count as one ("Mohammed", "Muhammad").
    """
    words_a, words_b = fold(f"{a.given} {a.family}").split(), fold(f"{b.given} {b.family}").split()
    if alike(words_a[0], words_b[0], "given", language, thresholds).level >= Level.VARIANT:
        words_a[0] = words_b[0]
    shared = set(words_a) & set(words_b)
    return len(shared) > 1 and shared in (set(words_a), set(words_b))


def _short_name(short: Name, full: Name, language: str, thresholds: NameThresholds) -> NameMatch:
    """Compare a name of one part, such as "Mr Lei", with a full one."""
    word = _single(short)
    family = alike(word, full.family, "family", language, thresholds)
    if family.level >= Level.VARIANT:
        return NameMatch(NameRelation.VARIANT, family.score, family.reason or "the family name alone")
    given = alike(word, full.given, "given", language, thresholds)
    if given.level >= Level.VARIANT and len(fold(word)) > 1:
        return _by_given_name(short, full, language, given)
    right = " ".join(part for part in (short.title, full.family) if part)
    return _match(family, right)


def _by_given_name(short: Name, full: Name, language: str, given: Likeness) -> NameMatch:
    if not short.title or is_honour(short.title) or goes_with_given_name(full, language):
        return NameMatch(NameRelation.VARIANT, given.score, "the given name alone")
    reason = f"{_single(short)} is the given name of {full.text}; the family name is {full.family}"
    return NameMatch(NameRelation.GIVEN_FOR_FAMILY, given.score, reason, f"{short.title} {full.family}")
