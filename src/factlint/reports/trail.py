"""The history in the terminal: a list of runs, one claim's path through them, and what two runs differ in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from factlint.comparators.base import exact
from factlint.history.compare import say
from factlint.reports import escape, view
from factlint.reports.plot import WIDTH, plot

if TYPE_CHECKING:
    from factlint.history import Change, Reading, Run


def runs(every: Sequence[Run]) -> str:
    """Return one line a run."""
    told = ((run.id, f"{view.when(run.started)}, exit {run.exit_code}, {_what(run)}") for run in every)
    return "\n".join(f"{number:5}  {escape.terminal(line)}" for number, line in told) or "no run is recorded"


def trail(readings: Sequence[Reading]) -> str:
    """Return one claim's path: for each reference what it gave, where it changed, and a plot against the band."""
    by_reference = sorted(readings, key=lambda one: (one.reference, one.run))
    blocks = [
        _block(name, list(group)) for name, group in groupby(by_reference, key=lambda one: one.reference)
    ]
    return "\n\n".join(blocks)


def difference(old: Run, new: Run, changes: Sequence[Change]) -> str:
    """Return what differs between two runs."""
    head = f"run {old.id} ({view.when(old.started)}) to run {new.id} ({view.when(new.started)})"
    lines = []
    for change in changes:
        what = f"{change.claim}, {change.reference}" if change.reference else f"{change.claim}: verdict"
        lines.append(f"{what}: {change.before or 'nothing'} → {change.after or 'nothing'}")
    told = lines or ["no verdict and no reading differs"]
    return "\n".join([escape.terminal(head), *(f"  {escape.terminal(line)}" for line in told)])


def _block(reference: str, readings: list[Reading]) -> str:
    head = escape.terminal(f"{readings[0].claim}, {reference}")
    return "\n".join([head, *_spans(readings), *_plot(readings)])


def _spans(readings: list[Reading]) -> Iterator[str]:
    """Yield one line for runs on end that gave the same."""
    for (words, verdict), group in groupby(readings, key=lambda one: (say(one), one.verdict)):
        same = list(group)
        first, last = same[0], same[-1]
        runs = f"run {first.run}" if first.run == last.run else f"runs {first.run}-{last.run}"
        yield f"  {runs:12} {escape.terminal(f'{view.when(first.started)} {verdict}: {words}')}"


def _plot(readings: list[Reading]) -> Iterator[str]:
    newest = next((one for one in reversed(readings) if not one.stage), None)
    if newest is None or (newest.least is None and newest.most is None):
        return
    path = [_figure(one) if one.unit == newest.unit else None for one in readings]
    drawn = plot(path, (_number(newest.least), _number(newest.most)))
    if drawn:
        shown = readings[-WIDTH:]
        yield ""
        yield from (f"  {line}" for line in drawn)
        yield f"  run {shown[0].run} to run {shown[-1].run}; dashed: what the claim accepts; ?: no figure"


def _figure(reading: Reading) -> Fraction | None:
    return _number(reading.low if reading.low is not None else reading.high)


def _number(text: str | None) -> Fraction | None:
    value = exact(text) if text is not None else None
    return value if isinstance(value, Fraction) else None


def _what(run: Run) -> str:
    return f"{run.profile}{'' if run.whole else ', some claims'}, {run.tool}"
