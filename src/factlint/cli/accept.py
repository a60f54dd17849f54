"""``factlint accept``: the only way into the baseline."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.options import Article, Offline, Profile

if TYPE_CHECKING:
    from factlint.results import ClaimResult, Report


def accept(
    ids: Annotated[list[str] | None, typer.Argument(help="Ids of claims.", show_default=False)] = None,
    reason: Annotated[str, typer.Option(help="Why this state is accepted.")] = "",
    all_new: Annotated[
        bool, typer.Option("--all-new", help="Accept every checked claim that the baseline lacks.")
    ] = False,
    by: Annotated[str, typer.Option(help="Who accepts it.", envvar="FACTLINT_USER", show_default=False)] = "",
    profile: Profile = None,
    article: Article = None,
    offline: Offline = False,
) -> None:
    """Accept the present state of claims into the baseline."""
    from factlint import baseline
    from factlint.cli import session

    if not reason.strip():
        raise typer.BadParameter("say why, for those who read the baseline later", param_hint="--reason")
    if not ids and not all_new:
        raise typer.BadParameter("name the claims to accept, or give --all-new", param_hint="ids")
    project = session.load(None, profile, article)
    lock = baseline.load(project.lock)
    report = session.checked(project, offline=offline)
    chosen = _chosen(report, ids or [], set(lock.claims) if all_new else None)
    baseline.save(baseline.accept(lock, chosen, reason=reason, by=by), project.lock)
    print(f"accepted {len(chosen)} claims into {project.settings.lock}", file=sys.stderr)


def _chosen(report: Report, ids: list[str], accepted: set[str] | None) -> list[ClaimResult]:
    from factlint.errors import NothingToCheckError
    from factlint.project.problems import nearest

    by_id = {claim.id: claim for claim in report.claims}
    for name in ids:
        if name not in by_id:
            raise NothingToCheckError(f"no claim is called '{name}'", hint=nearest(name, by_id))
    chosen = [by_id[name] for name in ids]
    if accepted is not None:
        chosen += [c for c in report.claims if c.checked and c.id not in accepted and c.id not in ids]
    if not chosen:
        raise NothingToCheckError("every checked claim is already in the baseline")
    return chosen
