"""``factlint outlook``: what will break next."""

from __future__ import annotations

from typing import Annotated

import typer

from factlint.cli.options import Article, Offline, Only, Paths, Profile


def outlook(
    paths: Paths = None,
    profile: Profile = None,
    article: Article = None,
    only: Only = None,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="How many to show.")] = 20,
    offline: Offline = False,
) -> None:
    """Rank supported claims by how soon their references will make them false."""
    from factlint.cli import session
    from factlint.outlook import outlook as margins
    from factlint.reports.outlook import render

    project = session.load(paths, profile, article, only)
    report = session.checked(project, offline=offline, history=session.history_of(project))
    print(render(margins(report), most))
