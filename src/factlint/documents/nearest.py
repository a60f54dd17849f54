"""The nearest names to one that wasn't found, for messages."""

from __future__ import annotations

from collections.abc import Iterable

MOST = 3
_CUTOFF = 55.0
_LONGEST = 80


def nearest(wanted: str, choices: Iterable[str], most: int = MOST) -> list[str]:
    """Return up to ``most`` choices that resemble ``wanted``, best first."""
    from rapidfuzz import fuzz, process, utils

    distinct = sorted({choice for choice in choices if choice})
    found = process.extract(
        wanted,
        distinct,
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=most,
        score_cutoff=_CUTOFF,
    )
    return [choice for choice, _, _ in found]


def did_you_mean(wanted: str, choices: Iterable[str]) -> str:
    """Return a hint: the nearest choices, or, where none is near, what there is."""
    known = [choice for choice in dict.fromkeys(choices) if choice]
    near = nearest(wanted, known)
    if near:
        return "did you mean " + " or ".join(map(quoted, near)) + "?"
    return f"there are {listed(known)}" if known else ""


def quoted(text: str) -> str:
    """Quote text for a message, on one line and shortened."""
    return f"'{shortened(text)}'"


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return the text on one line, cut at ``longest`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def listed(texts: Iterable[str], most: int = 5) -> str:
    """List quoted texts, and how many more there are."""
    every = list(texts)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return ", ".join(map(quoted, every[:most])) + more
