"""Patterns from users, on RE2: linear in time whatever they and the text are."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

LONGEST = 2000
_MEMORY = 8 << 20


@lru_cache(maxsize=512)
def compile_pattern(pattern: str) -> Any:
    """Compile a pattern; the result has the interface of ``re.Pattern``.

    Raises ValueError saying what is wrong.
    """
    import re2

    if len(pattern) > LONGEST:
        raise ValueError(f"a pattern has at most {LONGEST} characters")
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    try:
        return re2.compile(pattern, options=options)
    except re2.error as error:
        reason = error.args[0] if error.args else ""
        words = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        raise ValueError(f"'{pattern}' is no RE2 pattern: {words}") from None
