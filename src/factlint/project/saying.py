"""Say in plain words what a model rejected: what is there, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from factlint.project.yamlfile import Keys
from factlint.sources.http import WEB_ADDRESS

_KEYS = "needs keys with values ('key: value')"
_NEEDS = {
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "dict_type": _KEYS,
    "tuple_type": "needs a list",
    "list_type": "needs a list",
    "string_type": "needs words",
    "bool_type": "needs true or false",
    "bool_parsing": "needs true or false",
    "int_type": "needs a whole number",
    "int_parsing": "needs a whole number",
    "float_type": "needs a number",
    "float_parsing": "needs a number",
}
_LIMITS = {
    "less_than_equal": ("le", "at most"),
    "less_than": ("lt", "less than"),
    "greater_than_equal": ("ge", "at least"),
    "greater_than": ("gt", "more than"),
}
_SHAPES = {
    r"^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$": "letters, digits, '.', '_' and '-', from a letter or digit on, 120 at most",
    r"^https?://[^\s]+$": "an address from http:// or https:// on",
    WEB_ADDRESS: "an address from http:// or https:// on, credentials in 'headers'",
    r"^\d{1,3}(\.\d+)?%$": "a share such as 10%",
    r"^[A-Z]{3}$": "a currency's code such as USD",
}
_SHOWN = 60


def sentence(path: Keys, item: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is wrong at ``path`` and what would be right, of one of pydantic's error details."""
    kind, found, context = item["type"], item["input"], item.get("ctx", {})
    name = _name(path)
    if kind in _NEEDS:
        return f"{name} is empty" if found is None else f"{name}: found {_shown(found)}", f"it {_NEEDS[kind]}"
    if kind in ("string_too_short", "too_short"):
        return f"{name} is empty", ""
    if kind in _LIMITS:
        key, words = _LIMITS[kind]
        return f"{name}: {_shown(found)}", f"it needs to be {words} {context[key]}"
    if kind in ("enum", "literal_error"):
        known = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
        return f"{name}: unknown {_shown(found)}", choice(str(found), known)
    if kind == "string_pattern_mismatch":
        return f"{name}: {_shown(found)}", f"write {_SHAPES.get(context['pattern'], context['pattern'])}"
    message = item["msg"].removeprefix("Value error, ")
    return f"{name}: {message[:1].lower()}{message[1:]}", ""


def choice(word: str, known: Iterable[str]) -> str:
    """Return the nearest of the known words, else all of them."""
    known = list(known)
    others = f"one of {', '.join(known)}" if len(known) > 1 else f"write {known[0]}"
    return nearest(word, known) or others


def nearest(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean 'x'?`` for the nearest known word, or ""."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    near = process.extract(word, list(known), scorer=fuzz.ratio, score_cutoff=60, limit=None)
    if not near:
        return ""
    letters = sorted(word)
    best = max(
        (match[0] for match in near),
        key=lambda one: (OSA.normalized_similarity(word, one), fuzz.ratio(letters, sorted(one))),
    )
    return f"did you mean '{best}'?"


def _name(path: Keys) -> str:
    if len(path) == 2 and path[0] == "claims":
        return "the claim"
    names = [str(part) for part in path if isinstance(part, str)]
    if not names:
        return "the file"
    return f"{names[-1]} #{path[-1] + 1}" if isinstance(path[-1], int) else names[-1]


def _shown(found: object) -> str:
    if isinstance(found, dict):
        return "keys with values"
    if isinstance(found, list):
        return "a list"
    text = str(found)
    return f"'{text[:_SHOWN]}{'…' * (len(text) > _SHOWN)}'"
