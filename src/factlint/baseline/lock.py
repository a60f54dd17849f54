"""What has been accepted, claim by claim and reference by reference. ``lockfile`` reads and writes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, PlainSerializer
from pydantic_core import CoreSchema

from factlint.errors import NotAcceptableError
from factlint.results import ClaimResult, Evidence, Verdict

VERSION: Literal["2"] = "2"


class _Block(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def _names(value: object) -> object:
    return tuple(value.split(", ")) if isinstance(value, str) else value


Names = Annotated[
    tuple[str, ...], BeforeValidator(_names, json_schema_input_type=str), PlainSerializer(", ".join)
]


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
    """An accepted claim: its words, its anchor's digest, its verdict, and who accepted it and why.

    unread: the references that could not be read then; nothing of them is accepted
    """

    quote: str
    claimed: str
    reading: str = ""
    anchor: str = ""
    verdict: Verdict
    outdated: bool = False
    reason: str
    by: str = ""
    unread: Names = ()
    references: dict[str, Accepted] = Field(default_factory=dict)


class Lock(_Block):
    """The whole baseline."""

    version: Literal["2"] = VERSION
    claims: dict[str, Entry] = Field(default_factory=dict)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe the file's form: one line a field, ``claim/field`` or ``claim/reference/field``."""
        shape = handler.resolve_ref_schema(handler(core_schema))
        fields = Entry.model_json_schema()
        accepted = fields["$defs"]["Accepted"]["properties"]
        verdicts = fields["$defs"]["Verdict"]
        own = {name: field for name, field in fields["properties"].items() if name != "references"}
        patterns = {rf"^[^/]+/{name}$": field for name, field in (own | {"verdict": verdicts}).items()}
        patterns |= {rf"^[^/]+/[^/]+/{name}$": field for name, field in accepted.items()}
        return {
            "title": "Lock",
            "description": shape.get("description", ""),
            "type": "object",
            "properties": {"version": shape["properties"]["version"]},
            "required": ["version"],
            "patternProperties": patterns,
            "additionalProperties": False,
        }


def accept(lock: Lock, claims: Iterable[ClaimResult], *, reason: str, by: str = "") -> Lock:
    """Return the lock with the claims' present state accepted.

    Raises NotAcceptableError for a claim that no reference could be checked for: a failure is never accepted.
    """
    entries = dict(lock.claims)
    for claim in claims:
        entries[claim.id] = entry(claim, reason=reason, by=by, before=entries.get(claim.id))
    return Lock(claims=entries)


def entry(claim: ClaimResult, *, reason: str, by: str, before: Entry | None = None) -> Entry:
    """Return what would be accepted of a claim. Raises NotAcceptableError.

    What was accepted of a reference that can't be read now stays: an outage takes nothing back.
    """
    if not claim.checked:
        why = claim.failures[0].message if claim.failures else "it has no reference"
        raise NotAcceptableError(f"nothing was checked: {why}", claim=claim.id)
    same = before is not None and (before.quote, before.claimed) == (claim.quote, claim.claimed.text)
    kept = before.references if before and same else {}
    silent = [failure.reference for failure in claim.failures]
    references = {name: kept[name] for name in silent if name in kept}
    return Entry(
        quote=claim.quote,
        claimed=claim.claimed.text,
        reading=claim.claimed.reading,
        anchor=claim.anchor.digest or (before.anchor if before else ""),
        verdict=claim.verdict,
        outdated=claim.outdated,
        reason=reason,
        by=by,
        unread=tuple(name for name in silent if name not in kept),
        references=references | {item.reference: accepted(item) for item in claim.evidence},
    )


def accepted(evidence: Evidence) -> Accepted:
    """Return what the lock keeps of a piece of evidence."""
    return Accepted(
        found=evidence.found.text,
        reading=evidence.found.reading,
        outcome=evidence.outcome,
        rule=evidence.rule,
        band=band_of(evidence),
        as_of=evidence.passage.as_of,
        newest=evidence.newest.found.text if evidence.newest else "",
        sha256=evidence.document.sha256,
    )


def band_of(evidence: Evidence) -> str:
    """Return what the claim accepts: the figures where there are any, because words are reworded."""
    if evidence.accepts is None:
        return evidence.band
    low, high = (side if side is not None else "any" for side in evidence.accepts)
    return f"{low} to {high}"


def without(lock: Lock, names: Iterable[str]) -> Lock:
    """Return the lock without the entries of these claims."""
    gone = set(names)
    return Lock(claims={name: entry for name, entry in lock.claims.items() if name not in gone})


def unused(lock: Lock, ids: Iterable[str]) -> list[str]:
    """List the accepted claims that are not among the project's ids."""
    return sorted(set(lock.claims) - set(ids))
