"""The vocabulary of what news counts, read from ``data/measures.toml`` and a project's own file.

A term is a phrase that names a measure (``killed``, ``seats``) or a head noun (``soldier``). Phrases are
looked up word by word from a position, the longest first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Generic, TypeVar

from factlint.values.counted.inflection import plural, verb_forms

T = TypeVar("T")


class Part:
    """How a phrase stands to the things that its measure counts: bits, of which a phrase may have several."""

    PASSIVE = 1  # a verb whose object is counted
    ACTIVE = 2  # a verb whose subject is counted
    STATE = 4  # a predicate as it stands
    NOUN = 8  # the event or the sum
    THING = 16  # the measure and the thing counted at once
    BASE = 32  # a verb in a form that may be a noun as well (vote, votes)
    VERB = PASSIVE | ACTIVE | STATE
    NOMINAL = NOUN | THING


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase of the vocabulary: the measure it names and its parts of speech there (bits of ``Part``)."""

    measure: str
    part: int


class Phrases(Generic[T]):
    """Phrases that begin with one word: that word alone, and longer ones by their second word, the longest first."""

    __slots__ = ("alone", "longer")

    def __init__(self) -> None:
        self.alone: T | None = None
        self.longer: dict[str, dict[tuple[str, ...], T]] = {}

    def get(self, phrase: tuple[str, ...]) -> T | None:
        """Return what ``phrase`` names."""
        return self.alone if len(phrase) == 1 else self.longer.get(phrase[1], {}).get(phrase)

    def add(self, phrase: tuple[str, ...], value: T) -> None:
        """Add a phrase, or name something else by it."""
        if len(phrase) == 1:
            self.alone = value
            return
        others = {**self.longer.get(phrase[1], {}), phrase: value}
        self.longer[phrase[1]] = dict(sorted(others.items(), key=lambda entry: -len(entry[0])))

    def longest(self, words: list[str], at: int) -> tuple[T, int] | None:
        """Return what the longest phrase at word ``at`` names, and how many words it has."""
        if self.longer and at + 1 < len(words):
            for phrase, value in self.longer.get(words[at + 1], {}).items():
                if tuple(words[at : at + len(phrase)]) == phrase:
                    return value, len(phrase)
        return None if self.alone is None else (self.alone, 1)


@dataclass(slots=True)
class Vocabulary:
    """Measures and heads by phrase, and which contains which. Treat as read-only once loaded.

    terms, heads: phrases by their first word; ends: the last words of the terms
    """

    terms: dict[str, Phrases[Term]] = field(default_factory=dict)
    heads: dict[str, Phrases[str]] = field(default_factory=dict)
    ends: set[str] = field(default_factory=set)
    frames: dict[tuple[str, str], str] = field(default_factory=dict)
    measure_parts: dict[str, frozenset[str]] = field(default_factory=dict)
    head_parts: dict[str, frozenset[str]] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    exclusive_groups: tuple[frozenset[str], ...] = ()
    closures: dict[str, frozenset[str]] = field(default_factory=dict)  # kinds() worked out so far

    def term_at(self, words: list[str], at: int) -> tuple[Term, int] | None:
        """Return the longest measure phrase that starts at word ``at``, and how many words it has."""
        phrases = self.terms.get(words[at])
        return phrases.longest(words, at) if phrases else None

    def head_at(self, words: list[str], at: int) -> tuple[str, int] | None:
        """Return the longest head phrase that starts at word ``at``, and how many words it has."""
        phrases = self.heads.get(words[at])
        return phrases.longest(words, at) if phrases else None

    def leaves(self, measure: str) -> frozenset[str]:
        """Return all that a measure holds: itself, what it contains, and the parts of a joint measure."""
        if measure in self.measure_parts:
            return _closure(self.measure_parts, measure)
        parts = measure.split("-or-")
        return frozenset().union(*(_closure(self.measure_parts, part) for part in parts))

    def kinds(self, head: str) -> frozenset[str]:
        """Return a head noun and all narrower ones."""
        if head not in self.closures:
            self.closures[head] = _closure(self.head_parts, head)
        return self.closures[head]

    def exclusive(self, measures: list[str]) -> bool:
        """Whether nothing can be counted under two of the measures, so that "a and b" is their sum."""
        return any(group.issuperset(measures) for group in self.exclusive_groups)

    def joint(self, measures: list[str]) -> str:
        """Return the name of several measures counted as one ("killed or wounded")."""
        parts = list(dict.fromkeys(measures))
        if len(parts) == 1:
            return parts[0]
        for name, contained in self.measure_parts.items():
            if contained == frozenset(parts):
                return name
        return "-or-".join(sorted(parts, key=lambda part: (self.order.get(part, len(self.order)), part)))


