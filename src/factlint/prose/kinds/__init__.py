"""The kinds of parts that a claim is made of; each module is one ``Kind``."""

from __future__ import annotations

from factlint.prose.kinds import date, members, office, quantity, quotation, rank, score, statement
from factlint.prose.kinds.base import Kind, Part

KINDS: tuple[Kind, ...] = (quotation, quantity, date, rank, score, office, members, statement)
"""In the order in which a claim's parts are told."""

__all__ = ["KINDS", "Kind", "Part"]
