"""Faults that only show when a project's files are seen together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from factlint.errors import (
    AnchorAmbiguousError,
    AnchorMissingError,
    DuplicateClaimError,
    FactlintError,
    UnknownProfileError,
    UnknownSourceError,
    Where,
)
from factlint.project import anchors
from factlint.project.claims import Claim
from factlint.project.model import ClaimsDocument, LoadedClaim, Project
from factlint.project.problems import claim_at
from factlint.project.references import Reference
from factlint.project.saying import nearest
from factlint.project.sources import Source
from factlint.project.yamlfile import Keys, YamlFile

LIVE = "live"


def unknown_sources(files: Iterable[YamlFile], sources: Collection[str]) -> list[FactlintError]:
    """Find references to sources that the project doesn't name, in claims that are otherwise at fault too."""
    return [
        UnknownSourceError(
            f"no source is called '{name}'",
            hint=nearest(name, sources) or "define it in the sources file",
            where=file.where(path),
            claim=claim_at(file, path),
        )
        for file in files
        for at, claim in written_claims(file)
        for path, name in _written_sources(claim.get("references"), (*at, "references"))
        if name not in sources
    ]


def duplicate_ids(files: Iterable[YamlFile]) -> list[FactlintError]:
    """Find claims that share an id, be they otherwise at fault or not."""
    first: dict[str, Where] = {}
    problems: list[FactlintError] = []
    for file in files:
        for at, claim in written_claims(file):
            name, where = claim.get("id"), file.where((*at, "id"))
            if not isinstance(name, str):
                continue
            if name in first:
                message = f"the id '{name}' is already used at {first[name]}"
                problems.append(DuplicateClaimError(message, where=where, claim=name))
            first.setdefault(name, where)
    return problems


def written_claims(file: YamlFile) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """Yield the claims of a file as they are written, sound or not, each with its path."""
    claims = file.data.get("claims") if isinstance(file.data, dict) else None
    for index, claim in enumerate(claims if isinstance(claims, list) else ()):
        if isinstance(claim, dict):
            yield ("claims", index), claim


def _written_sources(node: Any, at: Keys) -> Iterator[tuple[Keys, str]]:
    """Yield every source that is named at or below a node, with its path; a query's or selector's keys are none."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _written_sources(item, (*at, number))
    if not isinstance(node, dict):
        return
    for key, item in node.items():
        if key == "source" and isinstance(item, str):
            yield (*at, key), item
        elif key not in {"query", "select"}:
            yield from _written_sources(item, (*at, key))


def unknown_profile(
    profile: str | None, claims: Iterable[LoadedClaim], sources: Mapping[str, Source]
) -> list[FactlintError]:
    """Say that a profile was asked for which nothing defines. ``live`` means the real addresses."""
    known = {name for source in sources.values() for name in source.profiles} | {LIVE}
    known |= {name for item in claims for ref in item.claim.references for name in ref.profiles}
    if profile is None or profile in known:
        return []
    hint = nearest(profile, known) or f"known: {', '.join(sorted(known))}"
    return [UnknownProfileError(f"no source knows a profile '{profile}'", hint=hint)]


def lost_anchors(project: Project) -> list[FactlintError]:
    """Find quotes that the article's text doesn't contain exactly once; texts not at hand are skipped."""
    return [
        problem
        for document in project.documents
        if document.text is not None
        for index, claim in enumerate(document.model.claims)
        for problem in _anchor(claim, document, document.yaml.where(("claims", index, "quote")))
    ]


def _anchor(claim: Claim, document: ClaimsDocument, where: Where) -> list[FactlintError]:
    text = document.text or ""
    match = anchors.find(claim.quote, text, document.marks)
    if len(match.places) == 1:
        return []
    if not match.places:
        hint = f"the nearest words are '{match.nearest}'" if match.nearest else "copy the words again"
        message = f"the article doesn't contain '{claim.quote.exact}'"
        return [AnchorMissingError(message, hint=hint, where=where, claim=claim.id)]
    lines = ", ".join(str(anchors.line_of(text, start)) for start, _ in match.places)
    message = f"the article contains '{claim.quote.exact}' {len(match.places)} times (lines {lines})"
    return [AnchorAmbiguousError(message, hint="add a prefix or suffix", where=where, claim=claim.id)]


def named_sources(reference: Reference) -> list[str]:
    """Return the names of the sources that a reference reads, under any profile."""
    read = [reference, *(reference.under(profile) for profile in reference.profiles)]
    return list(dict.fromkeys(name for one in read for name in _sources(one)))


def _sources(reference: Reference) -> list[str]:
    if reference.derive:
        return [part.source for part in reference.derive.values.values()]
    return [reference.source]
