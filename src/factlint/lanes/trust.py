"""What of a stranger's branch may count: its claims and its article, and nothing that decides how they are judged."""

from __future__ import annotations

from dataclasses import replace

from factlint.errors import UntrustedError
from factlint.project.model import LoadedClaim, Project
from factlint.sources.settings import Network


def closed(network: Network) -> Network:
    """Return the settings that open no connection, hand out no credential and read no cache."""
    return network.model_copy(update={"offline": True, "credentials": {}, "cache": ""})


def with_waivers_of(project: Project, base: Project | None) -> Project:
    """Return the project closed to the outside, with the base's waivers and review days in place of its own."""
    trusted = {item.claim.id: item for item in base.claims} if base else {}
    claims = tuple(_waived_as(item, trusted.get(item.claim.id)) for item in project.claims)
    settings = project.settings.model_copy(
        update={"network": closed(project.settings.network), "history": ""}
    )
    return replace(project, claims=claims, settings=settings)


def only_built_in() -> None:
    """Raise UntrustedError where kinds of plug-ins were loaded before they were switched off."""
    from factlint import selectors, sources

    if len(selectors.KINDS) > len(selectors.BUILT_IN) or len(sources.KINDS) > len(sources.BUILT_IN):
        raise UntrustedError("plug-ins are loaded already", hint="set FACTLINT_PLUGINS=off")


def _waived_as(item: LoadedClaim, trusted: LoadedClaim | None) -> LoadedClaim:
    kept = trusted.claim if trusted else None
    fields = {"waive": kept.waive if kept else None, "review_by": kept.review_by if kept else None}
    return replace(item, claim=item.claim.model_copy(update=fields))
