"""Patterns from users, on RE2: linear in time whatever they and the text are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

LONGEST = 2000
_MEMORY = 8 << 20
_WHITE = r"\s\x{A0}\x{2007}\x{2009}\x{202F}"
_PARTS = re.compile(
    r"\\Q.*?(?:\\E|$)|\\.|\[\^?\]?(?:\[:\^?\w{1,10}:\]|\\.|[^\]\\])*\]|\(\?[\w<>:-]*| ", re.DOTALL
)


@lru_cache(maxsize=512)
def compile_pattern(pattern: str, *, spaced: bool = False) -> Any:
    """Compile a pattern; the result has the interface of ``re.Pattern``.

    spaced: for running text, whose lines end where its layout wants it and which keeps figures together with
    no-break spaces: a space outside of character classes matches any one white space

    Raises ValueError saying what is wrong.
    """
    import re2

    if len(pattern) > LONGEST:
        raise ValueError(f"a pattern has at most {LONGEST} characters")
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        return re2.compile(_spaced(pattern) if spaced else pattern, options=options)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        words = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise ValueError(f"'{pattern}' is no RE2 pattern: {words}") from None


def literal(pattern: str) -> str:
    """Return roughly the words that a pattern spells out, for finding what resembles them."""
    plain = _PARTS.sub(lambda part: " ", pattern)
    return " ".join(re.sub(r"\{[\d,]*\}|[\^$.|?*+(){}]", " ", plain).split())


def _spaced(pattern: str) -> str:
    return _PARTS.sub(lambda part: f"[{_WHITE}]" if part[0] == " " else part[0], pattern)
