"""What has to be read to judge the claims: each document once, whatever the number of claims on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from factlint.project.fields import date_of
from factlint.project.model import LoadedClaim, Project
from factlint.project.references import Located, Reference
from factlint.sources.base import AddressBase


@dataclass(frozen=True, slots=True)
class Read:
    """One reading of one source. ``at`` is set only for kinds that keep vintages; ``None`` is the newest."""

    source: str
    query: tuple[tuple[str, str], ...] = ()
    at: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One value to be located: where, and on which day. ``name`` is its name in a derivation, else ""."""

    name: str
    located: Located
    address: AddressBase
    at: date | None

    def read(self, at: date | None) -> Read:
        """Return the reading that holds this value on the day ``at``."""
        query = tuple(sorted(self.located.query.items()))
        return Read(self.located.source, query, at if self.address.vintages else None)

    @property
    def reads(self) -> tuple[Read, Read]:
        """The readings of the as-of day and of the newest; the same where the kind keeps no vintages."""
        return self.read(self.at), self.read(None)


@dataclass(frozen=True, slots=True)
class Task:
    """One reference of one claim, as the profile reads it, with all its steps (several in a derivation)."""

    claim: LoadedClaim
    reference: Reference
    key: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Every task in the claims' order."""

    tasks: tuple[Task, ...]

    @property
    def reads(self) -> tuple[Read, ...]:
        """Every reading that the tasks need, once."""
        return tuple(dict.fromkeys(read for task in self.tasks for step in task.steps for read in step.reads))

    def only(self, wanted: Callable[[Task], bool]) -> Plan:
        """Keep the tasks that are wanted."""
        return Plan(tuple(filter(wanted, self.tasks)))


def plan(project: Project) -> Plan:
    """Plan a check of the project's claims."""
    return Plan(tuple(task for claim in project.claims for task in _tasks(project, claim)))


def as_of(claim: LoadedClaim) -> date | None:
    """Return the last day that the claim's as-of date, or else the article's, may mean."""
    text = claim.claim.as_of or claim.file.model.article.published
    return date_of(text).end if text else None


def _tasks(project: Project, claim: LoadedClaim) -> Iterator[Task]:
    keys = list(_distinct(reference.key for reference in claim.claim.references))
    for key, reference in zip(keys, claim.claim.references, strict=True):
        read = reference.under(project.profile)
        yield Task(claim, read, key, tuple(_steps(project, claim, read)))


def _steps(project: Project, claim: LoadedClaim, reference: Reference) -> Iterator[Step]:
    parts = reference.derive.values if reference.derive else {"": reference}
    for name, located in parts.items():
        asked = located.as_of or reference.as_of
        at = date_of(asked).end if asked else as_of(claim)
        yield Step(name, located, project.sources[located.source].at(project.profile), at)


def _distinct(keys: Iterable[str]) -> Iterator[str]:
    """Number the repeats: a claim may ask one source twice."""
    seen: dict[str, int] = {}
    for key in keys:
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key}#{seen[key]}"
