"""The stems of words, and the files that the words of news prose stand in.

A stem is what inflection leaves of a word, good for equality only. The files are ``data/prose.toml`` and, one a domain,
``data/words/*.toml``, whose entries of the same keys are added.
"""

from __future__ import annotations

import re
from copy import deepcopy
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
_DOUBLED = frozenset(2 * letter for letter in "bdfgklmnprstz")
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return what inflection leaves of a lower-cased English word; words that are no inflection stay."""
    word = word.removesuffix("'s").rstrip("'")
    if word in IRREGULAR_SINGULAR:
        word = IRREGULAR_SINGULAR[word]
    known = irregular().get(word)
    if known:
        word = known
    elif word not in _WHOLE and len(word) > 3:
        word = _without_ending(word)
    return normal(word)


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


def normal(word: str) -> str:
    """Return a base form without what changes before an ending: a last "e", "y", a doubled consonant."""
    if len(word) < 4:
        return word
    word = word.removesuffix("e")
    if word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    return word[:-1] if word[-2:] in _DOUBLED else word


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """Return one of the data files."""
    import tomllib

    return tomllib.loads((files("factlint") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def tables() -> dict[str, Any]:
    """Return the entries of all files of words; those of one key are put together."""
    import tomllib

    merged = deepcopy(table("prose"))
    parts = sorted((files("factlint") / "data" / "words").iterdir(), key=lambda part: part.name)
    for part in parts:
        _merge(merged, tomllib.loads(part.read_text(encoding="utf-8")))
    return {key: _with_owners(value) if isinstance(value, str) else value for key, value in merged.items()}


_ONE = re.compile(r"(?<![\w-])[\w-]+_one_[\w-]+")
_OWNERS = ("his", "her", "their", "its")


def _with_owners(text: str) -> str:
    """Write "lose_one_life" as "lose_his_life", "lose_her_life" and so on; "," stands between them where it does in pairs."""

    def written(match: re.Match[str]) -> str:
        before, _, behind = match[0].partition("_one_")
        beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        return ("," if beside.strip() else " ").join(f"{before}_{owner}_{behind}" for owner in _OWNERS)

    return _ONE.sub(written, text)


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict):
            _merge(into.setdefault(key, {}), value)
        else:
            into[key] = f"{into.get(key, '')}\n{value}"


def aspect_rows() -> dict[str, dict[str, Any]]:
    """Return the tables of ``data/aspects.toml``, whose phrases are words of the lexicon too."""
    return table("aspects")


@lru_cache(maxsize=1)
def irregular() -> dict[str, str]:
    """Return the base form by each irregular past and participle."""
    rows = [forms.split("/") for forms in tables()["verbs"]["irregular"].split()]
    bases = {row[0] for row in rows}
    found = {form: base for base, *others in rows for form in others if form not in bases}
    found |= dict.fromkeys(("is", "are", "am", "being"), "be")
    return found | dict.fromkeys(("has", "having"), "have") | {"does": "do", "goes": "go"}


def stems_of(phrase: str) -> str:
    """Return the stem of a word or of a phrase written with "_"."""
    return "_".join(map(stem, phrase.split("_"))) if "_" in phrase else stem(phrase)
