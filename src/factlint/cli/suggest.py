"""``factlint suggest``: exact selectors for the value that a claim needs, ready to paste."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from factlint.cli.options import Offline, Profile

if TYPE_CHECKING:
    from factlint.suggesting import Suggestion

NONE_FOUND = 3


def suggest(
    claim: Annotated[str, typer.Argument(metavar="ID", help="The claim's id.", show_default=False)],
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="The source to look in.", show_default=False)
    ],
    query: Annotated[
        list[str] | None,
        typer.Option("--query", "-q", metavar="KEY=VALUE", help="What to ask of it.", show_default=False),
    ] = None,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, max=50, help="How many to show.")] = 5,
    profile: Profile = None,
    offline: Offline = False,
) -> None:
    """Propose selectors for a claim's value in a source.

    Those that read the claim's own value, or else others of its kind; nearest to the claim's words first, and
    among equals the one that will survive a redesign best. Exits 3 where there is none.
    """
    from factlint.checking.prose import sentence_of
    from factlint.cli import session
    from factlint.cli.sources import _chosen, _pair
    from factlint.plan import as_of
    from factlint.sources.client import Client
    from factlint.suggesting import Wanted
    from factlint.suggesting import suggest as proposals

    project = session.load(None, profile, None)
    [name] = _chosen(project, [source])
    chosen = project.claim(claim)
    day = as_of(chosen)
    with Client(session.network_of(project, offline), project.sources_root) as client:
        origin = project.sources[name]
        reader = client.keeping(origin.fresh(project.profile))
        document = origin.at(project.profile).document(reader, dict(_pair(text) for text in query or []), day)
    found = proposals(document, Wanted(chosen.value, sentence_of(chosen)), day, most)
    if not found:
        print(f"nothing in {name} reads as {chosen.value.text!r} does", file=sys.stderr)
        raise typer.Exit(NONE_FOUND)
    print("\n\n".join(_told(one) for one in found))


def _told(one: Suggestion) -> str:
    """Write a suggestion as lines to be pasted under a reference, with what it reads and why it ranks so."""
    import yaml

    from factlint.reports.escape import terminal

    fields = one.selector.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    line = yaml.safe_dump(
        {"kind": one.selector.kind, **fields},
        default_flow_style=True,
        sort_keys=False,
        allow_unicode=True,
        width=1_000_000,
    ).strip()
    sign = "the claim's value" if one.matches else "another value"
    context = " ".join(one.context.split())[:100]
    return (
        f"# reads {terminal(one.found)!r}, {sign}; survival {one.survival} of 100: {one.why}\n"
        f"# beside: {terminal(context)}\n"
        f"select: {terminal(line)}"
    )
