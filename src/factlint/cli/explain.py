"""``factlint explain``: one claim's whole chain."""

from __future__ import annotations

from typing import Annotated

import typer

from factlint.cli.options import Article, Offline, Profile


def explain(
    claim: Annotated[str, typer.Argument(metavar="ID", help="The claim's id.")],
    profile: Profile = None,
    article: Article = None,
    offline: Offline = False,
) -> None:
    """Show one claim's chain from quote to verdict."""
    from factlint.cli import session
    from factlint.reports.explain import explain as chain

    project = session.load(None, profile, article, [claim])
    report = session.checked(project, offline=offline)
    print("\n\n".join(chain(item) for item in report.claims))
