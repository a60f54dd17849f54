"""The words of news prose by their stems: which mean the same, which deny each other, which are verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from factlint.prose.stems import aspect_rows, irregular, normal, stem, stems_of, table, tables

__all__ = ["Lexicon", "aspect_rows", "lexicon", "stem", "stems_of"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, all keyed by stems.

    same: the numbers of the groups of equal words that the stem of a noun or an adjective is in; acts: of a verb
    opposite: pairs of stems that deny each other; contrary: those that do so only of one and the same thing;
    sequel: those that do so only of one and the same day
    phrases: stems of phrases by their first stem, and the one stem that stands for each
    kinds: the words for one kind of thing, and those for each narrower kind of it
    broader: what may be called by a word for its kind, by that word
    tellers: those who only tell what they counted
    events, bodies: nouns of what happens, and of those who act together; acting, measuring: verbs of what only somebody,
        and of what only a thing does
    doers: verbs, and the nouns for those who do it
    single: verbs of what only one did to a thing; repeated: those that are so again; once: of what happens in one place
    together: the plural for all of two kinds, by the two
    still: what verbs of rising and falling don't move, by the verb ("lift": a ban)
    natural: verbs that only say that there was something, each with its noun ("goal", "score")
    given: by the stem of a verb or of a noun, the groups of verbs that say the same of certain nouns ("cancel" and
        "scrap" of a flight), by their numbers
    modes: the kinds of ways ("planned", "average") in which a figure is told, by stem
    verbs, either: stems of verbs; those that are nouns as often
    """

    same: dict[str, frozenset[int]]
    acts: dict[str, frozenset[int]]
    opposite: frozenset[frozenset[str]]
    contrary: frozenset[frozenset[str]]
    sequel: frozenset[frozenset[str]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    light: frozenset[str]
    generic: frozenset[str]
    lemmas: frozenset[str]
    anaphors: frozenset[str]
    people: frozenset[str]
    tellers: frozenset[str]
    kinds: tuple[tuple[frozenset[str], ...], ...]
    broader: dict[str, frozenset[str]]
    events: frozenset[str]
    bodies: frozenset[str]
    acting: frozenset[str]
    measuring: frozenset[str]
    natural: frozenset[tuple[str, str]]
    given: tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]
    still: dict[str, frozenset[str]]
    doers: tuple[tuple[str, str], ...]
    single: frozenset[str]
    repeated: frozenset[str]
    once: frozenset[str]
    together: dict[frozenset[str], str]
    speech: frozenset[str]
    idle: frozenset[str]
    adverbs: frozenset[str]
    contrast: frozenset[str]
    directions: dict[str, str]
    transitive: frozenset[str]
    paying: frozenset[str]
    modes: dict[str, str]
    verbs: frozenset[str]
    either: frozenset[str]
    irregular: dict[str, str]
    pasts: frozenset[str]
    participles: frozenset[str]

    def alike(self, a: str, b: str, *, verbs: bool = False) -> bool:
        """Whether two stems are one word or mean the same, as verbs or else as nouns and adjectives."""
        groups = self.acts if verbs else self.same
        return a == b or bool(groups.get(a, _NONE) & groups.get(b, _NONE))

    def same_of(self, a: str, b: str, noun: str) -> bool:
        """Whether two verbs say the same of a noun."""
        nouns, verbs = self.given
        return bool(nouns.get(noun, _NONE) & verbs.get(a, _NONE) & verbs.get(b, _NONE))

    def denies(self, a: str, b: str, *, of_one_thing: bool = False, on_one_day: bool = False) -> bool:
        """Whether one of two stems denies the other."""
        pair = frozenset((a, b))
        return (
            pair in self.opposite
            or (of_one_thing and pair in self.contrary)
            or (on_one_day and pair in self.sequel)
        )


_NONE: frozenset[int] = frozenset()


