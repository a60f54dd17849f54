"""A loaded project: what a check works on."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass, field, replace
from pathlib import Path

from factlint.comparators.base import Ladder
from factlint.errors import NothingToCheckError, Where
from factlint.project.claims import Claim, ClaimsFile, ValueType
from factlint.project.saying import nearest
from factlint.project.settings import Settings
from factlint.project.sources import Source
from factlint.project.yamlfile import YamlFile
from factlint.values.base import Value
from factlint.values.counted import measures
from factlint.values.counted.measures import Vocabulary
from factlint.values.units import Rate


@dataclass(frozen=True)
class LoadedClaim:
    """A claim with its place, its value as read, and its file."""

    claim: Claim
    kind: ValueType
    value: Value
    where: Where
    file: ClaimsDocument


@dataclass(frozen=True)
class ClaimsDocument:
    """A claims file as loaded.

    text: the article's text where it is at hand; source: the file that it was read from
    marks: spans of the text that are markup, as (start, end)
    ignores: what comments of a page ignore, as (place in the text, words)
    """

    path: Path
    name: str
    model: ClaimsFile
    yaml: YamlFile
    text: str | None = None
    source: Path | None = None
    marks: tuple[tuple[int, int], ...] = ()
    ignores: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Project:
    """Everything a check needs, validated. ``root`` is the folder that all paths are relative to.

    base: where settings, sources and the baseline come from; another folder than ``root`` only where that isn't
        trusted
    """

    root: Path
    settings: Settings
    profile: str
    sources: dict[str, Source]
    sources_root: Path
    documents: tuple[ClaimsDocument, ...]
    claims: tuple[LoadedClaim, ...]
    ladders: tuple[Ladder, ...] = ()
    vocabulary: Vocabulary = field(default_factory=measures.load)
    base: Path | None = None

    @property
    def lock(self) -> Path:
        """The baseline's file."""
        return (self.base or self.root) / self.settings.lock

    @property
    def rates(self) -> tuple[Rate, ...]:
        """The declared exchange rates."""
        return tuple(Rate(one.base, one.quote, one.rate, one.date) for one in self.settings.rates)

    def claim(self, id: str) -> LoadedClaim:
        """Return the claim of this id. Raises NothingToCheckError where there is none."""
        by_id = {item.claim.id: item for item in self.claims}
        if id not in by_id:
            raise NothingToCheckError(f"no claim is called '{id}'", hint=nearest(id, by_id))
        return by_id[id]

    def only(self, patterns: list[str]) -> Project:
        """Keep the claims whose id or tag matches one of the patterns (``*`` allowed, commas between several).

        Raises NothingToCheckError when none does.
        """
        patterns = [pattern.strip() for given in patterns for pattern in given.split(",")]
        kept = tuple(item for item in self.claims if _selected(item.claim, patterns))
        if not kept:
            known = [item.claim.id for item in self.claims] + [t for i in self.claims for t in i.claim.tags]
            raise NothingToCheckError(
                f"no claim has an id or tag like {', '.join(patterns)}", hint=nearest(patterns[0], known)
            )
        return replace(self, claims=kept)


def _selected(claim: Claim, patterns: list[str]) -> bool:
    names = (claim.id, *claim.tags)
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns for name in names)
