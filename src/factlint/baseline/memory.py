"""What earlier runs knew: how long a reference has failed, and what it last said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Key = tuple[str, str]
"""A claim's id and its reference's name."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a reference last said of a claim, and which words of the claim it was held against."""

    claimed: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Memory:
    """The history as a check needs it; empty where none is kept.

    failing: in how many of the latest runs on end a reference could not be read, where it couldn't
    said: the last word of every reference that was ever read
    """

    failing: Mapping[Key, int] = field(default_factory=dict)
    said: Mapping[Key, Said] = field(default_factory=dict)
