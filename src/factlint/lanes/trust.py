"""What of a stranger's branch may count: its claims and its article, and nothing that decides how they are judged."""

from __future__ import annotations

from dataclasses import replace

from factlint.errors import UntrustedError
from factlint.lanes.revision import tracked
from factlint.project.model import LoadedClaim, Project


def closed(project: Project, base: Project | None) -> Project:
    """Return the project without a way out, with the base's waivers and review days in place of its own.

    No connection is opened and no credential handed out; a cache counts only if the branch didn't bring it.
    """
    trusted = {item.claim.id: item for item in base.claims} if base else {}
    claims = tuple(_waived_as(item, trusted.get(item.claim.id)) for item in project.claims)
    network = project.settings.network
    cache = "" if tracked(project.root, project.root / network.cache) else network.cache
    shut = network.model_copy(update={"offline": True, "credentials": {}, "cache": cache})
    settings = project.settings.model_copy(update={"network": shut, "history": ""})
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
