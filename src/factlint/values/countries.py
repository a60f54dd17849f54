"""Countries by any of their names and demonyms, from ``data/countries.toml``."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from factlint.values.folding import fold


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Return country by folded name, and country by folded demonym."""
    import tomllib

    data = tomllib.loads((files("factlint") / "data" / "countries.toml").read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for entry in data["country"]:
        for alias in [entry["name"], *entry.get("aliases", ())]:
            names[fold(alias)] = entry["name"]
        for demonym in entry.get("demonyms", ()):
            demonyms[fold(demonym)] = entry["name"]
    return names, demonyms


def country(name: str) -> str:
    """Return the common English name of a country known by ``name``, or "" when it is none."""
    names = _tables()[0]
    folded = fold(name)
    return names.get(folded) or names.get(folded.removeprefix("the "), "")


@lru_cache(maxsize=4096)
def country_of_demonym(word: str) -> str:
    """Return the country that a word like "Russian" belongs to, or ""."""
    return _tables()[1].get(fold(word), "")


def nations() -> frozenset[str]:
    """Return every name and demonym of a country, folded."""
    names, demonyms = _tables()
    return frozenset(names) | frozenset(demonyms)


@lru_cache(maxsize=1024)
def nation(word: str) -> str:
    """Return the country that a name or demonym means ("Ukraine", "Ukrainian"), or ""."""
    return country(word) or country_of_demonym(word)
