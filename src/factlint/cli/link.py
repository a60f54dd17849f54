"""``factlint link``: which configured sources speak of the claims that have no reference yet."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.options import Article, Offline, Only, Paths, Profile

if TYPE_CHECKING:
    from factlint.drafting.linking import Proposal


def link(
    paths: Paths = None,
    profile: Profile = None,
    article: Article = None,
    only: Only = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    offline: Offline = False,
) -> None:
    """Propose configured sources for claims without references, with what they say; accepts none of them."""
    from dataclasses import asdict

    from factlint.cli import session
    from factlint.drafting.linking import Links, by_claim
    from factlint.fetch import Fetching
    from factlint.reports.escape import terminal

    project = session.load(paths, profile, article, only)
    network = project.settings.network
    how = Fetching(network=network.model_copy(update={"offline": True}) if offline else network)
    links = Links(project, how)
    found = by_claim(project, links)
    if as_json:
        print(
            json.dumps(
                {claim: [asdict(item) for item in items] for claim, items in found.items()},
                ensure_ascii=False,
            )
        )
    else:
        for claim, items in found.items():
            _tell(claim, items)
    for name, error in links.unread.items():
        print(terminal(f"{name} was not read: {error}"), file=sys.stderr)
    spoken = sum(bool(items) for items in found.values())
    print(f"{spoken} of {len(found)} open claims have a source that speaks of them", file=sys.stderr)


def _tell(claim: str, items: list[Proposal]) -> None:
    from factlint.reports.escape import terminal

    if not items:
        return
    print(terminal(claim))
    for item in items:
        stand = f" ({item.stand})" if item.stand else ""
        value = f"'{item.found}'{stand}: " if item.found else ""
        print("  " + terminal(f"{item.source} ({item.publisher}): {value}{item.says}"))
        if item.select:
            print("    " + terminal(f"- {{source: {item.source}, select: {item.select}}}"))
