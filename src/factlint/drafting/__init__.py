"""From an article to a claims file: what can be checked, anchored and typed, for an editor to review."""

from __future__ import annotations

from factlint.drafting.draft import draft
from factlint.drafting.model import Draft, Drafted, LeftOut, Notice

__all__ = ["Draft", "Drafted", "LeftOut", "Notice", "draft"]
