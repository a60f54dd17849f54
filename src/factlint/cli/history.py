"""``factlint history`` and ``factlint diff``: what earlier runs read, and what changed between two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from factlint.history import History, Run

Number = Annotated[int | None, typer.Argument(metavar="RUN", help="A run's number.", show_default=False)]


def history(
    claim: Annotated[
        str | None, typer.Argument(metavar="ID", help="The claim's id.", show_default=False)
    ] = None,
) -> None:
    """List the runs, or plot what one claim's references gave against what it accepts."""
    from factlint.reports import trail

    kept = _kept()
    if claim is None:
        print(trail.runs(kept.runs()))
        return
    readings = kept.readings(claim=claim)
    if not readings:
        from factlint.errors import HistoryError
        from factlint.project.saying import nearest

        near = nearest(claim, kept.verdicts(kept.runs()[-1].id)) if kept.runs() else ""
        raise HistoryError(f"no run has read '{claim}'", hint=near or "factlint check records one")
    print(trail.trail(readings))


def diff(old: Number = None, new: Number = None) -> None:
    """Show what differs between two runs; by default between the last two."""
    from factlint.history import changes
    from factlint.reports.trail import difference

    kept = _kept()
    before, after = _pair(kept, old, new)
    print(difference(before, after, changes(kept, before, after)))


def _pair(kept: History, old: int | None, new: int | None) -> tuple[Run, Run]:
    from factlint.errors import HistoryError

    every = kept.runs()
    if len(every) < 2:
        raise HistoryError("the history holds fewer than two runs", hint="factlint check records one")
    after = kept.run(new) if new is not None else every[-1]
    return (kept.run(old) if old is not None else every[-2]), after


def _kept() -> History:
    from factlint.cli import session
    from factlint.errors import HistoryError

    found = session.history_of(session.load(None, None, None))
    if found is None:
        raise HistoryError("this project keeps no history", hint="set 'history:' in factlint.yaml")
    return found
