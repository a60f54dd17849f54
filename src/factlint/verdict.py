"""The verdicts on a claim."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """The verdict on a claim, with the four labels of AVeriTeC (Schlichtkrull et al., 2023)."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting-evidence"
    NOT_ENOUGH = "not-enough-evidence"
