"""Evidence from prose: one claim sentence in, a verdict with the passage that decides it out."""

from __future__ import annotations

from factlint.prose.base import Agreement, Binding, Facet, Finding, PartFinding
from factlint.prose.engine import verify

__all__ = ["Agreement", "Binding", "Facet", "Finding", "PartFinding", "verify"]
