"""The lock file: the accepted state, one sorted block per claim and reference.

It holds no line numbers and no timestamp of its own, so that it changes only when something is accepted.
Only ``factlint accept`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from factlint.errors import NotAcceptableError
from factlint.project import yamlfile
from factlint.project.problems import validate
from factlint.results import ClaimResult, Evidence, Report, Verdict

_HEAD = "# What has been accepted, claim by claim. Written by `factlint accept`; review it like code.\n"


class _Block(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Accepted(_Block):
    """What one reference said when the claim was accepted."""

    found: str
    reading: str = ""
    outcome: Literal["match", "imprecise", "mismatch"]
    rule: str
    band: str = ""
    as_of: str = ""
    newest: str = ""
    sha256: str = ""


class Entry(_Block):
    """An accepted claim: its words, its anchor's digest, its verdict, and who accepted it and why."""

    quote: str
    claimed: str
    anchor: str = ""
    verdict: Verdict
    outdated: bool = False
    reason: str
    by: str = ""
    references: dict[str, Accepted] = Field(default_factory=dict)


class Lock(_Block):
    """The whole baseline."""

    version: Literal["1"] = "1"
    claims: dict[str, Entry] = Field(default_factory=dict)


def load(path: Path) -> Lock:
    """Read the lock; a missing file is an empty baseline. Raises InvalidProjectError with every fault."""
    if not path.exists():
        return Lock()
    lock, problems = validate(Lock, yamlfile.load(path, path.name))
    yamlfile.raise_problems(problems)
    return lock or Lock()


def save(lock: Lock, path: Path) -> None:
    """Write the lock, sorted, whole or not at all."""
    import yaml

    data = {
        "version": lock.version,
        "claims": {name: _plain(lock.claims[name]) for name in sorted(lock.claims)},
    }
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000, default_flow_style=False)
    temporary = path.with_name(f"{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary.write_text(_HEAD + text, encoding="utf-8")
    temporary.replace(path)


def accept(lock: Lock, claims: Iterable[ClaimResult], *, reason: str, by: str = "") -> Lock:
    """Return the lock with the claims' present state accepted.

    Raises NotAcceptableError for a claim that no reference could be checked for: a failure is never accepted.
    """
    entries = dict(lock.claims)
    for claim in claims:
        entries[claim.id] = entry(claim, reason=reason, by=by, before=entries.get(claim.id))
    return Lock(claims=entries)


def entry(claim: ClaimResult, *, reason: str, by: str, before: Entry | None = None) -> Entry:
    """Return what would be accepted of a claim. Raises NotAcceptableError."""
    if not claim.checked:
        why = claim.failures[0].message if claim.failures else "it has no reference"
        raise NotAcceptableError(f"nothing was checked: {why}", claim=claim.id)
    return Entry(
        quote=claim.quote,
        claimed=claim.claimed.text,
        anchor=claim.anchor.digest or (before.anchor if before else ""),
        verdict=claim.verdict,
        outdated=claim.outdated,
        reason=reason,
        by=by,
        references={item.reference: accepted(item) for item in claim.evidence},
    )


def accepted(evidence: Evidence) -> Accepted:
    """Return what the lock keeps of a piece of evidence."""
    return Accepted(
        found=evidence.found.text,
        reading=evidence.found.reading,
        outcome=evidence.outcome,
        rule=evidence.rule,
        band=evidence.band,
        as_of=evidence.passage.as_of,
        newest=evidence.newest.found.text if evidence.newest else "",
        sha256=evidence.document.sha256,
    )


def unused(lock: Lock, report: Report) -> list[str]:
    """List the accepted claims that the project no longer has."""
    present = {claim.id for claim in report.claims}
    return sorted(set(lock.claims) - present)


def _plain(block: Entry) -> dict[str, object]:
    data = block.model_dump(mode="json", exclude_defaults=True)
    references = data.pop("references", {})
    return {**data, "references": {name: references[name] for name in sorted(references)}}
