"""Names by their parts: title, given name, family name, in the order that the name itself shows."""

from __future__ import annotations

import re

from factlint.values.base import Name
from factlint.values.countries import country, country_of_demonym
from factlint.values.folding import fold
from factlint.values.names.tables import groups, has_syllables, word_set

EASTERN = ("chinese", "korean", "vietnamese", "japanese")
_BRACKETS = re.compile(r"\s*\(([^()]{1,40})\)\s*$")


def read_name(text: str, kind: str = "") -> Name:
    """Read a name as printed into its parts; words that follow a comma ("…, President of Iran") are left out.

    ``kind`` is "person", "place", "organisation", or "" to tell from the words. A short form in brackets
    ("World Health Organization (WHO)") becomes an alias. Anything can be read; absent parts are "".
    """
    said = " ".join(text.split())
    body, aliases = _without_brackets(said)
    kind = kind or kind_of(_without_role(body)) or kind_of(body)
    if kind != "person":
        return Name(said, kind, aliases=aliases)
    words, title = _split_title(_without_role(body))
    given, family = _order(words, title)
    return Name(said, kind, title, given, family, aliases)


def _without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    found = _BRACKETS.search(text)
    if not found or not text[: found.start()].strip():
        return text, ()
    return text[: found.start()].strip(), (found.group(1).strip(),)


def _without_role(text: str) -> str:
    head, comma, tail = text.partition(",")
    if not comma:
        return text
    first, rest = head.split(), tail.split()
    is_reversed = len(first) == 1 and len(rest) == 1 and fold(rest[0]) not in word_set("titles", "suffixes")
    return f"{tail.strip()} {head.strip()}" if is_reversed and not _is_title_word(rest[0]) else head.strip()


def kind_of(text: str) -> str:
    """Tell from its words whether a name is a "person", "place" or "organisation"; "" when they don't."""
    folded = fold(text)
    if not folded:
        return ""
    if country(text) or folded in groups("places", "same"):
        return "place"
    words = folded.split()
    if folded in groups("organisations", "same") or word_set("organisations", "markers") & set(words):
        return "organisation"
    if _is_place(words):
        return "place"
    if word_set("places", "events") & set(words):
        return ""
    if text.isupper() and text.isalpha() and 2 <= len(text) <= 6:
        return "organisation"
    title, rest = split_title(text)
    names = [word for word in rest.split() if word[0].isalpha()]
    plausible = names and all(
        word[0].isupper() or fold(word) in word_set("name_order", "particles", "words") for word in names
    )
    return "person" if plausible and (title or 2 <= len(names) <= 5) else ""


def _is_place(words: list[str]) -> bool:
    """Whether a word marks a place: "square" unless it comes first (Park Chung-hee), "lake" where it does."""
    openers = word_set("places", "openers")
    return bool(word_set("places", "markers") & set(words[1:])) or (len(words) > 1 and words[0] in openers)


def split_title(text: str) -> tuple[str, str]:
    """Return the title that a name starts with, and the rest; the title is "" when there is none."""
    words, title = _split_title(text)
    return title, " ".join(words)


def _split_title(text: str) -> tuple[list[str], str]:
    words = text.split()
    end = noun = 0
    while end < len(words) - 1 and _is_title_word(words[end]):
        end += 1
        noun = end if _is_title_noun(words[end - 1]) else noun
    return words[noun:], " ".join(words[:noun])


def _is_title_word(word: str) -> bool:
    folded = fold(word.removesuffix("'s").removesuffix("’s"))
    return (
        _is_title_noun(word)
        or all(part in word_set("titles", "helpers") or _is_title_noun(part) for part in folded.split())
        or bool(country_of_demonym(folded) or country(folded))
    )


def _is_title_noun(word: str) -> bool:
    last = fold(word).split()[-1:]
    return (
        any(last[0] in word_set("titles", key) for key in ("courtesy", "honours", "nouns")) if last else False
    )


def is_courtesy(title: str) -> bool:
    """Whether the title goes with a family name (Mr, Dr)."""
    return fold(title) in word_set("titles", "courtesy")


def is_honour(title: str) -> bool:
    """Whether the title goes with a given name (Sir, King, Pope)."""
    return any(word in word_set("titles", "honours") for word in fold(title).split())


def _order(words: list[str], title: str) -> tuple[str, str]:
    """Return given and family name."""
    words = [word for word in words if fold(word) not in word_set("titles", "suffixes")] or words
    if len(words) < 2:
        single = words[0] if words else ""
        return (single, "") if is_honour(title) else ("", single)
    capital = [i for i, word in enumerate(words) if _is_declared(word)]
    if len(capital) == 1:  # "HONG Lei", "Lei HONG": the family name is declared
        return " ".join(words[: capital[0]] + words[capital[0] + 1 :]), words[capital[0]]
    if len(words) == 2 and fold(words[0]) in word_set("name_order", "particles", "family"):
        return "", " ".join(words)
    if family_first(words):
        return " ".join(words[1:]), words[0]
    return _western(words)


def _is_declared(word: str) -> bool:
    """Whether capitals declare a family name: those of a long word, or of a known short one (not "JD")."""
    known = any(fold(word) in word_set("name_order", "surnames", language) for language in EASTERN)
    return word.isupper() and (len(word) > 3 or (known and len(word) > 1))


def family_first(words: list[str]) -> bool:
    """Whether the name is written family name first, as in China, Korea, Vietnam, Japan and Hungary."""
    if language_of(words):
        return True
    first, last = fold(words[0]), fold(words[-1])
    hungarian = word_set("name_order", "surnames", "hungarian")
    return (
        first in hungarian and last in word_set("name_order", "given", "hungarian") and last not in hungarian
    )


def language_of(words: list[str]) -> str:
    """Return the East Asian language in whose order and syllables a name is written, or ""."""
    first, rest = fold(words[0]), [fold(word) for word in words[1:]]
    parts = [part for word in rest for part in word.split()]
    if not 1 <= len(parts) <= 3:
        return ""
    hyphened = len(rest) == 1 and len(parts) == 2
    order = ("korean", "chinese") if hyphened or len(parts) == 2 else ("chinese", "korean")
    for language in (*order, "vietnamese", "japanese"):
        if first in word_set("name_order", "surnames", language) and _fits(language, parts):
            return language
    return ""


def _fits(language: str, parts: list[str]) -> bool:
    if language == "japanese" and parts[-1] in word_set("name_order", "surnames", "japanese"):
        return False
    return all(has_syllables(language, part) for part in parts)


def _western(words: list[str]) -> tuple[str, str]:
    particles = word_set("name_order", "particles", "words")
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in particles:
        start -= 1
    if fold(words[0]) in word_set("name_order", "particles", "family") and start == 1:
        start = 0
    return " ".join(words[:start]), " ".join(words[start:])