def _closure(parts: dict[str, frozenset[str]], name: str) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(parts.get(current, ()))
    return frozenset(seen)


_IN_USE: ContextVar[Vocabulary | None] = ContextVar("vocabulary", default=None)


def load(extra: Path | None = None) -> Vocabulary:
    """Return the vocabulary in use, or the shipped one widened by a project's own file of the same shape.

    Raises ``OSError`` when the file can't be read and ``tomllib.TOMLDecodeError`` when it isn't TOML.
    """
    if extra is None:
        return _IN_USE.get() or _shipped()
    return _build(_tables(files("factlint") / "data" / "measures.toml"), _tables(extra))


@contextmanager
def using(vocabulary: Vocabulary) -> Iterator[None]:
    """Read with a project's vocabulary within this block, in this thread."""
    token = _IN_USE.set(vocabulary)
    try:
        yield
    finally:
        _IN_USE.reset(token)


@lru_cache(maxsize=1)
def _shipped() -> Vocabulary:
    return _build(_tables(files("factlint") / "data" / "measures.toml"))


def _tables(path: Any) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


def _build(*tables: dict[str, Any]) -> Vocabulary:
    vocabulary = Vocabulary()
    for table in tables:
        vocabulary.exclusive_groups += tuple(frozenset(group) for group in table.get("exclusive", ()))
        for name, entry in table.get("head", {}).items():
            _add_head(vocabulary, name, entry)
        for name, entry in table.get("measure", {}).items():
            _add_measure(vocabulary, name, entry)
    return vocabulary


def _add_head(vocabulary: Vocabulary, name: str, entry: dict[str, Any]) -> None:
    for phrase in [name.replace("-", " "), *entry.get("words", [])]:
        for form in (phrase, plural(phrase)):
            words = tuple(form.split())
            vocabulary.heads.setdefault(words[0], Phrases()).add(words, name)
    parts = frozenset(entry.get("contains", ()))
    vocabulary.head_parts[name] = vocabulary.head_parts.get(name, frozenset()) | parts


def _add_measure(vocabulary: Vocabulary, name: str, entry: dict[str, Any]) -> None:
    vocabulary.order.setdefault(name, len(vocabulary.order))
    for key, part in (("passive", Part.PASSIVE), ("active", Part.ACTIVE)):
        for verb in entry.get(key, ()):
            for form, base in verb_forms(verb):
                _add_term(vocabulary, form, name, part | Part.BASE if base else part)
    for phrase in entry.get("states", ()):
        _add_term(vocabulary, phrase, name, Part.STATE)
    for key, part in (("nouns", Part.NOUN), ("things", Part.THING)):
        for noun in entry.get(key, ()):
            for form in (noun, plural(noun)):
                _add_term(vocabulary, form, name, part)
    for frame in entry.get("frames", ()):
        verb, noun = frame.split()
        for form, _ in verb_forms(verb):
            vocabulary.frames[(form, noun)] = name
    parts = frozenset(entry.get("contains", ()))
    vocabulary.measure_parts[name] = vocabulary.measure_parts.get(name, frozenset()) | parts


def _add_term(vocabulary: Vocabulary, phrase: str, measure: str, part: int) -> None:
    words = tuple(phrase.split())
    entries = vocabulary.terms.setdefault(words[0], Phrases())
    known = entries.get(words)
    same = known is not None and known.measure == measure
    entries.add(words, Term(measure, part | known.part if known and same else part))
    vocabulary.ends.add(words[-1])
