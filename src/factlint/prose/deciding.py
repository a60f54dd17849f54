"""From bindings to a part's verdict, and from parts to the claim's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.prose.base import Agreement, Binding, PartFinding
from factlint.verdict import Verdict

SHOWN = 4
_WEAKEST = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.NOT_ENOUGH, Verdict.SUPPORTED)


def settled(part: PartFinding, bindings: Sequence[Binding]) -> PartFinding:
    """Return the part with its verdict: what the bindings of the same thing say, where they agree."""
    ranked = sorted(bindings, key=_distance)
    firm = [
        binding
        for binding in ranked
        if binding.comparison is not None or binding.verdict is not Verdict.NOT_ENOUGH
    ]
    if not firm:
        return _open(part, ranked)
    nearest = [binding for binding in firm if _distance(binding)[0] == _distance(firm[0])[0]]
    nearest = _plainest(_explicit(nearest))
    said = {binding.verdict for binding in nearest}
    rest = tuple(binding for binding in ranked if binding is not nearest[0])[:SHOWN]
    coarse = [one for one in ranked if one.coarse and not _is_told_finer(one, firm)]
    if said == {Verdict.REFUTED} and coarse:
        return replace(_open(part, coarse), alternatives=(nearest[0], *rest))
    if len(said) == 1:
        verdict = nearest[0].verdict
        return replace(part, verdict=verdict, reason=_why(nearest[0]), best=nearest[0], alternatives=rest)
    sources = {binding.source for binding in nearest}
    by_source = all(len({b.verdict for b in nearest if b.source == source}) == 1 for source in sources)
    verdict = Verdict.CONFLICTING if len(sources) > 1 and by_source else Verdict.NOT_ENOUGH
    words = " and ".join(dict.fromkeys(f"'{binding.found}'" for binding in nearest))
    reason = (
        f"the {'sources' if by_source and len(sources) > 1 else 'passage'} gives {words} for the same thing"
    )
    return replace(part, verdict=verdict, reason=reason, best=nearest[0], alternatives=rest)


def _is_told_finer(coarse: Binding, firm: list[Binding]) -> bool:
    """Whether the same words imply a figure that could be compared."""
    place = (coarse.source, coarse.passage, coarse.start)
    return any((one.source, one.passage, one.start) == place for one in firm)


def _explicit(nearest: list[Binding]) -> list[Binding]:
    """Keep the bindings with most facets that agree in so many words, where others leave them open."""
    most = max(_said(binding) for binding in nearest)
    return [binding for binding in nearest if _said(binding) == most]


def _plainest(nearest: list[Binding]) -> list[Binding]:
    """Keep the bindings that say least of what the claim leaves open; of those with dates, the latest."""
    least = min(_left_open(binding) for binding in nearest)
    return [binding for binding in nearest if _left_open(binding) == least]


def _left_open(binding: Binding) -> int:
    return sum(facet.agreement is Agreement.COMPATIBLE and bool(facet.found) for facet in binding.facets)


def _said(binding: Binding) -> int:
    return sum(facet.agreement is Agreement.SAME for facet in binding.facets)


def _distance(binding: Binding) -> tuple[int, int]:
    different = sum(
        facet.agreement is Agreement.DIFFERENT and facet.name != "direction" for facet in binding.facets
    )
    missing = sum(facet.agreement is Agreement.MISSING for facet in binding.facets)
    return 2 * different + missing, -_said(binding)


def _why(binding: Binding) -> str:
    comparison = binding.comparison
    if comparison is None:
        return binding.problem
    if binding.verdict is Verdict.SUPPORTED:
        return comparison.note or f"'{binding.found}' is the same thing and matches"
    return comparison.difference or comparison.note or "the passage says otherwise"


def _open(part: PartFinding, ranked: Sequence[Binding]) -> PartFinding:
    if not ranked:
        reason = f"no passage has a value of the kind of '{part.text}'"
        return replace(part, verdict=Verdict.NOT_ENOUGH, reason=reason)
    best = ranked[0]
    reason = f"nearest is '{best.found}': {best.problem}"
    return replace(
        part, verdict=Verdict.NOT_ENOUGH, reason=reason, best=best, alternatives=tuple(ranked[1 : SHOWN + 1])
    )


def weakest(parts: Sequence[PartFinding]) -> tuple[Verdict, str]:
    """Return the verdict of a claim from its parts: one that is refuted refutes it, one that is open leaves it open."""
    if not parts:
        return Verdict.NOT_ENOUGH, "the claim holds nothing that could be checked"
    for verdict in _WEAKEST:
        deciding = [part for part in parts if part.verdict is verdict]
        if deciding:
            return verdict, "; ".join(f"{part.text}: {part.reason}" for part in deciding)
    return Verdict.NOT_ENOUGH, ""
