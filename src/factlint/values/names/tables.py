"""Tables that names are read and compared with, loaded once from ``data/*.toml``."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from factlint.values.folding import fold


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """Return the shipped TOML table ``data/NAME.toml``."""
    import tomllib

    return tomllib.loads((files("factlint") / "data" / f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=64)
def word_set(file: str, *path: str) -> frozenset[str]:
    """Return the folded words of an entry: a list, or a text of words with spaces between."""
    entry: Any = table(file)
    for key in path:
        entry = entry[key]
    words = entry.split() if isinstance(entry, str) else entry
    return frozenset(fold(word) for word in words)


@lru_cache(maxsize=8)
def groups(file: str, key: str) -> dict[str, frozenset[int]]:
    """Return, for each folded form, the numbers of the groups of equivalent forms that it is in."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(table(file)[key]):
        for form in group.split() if isinstance(group, str) else group:
            found.setdefault(fold(form), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def share_group(file: str, key: str, a: str, b: str) -> bool:
    """Whether two folded forms stand in one group of equivalent forms."""
    known = groups(file, key)
    return bool(known.get(a, frozenset()) & known.get(b, frozenset()))


_SYLLABLES = {
    "chinese": r"(?:zh|ch|sh|ts|hs|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ueng|ang|eng|ong|ung|ing|ian|ien|iao|uai|uan|ieh|ueh|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|ih|eh|a|o|e|i|u)",
    "korean": r"(?:kk|tt|pp|ss|jj|ch|sh|[gkndtrlmbpsjhyw])?"
    r"(?:yeo|wae|yae|young|eo|ae|ya|ye|yo|yu|wa|wo|we|wi|oe|eu|ui|oo|ee|ou|ah|a|e|i|o|u)(?:ng|rk|ck|[kgntlmpbh])?",
    "vietnamese": r"(?:ngh|nh|ng|th|tr|ch|ph|kh|gh|gi|qu|[bcdghklmnpqrstvxy])?"
    r"(?:uye|oai|uoi|ieu|uyn|[aeiouy]{1,3})(?:nh|ng|ch|[cmnpt])?",
    "japanese": r"(?:ky|gy|sh|ch|ts|ny|hy|by|py|my|ry|[kgsztdnhbpmyrwfj])?(?:ou|[aeiou])n?",
}
_LIMITS = {"chinese": 2, "korean": 2, "vietnamese": 1, "japanese": 5}


@lru_cache(maxsize=8)
def _word_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_SYLLABLES[language]}){{1,{_LIMITS[language]}}}")


def has_syllables(language: str, folded: str) -> bool:
    """Whether a folded word may be a given name in romanised Chinese, Korean, Vietnamese or Japanese."""
    return len(folded) <= 16 and _word_pattern(language).fullmatch(folded) is not None
