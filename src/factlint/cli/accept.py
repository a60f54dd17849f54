"""``factlint accept``: the only way into the baseline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.options import Article, Offline, Profile

if TYPE_CHECKING:
    from factlint.results import ClaimResult, Report


def accept(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Ids of claims.", show_default=False)
    ] = None,
    reason: Annotated[str, typer.Option(metavar="WHY", help="Why this state is accepted.")] = "",
    all_new: Annotated[
        bool, typer.Option("--all-new", help="Accept every checked claim that the baseline lacks.")
    ] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop the entries of claims that the project no longer has.")
    ] = False,
    by: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="Who accepts it; else git's user.name, or who is logged in.",
            envvar="FACTLINT_USER",
            show_default=False,
        ),
    ] = "",
    profile: Profile = None,
    article: Article = None,
    offline: Offline = False,
) -> None:
    """Accept the present state of claims into the baseline."""
    from factlint import baseline
    from factlint.cli import session
    from factlint.reports.view import plural

    if not reason.strip():
        raise typer.BadParameter("say why, for those who read the baseline later", param_hint="--reason")
    if not (ids or all_new or prune):
        raise typer.BadParameter("name the claims to accept, or give --all-new or --prune", param_hint="ids")
    project = session.load(None, profile, article)
    known = set(baseline.load(project.lock).claims) if all_new else None
    chosen: list[ClaimResult] = []
    if ids or all_new:
        chosen = _chosen(session.checked(project, offline=offline), ids or [], known)
    with baseline.alone(project.root / ".factlint"):
        new = not project.lock.exists()
        lock = baseline.accept(
            baseline.load(project.lock), chosen, reason=reason, by=by or _who(project.root)
        )
        gone = baseline.unused(lock, (item.claim.id for item in project.claims)) if prune else []
        baseline.save(baseline.without(lock, gone), project.lock)
        written = baseline.attribute_merge(project.lock) if new else None
    if ids or all_new:
        print(f"accepted {plural(len(chosen), 'claim')} into {project.settings.lock}", file=sys.stderr)
    if prune:
        print(f"dropped {plural(len(gone), 'claim')} from {project.settings.lock}", file=sys.stderr)
    if written:
        print(f"wrote {written.relative_to(project.root)}, so that git merges the baseline", file=sys.stderr)


def _who(folder: Path) -> str:
    """Return the name that commits in ``folder`` bear, else that of the account; "" where neither is known."""
    import getpass
    import subprocess
    from contextlib import suppress

    with suppress(OSError):
        command = ["git", "-C", str(folder), "config", "user.name"]
        named = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
        if named:
            return named
    with suppress(OSError, KeyError):  # an account without a name
        return getpass.getuser()
    return ""


def _chosen(report: Report, ids: list[str], accepted: set[str] | None) -> list[ClaimResult]:
    from factlint.errors import NothingToCheckError
    from factlint.project.saying import nearest

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
