"""Claims that a passage settles only by simple reckoning; one module a kind."""

from __future__ import annotations

from dataclasses import replace

from factlint.prose.base import PartFinding
from factlint.prose.deciding import weakest
from factlint.prose.reckoning import lasting, quantified, shares, sums, than, trends, years
from factlint.prose.reckoning.base import DECIDED, Asker, Reckoning
from factlint.verdict import Verdict

__all__ = ["Asker", "reckoned"]

KINDS: tuple[Reckoning, ...] = (quantified, years, lasting, trends, than, shares, sums)


def reckoned(ask: Asker, plain: list[PartFinding]) -> list[PartFinding]:
    """Return the parts of a claim as reckoned from the passages, or ``plain``, those found as they stand."""
    text = ask.claim.text
    plain = quantified.guarded(text, plain)
    compares = than.claims(text)
    if weakest(plain)[0] in DECIDED and not compares:
        return plain
    made = next((parts for kind in KINDS if (parts := kind.settle(ask))), None)
    return made or ([_opened(part) for part in plain] if compares else plain)


def _opened(part: PartFinding) -> PartFinding:
    """Leave open what only one side of a comparison is told of: it is no comparison, and no other date of one thing."""
    told = part.best is not None and " than " in part.best.passage
    if told or part.kind not in ("date", "statement") or part.verdict not in DECIDED:
        return part
    return replace(part, verdict=Verdict.NOT_ENOUGH, reason="the passage doesn't give both sides")
