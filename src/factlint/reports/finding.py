"""A verified claim for people and for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factlint.reports.escape import terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.prose.base import Binding, Finding, PartFinding


def as_text(finding: Finding, addresses: Sequence[str]) -> str:
    """Return the verdict, and for each part the passage, both values, the binding and the rule."""
    lines = [f"{finding.verdict.value}: {finding.reason}"]
    for part in finding.parts:
        lines += ["", f"{part.kind} '{part.text}': {part.verdict.value}"]
        lines += [f"  claimed   {_bound(part.counts, part.place, part.time) or part.text}"]
        if part.best is not None:
            lines += _binding(part.best, addresses)
        elif part.reason:
            lines.append(f"  missing   {part.reason}")
        lines += [
            f"  also      '{other.found}' ({other.problem or other.verdict.value})"
            for other in part.alternatives[:2]
        ]
    return "\n".join(terminal(line) for line in lines)


def _binding(binding: Binding, addresses: Sequence[str]) -> list[str]:
    lines = [f"  found     '{binding.found}' {_bound(binding.counts, binding.place, binding.time)}".rstrip()]
    lines.append(f"  passage   {binding.passage}")
    if binding.source < len(addresses):
        lines.append(f"  read at   {addresses[binding.source]}")
    if binding.comparison is not None:
        lines.append(f"  rule      {binding.rule}: {binding.comparison.band}")
        if binding.comparison.difference:
            lines.append(f"  differs   {binding.comparison.difference}")
        if binding.comparison.suggestion:
            lines.append(f"  instead   {binding.comparison.suggestion}")
    elif binding.rule:
        lines.append(f"  rule      {binding.rule}")
    if binding.problem:
        lines.append(f"  missing   {binding.problem}")
    return lines


def _bound(counts: str, place: str, time: str) -> str:
    return "; ".join(filter(None, (counts, place and f"place: {place}", time and f"time: {time}")))


def as_json(finding: Finding, addresses: Sequence[str]) -> str:
    """Return the finding as JSON: verdict, reason, parts, and the evidence that decided them."""
    parts = [_part(part, addresses) for part in finding.parts]
    body = {
        "claim": finding.claim,
        "verdict": finding.verdict.value,
        "reason": finding.reason,
        "evidence": [part["best"] for part in parts if part["best"] is not None],
        "parts": parts,
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def _part(part: PartFinding, addresses: Sequence[str]) -> dict[str, Any]:
    return {
        "kind": part.kind,
        "text": part.text,
        "verdict": part.verdict.value,
        "reason": part.reason,
        "counts": part.counts,
        "place": part.place,
        "time": part.time,
        "best": None if part.best is None else _evidence(part.best, part, addresses),
        "alternatives": [_evidence(other, part, addresses) for other in part.alternatives],
    }


def _evidence(binding: Binding, part: PartFinding, addresses: Sequence[str]) -> dict[str, Any]:
    comparison = binding.comparison
    return {
        "passage": binding.passage,
        "address": addresses[binding.source] if binding.source < len(addresses) else "",
        "start": binding.start,
        "end": binding.end,
        "claimed": part.text,
        "found": binding.found,
        "counts": binding.counts,
        "place": binding.place,
        "time": binding.time,
        "verdict": binding.verdict.value,
        "rule": binding.rule,
        "band": comparison.band if comparison else "",
        "difference": comparison.difference if comparison else "",
        "suggestion": comparison.suggestion if comparison else "",
        "problem": binding.problem,
        "facets": [
            {"name": f.name, "agreement": f.agreement.value, "claimed": f.claimed, "found": f.found}
            for f in binding.facets
        ],
    }
