"""What differs between two runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factlint.history.store import History, Reading, Run


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: of a claim's verdict (``reference`` is "") or of what a reference gave."""

    claim: str
    reference: str
    before: str
    after: str


def changes(history: History, old: Run, new: Run) -> list[Change]:
    """Return the differences between two runs, by claim. What only one of them checked is told as such."""
    before, after = history.verdicts(old.id), history.verdicts(new.id)
    found = [
        Change(claim, "", before.get(claim, _absent(old)), after.get(claim, _absent(new)))
        for claim in before.keys() | after.keys()
        if before.get(claim) != after.get(claim)
    ]
    return sorted(
        [*found, *_readings(history, old, new)], key=lambda change: (change.claim, change.reference)
    )


def _readings(history: History, old: Run, new: Run) -> Iterator[Change]:
    before, after = _by_reference(history, old), _by_reference(history, new)
    for key in before.keys() & after.keys():
        if before[key] != after[key]:
            yield Change(*key, before[key], after[key])


def _by_reference(history: History, run: Run) -> dict[tuple[str, str], str]:
    return {(one.claim, one.reference): say(one) for one in history.readings(run=run.id)}


def say(reading: Reading) -> str:
    """Return what a reference gave, in one line."""
    if reading.stage:
        return f"no answer: {reading.said}"
    return f"{reading.said} ({reading.as_of})" if reading.as_of else reading.said


def _absent(run: Run) -> str:
    return "no such claim" if run.whole else "not checked in this run"
