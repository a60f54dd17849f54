"""The kinds of parts that a claim is made of; each module is one ``Kind``."""

from __future__ import annotations

from factlint.prose.kinds import date, quantity, rank, statement
from factlint.prose.kinds.base import Kind, Part

KINDS: tuple[Kind, ...] = (quantity, date, rank, statement)
"""In the order in which a claim's parts are told."""

__all__ = ["KINDS", "Kind", "Part"]
