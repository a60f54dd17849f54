"""Everything that a report is held against, in order: last words, what was accepted, days, patience."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from factlint.baseline.drift import against
from factlint.baseline.lock import Lock
from factlint.baseline.memory import Memory
from factlint.baseline.patience import patient
from factlint.baseline.standing import standing
from factlint.baseline.waivers import dated
from factlint.project.model import Project
from factlint.results import Report


@dataclass(frozen=True, slots=True)
class Ground:
    """What a report is held against.

    today: decides on waivers and review days; patience: the runs that a source may fail, the last one red
    """

    lock: Lock
    today: date
    memory: Memory = field(default_factory=Memory)
    patience: int = 1


def hold(report: Report, project: Project, ground: Ground) -> Report:
    """Return the report with drift, acceptance, waivers and patience filled in."""
    report = standing(report, project, ground.lock, ground.memory)
    report = against(report, ground.lock)
    report = dated(report, project, ground.today)
    return patient(report, ground.lock, ground.memory, ground.patience)


def expected(lock: Lock) -> dict[tuple[str, str], str]:
    """Return the accepted words by claim and reference, for what is looked for where a selector is lost."""
    return {
        (claim, name): accepted.found
        for claim, entry in lock.claims.items()
        for name, accepted in entry.references.items()
    }
