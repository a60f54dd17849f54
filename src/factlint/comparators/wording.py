"""The rule for strong and weak words: ladders whose rungs say one thing ever less strongly."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from factlint.comparators.base import Comparison, Ladder, Outcome, Rule, Terms
from factlint.comparators.tokens import NEGATIONS, tokens
from factlint.errors import IncommensurableError, InvalidFieldError
from factlint.values.base import Text

_LONGEST = 20_000
_SENTENCE = re.compile(
    r"(?:^|[.!?:“\"]\s?)\W{0,4}[A-Z]"
)  # its capital says nothing; elsewhere May is a month
_BEFORE = 2  # words before a phrase in which a negation denies it


class Rung(NamedTuple):
    """A phrase found in a text: its ladder, how far from the top, and its words."""

    ladder: str
    height: int
    words: str


class Strength(Rule):
    """Words on a ladder: *caused* > *contributed to* > *linked to* > *coincided with, amid*; *led by* >
    *represented by* > *attended by*; *confirmed* > *likely* > *alleged*, and so on.

    A claim that stands higher on a ladder than its reference says more than the reference gives: it is
    imprecise, with the reference's words as the right ones. Equal or lower is a match. Words that share no
    ladder, or are denied, raise IncommensurableError. Where several ladders hold words of both, the one on
    which the claim stands highest above the reference counts. The ladders stand in ``ladders.toml``; a
    project adds its own.
    """

    name = "strength"
    claims: ClassVar[tuple[type, ...]] = (Text,)
    finds: ClassVar[tuple[type, ...]] = (Text,)

    def compare(self, claimed: Text, found: Text, terms: Terms) -> Comparison:
        """Compare rungs."""
        ladders = merged(shipped(), terms.ladders)
        ours, theirs = _rungs(claimed.text, ladders), _rungs(found.text, ladders)
        shared = ours.keys() & theirs.keys()
        if not shared:
            raise _no_ladder(claimed, found, ours)
        name = max(sorted(shared), key=lambda ladder: theirs[ladder].height - ours[ladder].height)
        mine, right = ours[name], theirs[name]
        stronger = mine.height < right.height
        weaker = f"the reference says more: '{right.words}'" if mine.height > right.height else ""
        return Comparison(
            Outcome.IMPRECISE if stronger else Outcome.MATCH,
            self.name,
            band=f"no stronger than the reference ({name})",
            difference=f"'{mine.words}' vs '{right.words}'" if mine.height != right.height else "",
            direction="overstated" if stronger else "",
            note=f"'{mine.words}' says more than '{right.words}'" if stronger else weaker,
            suggestion=right.words if stronger else "",
        )


def _no_ladder(claimed: Text, found: Text, ours: dict[str, Rung]) -> IncommensurableError:
    known = f"the claim's words stand on: {', '.join(ours)}" if ours else "no ladder has the claim's words"
    return IncommensurableError(
        f"'{claimed.text[:60]}' and '{found.text[:60]}' share no ladder of words",
        hint=f"{known}; name a phrase of each, or add a ladder",
    )


def _rungs(text: str, ladders: tuple[Ladder, ...]) -> dict[str, Rung]:
    """Return the highest rung that the text has on each ladder."""
    plain = _SENTENCE.sub(lambda match: match[0].lower(), text[:_LONGEST])
    found: dict[str, Rung] = {}
    for ladder in ladders:
        pattern, heights = _pattern(ladder)
        for match in pattern.finditer(plain):
            height = heights[(match.lastindex or 1) - 1]
            higher = ladder.name not in found or height < found[ladder.name].height
            if higher and not _denied(plain[: match.start()]):
                found[ladder.name] = Rung(ladder.name, height, match[0])
    return found


def _denied(before: str) -> bool:
    return any(token.word in NEGATIONS for token in tokens(before[-40:])[-_BEFORE:])


@lru_cache(maxsize=256)
def _pattern(ladder: Ladder) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """Compile a ladder, one group a phrase, and return the groups' heights; the longest phrase wins."""
    phrases = [(phrase, height) for height, rung in enumerate(ladder.rungs) for phrase in rung]
    phrases.sort(key=lambda pair: -len(pair[0]))
    parts = (re.escape(phrase).replace(r"\*", r"\w*") for phrase, _ in phrases)
    pattern = re.compile("|".join(rf"\b({part})\b" for part in parts))
    return pattern, tuple(height for _, height in phrases)


@lru_cache(maxsize=1)
def shipped() -> tuple[Ladder, ...]:
    """Return the ladders that come with factlint."""
    return _ladders((files("factlint") / "data" / "ladders.toml").read_text(encoding="utf-8"))


def read_ladders(path: Path) -> tuple[Ladder, ...]:
    """Read a project's own ladders. Raises OSError, and InvalidFieldError for a file of another shape."""
    return _ladders(path.read_text(encoding="utf-8"))


def _ladders(text: str) -> tuple[Ladder, ...]:
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidFieldError(f"ladders: not TOML: {error}") from None
    return tuple(_ladder(name, table) for name, table in tables.items())


def _ladder(name: str, table: Any) -> Ladder:
    rungs = table.get("rungs") if isinstance(table, dict) else None
    if not isinstance(rungs, list) or not all(map(_is_rung, rungs)):
        raise InvalidFieldError(
            f"ladders: '{name}' needs 'rungs', a list of lists of words, the strongest first"
        )
    return Ladder(name, tuple(tuple(word.strip() for word in rung) for rung in rungs))


def _is_rung(rung: object) -> bool:
    words = rung if isinstance(rung, list) else []
    return bool(words) and all(isinstance(word, str) and word.strip(" *") for word in words)


@lru_cache(maxsize=16)
def merged(ladders: tuple[Ladder, ...], more: tuple[Ladder, ...]) -> tuple[Ladder, ...]:
    """Add a project's ladders; one of the same name and height adds words, else it takes the place."""
    by_name = {ladder.name: ladder for ladder in ladders}
    for ladder in more:
        known = by_name.get(ladder.name)
        if known and len(known.rungs) == len(ladder.rungs):
            pairs = zip(known.rungs, ladder.rungs, strict=True)
            ladder = Ladder(ladder.name, tuple(old + new for old, new in pairs))
        by_name[ladder.name] = ladder
    return tuple(by_name.values())


RULES = (Strength(),)
