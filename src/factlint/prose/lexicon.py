"""The words of news prose by their stems: which mean the same, which deny each other, which are verbs.

Read from ``data/prose.toml`` and, a file a domain, ``data/words/*.toml``, whose entries of the same keys are added.
A stem is what inflection leaves of a word, good for equality only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from factlint.values.function_words import IRREGULAR_SINGULAR

_WHOLE = frozenset(
    """
    building morning evening king thing nothing something anything everything during ring wing spring string
    sterling ceiling sibling wedding viking red bed need seed feed speed breed weed united species series news
    always gas bus yes this his its plus status virus census campus bonus crisis basis analysis thesis texas
    wales mps us is was has does goes indeed hundred succeed exceed proceed bleed heed greed creed embed shed shred sled
    """.split()
)
_DOUBLED = re.compile(r"([bdfgklmnprstz])\1$")
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, all keyed by stems.

    same: the numbers of the groups of equal words that the stem of a noun or an adjective is in; acts: of a verb
    opposite: pairs of stems that deny each other; contrary: those that do so only of one and the same thing;
    sequel: those that do so only of one and the same day
    phrases: stems of phrases by their first stem, and the one stem that stands for each
    kinds: the words for one kind of thing, and those for each narrower kind of it
    broader: what may be called by a word for its kind, by that word
    events, bodies: nouns of what happens, and of those who act together; acting, measuring: verbs of what only somebody,
        and of what only a thing does
    doers: verbs, and the nouns for those who do it
    single: verbs of what only one did to a thing; repeated: those that are so again; once: of what happens in one place
    together: the plural for all of two kinds, by the two
    still: what verbs of rising and falling don't move, by the verb ("lift": a ban)
    natural: verbs that only say that there was something, each with its noun ("goal", "score")
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
    kinds: tuple[tuple[frozenset[str], ...], ...]
    broader: dict[str, frozenset[str]]
    events: frozenset[str]
    bodies: frozenset[str]
    acting: frozenset[str]
    measuring: frozenset[str]
    natural: frozenset[tuple[str, str]]
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

    def denies(self, a: str, b: str, *, of_one_thing: bool = False, on_one_day: bool = False) -> bool:
        """Whether one of two stems denies the other."""
        pair = frozenset((a, b))
        return (
            pair in self.opposite
            or (of_one_thing and pair in self.contrary)
            or (on_one_day and pair in self.sequel)
        )


_NONE: frozenset[int] = frozenset()


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return what inflection leaves of a lower-cased English word; words that are no inflection stay."""
    word = word.removesuffix("'s").rstrip("'")
    if word in IRREGULAR_SINGULAR:
        word = IRREGULAR_SINGULAR[word]
    known = _irregular().get(word)
    if known:
        word = known
    elif word not in _WHOLE and len(word) > 3:
        word = _without_ending(word)
    return _normal(word)


def _without_ending(word: str) -> str:
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    for ending, rest in (("ies", "y"), ("ied", "y")):
        if word.endswith(ending) and len(word) > 4:
            return word[:-3] + rest
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    if word.endswith("ed") and len(word) > 4 and _VOWEL.search(word[:-2]):
        return word[:-2]
    if word.endswith("ing") and len(word) > 5 and _VOWEL.search(word[:-3]):
        return word[:-3]
    return word


def _normal(word: str) -> str:
    if len(word) < 4:
        return word
    word = word.removesuffix("e")
    if word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    return _DOUBLED.sub(r"\1", word)


