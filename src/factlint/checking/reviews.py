"""What other fact-checkers have said of a claim: shown beside its verdict, and never part of it."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.documents.json import json
from factlint.errors import FactlintError, NoDataError
from factlint.fetch import Fetched
from factlint.plan import Task
from factlint.results import Review

_FIELDS = ("publisher", "rating", "title", "claim", "claimant", "address", "published")


@dataclass(frozen=True, slots=True)
class Reviews:
    """The reviews that one reference gave; ``problem``: why it could not be read."""

    items: tuple[Review, ...] = ()
    problem: str = ""


def settles(task: Task) -> bool:
    """Whether a task's source can settle a claim at all."""
    return all(step.address.settles for step in task.steps)


def read_reviews(task: Task, fetched: Fetched) -> Reviews:
    """Read the reviews. That there are none is no problem, and no problem makes a claim unchecked."""
    source = task.steps[0].located.source
    got = fetched[task.steps[0].read(None)]
    if isinstance(got, NoDataError):
        return Reviews()
    if isinstance(got, FactlintError):
        return Reviews(problem=f"{source}: {got.code} {got.message}")
    rows = json(got)
    return Reviews(
        tuple(Review(source=source, **{name: row.get(name) or "" for name in _FIELDS}) for row in rows)
    )
