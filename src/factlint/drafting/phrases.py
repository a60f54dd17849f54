"""The phrases of ``data/drafting.toml`` as patterns, compiled once."""

from __future__ import annotations

import re
from functools import lru_cache

from factlint.values.names.tables import table


@lru_cache(maxsize=64)
def pattern(
    section: str, key: str = "patterns", template: str = r"(?<!\w)(?:{})(?!\w)", *, case: bool = False
) -> re.Pattern[str]:
    """Return the pattern of an entry, put into the template: a list is joined to alternatives."""
    entry = table("drafting")[section][key]
    joined = entry if isinstance(entry, str) else "|".join(entry)
    return re.compile(template.format(joined), 0 if case else re.IGNORECASE)


@lru_cache(maxsize=64)
def words(section: str, key: str) -> frozenset[str]:
    """Return the words of an entry that is a text of words with spaces between."""
    return frozenset(table("drafting")[section][key].split())


@lru_cache(maxsize=1)
def happened() -> re.Pattern[str]:
    """Return the pattern of a verb that tells of something done: a past form, or "has" with a participle."""
    return pattern(
        "event",
        "irregular",
        rf"\b(?:(?!(?:{table('drafting')['event']['not_past']})\b)[a-z]{{{{3,}}}}ed"
        r"|(?:has|have|had) (?:\w+ )?\w+(?:ed|en|wn|ne|un)|{})\b",
        case=True,
    )