@lru_cache(maxsize=8)
def _table(name: str) -> dict[str, Any]:
    import tomllib

    return tomllib.loads((files("factlint") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    """Return the entries of all files of words; those of one key are put together."""
    import tomllib

    merged = {**_table("prose")}
    parts = sorted((files("factlint") / "data" / "words").iterdir(), key=lambda part: part.name)
    for part in parts:
        _merge(merged, tomllib.loads(part.read_text(encoding="utf-8")))
    for table in _table("paraphrases").values():
        _merge(merged, table)
    return merged


def _merge(into: dict[str, Any], table: dict[str, Any]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _merge(into.setdefault(key, {}), value)
        else:
            into[key] = f"{into.get(key, '')}\n{value}"


def aspect_rows() -> dict[str, dict[str, Any]]:
    """Return the tables of ``data/aspects.toml``, whose phrases are words of the lexicon too."""
    return _table("aspects")


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    """Return the base form by each irregular past and participle."""
    rows = [forms.split("/") for forms in _tables()["verbs"]["irregular"].split()]
    bases = {row[0] for row in rows}
    found = {form: base for base, *others in rows for form in others if form not in bases}
    found |= dict.fromkeys(("is", "are", "am", "being"), "be")
    return found | dict.fromkeys(("has", "having"), "have") | {"does": "do", "goes": "go"}


def stems_of(phrase: str) -> str:
    """Return the stem of a word or of a phrase written with "_"."""
    return "_".join(stem(word) for word in phrase.split("_"))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the shipped lexicon."""
    tables = _tables()
    same = _groups(f"{tables['same']}\n{tables['same_nouns']}")
    acts = _groups(f"{tables['same']}\n{tables['same_verbs']}")
    modes = {_mode(word): kind for kind, text in tables["modes"].items() for word in text.split()}
    rows = [forms.split("/") for forms in tables["verbs"]["irregular"].split()]
    words = [
        *same,
        *acts,
        *modes,
        *_stems(f"{tables['light']} {tables['generic']} {tables['phrases']}"),
        *_stems(re.sub(r"[|,]", " ", f"{tables['opposite']} {tables['contrary']} {tables['sequel']}")),
    ]
    words += [*_stems(tables["up"]), *_stems(tables["down"])]
    words += [
        word for row in aspect_rows().values() for word in _stems(f"{row['words']} {row.get('weak', '')}")
    ]
    verbs = {stem(forms[0]) for forms in rows} | {
        _normal(word) for word in tables["verbs"]["regular"].split()
    }
    verbs |= {word.split("_")[0] for word in _stems(tables["same_verbs"])}
    return Lexicon(
        same=same,
        acts=acts,
        opposite=_pairs(tables["opposite"]),
        contrary=_pairs(tables["contrary"]),
        sequel=_pairs(tables["sequel"]),
        phrases=_phrases(word for word in words if "_" in word),
        lemmas=_lemmas(tables),
        light=_stems(tables["light"]),
        generic=_stems(tables["generic"]),
        anaphors=_stems(tables["anaphors"]),
        people=_stems(tables["people"]),
        kinds=tuple(tuple(map(_stems, line.split("|"))) for line in tables["kinds"].strip().splitlines()),
        broader={stem(word): _stems(text) for word, text in _table("broader")["kinds"].items()},
        events=_stems(tables["events"]),
        bodies=_stems(tables["bodies"]),
        acting=_stems(tables["acting"]),
        measuring=_stems(tables["measuring"]),
        doers=tuple((verb, noun) for verb, noun in map(str.split, tables["doers"].strip().splitlines())),
        single=_stems(tables["single"]),
        repeated=_stems(tables["repeated"]),
        once=_stems(tables["once"]),
        together=_together(tables["together"]),
        natural=_natural(tables["natural"]),
        still=_still(tables["still"]),
        speech=_stems(tables["speech"]),
        idle=_stems(tables["idle"]),
        adverbs=frozenset(tables["adverbs"].split()),
        contrast=_stems(tables["contrast"]),
        directions={word: way for way in ("up", "down") for word in _stems(tables[way])},
        transitive=_stems(tables["transitive"]),
        paying=_stems(tables["paying"]),
        modes=modes,
        verbs=frozenset(verbs),
        either=_stems(tables["verbs"]["either"]),
        irregular=_irregular(),
        pasts=frozenset(forms[1] for forms in rows),
        participles=frozenset(forms[2] for forms in rows),
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


def _still(text: str) -> dict[str, frozenset[str]]:
    rows = (line.split() for line in text.strip().splitlines())
    return {stems_of(verb): frozenset(map(stems_of, things)) for verb, *things in rows}


def _lemmas(tables: dict[str, Any]) -> frozenset[str]:
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
    )
    text = " ".join(tables[name] for name in names)
    verbs = f"{tables['verbs']['regular']} {tables['verbs']['irregular'].replace('/', ' ')}"
    return frozenset(f"{text} {verbs}".split())


def _mode(word: str) -> str:
    """Return the key of a word of a mode: its stem, or "=word" for one form alone."""
    return word if word.startswith("=") else stems_of(word)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stems_of(word) for word in text.split())


def _phrases(words: Any) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for word in words:
        parts = tuple(word.split("_"))
        found.setdefault(parts[0], set()).add(parts)
    return {first: tuple(sorted(parts, key=len, reverse=True)) for first, parts in found.items()}