_PLAIN = """
light generic anaphors people tellers events bodies acting measuring single repeated once speech idle contrast transitive paying
""".split()
"""The tables that are nothing but words."""


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the shipped lexicon."""
    data = tables()
    same = _groups(f"{data['same']}\n{data['same_nouns']}")
    acts = _groups(f"{data['same']}\n{data['same_verbs']}")
    modes = {_mode(word): kind for kind, text in data["modes"].items() for word in text.split()}
    rows = [forms.split("/") for forms in data["verbs"]["irregular"].split()]
    return Lexicon(
        **{name: _stems(data[name]) for name in _PLAIN},
        same=same,
        acts=acts,
        opposite=_pairs(data["opposite"]),
        contrary=_pairs(data["contrary"]),
        sequel=_pairs(data["sequel"]),
        phrases=_phrases([*same, *acts, *modes, *_worded(data)]),
        lemmas=_lemmas(data),
        kinds=tuple(tuple(map(_stems, line.split("|"))) for line in data["kinds"].strip().splitlines()),
        broader={stem(word): _stems(text) for word, text in table("broader")["kinds"].items()},
        doers=tuple((verb, noun) for verb, noun in map(str.split, data["doers"].strip().splitlines())),
        together=_together(data["together"]),
        natural=_natural(data["natural"]),
        given=_given(data["given"]),
        still=_still(data["still"]),
        adverbs=frozenset(data["adverbs"].split()),
        directions={word: way for way in ("up", "down") for word in _stems(data[way])},
        modes=modes,
        verbs=_verbs(data),
        either=_stems(data["verbs"]["either"]),
        irregular=irregular(),
        pasts=frozenset(forms[1] for forms in rows),
        participles=frozenset(forms[2] for forms in rows),
    )


def _worded(data: dict[str, Any]) -> Iterator[str]:
    """Yield the words of the tables that hold phrases besides the groups of equal words."""
    pairs = re.sub(r"[|,]", " ", " ".join(data[name] for name in ("opposite", "contrary", "sequel", "given")))
    yield from _stems(
        " ".join((pairs, *(data[name] for name in ("light", "generic", "phrases", "up", "down"))))
    )
    for row in aspect_rows().values():
        yield from _stems(f"{row['words']} {row.get('weak', '')}")


def _verbs(data: dict[str, Any]) -> frozenset[str]:
    """Return the stems of all verbs, those of the groups included."""
    bases = (forms.split("/")[0] for forms in data["verbs"]["irregular"].split())
    listed = map(normal, data["verbs"]["regular"].split())
    return frozenset(
        (*map(stem, bases), *listed, *(word.split("_")[0] for word in _stems(data["same_verbs"])))
    )


def _groups(text: str) -> dict[str, frozenset[int]]:
    """Return the numbers of the lines that each word is in, by its stem."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()):
        for word in line.split():
            found.setdefault(stems_of(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _pairs(text: str) -> frozenset[frozenset[str]]:
    """Return every pair of a word before and one behind the bar of a line: "a|b" or "a,b|c,d"."""
    sides = ([side.split(",") for side in line.split("|")] for line in text.split())
    return frozenset(
        frozenset((stems_of(one), stems_of(other)))
        for left, right in sides
        for one in left
        for other in right
    )


def _together(text: str) -> dict[frozenset[str], str]:
    rows = (line.split() for line in text.strip().splitlines())
    return {frozenset((stem(one), stem(other))): whole for one, other, whole in rows}


def _natural(text: str) -> frozenset[tuple[str, str]]:
    rows = (line.split() for line in text.strip().splitlines())
    return frozenset((stem(noun), stem(verb)) for noun, *verbs in rows for verb in verbs)


def _given(text: str) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    """Return the numbers of the lines "nouns | verbs" that each noun and each verb is in."""
    rows = [line.split("|") for line in text.strip().splitlines() if "|" in line]
    return _groups("\n".join(nouns for nouns, _ in rows)), _groups("\n".join(verbs for _, verbs in rows))


def _still(text: str) -> dict[str, frozenset[str]]:
    rows = (line.split() for line in text.strip().splitlines())
    return {stems_of(verb): frozenset(map(stems_of, things)) for verb, *things in rows}


def _lemmas(data: dict[str, Any]) -> frozenset[str]:
    """Return every word of the tables as it is written there."""
    names = (
        "same",
        "same_nouns",
        "same_verbs",
        "light",
        "generic",
        "anaphors",
        "idle",
        "up",
        "down",
        "people",
        "speech",
        "callings",
    )
    text = " ".join(data[name] for name in names)
    verbs = f"{data['verbs']['regular']} {data['verbs']['irregular'].replace('/', ' ')}"
    return frozenset(f"{text} {verbs}".split())


def _mode(word: str) -> str:
    """Return the key of a word of a mode: its stem, or "=word" for one form alone."""
    return word if word.startswith("=") else stems_of(word)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems_of(word) for word in text.split())


def _phrases(words: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for word in words:
        if "_" in word:
            parts = tuple(word.split("_"))
            found.setdefault(parts[0], set()).add(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}
